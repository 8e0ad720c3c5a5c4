import type { Detector } from '../classify/detector.ts';
import { detectorFor } from '../classify/detectors.ts';
import type { FieldTypeId } from '../domain/field-type-id.ts';
import { hashOf } from './hash.ts';
import { HashSet } from './hash-set.ts';
import type { ExposureLayer } from './series.ts';

/**
 * The rows behind a bar, block by block: takes the columns of the bar's field type (`columns[c][r]`) and answers with the
 * indexes of the matching rows in the block. Blocks must come in order, each once.
 */
export type RowFilter = (columns: readonly (readonly string[])[]) => number[];

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
  return (columns) => {
    const rows = columns[0]?.length ?? 0;
    const matching: number[] = [];
    for (let row = 0; row < rows; row++) {
      if (doesRowMatch(columns, row, test)) {
        matching.push(row);
      }
    }
    return matching;
  };
}
