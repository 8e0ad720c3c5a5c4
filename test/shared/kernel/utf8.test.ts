import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstInvalidUtf8, utf16Length } from '#shared/kernel/utf8.ts';
import { utf8 } from '../../fixtures/bytes.ts';

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const edges = [
  0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xf5,
];
const meanBytes = fc.array(fc.constantFrom(...edges, 0xff), { maxLength: 8 }).map((bytes) => Uint8Array.from(bytes));

test('what is well formed is what the platform decodes strictly', () => {
  fc.assert(
    fc.property(fc.oneof(meanBytes, fc.uint8Array({ maxLength: 8 })), (bytes) => {
      expect(firstInvalidUtf8(bytes, 0, bytes.length) === -1).toBe(isUtf8(bytes));
    }),
    { numRuns: 20_000 },
  );
});

test('every lead with every second byte is judged as the platform judges it', () => {
  for (let lead = 0x80; lead <= 0xff; lead++) {
    for (let second = 0; second <= 0xff; second++) {
      for (const tail of [[], [0x80], [0x80, 0x80]]) {
        const bytes = Uint8Array.of(lead, second, ...tail);
        expect(firstInvalidUtf8(bytes, 0, bytes.length) === -1).toBe(isUtf8(bytes));
      }
    }
  }
});

test('the first wrong byte is named, and the range is kept', () => {
  const bytes = Uint8Array.of(0xff, ...utf8('数据'), 0xed, 0xa0, 0x80);
  expect(firstInvalidUtf8(bytes, 1, bytes.length)).toBe(7);
  expect(firstInvalidUtf8(bytes, 1, 7)).toBe(-1);
  expect(firstInvalidUtf8(bytes, 1, 6)).toBe(4);
});

test('UTF-16 units are counted as JavaScript counts them', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const bytes = utf8(text);
      expect(utf16Length(bytes, 0, bytes.length)).toBe(text.length);
    }),
  );
});
