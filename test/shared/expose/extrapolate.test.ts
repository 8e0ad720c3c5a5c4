import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extrapolate } from '#shared/expose/extrapolate.ts';

const drawn = fc
  .record({ n: fc.integer({ min: 1, max: 1_000_000 }), more: fc.integer({ min: 1, max: 2_000_000_000 }) })
  .chain(({ n, more }) =>
    fc.record({ n: fc.constant(n), size: fc.constant(n + more), hits: fc.integer({ min: 0, max: n }) }),
  );

describe('extrapolate', () => {
  it('gives the share of the claimed size with the Wilson interval', () => {
    // Wilson's interval of 30 in 100 is 0.21895 to 0.39585.
    expect(extrapolate(30, 100, 1_000_000)).toEqual({ rows: 300_000, low: 218_948, high: 395_849 });
  });

  it('says nothing where there is nothing to carry over', () => {
    expect([extrapolate(0, 0, 10), extrapolate(5, 10, 10), extrapolate(5, 10, 9)]).toEqual([null, null, null]);
  });

  it('never contradicts the rows that were seen, and holds its own value', () => {
    fc.assert(
      fc.property(drawn, ({ hits, n, size }) => {
        const at = extrapolate(hits, n, size);
        expect(at).not.toBeNull();
        if (at !== null) {
          expect(at.low).toBeGreaterThanOrEqual(hits);
          expect(at.low).toBeLessThanOrEqual(at.rows);
          expect(at.rows).toBeLessThanOrEqual(at.high);
          expect(size - at.high).toBeGreaterThanOrEqual(n - hits);
        }
      }),
    );
  });

  it('narrows as the sample grows', () => {
    const width = (n: number): number => {
      const at = extrapolate(n / 2, n, 1_000_000_000);
      return (at?.high ?? 0) - (at?.low ?? 0);
    };
    expect([width(100) > width(1000), width(1000) > width(100_000)]).toEqual([true, true]);
  });
});
