import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nullCell } from '#shared/kernel/column-chunk.ts';
import type { RowBlock } from '#shared/kernel/row-block.ts';
import { RowLines } from '../../cli/row-lines.ts';
import { joined, utf8 } from '../fixtures/bytes.ts';

type Cell = string | null;

function blockOf(rows: readonly (readonly Cell[])[], width: number): RowBlock {
  const columns = Array.from({ length: width }, (_, column) => {
    const cells = rows.map((row) => row[column] ?? null);
    const encoded = cells.map((cell) => (cell === null ? null : utf8(cell)));
    return {
      rows: rows.length,
      bytes: joined(encoded.filter((bytes) => bytes !== null)),
      lengths: Uint32Array.from(encoded, (bytes) => bytes?.length ?? nullCell),
    };
  });
  return { firstRow: 0, rows: rows.length, columns };
}

const cell = fc.option(fc.string({ unit: 'binary', maxLength: 20 }), { nil: null });
const table = fc.integer({ min: 1, max: 5 }).chain((width) =>
  fc.record({
    width: fc.constant(width),
    blocks: fc.array(fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 })),
  }),
);

function linesOf(lines: RowLines): string[] {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(lines.take()).split('\n').slice(0, -1);
}

it('writes what JSON.stringify would, whatever the cells hold', () => {
  fc.assert(
    fc.property(table, ({ width, blocks }) => {
      const lines = new RowLines({ before: '', after: '', width: 0, limit: Number.POSITIVE_INFINITY });
      for (const rows of blocks) {
        lines.add(blockOf(rows, width));
      }
      expect(linesOf(lines)).toEqual(blocks.flat().map((row) => JSON.stringify(row)));
    }),
  );
});

it('grows for a block larger than its memory, fills up short rows, and stops at the limit', () => {
  const long = '"'.repeat(1 << 20);
  const lines = new RowLines({ before: '<', after: '>', width: 3, limit: 2 });
  lines.add(blockOf([[long, 'b']], 2));
  expect(lines.isDone).toBe(false);
  lines.add(blockOf([['c'], ['not', 'asked for']], 2));
  expect(lines.isDone).toBe(true);
  expect(linesOf(lines)).toEqual([`<${JSON.stringify([long, 'b', null])}>`, '<["c",null,null]>']);
});
