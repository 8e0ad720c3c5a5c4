import { detectorFor } from '../classify/detectors.ts';
import type { ColumnProfile } from '../domain/column-profile.ts';
import { type FieldTypeId, unknownFieldType } from '../domain/field-type-id.ts';
import { CellJudge, type CellKeys, type ShapedColumn } from './cell-judge.ts';
import type { ColumnPicture } from './column-picture.ts';
import { DistinctCounter } from './distinct.ts';

/** Counts what the rows show of one column. */
export class ColumnCount {
  readonly place: number;
  readonly distinct = new DistinctCounter();
  private readonly isTyped: boolean;
  private readonly judge: CellJudge;
  private readonly seen: ColumnPicture | null;

  /** `seen` takes what the values look like; null where nobody asks for that. */
  constructor(place: number, fieldType: FieldTypeId, seen: ColumnPicture | null) {
    this.place = place;
    this.isTyped = fieldType !== unknownFieldType;
    this.judge = new CellJudge(detectorFor(fieldType), this.distinct);
    this.seen = seen;
  }

  /** Takes in the next block's cells, adds to their rows' marks, and gives their keys where asked for. */
  add(shaped: ShapedColumn, marks: Uint8Array, keys: CellKeys | null): void {
    this.judge.mark(shaped, marks, keys);
    this.seen?.add(shaped);
  }

  /** The figures so far; null where it was not seen what the values look like. */
  profile(): ColumnProfile | null {
    const { filled, valid, masked } = this.judge;
    return this.seen === null
      ? null
      : {
          ...{ filled, valid: this.isTyped ? valid : 0, masked },
          distinct: this.distinct.count,
          distinctIsEstimate: this.distinct.isEstimate,
          ...this.seen.picture(),
        };
  }
}
