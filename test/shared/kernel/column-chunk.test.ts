import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ColumnChunk, cellsOf, decodeChunk, encodeChunk } from '#shared/kernel/column-chunk.ts';
import { ColumnText } from '#shared/kernel/column-text.ts';
import { chunkOf, utf8 } from '../../fixtures/bytes.ts';

const cells = fc.array(
  fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(null, '', '\uFEFF', '😀', '𠮷野家', 'a\0b')),
  {
    maxLength: 60,
  },
);

function decoded(bytes: Uint8Array): ColumnChunk {
  const result = decodeChunk(bytes);
  if (!result.ok) {
    throw new Error(JSON.stringify(result.error));
  }
  return result.value;
}

describe('a round trip', () => {
  test('gives back any cells', () => {
    fc.assert(
      fc.property(cells, (column) => {
        const chunk = decoded(encodeChunk(chunkOf(column)));
        expect(chunk).toEqual(chunkOf(column));
        expect(cellsOf(chunk, null)).toEqual(column);
        expect(cellsOf(chunk)).toEqual(column.map((cell) => cell ?? ''));
        const text = new ColumnText(chunk);
        expect(column.map((_, row) => text.at(row))).toEqual(column);
        expect(text.cells()).toEqual(column);
        expect(text.at(column.length)).toBeNull();
      }),
    );
  });

  test.each([65_534, 65_535, 65_536, 200_000])('keeps a cell of %i units', (length) => {
    const column = ['short', 'x'.repeat(length), '', 'end'];
    const chunk = decoded(encodeChunk(chunkOf(column)));
    expect(cellsOf(chunk)).toEqual(column);
    expect(cellsOf(chunk)[3]).toBe('end');
  });

  test('works on an encoding that lies at an odd place of a larger buffer', () => {
    const encoded = encodeChunk(chunkOf(['甲', '乙乙', '']));
    const larger = new Uint8Array(encoded.length + 7);
    larger.set(encoded, 3);
    expect(cellsOf(decoded(larger.subarray(3, 3 + encoded.length)))).toEqual(['甲', '乙乙', '']);
  });

  test('compresses a column that repeats, and costs no more than header and lengths on one that does not', () => {
    const repeating = chunkOf(Array.from({ length: 8192 }, (_, row) => `2024-03-01 08:00:${row % 60}`));
    expect(encodeChunk(repeating).length).toBeLessThan(repeating.bytes.length / 3);
    const single = chunkOf(['qwertz']);
    expect(encodeChunk(single).length).toBe(10 + 2 + 6);
  });
});

/** What version 1 wrote: lengths in UTF-16 units, no null, not compressed. */
function firstVersion(column: readonly string[]): Uint8Array {
  const text = utf8(column.join(''));
  const encoded = new Uint8Array(10 + column.length * 4 + text.length);
  const view = new DataView(encoded.buffer);
  view.setUint16(0, 0x0101);
  view.setUint32(2, column.length, true);
  view.setUint32(6, text.length, true);
  column.forEach(({ length }, row) => {
    view.setUint32(10 + row * 4, length, true);
  });
  encoded.set(text, 10 + column.length * 4);
  return encoded;
}

test('what an earlier version wrote is read as it was', () => {
  const column = fc.array(
    fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', '\uFEFF', '😀', '𠮷野家', 'é')),
  );
  fc.assert(
    fc.property(column, (written) => {
      expect(cellsOf(decoded(firstVersion(written)))).toEqual(written);
    }),
  );
});

describe('bytes that are no chunk', () => {
  test('never throw', () => {
    const header = fc.constantFrom([1, 0], [1, 1], [1, 2], [1, 3], [2, 0], [2, 1], [2, 2], [2, 3]);
    const hostile = fc
      .tuple(header, fc.uint8Array({ maxLength: 60 }))
      .map(([head, rest]) => Uint8Array.from([...head, ...rest]));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 60 }), hostile), (bytes) => {
        const result = decodeChunk(bytes);
        if (result.ok) {
          expect(cellsOf(result.value)).toHaveLength(result.value.rows);
        }
      }),
      { numRuns: 5000 },
    );
  });

  test('are refused when cut anywhere', () => {
    const encoded = encodeChunk(chunkOf(['张三', '李四', '王五']));
    for (let length = 0; length < encoded.length; length++) {
      expect(decodeChunk(encoded.subarray(0, length)).ok).toBe(false);
    }
  });

  test('of a later version are told apart from damage', () => {
    const encoded = encodeChunk(chunkOf(['a']));
    encoded[0] = 3;
    expect(decodeChunk(encoded)).toEqual({ ok: false, error: { kind: 'unknown-version', version: 3 } });
    encoded[0] = 2;
    encoded[1] = 4;
    expect(decodeChunk(encoded)).toMatchObject({ ok: false, error: { kind: 'corrupt' } });
  });

  test('are refused when the lengths do not add up to the text', () => {
    const encoded = encodeChunk({ rows: 2, bytes: new Uint8Array([97, 98, 99]), lengths: Uint32Array.of(1, 1) });
    expect(decodeChunk(encoded)).toMatchObject({ ok: false, error: { kind: 'corrupt' } });
  });

  test('may promise no more memory than they can fill', () => {
    const lie = Uint8Array.of(1, 3, 255, 255, 255, 255, 255, 255, 255, 255, 0x10, 1);
    expect(decodeChunk(lie)).toMatchObject({ ok: false, error: { kind: 'corrupt' } });
  });
});
