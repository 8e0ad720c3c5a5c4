import { describe, expect, it } from 'vitest';
import { wilson } from '#shared/lib/wilson.ts';

describe('Wilson’s interval', () => {
  // R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I,
  // method 3 (score, without continuity correction).
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('gives the published bounds for %i of %i', (hits, of, low, high) => {
    const share = wilson(hits, of);
    expect(share.low).toBeCloseTo(low, 4);
    expect(share.high).toBeCloseTo(high, 4);
    expect(share.share).toBe(hits / of);
  });

  it('knows nothing of no draws', () => {
    expect(wilson(0, 0)).toEqual({ share: 0, low: 0, high: 1, compared: 0 });
  });

  it('holds what the checks say of it: 189 rows pass 98 %, 188 do not; 381 pass 99 %, 380 do not', () => {
    expect(wilson(189, 189).low).toBeGreaterThanOrEqual(0.98);
    expect(wilson(188, 188).low).toBeLessThan(0.98);
    expect(wilson(381, 381).low).toBeGreaterThanOrEqual(0.99);
    expect(wilson(380, 380).low).toBeLessThan(0.99);
  });
});
