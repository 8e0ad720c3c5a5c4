import { packId } from '../packs/field-types.ts';
import type { CheckedTable, TextRows } from './checked-table.ts';

/** The columns of any of these types, ordered by header: which one a check takes must not depend on how they are arranged. */
export function columnsOf(table: CheckedTable, ...types: readonly string[]): number[] {
  const wanted = types.map(packId);
  return table.columns
    .map(({ header, fieldType }, index) => ({ header, index, rank: wanted.indexOf(fieldType) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank || (a.header < b.header ? -1 : a.header > b.header ? 1 : a.index - b.index))
    .map(({ index }) => index);
}

/** The column of the first of these types that the table has, or null. */
export function columnOf(table: CheckedTable, ...types: readonly string[]): number | null {
  return columnsOf(table, ...types)[0] ?? null;
}

/** The trimmed text of a cell; '' where there is no value. `row` counts from the block's first. */
export function cellOf(rows: TextRows, column: number, row: number): string {
  return rows.columns[column]?.[row]?.trim() ?? '';
}

/** Hands over every filled cell of some columns, row by row, with its row number in the sample. */
export function eachCell(
  rows: TextRows,
  columns: readonly number[],
  visit: (value: string, row: number, column: number) => void,
): void {
  for (let row = 0; row < rows.rows; row++) {
    for (const column of columns) {
      const value = cellOf(rows, column, row);
      if (value !== '') {
        visit(value, rows.firstRow + row, column);
      }
    }
  }
}

/** Hands over the cells of two columns in every row in which both are filled. */
export function eachPair(
  rows: TextRows,
  first: number,
  second: number,
  visit: (one: string, other: string, row: number) => void,
): void {
  for (let row = 0; row < rows.rows; row++) {
    const one = cellOf(rows, first, row);
    const other = one === '' ? '' : cellOf(rows, second, row);
    if (other !== '') {
      visit(one, other, rows.firstRow + row);
    }
  }
}
