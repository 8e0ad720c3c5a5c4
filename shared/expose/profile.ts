import { detectorFor } from '../classify/detectors.ts';
import { type FieldTypeId, unknownFieldType } from '../domain/field-type-id.ts';
import type { TypeProfile } from '../domain/sample.ts';
import { CellJudge, rowMark, type ShapedColumn } from './cell-judge.ts';
import { DistinctCounter } from './distinct.ts';

/** Counts what the rows of a table show of each field type, block after block. */
export type Profiler = {
  /** Takes in the next `rows` rows. Asks for each column of a counted type once, by its place; null is one without values. */
  addBlock(rows: number, column: (place: number) => ShapedColumn | null): void;
  /** The figures so far, in the order of the types' first columns. */
  profiles(): TypeProfile[];
};

type Tally = {
  readonly fieldType: FieldTypeId;
  readonly columns: number[];
  readonly judge: CellJudge;
  readonly distinct: DistinctCounter;
  filled: number;
  valid: number;
};

function newTally(fieldType: FieldTypeId): Tally {
  const distinct = new DistinctCounter();
  const judge = new CellJudge(detectorFor(fieldType), distinct);
  return { fieldType, columns: [], judge, distinct, filled: 0, valid: 0 };
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

function count(tally: Tally, marks: Uint8Array): void {
  for (const mark of marks) {
    tally.filled += mark & rowMark.filled;
    tally.valid += (mark & rowMark.valid) >>> 1;
  }
}

/**
 * Profiles a table by the types of its columns, `unknown` aside; all columns of one type count together. Filled: rows where
 * any of them is not blank; valid: rows where any passes the detector; distinct: different normalised values. `only` limits
 * the work to the types that an annotation touched.
 */
export function createProfiler(columnTypes: readonly FieldTypeId[], only?: readonly FieldTypeId[]): Profiler {
  const all = tallies(columnTypes, only === undefined ? null : new Set(only));
  let scratch = new Uint8Array(0);
  return {
    addBlock(rows, column) {
      scratch = scratch.length < rows ? new Uint8Array(rows) : scratch;
      const marks = scratch.subarray(0, rows);
      for (const tally of all) {
        marks.fill(0);
        for (const place of tally.columns) {
          const shaped = column(place);
          if (shaped !== null) {
            tally.judge.mark(shaped, marks);
          }
        }
        count(tally, marks);
      }
    },
    profiles: () =>
      all.map(({ fieldType, columns, filled, valid, distinct }) => ({
        fieldType,
        columns: [...columns],
        filled,
        valid,
        distinct: distinct.count,
        distinctIsEstimate: distinct.isEstimate,
      })),
  };
}
