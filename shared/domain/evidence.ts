import { z } from 'zod';
import { caseIdSchema } from './case.ts';
import { instantSchema } from './instant.ts';
import { recordShape, uuidSchema } from './record.ts';

export const evidenceIdSchema = uuidSchema.brand<'EvidenceId'>();
export type EvidenceId = z.infer<typeof evidenceIdSchema>;

export const originalIdSchema = uuidSchema.brand<'OriginalId'>();
/** A file that is kept as it was received, encrypted, beside the block files. */
export type OriginalId = z.infer<typeof originalIdSchema>;

/** A SHA-256 digest (FIPS 180-4) as 64 lower-case hex digits. */
export const sha256Schema = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'Sha256'>();
export type Sha256 = z.infer<typeof sha256Schema>;

/** A file or text as received, identified by the hash of its bytes. `text` is kept for what is read as a whole (a post, a mail). */
export const evidenceSchema = z
  .object({
    id: evidenceIdSchema,
    caseId: caseIdSchema,
    kind: z.enum(['listing', 'sample-file']),
    name: z.string(),
    byteLength: z.int().min(0),
    sha256: sha256Schema,
    receivedAt: instantSchema,
    text: z.string().nullable(),
    /** True for the example material that comes with Leakdesk: it is nobody's leak, and is labelled wherever it is drawn. */
    bundled: z.boolean(),
    /** The file itself, where the analyst wanted it kept. */
    original: originalIdSchema.nullable().default(null),
    ...recordShape,
  })
  .readonly();
export type Evidence = z.infer<typeof evidenceSchema>;
