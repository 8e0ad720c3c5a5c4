import { z } from 'zod';
import { caseIdSchema } from './case.ts';
import { columnProfileSchema } from './column-profile.ts';
import { combinationsSchema } from './combinations.ts';
import { detectionSchema } from './detection.ts';
import { dialectSchema } from './dialect.ts';
import { evidenceIdSchema } from './evidence.ts';
import { fieldTypeIdSchema } from './field-type-id.ts';
import { instantSchema } from './instant.ts';
import { monthsSchema } from './months.ts';
import { personsSchema } from './persons.ts';
import { recordShape, uuidSchema } from './record.ts';

export const sampleIdSchema = uuidSchema.brand<'SampleId'>();
export type SampleId = z.infer<typeof sampleIdSchema>;

/** Rows in one block. A block is the unit that is stored, read and decrypted. */
export const rowsPerBlock = 8192;

/** A type's figures as they are stored: samples of earlier versions lack some, which `sampleSchema` fills in. */
const storedTypeProfileSchema = z
  .object({
    fieldType: fieldTypeIdSchema,
    /** Indexes of the columns that hold the type. */
    columns: z.array(z.int().min(0)).readonly(),
    /** The rows that were counted: all, or, once the type of a column of a profiled table was changed, those stored. */
    rows: z.int().min(0).optional(),
    filled: z.int().min(0),
    valid: z.int().min(0),
    /** Rows without a valid value, but with one of which the source hid a part. */
    masked: z.int().min(0).optional(),
    distinct: z.int().min(0),
    /** True once the distinct values were too many to count one by one. */
    distinctIsEstimate: z.boolean(),
    /** Of a type that tells when something was done; missing where the sample was imported before months were counted. */
    months: monthsSchema.optional(),
  })
  .readonly();
type StoredTypeProfile = z.infer<typeof storedTypeProfileSchema>;

/** What the rows show of one field type: rows with a value, rows with a valid one, rows half hidden, different values. */
export type TypeProfile = StoredTypeProfile & { readonly rows: number; readonly masked: number };

/** Why a record was not stored as a row. `not-utf-8`: its characters are malformed in the encoding the file was read in. */
export const rejectReasonSchema = z.enum([
  'too-few-cells',
  'too-many-cells',
  'unclosed-quote',
  'not-utf-8',
  'too-long',
  'no-separator',
  'malformed-json',
  'malformed-statement',
  'malformed-entry',
]);
export type RejectReason = z.infer<typeof rejectReasonSchema>;

/** A record that was not stored as a row, kept whole with its place in the file (first line = 1). */
export const rejectedRowSchema = z
  .object({
    line: z.int().min(1),
    reason: rejectReasonSchema,
    raw: z.string(),
    /** The table it was meant for, where that one has no row and the record is kept with another; else missing. */
    table: z.string().optional(),
  })
  .readonly();
export type RejectedRow = z.infer<typeof rejectedRowSchema>;

/** Where one encrypted column chunk lies in the sample's block file, in bytes. */
export const chunkPlaceSchema = z.object({ offset: z.int().min(0), byteLength: z.int().min(1) }).readonly();
export type ChunkPlace = z.infer<typeof chunkPlaceSchema>;

/**
 * One entry of the directory of blocks: a run of consecutive rows, one chunk per column. A column that was first met in a
 * later block has no chunk here: its cells are null.
 */
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

/**
 * Where a sample's fingerprints lie in the file beside its block file, encrypted. `groups`: the filters of a run of blocks
 * each, by which a look-up tells which blocks to read. `columns`: the filter of a whole column, made when the rows are
 * purged. `sketches`: what the sample is recognised by.
 */
export const fingerprintsSchema = z
  .object({
    groups: z.array(z.object({ firstBlock: z.int().min(0), place: chunkPlaceSchema }).readonly()).readonly(),
    columns: z.array(z.object({ column: z.int().min(0), place: chunkPlaceSchema }).readonly()).readonly(),
    sketches: chunkPlaceSchema,
  })
  .readonly();
export type Fingerprints = z.infer<typeof fingerprintsSchema>;

/**
 * On which rows a sample's figures rest. `whole`: every row of the table was stored. `profiled`: the table was larger than
 * the limit; all `rowsRead` rows were counted, and of them a uniform random selection was stored (drawn with `seed`).
 */
export const basisSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('whole') }).readonly(),
  z.object({ kind: z.literal('profiled'), rowsRead: z.int().min(1), seed: z.int() }).readonly(),
]);
export type Basis = z.infer<typeof basisSchema>;

const storedSampleSchema = z
  .object({
    id: sampleIdSchema,
    caseId: caseIdSchema,
    evidenceId: evidenceIdSchema,
    name: z.string().min(1),
    dialect: dialectSchema,
    /** The table's name inside its file (a table of a dump, a sheet of a workbook); '' when the file is one table. */
    table: z.string().default(''),
    /** On which rows the figures rest. */
    basis: basisSchema.default({ kind: 'whole' }),
    /** Sentences that say how the dialect was found. */
    reasons: z.array(z.string()).readonly(),
    /** Rows stored. */
    rows: z.int().min(0),
    /**
     * Records read but not stored; rows + rejected = records in the table, the header aside. With the first table of a file
     * those count too that belong to no table, or to one of which no row was read.
     */
    rejected: z.int().min(0),
    /** `profile` is counted by the type that was detected; missing until the rows are counted. */
    columns: z
      .array(
        z
          .object({
            header: z.string(),
            detection: detectionSchema,
            profile: columnProfileSchema.optional(),
          })
          .readonly(),
      )
      .readonly(),
    /** Null until the rows are counted, which is done once they are stored. */
    profiles: z.array(storedTypeProfileSchema).readonly().nullable(),
    /** Null until then as well, and for a selection that was drawn before there were any. */
    combinations: combinationsSchema.nullable().default(null),
    persons: personsSchema.nullable().default(null),
    rejectedBatches: z.array(rejectedBatchSchema).readonly(),
    /** Null until the rows are counted, and in a vault without the secret they are made under: then rows are searched by reading. */
    fingerprints: fingerprintsSchema.nullable().default(null),
    /** When the analyst removed the rows for good; figures, counts and fingerprints outlive them. */
    purgedAt: instantSchema.nullable().default(null),
    ...recordShape,
  })
  .readonly();
type StoredSample = z.infer<typeof storedSampleSchema>;

/** What an earlier version has not kept of a type's figures, as far as those of its columns tell it. */
function filledIn(profile: StoredTypeProfile, { rows, basis, columns }: StoredSample): TypeProfile {
  const { fieldType, filled, valid } = profile;
  const places = profile.columns.map((place) => columns[place]);
  // The columns were counted over every row by the types that were detected.
  const isAsDetected = places.every((column) => column?.detection.fieldType === fieldType);
  const isOverAll = isAsDetected && places.every((column) => (column?.profile?.filled ?? 0) <= filled);
  const cells = isAsDetected ? places.reduce((sum, column) => sum + (column?.profile?.masked ?? 0), 0) : 0;
  return {
    ...profile,
    rows: profile.rows ?? (basis.kind === 'profiled' && isOverAll ? basis.rowsRead : rows),
    masked: profile.masked ?? Math.min(filled - valid, cells),
  };
}

/** A parsed table from one evidence file. Its rows lie in encrypted blocks beside the database. */
export const sampleSchema = storedSampleSchema
  .transform((stored) => {
    const profiles: readonly TypeProfile[] | null = stored.profiles?.map((one) => filledIn(one, stored)) ?? null;
    return { ...stored, profiles };
  })
  .readonly();
export type Sample = z.infer<typeof sampleSchema>;

/** A sample, or what is asked of one, whose rows have been counted. */
export type Counted<S extends Pick<Sample, 'profiles'>> = S & { readonly profiles: readonly TypeProfile[] };

/** Whether the rows of a sample have been counted, so that it has figures. */
export function isCounted<S extends Pick<Sample, 'profiles'>>(sample: S): sample is Counted<S> {
  return sample.profiles !== null;
}
