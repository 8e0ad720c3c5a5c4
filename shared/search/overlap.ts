import type { Sketch } from './sketch.ts';

/** A share with the interval in which it lies with 95 % confidence, and how many hashes it was read from. */
export type Share = { readonly share: number; readonly low: number; readonly high: number; readonly compared: number };

/** The 97.5 % point of the normal distribution. */
const z = 1.959_963_984_540_054;

/** Wilson's score interval (1927) for a share that was seen `hits` times in `of` draws. */
function wilson(hits: number, of: number): Share {
  const share = hits / of;
  const spread = (z * z) / of;
  const middle = (share + spread / 2) / (1 + spread);
  const half = (z / (1 + spread)) * Math.sqrt((share * (1 - share)) / of + spread / (4 * of));
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half), compared: of };
}

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
