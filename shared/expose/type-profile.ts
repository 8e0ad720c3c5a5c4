import type { FieldTypeId } from '../domain/field-type-id.ts';
import type { TypeProfile } from '../domain/sample.ts';
import { DistinctCounter } from './distinct.ts';
import type { MonthCounter } from './month-counter.ts';

/** In how many rows a type has a value, a valid one, and none that is valid but one that is half hidden. */
export type RowCounts = Pick<TypeProfile, 'filled' | 'valid' | 'masked'>;

/** What was counted of the columns of one type: the rows, and the different values of each column. */
type TypeCounts = Pick<TypeProfile, 'rows'> &
  RowCounts & {
    readonly distinct: readonly DistinctCounter[];
    readonly months: MonthCounter | null;
  };

function distinctOf([first = new DistinctCounter(), ...others]: readonly DistinctCounter[]): DistinctCounter {
  return others.length === 0 ? first : DistinctCounter.union([first, ...others]);
}

/** The lowest bit of each of the four marks in a word: `rowMark.filled`; the two above it are `valid` and `masked`. */
const lowest = 0x01010101;

/** How many of these bits are set. */
function bitsIn(word: number): number {
  return Math.imul(word, lowest) >>> 24;
}

/** Marks as words of four; past the end there is none. */
function wordsOf(marks: Uint8Array): Uint32Array {
  const isWhole = marks.byteOffset % 4 === 0 && marks.length % 4 === 0;
  const bytes = isWhole ? marks : new Uint8Array((marks.length + 3) & ~3);
  if (!isWhole) {
    bytes.set(marks);
  }
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
}

/** Counts rows by the marks that columns of one type give them, four at once: every row of every type comes by here. */
export function countRows(columns: readonly Uint8Array[]): RowCounts {
  const [first = new Uint32Array(0), ...others] = columns.map(wordsOf);
  let filled = 0;
  let valid = 0;
  let masked = 0;
  for (let at = 0; at < first.length; at++) {
    let word = first[at] ?? 0;
    for (const words of others) {
      word |= words[at] ?? 0;
    }
    const areValid = (word >>> 1) & lowest;
    filled += bitsIn(word & lowest);
    valid += bitsIn(areValid);
    masked += bitsIn((word >>> 2) & lowest & ~areValid);
  }
  return { filled, valid, masked };
}

/** The figures of a type as a sample keeps them, from what was counted of its columns (their places). */
export function profileOf(
  fieldType: FieldTypeId,
  columns: readonly number[],
  { rows, filled, valid, masked, distinct, months }: TypeCounts,
): TypeProfile {
  const { count, isEstimate } = distinctOf(distinct);
  return {
    ...{ fieldType, columns, rows, filled, valid, masked, distinct: count, distinctIsEstimate: isEstimate },
    ...(months === null ? {} : { months: months.months() }),
  };
}
