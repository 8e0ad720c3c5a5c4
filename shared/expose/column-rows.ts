import { detectorFor } from '../classify/detectors.ts';
import type { FieldTypeId } from '../domain/field-type-id.ts';
import type { ColumnChunk } from '../kernel/column-chunk.ts';
import { ColumnText } from '../kernel/column-text.ts';
import { CellJudge, type CellKeys, type ShapedColumn } from './cell-judge.ts';
import { DistinctCounter } from './distinct.ts';
import { readMonths, tellsMonths } from './month-counter.ts';
import { type PersonSigns, signReaderOf } from './person-signs.ts';
import { isKeyPart } from './persons.ts';
import { RowSigns } from './row-signs.ts';

const bytesOfKeys = 8;
const bytesOfMonth = 4;
/** What a column's description leaves out at the edges of a cell; see `CellShapes`. */
const edgeBlanks = /^[\t-\r ]+|[\t-\r ]+$/g;

/**
 * What the rows of one column show of a field type, remembered row by row: the figures of any set of columns follow from
 * it, so that no cell must be read twice. Of the signs that values give of their persons only those asked for are read.
 */
export class ColumnRows {
  readonly place: number;
  readonly fieldType: FieldTypeId;
  readonly marks: Uint8Array;
  /** Null for a type that is no part of a key of persons. */
  readonly keys: CellKeys | null;
  /** Null for a type that does not tell when something was done. */
  readonly months: Uint32Array | null;
  readonly distinct = new DistinctCounter();
  readonly signs = new RowSigns();
  private readonly judge: CellJudge;
  private readonly reader: ReturnType<typeof signReaderOf>;
  private taken = 0;
  private rows = 0;

  /** For the column at a place, in a sample of so many rows. */
  constructor(place: number, fieldType: FieldTypeId, rows: number) {
    this.place = place;
    this.fieldType = fieldType;
    this.marks = new Uint8Array(rows);
    this.keys = isKeyPart(fieldType) ? { lows: new Uint32Array(rows), tops: new Uint32Array(rows) } : null;
    this.months = tellsMonths(fieldType) ? new Uint32Array(rows) : null;
    this.judge = new CellJudge(detectorFor(fieldType), this.distinct);
    this.reader = signReaderOf(fieldType);
  }

  /** How many bytes a column of this type takes for each row. */
  static bytesPerRow(fieldType: FieldTypeId): number {
    return 1 + (isKeyPart(fieldType) ? bytesOfKeys : 0) + (tellsMonths(fieldType) ? bytesOfMonth : 0);
  }

  /** How many blocks were taken in. */
  get blocks(): number {
    return this.taken;
  }

  /** Takes in the next block of so many rows; null is one in which the column has no values. */
  add(rows: number, shaped: ShapedColumn | null): void {
    const first = this.rows;
    const end = first + rows;
    if (shaped !== null) {
      this.judge.mark(shaped, this.marks.subarray(first, end), this.keysOf(first, end));
      if (this.months !== null) {
        readMonths(shaped, this.months.subarray(first, end));
      }
    }
    this.taken++;
    this.rows = end;
  }

  /** The keys of the rows in [first, end). */
  keysOf(first: number, end: number): CellKeys | null {
    return this.keys === null
      ? null
      : { lows: this.keys.lows.subarray(first, end), tops: this.keys.tops.subarray(first, end) };
  }

  /** What the values of these places in a block say of their persons. */
  signsIn(chunk: ColumnChunk, places: readonly number[]): PersonSigns[] {
    const text = new ColumnText(chunk);
    return places.map((place) => this.reader?.read((text.at(place) ?? '').replace(edgeBlanks, '')) ?? {});
  }
}
