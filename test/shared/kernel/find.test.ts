import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeChunk } from '#shared/kernel/column-chunk.ts';
import { findInPacked } from '#shared/kernel/find.ts';
import { columnOf } from '../../fixtures/column.ts';

function rowsWith(cells: readonly (string | null)[], text: string, foldCase: boolean): readonly number[] {
  return [...findInPacked(encodeChunk(columnOf(cells)), new TextEncoder().encode(text), foldCase)];
}

/** A–Z made small, and nothing else. */
function small(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

// Few letters, so that matches, near misses and matches over the border of two cells are common.
const piece = fc.constantFrom('a', 'b', 'A', 'B', 'z', '[', '{', '张', '张三', 'ä', 'Ä', '😀', ' ');
const cell = fc.option(
  fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('')),
  { nil: null },
);
const needle = fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join(''));

describe('the byte search of a column', () => {
  it('finds just the cells that contain the text, whatever stands beside them', () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 30 }), needle, (cells, text) => {
        const expected = cells.flatMap((value, row) => (value?.includes(text) === true ? [row] : []));
        expect(rowsWith(cells, text, false)).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes large for small ASCII letters when asked to, and no other character for another', () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 30 }), needle, (cells, text) => {
        const folded = small(text);
        const expected = cells.flatMap((value, row) => (value !== null && small(value).includes(folded) ? [row] : []));
        expect(rowsWith(cells, text, true)).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('never finds a text that begins in one cell and ends in the next', () => {
    expect(rowsWith(['ab', 'cd'], 'bc', false)).toEqual([]);
    expect(rowsWith(['ab', null, '', 'cd'], 'bc', true)).toEqual([]);
    expect(rowsWith(['xab', 'ab'], 'ba', false)).toEqual([]);
  });

  it('names a row once, however often the text stands in it', () => {
    expect(rowsWith(['aaaa', 'a', ''], 'a', false)).toEqual([0, 1]);
  });

  it('finds nothing for no text', () => {
    expect(rowsWith(['a', ''], '', false)).toEqual([]);
  });
});
