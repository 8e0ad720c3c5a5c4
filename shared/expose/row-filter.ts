import type { Detector } from '../classify/detector.ts';
import { detectorFor } from '../classify/detectors.ts';
import { monthOf } from '../classify/moment.ts';
import type { FieldTypeId } from '../domain/field-type-id.ts';
import { hashOf } from './hash.ts';
import { HashSet } from './hash-set.ts';
import type { ExposureLayer } from './series.ts';

/**
 * The rows behind a figure, block by block: takes the columns that it rests on (`columns[c][r]`, with no rows for a column
 * that the block does not have) and the block's rows, and answers with the indexes of the matching ones. Blocks must come in
 * order, each once.
 */
export type RowFilter = (columns: readonly (readonly string[])[], rows: number) => number[];

function matching(rows: number, doesMatch: (row: number) => boolean): number[] {
  return Array.from({ length: rows }, (_, row) => row).filter(doesMatch);
}

type CellTest = (value: string) => boolean;

function firstOfItsKind(detector: Detector): CellTest {
  const seen = new HashSet();
  return (value) => seen.add(hashOf(detector.normalise(value)));
}

function cellTest(detector: Detector, layer: ExposureLayer): CellTest {
  switch (layer) {
    case 'filled':
      return () => true;
    case 'valid':
      return (value) => detector.accepts(value);
    case 'distinct':
      return firstOfItsKind(detector);
  }
}

function doesRowMatch(columns: readonly (readonly string[])[], row: number, test: CellTest): boolean {
  let matches = false;
  for (const column of columns) {
    const value = column[row]?.trim() ?? '';
    // Every cell is tested: the distinct layer must also remember the values beside the one that matched.
    if (value !== '' && test(value)) {
      matches = true;
    }
  }
  return matches;
}

/**
 * The predicate for a bar that was clicked. For `distinct` it picks the row in which a value comes first, so it remembers
 * what it has seen; make a new one for each pass over the sample.
 */
export function rowsBehind(fieldType: FieldTypeId, layer: ExposureLayer): RowFilter {
  const test = cellTest(detectorFor(fieldType), layer);
  return (columns, rows) => matching(rows, (row) => doesRowMatch(columns, row, test));
}

/** The predicate for a month (yyyymm) or a year (yyyy) that was clicked: rows with a point in time in it. */
export function rowsInPeriod(period: number): RowFilter {
  const monthsIn = period < 10_000 ? 100 : 1;
  const isIn: CellTest = (value) => Math.floor((monthOf(value) ?? 0) / monthsIn) === period;
  return (columns, rows) => matching(rows, (row) => doesRowMatch(columns, row, isIn));
}
