import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellsOf, decodeChunk, encodeChunk, expandedLength } from '#shared/kernel/column-chunk.ts';
import { expandChunk, findInPacked, type UnpackChunk, unpackChunk } from '#shared/kernel/find.ts';
import { type DescribePacked, type Kernels, plainKernels } from '#shared/kernel/kernels.ts';
import type { RowBlock } from '#shared/kernel/row-block.ts';
import { describeCells } from '#shared/kernel/shapes.ts';
import { CellHasher } from '#shared/search/cell-hasher.ts';
import { chunkOf, joined, utf8 } from '../../fixtures/bytes.ts';
import { compiledKernels } from '../../fixtures/compiled-kernels.ts';
import { generateEcommerceSample } from '../../fixtures/ecommerce-sample.ts';
import { scanWhole } from '../../fixtures/scan-whole.ts';

const cell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    null,
    '',
    ' ',
    '\t13812345678 ',
    '\u3000张三',
    '李四\u00a0',
    '😀',
    'aaaaaaaaaaaaaaaaaaaaaaaa',
    '\uFEFF',
  ),
);
const column = fc.array(cell, { maxLength: 60 });

describe('the compiled kernels', () => {
  test('pack a chunk into the bytes that their twin packs it into', () => {
    const { encodeChunk: encodeFast } = compiledKernels();
    fc.assert(
      fc.property(column, (cells) => {
        expect(encodeFast(chunkOf(cells)).slice()).toEqual(encodeChunk(chunkOf(cells)));
      }),
      { numRuns: 2000 },
    );
  });

  test.each([65_534, 65_535, 200_000])('pack a cell of %i bytes', (length) => {
    const cells = ['short', null, 'x'.repeat(length), '', 'end'];
    const encoded = compiledKernels().encodeChunk(chunkOf(cells));
    const decoded = decodeChunk(encoded);
    expect(decoded.ok ? cellsOf(decoded.value, null) : decoded).toEqual(cells);
  });

  test('describe cells as their twin does', () => {
    const kernels = compiledKernels();
    fc.assert(
      fc.property(column, (cells) => {
        const { starts, sizes, lows, tops, bits } = kernels.describeCells(chunkOf(cells));
        const found = [starts, sizes, lows, tops, bits].map((numbers) => [...numbers]);
        const twin = describeCells(chunkOf(cells));
        expect(found).toEqual(
          [twin.starts, twin.sizes, twin.lows, twin.tops, twin.bits].map((numbers) => [...numbers]),
        );
      }),
      { numRuns: 2000 },
    );
  });

  test('describe packed chunks as their twin does, from the first call on and after larger ones', () => {
    const told = ({ chunk, shapes }: ReturnType<DescribePacked>): unknown => {
      const { starts, sizes, lows, tops, bits } = shapes;
      return [chunk.bytes, chunk.lengths, starts, sizes, lows, tops, bits].map((numbers) => [...numbers]);
    };
    const kernels = compiledKernels();
    fc.assert(
      fc.property(column, (cells) => {
        const packed = encodeChunk(chunkOf(cells));
        expect(told(kernels.describePacked(packed))).toEqual(told(plainKernels.describePacked(packed)));
      }),
      { numRuns: 1000 },
    );
    for (const rows of [20_000, 5, 40_000]) {
      const many = encodeChunk(chunkOf(Array.from({ length: rows }, (_, row) => (row % 9 === 0 ? null : `a ${row}`))));
      expect(told(compiledKernels().describePacked(many))).toEqual(told(plainKernels.describePacked(many)));
      expect(told(kernels.describePacked(many))).toEqual(told(plainKernels.describePacked(many)));
    }
  });

  test('find a needle in packed chunks as their twin does', () => {
    const { findInPacked: findFast } = compiledKernels();
    const value = fc.oneof(cell, fc.string({ unit: fc.constantFrom('a', 'A', 'b', '张', '1'), maxLength: 12 }));
    const needle = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', 'A', 'b', '张', '1'), minLength: 1, maxLength: 4 }),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(value, { maxLength: 80 }), needle, fc.boolean(), (cells, text, foldCase) => {
        const packed = encodeChunk(chunkOf(cells));
        expect([...findFast(packed, utf8(text), foldCase)]).toEqual([...findInPacked(packed, utf8(text), foldCase)]);
      }),
      { numRuns: 3000 },
    );
    const many = encodeChunk(chunkOf(Array.from({ length: 50_000 }, (_, row) => (row % 3 === 0 ? 'aaaa' : 'b'))));
    expect(findFast(many, utf8('a'), false)).toEqual(findInPacked(many, utf8('a'), false));
    const wide = encodeChunk(chunkOf(['x'.repeat(70_000), 'xy', null, 'ay']));
    expect([...findFast(wide, utf8('Y'), true)]).toEqual([1, 3]);
  });

  test('expand packed chunks as their twin does, for the same rows and hits', () => {
    const { expandChunk: expandFast, findInPacked: findFast } = compiledKernels();
    fc.assert(
      fc.property(column, fc.string({ unit: 'binary', minLength: 1, maxLength: 2 }), (cells, text) => {
        const packed = encodeChunk(chunkOf(cells));
        const expanded = expandFast(packed);
        expect(expanded).toEqual(expandChunk(packed));
        expect(expanded.length).toBe(expandedLength(packed));
        expect(expandFast(expanded)).toEqual(expanded);
        expect(unpackChunk(expanded)).toEqual(unpackChunk(packed));
        expect([...findFast(expanded, utf8(text), true)]).toEqual([...findInPacked(packed, utf8(text), true)]);
      }),
      { numRuns: 1500 },
    );
    const wide = encodeChunk(chunkOf(['x'.repeat(70_000), null, 'ay']));
    expect(expandFast(wide)).toEqual(expandChunk(wide));
    expect(() => expandFast(wide.subarray(0, wide.length - 1))).toThrow('does not hold a column');
    expect(() => expandChunk(wide.subarray(0, wide.length - 1))).toThrow('does not hold a column');
  });

  test('unpack chunks as their twin does, and refuse what it refuses', () => {
    const { unpackChunk: unpackFast } = compiledKernels();
    const outcome = (unpack: UnpackChunk, packed: Uint8Array): unknown => {
      try {
        const { rows, bytes, lengths } = unpack(packed);
        return { rows, bytes: [...bytes], lengths: [...lengths] };
      } catch {
        return 'refused';
      }
    };
    // Runs of short patterns, which LZ4 writes as matches that overlap themselves.
    const run = fc
      .tuple(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), fc.integer({ min: 1, max: 60 }))
      .map(([pattern, times]) => pattern.repeat(times));
    const cells = fc.array(fc.oneof(cell, run), { maxLength: 40 });
    fc.assert(
      fc.property(cells, fc.nat(), fc.nat(255), (made, place, byte) => {
        const packed = encodeChunk(chunkOf(made));
        expect(outcome(unpackFast, packed)).toEqual(outcome(unpackChunk, packed));
        const damaged = packed.slice();
        // The header's numbers of rows and bytes would only ask for much memory.
        damaged[10 + (place % Math.max(1, packed.length - 10))] = byte;
        expect(outcome(unpackFast, damaged)).toEqual(outcome(unpackChunk, damaged));
      }),
      { numRuns: 800 },
    );
    const wide = encodeChunk(chunkOf(['x'.repeat(70_000), null, 'ay']));
    expect(outcome(unpackFast, wide)).toEqual(outcome(unpackChunk, wide));
  });

  test('hash cells for fingerprints as their twin does', () => {
    const secret = Uint8Array.from({ length: 32 }, (_, at) => at * 7);
    const [fast, twin] = [new CellHasher(secret, compiledKernels().hashCells), new CellHasher(secret)];
    const heard = (hasher: CellHasher, cells: readonly (string | null)[]): unknown[] => {
      const hashes: unknown[] = [];
      hasher.hashColumn(
        chunkOf(cells),
        (...hash) => hashes.push(['value', ...hash]),
        (...hash) => hashes.push(['domain', ...hash]),
      );
      return hashes;
    };
    const value = fc.oneof(
      cell,
      fc.string({
        unit: fc.constantFrom('a', 'Z', '1', '8', '6', '-', '+', 'x', '@', '.', ':', '/', '张', '丁', 'ä'),
        maxLength: 18,
      }),
      fc.constantFrom('Li@Mail.Example.CN', 'https://shop.example.com:8443/a', '+86 138 1234 5678', '8613812345678'),
    );
    fc.assert(
      fc.property(fc.array(value, { maxLength: 40 }), (cells) => {
        expect(heard(fast, cells)).toEqual(heard(twin, cells));
      }),
      { numRuns: 2000 },
    );
  });

  test('work on the blocks of a scan where they lie, also when their memory must grow', () => {
    const secret = Uint8Array.from({ length: 32 }, (_, at) => at * 5);
    const bytes = joined(generateEcommerceSample({ rows: 20_000, seed: 8, quirks: true }));
    const seen = (kernels: Kernels): unknown[] => {
      const found: unknown[] = [];
      const hasher = new CellHasher(secret, kernels.hashCells);
      const onBlock = ({ columns }: RowBlock): void => {
        for (const chunk of columns) {
          let sum = 0;
          const add = (low: number): void => {
            sum = (sum + low) % 2 ** 40;
          };
          hasher.hashColumn(chunk, add, add);
          found.push(sum, [...kernels.describeCells(chunk).lows], [...kernels.encodeChunk(chunk)]);
        }
      };
      scanWhole([bytes], { hasHeader: true, rowsPerBlock: 8192, onBlock }, kernels);
      return found;
    };
    const found = seen(compiledKernels());
    expect(found.length).toBeGreaterThan(60);
    expect(found).toEqual(seen(plainKernels));
  });
});
