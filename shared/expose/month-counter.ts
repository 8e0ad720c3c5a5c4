import { numberIn } from '../classify/bytes.ts';
import { isPlainTimeIn } from '../classify/date-time.ts';
import { monthOf } from '../classify/moment.ts';
import type { FieldTypeId } from '../domain/field-type-id.ts';
import type { Months } from '../domain/months.ts';
import { textIn } from '../kernel/utf8.ts';
import { fieldTypes } from '../packs/field-types.ts';
import type { ShapedColumn } from './cell-judge.ts';

/** Points in time that tell when something was done. A date of birth tells something else. */
const countedTypes: ReadonlySet<FieldTypeId> = new Set(
  fieldTypes.filter(({ validator, group }) => validator === 'datetime' && group !== 'identity').map(({ id }) => id),
);

/** Blanks, ASCII or not, and no value. */
const noValue = 0;
const noMonth = 1;

/** The month of the value in [start, end) as yyyymm; `noMonth` where it has none that can be told. */
function monthIn(bytes: Uint8Array, start: number, end: number): number {
  if (isPlainTimeIn(bytes, start, end)) {
    return numberIn(bytes, start, start + 4) * 100 + numberIn(bytes, start + 5, start + 7);
  }
  const text = textIn(bytes, start, end).trim();
  return text === '' ? noValue : (monthOf(text) ?? noMonth);
}

/** True for a type whose values tell when something was done. */
export function tellsMonths(fieldType: FieldTypeId): boolean {
  return countedTypes.has(fieldType);
}

/** Reads the months of a column's cells into the list, row by row, as `MonthCounter` takes them. */
export function readMonths(
  { chunk: { bytes, rows }, shapes: { starts, sizes } }: ShapedColumn,
  months: Uint32Array,
): void {
  for (let row = 0; row < rows; row++) {
    const size = sizes[row] ?? 0;
    if (size > 0) {
      const start = starts[row] ?? 0;
      months[row] = monthIn(bytes, start, start + size);
    }
  }
}

/**
 * Counts the rows of a type by month, block after block. A row with two times of the type in different months counts in
 * both, with two in the same month once.
 */
export class MonthCounter {
  private readonly rows = new Map<number, number>();
  private untold = 0;
  /** The months that the columns before this one gave the rows of the block, a list of them for each column. */
  private before: Uint32Array[] = [];

  /** A counter for the type; null where its values tell of no point in time. */
  static of(fieldType: FieldTypeId): MonthCounter | null {
    return tellsMonths(fieldType) ? new MonthCounter() : null;
  }

  /** Begins the next block. */
  begin(): void {
    this.before = [];
  }

  /** Takes in the months of a column of the block, which it keeps until the next begins. */
  add(months: Uint32Array): void {
    for (let row = 0; row < months.length; row++) {
      this.count(months[row] ?? noValue, row);
    }
    this.before.push(months);
  }

  private count(month: number, row: number): void {
    if (month === noMonth) {
      this.untold++;
    } else if (month !== noValue && this.before.every((months) => months[row] !== month)) {
      this.rows.set(month, (this.rows.get(month) ?? 0) + 1);
    }
  }

  /** The months so far, the earliest first. */
  months(): Months {
    const counts = [...this.rows].map(([month, rows]) => ({ month, rows })).sort((a, b) => a.month - b.month);
    return { counts, untold: this.untold };
  }
}
