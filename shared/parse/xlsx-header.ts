import { guessHeader, type HeaderGuess, looksLikeValue } from './header-guess.ts';
import type { SheetRow } from './xlsx-sheet.ts';

/** So many rows tell whether the first is a header. */
export const examinedRows = 100;
/** So many rows above the header may hold a title each. */
const mostTitles = 5;

/**
 * Parts the rows above a header from a sheet's first rows: up to five of a single cell, and then one of three at least.
 * `isOpen` is true as long as more rows may decide.
 */
export function withoutTitle(rows: readonly SheetRow[]): {
  readonly titles: number;
  readonly isOpen: boolean;
  readonly rows: readonly SheetRow[];
} {
  const wide = rows.findIndex(({ cells }) => cells.length > 1);
  const isTitled = wide > 0 && wide <= mostTitles && (rows[wide]?.cells.length ?? 0) > 2;
  const titles = isTitled ? wide : 0;
  return { titles, isOpen: wide < 0 && rows.length <= mostTitles, rows: rows.slice(titles) };
}

function textsOf({ cells }: SheetRow, width: number): string[] {
  const texts = Array.from({ length: width }, () => '');
  for (const { column, text } of cells) {
    if (column < width) {
      texts[column] = text;
    }
  }
  return texts;
}

/** The columns from the first to the last cell of a row, counted from 0; none of a row without cells. */
export function spanOf({ cells }: SheetRow): readonly number[] {
  const columns = cells.map(({ column }) => column);
  const first = Math.min(...columns);
  return columns.length === 0 ? [] : Array.from({ length: Math.max(...columns) - first + 1 }, (_, at) => first + at);
}

/** The names of a sheet's columns, and which of these hold values (numbers, dates, addresses) rather than words. */
export type NamedColumns = {
  readonly names: ReadonlyMap<number, string>;
  readonly holdValues: ReadonlyMap<number, boolean>;
};

/** Which columns hold values in most of their cells; an empty column is not among the answers. */
export function valueColumns(rows: readonly SheetRow[]): ReadonlyMap<number, boolean> {
  const counts = new Map<number, { filled: number; values: number }>();
  for (const { column, text } of rows.flatMap(({ cells }) => cells)) {
    const count = counts.get(column) ?? { filled: 0, values: 0 };
    counts.set(column, { filled: count.filled + 1, values: count.values + (looksLikeValue(text) ? 1 : 0) });
  }
  return new Map([...counts].map(([column, { filled, values }]) => [column, values * 2 > filled]));
}

function isRepeated(first: SheetRow, { names }: NamedColumns): boolean {
  const named = first.cells.filter(({ column, text }) => text !== '' && names.get(column) === text);
  return named.length > 0 && named.length === first.cells.length;
}

/** Whether the first of a sheet's first rows names the columns; so it does when it repeats the header of the sheet before. */
export function judgeHeader(rows: readonly SheetRow[], before: NamedColumns | null): HeaderGuess {
  const [first, ...following] = withoutTitle(rows).rows;
  if (first === undefined) {
    return guessHeader([], []);
  }
  if (before !== null && isRepeated(first, before)) {
    return { hasHeader: true, reason: 'The first record repeats the header of the sheet before.' };
  }
  const width = Math.max(...first.cells.map(({ column }) => column)) + 1;
  return guessHeader(
    textsOf(first, width),
    following.map((row) => textsOf(row, width)),
  );
}

/**
 * The names of the sheet before for a sheet without a header of its own that goes on with it: it has the same columns, and
 * values or words in the same ones. Null when it does not.
 */
export function continuedNames(
  rows: readonly SheetRow[],
  before: NamedColumns | null,
): ReadonlyMap<number, string> | null {
  const [first] = rows;
  if (first === undefined || before === null || before.names.size === 0) {
    return null;
  }
  const columns = spanOf(first);
  const isAsWide = columns.length === before.names.size && columns.every((column) => before.names.has(column));
  const isOther = [...valueColumns(rows)].some(
    ([column, holdsValues]) => (before.holdValues.get(column) ?? holdsValues) !== holdsValues,
  );
  return isAsWide && !isOther ? before.names : null;
}
