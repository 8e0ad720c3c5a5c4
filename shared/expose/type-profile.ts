import type { FieldTypeId } from '../domain/field-type-id.ts';
import type { TypeProfile } from '../domain/sample.ts';
import { DistinctCounter } from './distinct.ts';
import type { MonthCounter } from './month-counter.ts';

/** What was counted of the columns of one type: rows with a value and with a valid one, and the different values of each column. */
type TypeCounts = {
  readonly filled: number;
  readonly valid: number;
  readonly distinct: readonly DistinctCounter[];
  readonly months: MonthCounter | null;
};

function distinctOf([first = new DistinctCounter(), ...others]: readonly DistinctCounter[]): DistinctCounter {
  return others.length === 0 ? first : DistinctCounter.union([first, ...others]);
}

/** The figures of a type as a sample keeps them, from what was counted of its columns (their places). */
export function profileOf(
  fieldType: FieldTypeId,
  columns: readonly number[],
  { filled, valid, distinct, months }: TypeCounts,
): TypeProfile {
  const { count, isEstimate } = distinctOf(distinct);
  return {
    ...{ fieldType, columns, filled, valid, distinct: count, distinctIsEstimate: isEstimate },
    ...(months === null ? {} : { months: months.months() }),
  };
}
