import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containment } from '#shared/search/overlap.ts';
import { SipHash } from '#shared/search/sip-hash.ts';
import { type Sketch, SketchMaker } from '#shared/search/sketch.ts';

/** The sketch of the whole numbers from `from` up to `to`, hashed under a key made from the seed. */
function sketchOf(from: number, to: number, seed: number): Sketch {
  const hash = new SipHash(new Uint8Array(16).fill(seed));
  const bytes = new Uint8Array(4);
  const view = new DataView(bytes.buffer);
  const maker = new SketchMaker();
  for (let number = from; number < to; number++) {
    view.setUint32(0, number);
    hash.hash(bytes, 0, 4);
    maker.add(hash.low, hash.high);
    if (number % 3 === 0) {
      maker.add(hash.low, hash.high);
    }
  }
  return maker.sketch();
}

describe('how much of one set is in another', () => {
  it('is exact for small sets', () => {
    fc.assert(
      fc.property(fc.nat(1500), fc.nat(1500), fc.nat(1500), (own, shared, others) => {
        const inner = sketchOf(0, own + shared, 1);
        const outer = sketchOf(own, own + shared + others, 1);
        const share = containment(inner, outer);
        if (own + shared === 0) {
          expect(share).toBeNull();
        } else {
          const exact = shared / (own + shared);
          expect(share).toEqual({ share: exact, low: exact, high: exact, compared: own + shared });
        }
      }),
      { numRuns: 40 },
    );
  });

  it('lies within its interval nearly always for large ones', () => {
    let inside = 0;
    const tries = 60;
    for (let seed = 0; seed < tries; seed++) {
      const share = containment(sketchOf(0, 20_000, seed), sketchOf(14_000, 44_000, seed));
      expect(Math.abs((share?.share ?? 0) - 0.3)).toBeLessThan(0.06);
      inside += share !== null && share.low <= 0.3 && share.high >= 0.3 ? 1 : 0;
    }
    expect(inside).toBeGreaterThanOrEqual(0.85 * tries);
    expect(inside).toBeLessThanOrEqual(tries);
  });

  it('is all or nothing with an interval that says how sure that is', () => {
    const all = containment(sketchOf(0, 10_000, 2), sketchOf(0, 30_000, 2));
    expect(all?.share).toBe(1);
    expect(all?.low).toBeGreaterThan(0.99);
    const none = containment(sketchOf(0, 10_000, 2), sketchOf(50_000, 80_000, 2));
    expect(none?.share).toBe(0);
    expect(none?.high).toBeLessThan(0.01);
  });

  it('tells nothing of sets hashed under different keys', () => {
    expect(containment(sketchOf(0, 10_000, 1), sketchOf(0, 10_000, 2))?.share).toBe(0);
  });

  it('is widest where least can be compared', () => {
    const wide = containment(sketchOf(0, 20_000, 3), sketchOf(0, 2_000_000, 3));
    const tight = containment(sketchOf(0, 20_000, 3), sketchOf(0, 40_000, 3));
    const width = (share: typeof wide): number => (share?.high ?? 0) - (share?.low ?? 0);
    expect(width(wide)).toBeGreaterThan(width(tight));
  });
});
