import type { Detector } from '../classify/detector.ts';
import { detectorFor } from '../classify/detectors.ts';
import { type FieldTypeId, unknownFieldType } from '../domain/field-type-id.ts';
import type { TypeProfile } from '../domain/sample.ts';
import { createDistinctCounter, type DistinctCounter } from './distinct.ts';

/** Counts what the rows of a table show of each field type, block after block. */
export type Profiler = {
  /** Takes in the next `rows` rows: `columns[c][r]`, by the columns' places in the table. Those of no counted type may be empty. */
  addBlock(rows: number, columns: readonly (readonly string[])[]): void;
  /** The figures so far, in the order of the types' first columns. */
  profiles(): TypeProfile[];
};

type Tally = {
  readonly fieldType: FieldTypeId;
  readonly columns: number[];
  readonly detector: Detector;
  readonly distinct: DistinctCounter;
  filled: number;
  valid: number;
};

function newTally(fieldType: FieldTypeId): Tally {
  return {
    fieldType,
    columns: [],
    detector: detectorFor(fieldType),
    distinct: createDistinctCounter(),
    filled: 0,
    valid: 0,
  };
}

function tallies(columnTypes: readonly FieldTypeId[], only: ReadonlySet<FieldTypeId> | null): Tally[] {
  const byType = new Map<FieldTypeId, Tally>();
  for (const [column, fieldType] of columnTypes.entries()) {
    if (fieldType === unknownFieldType || only?.has(fieldType) === false) {
      continue;
    }
    const tally = byType.get(fieldType) ?? newTally(fieldType);
    byType.set(fieldType, tally);
    tally.columns.push(column);
  }
  return [...byType.values()];
}

function addRow(tally: Tally, columns: readonly (readonly string[])[], row: number): void {
  const { detector, distinct } = tally;
  let isFilled = false;
  let isValid = false;
  for (const column of tally.columns) {
    const value = columns[column]?.[row]?.trim() ?? '';
    if (value === '') {
      continue;
    }
    isFilled = true;
    if (!isValid) {
      isValid = detector.accepts(value);
    }
    distinct.add(detector.normalise(value));
  }
  if (isFilled) {
    tally.filled++;
  }
  if (isValid) {
    tally.valid++;
  }
}

/**
 * Profiles a table by the types of its columns, `unknown` aside; all columns of one type count together. Filled: rows where
 * any of them is not blank; valid: rows where any passes the detector; distinct: different normalised values. `only` limits
 * the work to the types that an annotation touched.
 */
export function createProfiler(columnTypes: readonly FieldTypeId[], only?: readonly FieldTypeId[]): Profiler {
  const all = tallies(columnTypes, only === undefined ? null : new Set(only));
  return {
    addBlock(rows, columns) {
      for (const tally of all) {
        for (let row = 0; row < rows; row++) {
          addRow(tally, columns, row);
        }
      }
    },
    profiles: () =>
      all.map(({ fieldType, columns, filled, valid, distinct }) => ({
        fieldType,
        columns: [...columns],
        filled,
        valid,
        distinct: distinct.count(),
        distinctIsEstimate: distinct.isEstimate(),
      })),
  };
}
