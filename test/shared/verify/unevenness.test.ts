import { describe, expect, it } from 'vitest';
import { benfordDeviation, isTooEven, unevenness } from '#shared/verify/unevenness.ts';
import { createRandom } from '../../fixtures/random.ts';

/** Draws into places by these shares. */
function drawn(seed: number, shares: readonly number[], draws: number): number[] {
  const random = createRandom(seed);
  const counts = shares.map(() => 0);
  for (let draw = 0; draw < draws; draw++) {
    let left = random.next();
    const at = shares.findIndex((share) => {
      left -= share;
      return left < 0;
    });
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

describe('unevenness', () => {
  it.each([
    ['even', Array.from({ length: 20 }, () => 0.05)],
    ['slightly uneven', Array.from({ length: 20 }, (_, index) => 0.05 + (index - 9.5) * 0.003)],
    ['clearly uneven', Array.from({ length: 20 }, (_, index) => 0.9 ** index * (0.1 / (1 - 0.9 ** 20)))],
  ])('has an interval that holds the truth in some 95 %% of draws: %s', (_, shares) => {
    const truth = shares.length * shares.reduce((sum, share) => sum + share * share, 0) - 1;
    for (const draws of [200, 3000]) {
      const held = Array.from({ length: 300 }, (__, seed) => unevenness(drawn(seed, shares, draws))).filter(
        ({ low, high }) => low <= truth + 1e-9 && truth <= high + 1e-9,
      );
      expect(held.length / 300).toBeGreaterThan(0.9);
    }
  });

  it('says nothing of nothing', () => {
    expect(unevenness([0, 0])).toEqual({ value: 0, low: 0, high: Number.POSITIVE_INFINITY });
    expect(unevenness([5]).high).toBe(Number.POSITIVE_INFINITY);
  });

  it('knows counts that were dealt out in turn from counts that were drawn', () => {
    const places = Array.from({ length: 100 }, () => 0.01);
    const drawnEven = Array.from({ length: 200 }, (_, seed) => drawn(seed, places, 2000)).filter(isTooEven);
    expect(drawnEven.length).toBeLessThanOrEqual(2);
    expect(isTooEven(places.map((_, index) => 20 + (index % 2)))).toBe(true);
    expect(isTooEven(places.map(() => 2))).toBe(false);
  });

  it('measures the distance from Benford’s law', () => {
    const lawful = Array.from({ length: 9 }, (_, index) => Math.log10(1 + 1 / (index + 1)) * 1e6);
    expect(benfordDeviation(lawful)).toBeCloseTo(0, 9);
    expect(benfordDeviation(lawful.map(() => 1))).toBeCloseTo(0.0597, 3);
  });
});
