import { z } from 'zod';
import { fieldTypeIdSchema } from './field-type-id.ts';

/** The numbers behind the verdict on a column. Shares are 0–1 of the filled values that were examined. */
const detectionEvidenceSchema = z
  .object({
    /** The alias of the taxonomy that the header matched, or null. */
    headerAlias: z.string().nullable(),
    examined: z.int().min(0),
    filled: z.int().min(0),
    /** How many of the filled values the best type's detector accepts. */
    accepted: z.int().min(0),
    /** The share of made-up values of the same shape that the detector would accept by luck. */
    chance: z.number().min(0).max(1),
  })
  .readonly();

/** The classifier's verdict on one column, with its evidence. */
export const detectionSchema = z
  .object({
    fieldType: fieldTypeIdSchema,
    confidence: z.number().min(0).max(1),
    runnerUp: fieldTypeIdSchema.nullable(),
    evidence: detectionEvidenceSchema,
  })
  .readonly();
export type Detection = z.infer<typeof detectionSchema>;
