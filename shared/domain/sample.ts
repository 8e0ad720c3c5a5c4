import { z } from 'zod';
import { caseIdSchema } from './case.ts';
import { detectionSchema } from './detection.ts';
import { evidenceIdSchema } from './evidence.ts';
import { fieldTypeIdSchema } from './field-type-id.ts';
import { recordShape, uuidSchema } from './record.ts';

export const sampleIdSchema = uuidSchema.brand<'SampleId'>();
export type SampleId = z.infer<typeof sampleIdSchema>;

/** Rows in one block. A block is the unit that is stored, read and decrypted. */
export const rowsPerBlock = 8192;

/** How a delimited file was read: what separates cells, and whether its first record names the columns. */
export const csvDialectSchema = z
  .object({
    format: z.literal('csv'),
    encoding: z.literal('utf-8'),
    /** One ASCII character. */
    separator: z.string().length(1),
    hasHeader: z.boolean(),
  })
  .readonly();
export type CsvDialect = z.infer<typeof csvDialectSchema>;

/** What the rows show of one field type, over every row: rows with a value, rows with a valid one, different values. */
export const typeProfileSchema = z
  .object({
    fieldType: fieldTypeIdSchema,
    /** Indexes of the columns that hold the type. */
    columns: z.array(z.int().min(0)).readonly(),
    filled: z.int().min(0),
    valid: z.int().min(0),
    distinct: z.int().min(0),
    /** True once the distinct values were too many to count one by one. */
    distinctIsEstimate: z.boolean(),
  })
  .readonly();
export type TypeProfile = z.infer<typeof typeProfileSchema>;

/** Why the scanner did not store a record. */
export const rejectReasonSchema = z.enum([
  'too-few-cells',
  'too-many-cells',
  'unclosed-quote',
  'not-utf-8',
  'too-long',
]);
export type RejectReason = z.infer<typeof rejectReasonSchema>;

/** A record that was not stored as a row, kept whole with its place in the file (first line = 1). */
export const rejectedRowSchema = z
  .object({ line: z.int().min(1), reason: rejectReasonSchema, raw: z.string() })
  .readonly();
export type RejectedRow = z.infer<typeof rejectedRowSchema>;

/** Where one encrypted column chunk lies in the sample's block file, in bytes. */
export const chunkPlaceSchema = z.object({ offset: z.int().min(0), byteLength: z.int().min(1) }).readonly();
export type ChunkPlace = z.infer<typeof chunkPlaceSchema>;

/** One entry of the directory of blocks: a run of consecutive rows, one chunk per column. */
export const blockSchema = z
  .object({
    block: z.int().min(0),
    firstRow: z.int().min(0),
    rows: z.int().min(1).max(rowsPerBlock),
    chunks: z.array(chunkPlaceSchema).readonly(),
  })
  .readonly();
export type Block = z.infer<typeof blockSchema>;

/** Where a run of rejected records lies, encrypted, in the sample's block file. */
export const rejectedBatchSchema = z
  .object({ first: z.int().min(0), count: z.int().min(1), place: chunkPlaceSchema })
  .readonly();
export type RejectedBatch = z.infer<typeof rejectedBatchSchema>;

/** A parsed table from one evidence file. Its rows lie in encrypted blocks beside the database. */
export const sampleSchema = z
  .object({
    id: sampleIdSchema,
    caseId: caseIdSchema,
    evidenceId: evidenceIdSchema,
    name: z.string().min(1),
    dialect: csvDialectSchema,
    /** Sentences that say how the dialect was found. */
    reasons: z.array(z.string()).readonly(),
    /** Rows stored. */
    rows: z.int().min(0),
    /** Records read but not stored; rows + rejected = records in the file, the header aside. */
    rejected: z.int().min(0),
    columns: z.array(z.object({ header: z.string(), detection: detectionSchema }).readonly()).readonly(),
    profiles: z.array(typeProfileSchema).readonly(),
    rejectedBatches: z.array(rejectedBatchSchema).readonly(),
    ...recordShape,
  })
  .readonly();
export type Sample = z.infer<typeof sampleSchema>;
