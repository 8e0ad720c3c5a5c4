import { z } from 'zod';

/** The computable tests of whether a sample is what its seller says. Their meaning is in docs/authenticity.md. */
export const checkIds = [
  'claim-size',
  'schema-fit',
  'ric-check',
  'ric-region',
  'ric-birth',
  'ric-sex',
  'age-curve',
  'checksum',
  'mobile-prefix',
  'phone-region',
  'email-unique',
  'email-domain',
  'plus-alias',
  'name-real',
  'dup-rows',
  'known-leak',
  'seq-id',
  'time-sane',
  'price-end',
  'item-price',
  'order-id',
  'hash-style',
  'faker',
  'encoding',
  'seller',
] as const;
export const checkIdSchema = z.enum(checkIds);
export type CheckId = z.infer<typeof checkIdSchema>;

/** `not-run`: what the check needs is missing (a column, a claim, enough rows). It never counts as a pass. */
export const checkOutcomeSchema = z.enum(['pass', 'warn', 'fail', 'not-run']);
export type CheckOutcome = z.infer<typeof checkOutcomeSchema>;

/**
 * The number a check turns on. A `share` (0–1) of rows carries its Wilson 95 % interval; a `count` and a `statistic` (a
 * distance, a correlation) may go without, then `low` and `high` are null. `rests` is the number of rows or values behind it.
 */
export const checkFigureSchema = z
  .object({
    name: z.string().min(1),
    unit: z.enum(['share', 'count', 'statistic']),
    value: z.number(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    rests: z.int().min(0),
  })
  .readonly();
export type CheckFigure = z.infer<typeof checkFigureSchema>;

/** What one check found in one sample. */
export const checkResultSchema = z
  .object({
    id: checkIdSchema,
    outcome: checkOutcomeSchema,
    /** Null when it was not run. */
    figure: checkFigureSchema.nullable(),
    /** One or two plain sentences: what was compared, what came out, and what that means. No value of the sample. */
    text: z.string().min(1),
    /** Rows that speak against the sample, first ones only (at most 200), counted from 0; and how many there are in all. */
    counterRows: z.array(z.int().min(0)).readonly(),
    counterCount: z.int().min(0),
    /** Indexes of the columns that were looked at. */
    columns: z.array(z.int().min(0)).readonly(),
  })
  .readonly();
export type CheckResult = z.infer<typeof checkResultSchema>;
