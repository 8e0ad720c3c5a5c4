import { repairedCell } from './cell-repair.ts';
import { isDigits, numberAt } from './characters.ts';
import { clean } from './clean.ts';

/** How many values of a column are looked at, spread evenly over it. */
const mostExamined = 2000;

/** What can be said of a column's values before any type is thought of. */
export type ColumnFacts = {
  readonly examined: number;
  /** The examined values that say something, put right where exports wear them (`repairedCell`). */
  readonly filled: readonly string[];
  /** The same as detectors see them (`clean`), made once for all of them. */
  readonly cleaned: readonly string[];
  /** Different filled values / filled values; 0 without any. */
  readonly distinctRatio: number;
  readonly distinct: ReadonlySet<string>;
  /** Mean length in characters of the filled values. */
  readonly meanLength: number;
  /** True if the values are whole numbers that mostly count up in steps below ten, as a database numbers its rows. */
  readonly countsUp: boolean;
};

function spread(values: readonly string[]): string[] {
  if (values.length <= mostExamined) {
    return [...values];
  }
  const step = values.length / mostExamined;
  // Pairs of neighbours, so that counting up can still be seen.
  return Array.from({ length: mostExamined }, (_, i) => values[Math.floor((i - (i % 2)) * step) + (i % 2)] ?? '');
}

function doesCountUp(filled: readonly string[], isSpread: boolean): boolean {
  if (filled.length < 3) {
    return false;
  }
  if (!filled.every((value) => value.length <= 15 && isDigits(value))) {
    return false;
  }
  let steps = 0;
  let pairs = 0;
  for (let i = 1; i < filled.length; i += isSpread ? 2 : 1) {
    const before = filled[i - 1] ?? '';
    const after = filled[i] ?? '';
    const step = numberAt(after, 0, after.length) - numberAt(before, 0, before.length);
    pairs++;
    if (step > 0 && step < 10) {
      steps++;
    }
  }
  return steps >= pairs * 0.9;
}

/** Measures the values of one column, at most {@link mostExamined} of them. */
export function columnFacts(values: readonly string[]): ColumnFacts {
  const examined = spread(values);
  const filled = examined.map(repairedCell).filter((value) => value !== '');
  const distinct = new Set(filled);
  return {
    examined: examined.length,
    filled,
    cleaned: filled.map(clean),
    distinct,
    distinctRatio: filled.length === 0 ? 0 : distinct.size / filled.length,
    meanLength: filled.length === 0 ? 0 : filled.reduce((sum, { length }) => sum + length, 0) / filled.length,
    countsUp: doesCountUp(filled, values.length > mostExamined && filled.length === examined.length),
  };
}

/** The share (0–1) of the filled values for which the test holds; 0 without any. */
export function shareOf(facts: ColumnFacts, holds: (value: string) => boolean): number {
  if (facts.filled.length === 0) {
    return 0;
  }
  let count = 0;
  for (const value of facts.filled) {
    if (holds(value)) {
      count++;
    }
  }
  return count / facts.filled.length;
}
