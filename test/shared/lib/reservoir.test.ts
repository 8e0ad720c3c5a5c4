import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Reservoir } from '#shared/lib/reservoir.ts';
import { seededRandom } from '#shared/lib/seeded-random.ts';

/** The rows selected of a stream that comes in parts, by slot. */
function selected(size: number, seed: number, parts: readonly number[]): readonly number[] {
  const reservoir = new Reservoir(size, seededRandom(seed));
  const slots: number[] = [];
  for (const part of parts) {
    for (const { slot, row } of reservoir.offer(part)) {
      slots[slot] = row;
    }
  }
  return slots;
}

describe('a random selection of a stream', () => {
  test('holds so many different rows of it, or all where it has fewer, however it is cut', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer(),
        fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 12 }),
        (size, seed, parts) => {
          const total = parts.reduce((sum, part) => sum + part, 0);
          const rows = selected(size, seed, parts);
          expect(new Set(rows).size).toBe(Math.min(size, total));
          expect(rows.every((row) => row >= 0 && row < total)).toBe(true);
          expect(selected(size, seed, [total])).toEqual(rows);
        },
      ),
    );
  });

  test('is as likely to hold any row as any other', () => {
    const [total, size, seeds, bins] = [1_000, 50, 2_000, 20];
    const counts = Array.from({ length: bins }, () => 0);
    for (let seed = 0; seed < seeds; seed++) {
      for (const row of selected(size, seed * 7_919, [400, 600])) {
        const bin = Math.floor((row * bins) / total);
        counts[bin] = (counts[bin] ?? 0) + 1;
      }
    }
    const expected = (size * seeds) / bins;
    const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // With 19 degrees of freedom more than 50 comes about once in ten thousand.
    expect(chiSquare).toBeLessThan(50);
  });

  test('also in its first and last rows, where a wrong gap would show', () => {
    const seeds = 4_000;
    const hits = [0, 9, 10, 99].map((row) => {
      let count = 0;
      for (let seed = 0; seed < seeds; seed++) {
        count += selected(10, seed * 104_729, [100]).includes(row) ? 1 : 0;
      }
      return count / seeds;
    });
    for (const share of hits) {
      expect(share).toBeGreaterThan(0.075);
      expect(share).toBeLessThan(0.125);
    }
  });
});

describe('seeded chance', () => {
  test('is the same for the same seed, another for another, and in [0, 1)', () => {
    const draw = (seed: number): readonly number[] => Array.from({ length: 999 }, seededRandom(seed));
    expect(draw(5)).toEqual(draw(5));
    expect(draw(5)).not.toEqual(draw(6));
    expect(draw(0).every((n) => n >= 0 && n < 1)).toBe(true);
    const mean = draw(42).reduce((sum, n) => sum + n, 0) / 999;
    expect(mean).toBeGreaterThan(0.45);
    expect(mean).toBeLessThan(0.55);
  });
});
