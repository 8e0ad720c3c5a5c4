import { z } from 'zod';

/** A kind of data that matters in combination, as `phone` or `government-id`; the pack of risks lists them. */
export const dataKindIdSchema = z
  .string()
  .regex(/^[a-z][a-z-]*$/)
  .brand<'DataKindId'>();
export type DataKindId = z.infer<typeof dataKindIdSchema>;

const combinationSchema = z
  .object({
    /** The kinds that these rows hold, and no other, in the order of the pack; empty for rows that hold none. */
    kinds: z.array(dataKindIdSchema).readonly(),
    rows: z.int().min(1),
  })
  .readonly();
/** Rows that hold exactly these kinds of data. */
export type Combination = z.infer<typeof combinationSchema>;

/** Which kinds of data the rows of a sample hold together: every row is in exactly one combination, kept or not. */
export const combinationsSchema = z
  .object({
    /** Rows counted. */
    rows: z.int().min(0),
    /** The kinds that any row holds, each with its rows. */
    kinds: z.array(z.object({ kind: dataKindIdSchema, rows: z.int().min(1) }).readonly()).readonly(),
    /** The commonest combinations, most rows first. */
    kept: z.array(combinationSchema).readonly(),
    /** How many further combinations there are, and the rows in them. */
    rest: z.object({ combinations: z.int().min(0), rows: z.int().min(0) }).readonly(),
  })
  .readonly();
export type Combinations = z.infer<typeof combinationsSchema>;
