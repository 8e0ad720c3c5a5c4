import { type Share, wilson } from '../lib/wilson.ts';
import type { Sketch } from './sketch.ts';

export type { Share } from '../lib/wilson.ts';

function boundOf({ hashes, isWhole }: Sketch): number {
  return isWhole ? Number.POSITIVE_INFINITY : (hashes.at(-1) ?? 0);
}

/**
 * Which share of the different values of `inner` occur in `outer` too; null where there is nothing to compare. The hashes
 * of `inner` below both sketches' bounds are a random selection of its values, and for each of them `outer` tells for sure.
 */
export function containment(inner: Sketch, outer: Sketch): Share | null {
  const bound = Math.min(boundOf(inner), boundOf(outer));
  const known = new Set(outer.hashes);
  let compared = 0;
  let hits = 0;
  for (const hash of inner.hashes) {
    if (hash <= bound) {
      compared++;
      hits += known.has(hash) ? 1 : 0;
    }
  }
  if (compared === 0) {
    return null;
  }
  const isCounted = bound === Number.POSITIVE_INFINITY;
  const share = hits / compared;
  return isCounted ? { share, low: share, high: share, compared } : wilson(hits, compared);
}
