import { wilson } from '../lib/wilson.ts';

/** A count of rows carried over to the claimed size, with the 95 % interval it lies in, in rows. */
export type Extrapolated = { readonly rows: number; readonly low: number; readonly high: number };

/** Why the interval says less than it seems to; it belongs beside every extrapolated figure. */
export const whyUnsound =
  'Extrapolated figures hold only if the sample were a random draw from what is claimed and the claimed size were true. A seller chooses the sample and names the size, so neither is known: the interval covers chance and nothing else.';

/**
 * Carries `hits` of `n` rows over to `size` rows: the share times the size, with the Wilson score interval (95 %) of the
 * share. The rows of the sample are part of the claimed ones, so the interval lies between what was seen and what is left
 * possible by the rows that were seen without a value. Null where `n` is zero or not smaller than `size`.
 */
export function extrapolate(hits: number, n: number, size: number): Extrapolated | null {
  if (n === 0 || n >= size) {
    return null;
  }
  const { share, low, high } = wilson(hits, n);
  return {
    rows: Math.round(share * size),
    low: Math.max(hits, Math.floor(low * size)),
    high: Math.min(size - (n - hits), Math.ceil(high * size)),
  };
}
