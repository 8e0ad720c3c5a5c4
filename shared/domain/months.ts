import { z } from 'zod';

/**
 * How the rows of a table lie in time: for each month (yyyymm, as written in the table) the rows with a point in time in it,
 * the earliest first; and the values whose month cannot be told, as in 04/03/2024.
 */
export const monthsSchema = z
  .object({
    counts: z.array(z.object({ month: z.int().min(190_001).max(209_912), rows: z.int().min(1) }).readonly()).readonly(),
    untold: z.int().min(0),
  })
  .readonly();
export type Months = z.infer<typeof monthsSchema>;
