import { z } from 'zod';
import { type FieldTypeId, fieldTypeIdSchema } from '../domain/field-type-id.ts';
import { type ColumnChunk, cellsOf, nullCell } from '../kernel/column-chunk.ts';
import type { UnpackChunk } from '../kernel/find.ts';
import type { Kernels } from '../kernel/kernels.ts';
import { assertNever } from '../lib/assert-never.ts';
import { compilePattern, type PatternProblem } from '../lib/pattern.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { KeyWriter, keysOfValue } from './look-up-key.ts';

/** How the words of a query are meant: anywhere in a cell, as the whole cell, or as a regular expression. */
export const queryKinds = ['contains', 'exact', 'pattern'] as const;

/** What is searched for. `fieldTypes` limits the search to columns of these types; none means all columns. */
export const searchQuerySchema = z
  .object({
    kind: z.enum(queryKinds),
    text: z.string(),
    matchCase: z.boolean(),
    fieldTypes: z.array(fieldTypeIdSchema).readonly(),
  })
  .readonly();
export type SearchQuery = z.infer<typeof searchQuerySchema>;

/** Why a query is not run. */
export type QueryProblem = PatternProblem | { readonly kind: 'empty' };

/** The rows of one packed column chunk that a query matches, in order. */
export type ChunkMatcher = (packed: Uint8Array) => Uint32Array;

/** The rows whose cells pass a test of their bytes. Cells without a value are not asked. */
function rowsWhere(
  { bytes, lengths }: ColumnChunk,
  test: (bytes: Uint8Array, start: number, end: number) => boolean,
): Uint32Array {
  const rows: number[] = [];
  let start = 0;
  for (const [row, length] of lengths.entries()) {
    const end = start + (length === nullCell ? 0 : length);
    if (end > start && test(bytes, start, end)) {
      rows.push(row);
    }
    start = end;
  }
  return Uint32Array.from(rows);
}

function isSame(bytes: Uint8Array, start: number, end: number, wanted: Uint8Array): boolean {
  if (end - start !== wanted.length) {
    return false;
  }
  for (let at = 0; at < wanted.length; at++) {
    if (bytes[start + at] !== wanted[at]) {
      return false;
    }
  }
  return true;
}

function exactAsStored(text: string, unpack: UnpackChunk): ChunkMatcher {
  const wanted = new TextEncoder().encode(text);
  return (packed) => rowsWhere(unpack(packed), (bytes, start, end) => isSame(bytes, start, end, wanted));
}

function exactByKey(text: string, unpack: UnpackChunk): ChunkMatcher {
  const writer = new KeyWriter();
  const wanted = keysOfValue(text).map((key) => new TextEncoder().encode(key));
  return (packed) =>
    rowsWhere(unpack(packed), (bytes, start, end) => {
      writer.write(bytes, start, end);
      return wanted.some((key) => isSame(writer.bytes, 0, writer.length, key));
    });
}

function byPattern(test: (cell: string) => boolean, unpack: UnpackChunk): ChunkMatcher {
  return (packed) => {
    const rows: number[] = [];
    for (const [row, cell] of cellsOf(unpack(packed)).entries()) {
      if (cell !== '' && test(cell)) {
        rows.push(row);
      }
    }
    return Uint32Array.from(rows);
  };
}

/**
 * Prepares a query with the kernels to use. By default ASCII letters
 * match in either case; an exact search also takes full-width for half-width and a number with or without +86.
 */
export function compileQuery(
  { kind, text, matchCase }: SearchQuery,
  { findInPacked: find, unpackChunk: unpack }: Pick<Kernels, 'findInPacked' | 'unpackChunk'>,
): Result<ChunkMatcher, QueryProblem> {
  if (text.trim() === '') {
    return err({ kind: 'empty' });
  }
  switch (kind) {
    case 'contains': {
      const needle = new TextEncoder().encode(text);
      return ok((packed) => find(packed, needle, !matchCase));
    }
    case 'exact':
      return ok(matchCase ? exactAsStored(text, unpack) : exactByKey(text, unpack));
    case 'pattern': {
      const test = compilePattern(text, matchCase);
      return test.ok ? ok(byPattern(test.value, unpack)) : test;
    }
    default:
      return assertNever(kind);
  }
}

/** The columns that a query looks into. */
export function columnsOf({ fieldTypes }: SearchQuery, columnTypes: readonly FieldTypeId[]): readonly number[] {
  return columnTypes.flatMap((type, column) => (fieldTypes.length === 0 || fieldTypes.includes(type) ? [column] : []));
}

/** Says why a query was not run, and what to do. */
export function explainQueryProblem(problem: QueryProblem): string {
  switch (problem.kind) {
    case 'empty':
      return 'There is nothing to search for yet. Type some characters.';
    case 'look-around':
      return 'Look-ahead and look-behind, (?=…) and the like, are not supported: they could make a search endless. Write what must stand there as a part of the pattern.';
    case 'back-reference':
      return 'A reference back to a group, such as \\1, is not supported: it could make a search endless. Write the pattern without it.';
    case 'malformed':
      return `The pattern cannot be read: ${problem.detail}. To search for these characters as they stand, choose “Contains”.`;
    case 'too-large':
      return 'The pattern is longer than 1,000 characters. To search for many values, look up a list.';
    case 'matches-everything':
      return 'The pattern also matches an empty cell, so it would find every cell there is. Ask for at least one character, for example with + in place of *.';
    default:
      return assertNever(problem);
  }
}
