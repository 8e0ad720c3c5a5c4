import type { FieldTypeId } from '../domain/field-type-id.ts';
import type { Counted, Sample } from '../domain/sample.ts';
import { labelOf } from '../packs/field-types.ts';

/** So many months stand side by side at most; more are put together by year. */
const mostMonths = 48;

/** A month (yyyymm) or a year (yyyy) with the rows in it; those in between that have none are there with 0. */
export type Period = { readonly period: number; readonly rows: number };

/** The rows of a sample by the points in time of one type. `of`: the rows counted; `untold`: values whose month cannot be told. */
export type OverTime = {
  readonly fieldType: FieldTypeId;
  readonly label: string;
  readonly of: number;
  readonly unit: 'month' | 'year';
  readonly periods: readonly Period[];
  readonly untold: number;
};

/** A month or a year as people write it: `2024-03`, `2024`. */
export function periodText(period: number): string {
  return period < 10_000 ? String(period) : `${Math.floor(period / 100)}-${String(period % 100).padStart(2, '0')}`;
}

/** The month (yyyymm) after a month. */
export function nextMonth(month: number): number {
  return month % 100 === 12 ? month + 89 : month + 1;
}

/** Every period from the first to the last, with the sum of what falls into it. */
function filledUp(counts: readonly Period[], next: (period: number) => number): Period[] {
  const sums = new Map<number, number>();
  for (const { period, rows } of counts) {
    sums.set(period, (sums.get(period) ?? 0) + rows);
  }
  const last = Math.max(...sums.keys());
  const periods: Period[] = [];
  for (let period = Math.min(...sums.keys()); period <= last; period = next(period)) {
    periods.push({ period, rows: sums.get(period) ?? 0 });
  }
  return periods;
}

/** The rows of a sample over time, one series for each type that tells when something was done. */
export function overTime({ profiles }: Counted<Pick<Sample, 'profiles'>>): OverTime[] {
  return profiles.flatMap(({ fieldType, rows, months }) => {
    if (months === undefined || months.counts.length === 0) {
      return [];
    }
    const counts = months.counts.map(({ month, rows }) => ({ period: month, rows }));
    const byMonth = filledUp(counts, nextMonth);
    const unit = byMonth.length > mostMonths ? 'year' : 'month';
    const years = counts.map(({ period, rows }) => ({ period: Math.floor(period / 100), rows }));
    const periods = unit === 'month' ? byMonth : filledUp(years, (year) => year + 1);
    return [{ fieldType, label: labelOf(fieldType), of: rows, unit, periods, untold: months.untold }];
  });
}
