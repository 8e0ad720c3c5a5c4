import { z } from 'zod';
import { fieldTypeIdSchema } from './field-type-id.ts';

/** How the values stand in the column: as they are, partly hidden by the source (138****1234), or as hashes. */
const valueFormSchema = z.enum(['plain', 'masked', 'hashed']);
export type ValueForm = z.infer<typeof valueFormSchema>;

/**
 * The numbers behind the verdict on a column. Shares are 0–1 of the filled values that were examined. What has a default
 * was added later: records stored before stay readable.
 */
const detectionEvidenceSchema = z
  .object({
    /** The alias of the taxonomy that the header matched, or null. */
    headerAlias: z.string().nullable(),
    examined: z.int().min(0),
    filled: z.int().min(0),
    /** How many of the filled values the best type's detector accepts. */
    accepted: z.int().min(0),
    /** How many more have the type, but the source hid a part of them. Verdicts of before count them as accepted. */
    masked: z.int().min(0).default(0),
    /** The share of made-up values of the same shape that the detector would accept by luck. */
    chance: z.number().min(0).max(1),
    form: valueFormSchema.default('plain'),
    /** How many of the filled values the runner-up's detector accepts; 0 without a runner-up. */
    runnerUpAccepted: z.int().min(0).default(0),
    /** Up to three filled values that the best type's detector does not accept, masked. */
    counterExamples: z.array(z.string()).max(3).readonly().default([]),
    /** What speaks for and against the verdict, in plain sentences. None holds an unmasked value. */
    reasons: z.array(z.string()).readonly().default([]),
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
