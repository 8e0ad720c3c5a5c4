import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lz4Compress, lz4Decompress } from '#shared/kernel/lz4.ts';
import { joined, utf8 } from '../../fixtures/bytes.ts';
import { generateEcommerceSample } from '../../fixtures/ecommerce-sample.ts';

const repetitive = fc
  .array(fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 400 })), { maxLength: 20 })
  .map((runs) => joined(runs.map(([piece, times]) => joined(Array.from({ length: times }, () => piece)))));

describe('a round trip', () => {
  test('gives back any bytes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 3000 }), repetitive), (bytes) => {
        expect(lz4Decompress(lz4Compress(bytes), bytes.length)).toEqual({ ok: true, value: Uint8Array.from(bytes) });
      }),
    );
  });

  test.each([0, 1, 4, 5, 11, 12, 13, 14, 15, 16, 18, 19, 270, 271, 65_535, 65_536, 70_000, 300_000])(
    'of %i equal bytes',
    (length) => {
      const bytes = new Uint8Array(length).fill(7);
      const packed = lz4Compress(bytes);
      expect(lz4Decompress(packed, length)).toEqual({ ok: true, value: bytes });
      if (length > 300) {
        expect(packed.length).toBeLessThan(length / 100 + 20);
      }
    },
  );

  test('finds no match further back than an offset can say', () => {
    const far = joined([
      utf8('a phrase that comes again'),
      new Uint8Array(65_536).fill(0),
      utf8('a phrase that comes again'),
    ]);
    expect(lz4Decompress(lz4Compress(far), far.length)).toEqual({ ok: true, value: far });
  });

  test('works on a view into a larger buffer', () => {
    const bytes = utf8('xxabcabcabcabcabcabcabcabcabcyy').subarray(2, 29);
    expect(lz4Decompress(lz4Compress(bytes), bytes.length)).toEqual({ ok: true, value: Uint8Array.from(bytes) });
  });

  test('halves a sample, and a result outlives the next call', () => {
    const sample = joined(generateEcommerceSample({ rows: 3000, seed: 5, quirks: true }));
    const packed = lz4Compress(sample);
    lz4Compress(new Uint8Array(sample.length).fill(1));
    expect(packed.length).toBeLessThan(sample.length * 0.6);
    expect(lz4Decompress(packed, sample.length)).toEqual({ ok: true, value: sample });
  });
});

describe('the block format', () => {
  // Written by hand after the format's description: token, literals, offset, extended match length, last literals.
  const byHand = Uint8Array.of(0x3f, 0x61, 0x62, 0x63, 3, 0, 1, 0x50, 0x76, 0x77, 0x78, 0x79, 0x7a);

  test('is read', () => {
    expect(lz4Decompress(byHand, 28)).toEqual({ ok: true, value: utf8(`${'abc'.repeat(7)}abvwxyz`) });
  });

  test('ends with five literals at least, and no match starts in the last twelve bytes', () => {
    fc.assert(
      fc.property(repetitive, (bytes) => {
        const packed = lz4Compress(bytes);
        let at = 0;
        let made = 0;
        const length = (nibble: number) => {
          let total = nibble;
          if (nibble < 15) {
            return total;
          }
          let byte = 255;
          while (byte === 255) {
            total += byte = packed[at++] ?? 0;
          }
          return total;
        };
        for (;;) {
          const token = packed[at++] ?? 0;
          const literals = length(token >> 4);
          at += literals;
          made += literals;
          if (at >= packed.length) {
            expect(made).toBe(bytes.length);
            if (bytes.length >= 5 && made > literals) {
              expect(literals).toBeGreaterThanOrEqual(5);
            }
            return;
          }
          expect(made).toBeLessThanOrEqual(bytes.length - 12);
          at += 2;
          made += length(token & 15) + 4;
        }
      }),
    );
  });
});

describe('hostile input', () => {
  test('never throws, whatever the bytes and the promised length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.integer({ min: 0, max: 5000 }), (bytes, length) => {
        const result = lz4Decompress(bytes, length);
        if (result.ok) {
          expect(result.value.length).toBe(length);
        } else {
          expect(result.error.atByte).toBeLessThanOrEqual(bytes.length);
        }
      }),
      { numRuns: 5000 },
    );
  });

  test('a block with one byte changed, cut or added gives a failure or bytes of the promised length', () => {
    const bytes = utf8('order 1,order 2,order 3,order 4,order 5,order 6,order 7,order 8,order 9,');
    const packed = lz4Compress(bytes);
    for (let at = 0; at < packed.length; at++) {
      expect(lz4Decompress(packed.subarray(0, at), bytes.length).ok).toBe(false);
      for (const value of [0, 1, 0x0f, 0xf0, 0xff]) {
        const damaged = Uint8Array.from(packed);
        damaged[at] = value;
        const result = lz4Decompress(damaged, bytes.length);
        if (result.ok) {
          expect(result.value.length).toBe(bytes.length);
        }
      }
    }
    expect(lz4Decompress(joined([packed, Uint8Array.of(0)]), bytes.length).ok).toBe(false);
  });

  test.each([
    ['nothing at all', [], 0, 'truncated'],
    ['literals past the input', [0x50, 1, 2], 5, 'truncated'],
    ['literals past the output', [0x30, 1, 2, 3], 2, 'overrun'],
    ['a match before the start', [0x10, 1, 2, 0, 0x50, 1, 2, 3, 4, 5], 10, 'bad-offset'],
    ['an offset of zero', [0x10, 1, 0, 0, 0x50, 1, 2, 3, 4, 5], 10, 'bad-offset'],
    ['a match past the output', [0x1f, 1, 1, 0, 250, 0x10, 1], 20, 'overrun'],
    ['a length without end', [0xf0, 255, 255, 255], 900, 'truncated'],
    ['a match at the end', [0x10, 1, 1, 0], 5, 'truncated'],
    ['too little', [0x10, 1], 2, 'wrong-length'],
    ['a promise no block can keep', [0x10, 1], 4_000_000_000, 'wrong-length'],
    ['a negative length', [0x10, 1], -1, 'wrong-length'],
    ['a length that is no number', [0x10, 1], Number.NaN, 'wrong-length'],
  ])('%s is refused', (_, bytes, length, why) => {
    expect(lz4Decompress(Uint8Array.from(bytes), length)).toMatchObject({
      ok: false,
      error: { kind: 'lz4-corrupt', why },
    });
  });
});
