import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeChunk } from '#shared/kernel/column-chunk.ts';
import { plainKernels } from '#shared/kernel/kernels.ts';
import { compileQuery, explainQueryProblem, type SearchQuery } from '#shared/search/query.ts';
import { columnOf } from '../../fixtures/column.ts';

const plain: SearchQuery = { kind: 'contains', text: '', matchCase: false, fieldTypes: [] };

function rowsFor(query: Partial<SearchQuery>, cells: readonly (string | null)[]): readonly number[] {
  const match = compileQuery({ ...plain, ...query }, plainKernels);
  if (!match.ok) {
    throw new Error(explainQueryProblem(match.error));
  }
  return [...match.value(encodeChunk(columnOf(cells)))];
}

function problemWith(text: string): string {
  const match = compileQuery({ ...plain, kind: 'pattern', text }, plainKernels);
  return match.ok ? 'none' : match.error.kind;
}

describe('a search for characters', () => {
  it('takes either case unless told not to', () => {
    const cells = ['Anna@Example.com', 'anna@example.com', null, ''];
    expect(rowsFor({ text: 'EXAMPLE' }, cells)).toEqual([0, 1]);
    expect(rowsFor({ text: 'Example', matchCase: true }, cells)).toEqual([0]);
  });

  it('keeps the blanks of what was typed', () => {
    expect(rowsFor({ text: ' b' }, ['a b', 'ab', 'b'])).toEqual([0]);
  });
});

describe('a search for a value', () => {
  it('finds it in every spelling, and no longer one', () => {
    const cells = ['13812345678', '+86 138 1234 5678', '138123456789', '１３８１２３４５６７８', null];
    expect(rowsFor({ kind: 'exact', text: '138-1234-5678' }, cells)).toEqual([0, 1, 3]);
  });

  it('finds it only as it stands when case must match', () => {
    expect(rowsFor({ kind: 'exact', text: 'Anna', matchCase: true }, ['Anna', 'anna', ' Anna', 'Annas'])).toEqual([0]);
  });
});

describe('a search for a pattern', () => {
  it('finds what the built-in engine finds, cell by cell', () => {
    const patterns = ['a+b', '^a', 'b$', '[ab]{2}c?', '(?:ab|ba)+', '\\d{3}', 'a.b', '张|三'];
    const piece = fc.constantFrom('a', 'b', 'c', '1', '23', '张', '三', '😀', ' ');
    const cell = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 20 }), fc.constantFrom(...patterns), (cells, pattern) => {
        const own = new RegExp(pattern, 'iu');
        const expected = cells.flatMap((value, row) => (own.test(value) ? [row] : []));
        expect(rowsFor({ kind: 'pattern', text: pattern }, cells)).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes time in proportion to the text where backtracking would never end', () => {
    const cells = Array.from({ length: 200 }, () => 'a'.repeat(5000));
    const before = performance.now();
    expect(rowsFor({ kind: 'pattern', text: '(a+)+b' }, cells)).toEqual([]);
    expect(rowsFor({ kind: 'pattern', text: '(a|aa)+c' }, cells)).toEqual([]);
    expect(performance.now() - before).toBeLessThan(20_000);
  });

  it.each([
    ['a(?=b)', 'look-around'],
    ['(?<!a)b', 'look-around'],
    ['(a)\\1', 'back-reference'],
    ['(?<n>a)\\k<n>', 'back-reference'],
    ['[a-', 'malformed'],
    ['*a', 'malformed'],
    ['a{2000}', 'malformed'],
    ['.*', 'matches-everything'],
    ['a?', 'matches-everything'],
    ['^', 'matches-everything'],
    ['a'.repeat(1001), 'too-large'],
    ['  ', 'empty'],
  ])('refuses %s: %s', (text, kind) => {
    expect(problemWith(text)).toBe(kind);
  });

  it('says in words why not', () => {
    expect(explainQueryProblem({ kind: 'malformed', detail: 'missing closing ]: `[a-`' })).toContain(
      'missing closing ]',
    );
  });
});
