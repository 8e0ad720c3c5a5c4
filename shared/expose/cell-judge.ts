import { type Detector, quickVerdict } from '../classify/detector.ts';
import type { ColumnChunk } from '../kernel/column-chunk.ts';
import { type CellShapes, hashBytes, shapeBits } from '../kernel/shapes.ts';
import { TextCursor } from '../kernel/text-cursor.ts';
import type { DistinctCounter } from './distinct.ts';
import { hashOf } from './hash.ts';

/** A column of a block with what can be said of its cells without knowing their type. */
export type ShapedColumn = { readonly chunk: ColumnChunk; readonly shapes: CellShapes };

/** The columns of a block as a profiler asks for them, described by the kernel that is at hand. */
export function shapedColumns(
  columns: readonly ColumnChunk[],
  describeCells: (chunk: ColumnChunk) => CellShapes,
): (place: number) => ShapedColumn | null {
  return (place) => {
    const chunk = columns[place];
    return chunk === undefined ? null : { chunk, shapes: describeCells(chunk) };
  };
}

/** What a row shows of a type, as bits. */
export const rowMark = { filled: 1, valid: 2, masked: 4 } as const;

/** The hashes of a column's values in the spelling of their type, row by row: low 32 bits and the bits above them. */
export type CellKeys = { readonly lows: Uint32Array; readonly tops: Uint32Array };

function marksOf(isValid: boolean): number {
  return isValid ? rowMark.filled | rowMark.valid : rowMark.filled;
}

/** How many verdicts are remembered; a power of two. */
const remembered = 1 << 12;
const unknownVerdict = 255;

/**
 * Judges the cells of one field type. Quick rules judge most of them by their bytes; the verdicts on the others are
 * remembered by hash, since a column of words repeats itself: a value met again is neither judged nor counted twice.
 */
export class CellJudge {
  private readonly detector: Detector;
  private readonly distinct: DistinctCounter;
  private readonly lows = new Uint32Array(remembered);
  private readonly tops = new Uint32Array(remembered);
  private readonly verdicts = new Uint8Array(remembered).fill(unknownVerdict);
  private readonly normalLows = new Uint32Array(remembered);
  private readonly normalTops = new Uint32Array(remembered);
  /** The hash of the last value in its normal spelling. */
  private low = 0;
  private top = 0;
  private text = new TextCursor(new Uint8Array(0));
  /** How many cells had a value, a valid one, or one of which the source hid a part. */
  filled = 0;
  valid = 0;
  masked = 0;

  constructor(detector: Detector, distinct: DistinctCounter) {
    this.detector = detector;
    this.distinct = distinct;
  }

  /** Judges a column's cells and sets the marks of their rows, and where asked for the keys of those with a value. */
  mark({ chunk, shapes }: ShapedColumn, marks: Uint8Array, keys: CellKeys | null): void {
    const { sizes } = shapes;
    const { bytes, rows } = chunk;
    this.text = new TextCursor(bytes);
    for (let row = 0; row < rows; row++) {
      const size = sizes[row] ?? 0;
      if (size > 0) {
        const found = this.marksFor(bytes, size, shapes, row);
        marks[row] = (marks[row] ?? 0) | found;
        this.filled += found & rowMark.filled;
        this.valid += (found & rowMark.valid) >>> 1;
        this.masked += (found & rowMark.masked) >>> 2;
        if (keys !== null) {
          keys.lows[row] = this.low;
          keys.tops[row] = this.top;
        }
      }
    }
  }

  private marksFor(bytes: Uint8Array, size: number, { starts, lows, tops, bits }: CellShapes, row: number): number {
    const start = starts[row] ?? 0;
    const found = bits[row] ?? 0;
    const low = lows[row] ?? 0;
    const top = tops[row] ?? 0;
    const isText = (found & shapeBits.needsText) !== 0;
    const verdict = isText ? quickVerdict.ask : this.detector.quick(bytes, start, start + size, found);
    if (verdict === quickVerdict.ask) {
      return this.remember(start, start + size, low, top);
    }
    this.count(bytes, start, start + size, low, top);
    return marksOf(verdict === quickVerdict.valid);
  }

  /** Counts a value that was judged by its bytes. */
  private count(bytes: Uint8Array, start: number, end: number, low: number, top: number): void {
    const { detector } = this;
    const normalEnd = detector.quickEnd === null ? end : detector.quickEnd(bytes, start, end);
    if (normalEnd === end) {
      this.countWords(low, top);
    } else {
      this.countHash(hashBytes(bytes, start, normalEnd));
    }
  }

  private countHash(hash: number): void {
    this.countWords(hash >>> 0, Math.floor(hash / 4294967296));
  }

  private countWords(low: number, top: number): void {
    this.low = low;
    this.top = top;
    this.distinct.add(low, top);
  }

  private remember(start: number, end: number, low: number, top: number): number {
    const { lows, tops, verdicts, normalLows, normalTops } = this;
    const slot = (low ^ (low >>> 12)) & (remembered - 1);
    const known = verdicts[slot] ?? unknownVerdict;
    if (known !== unknownVerdict && lows[slot] === low && tops[slot] === top) {
      this.low = normalLows[slot] ?? 0;
      this.top = normalTops[slot] ?? 0;
      return known;
    }
    const verdict = this.judge(this.text.textIn(start, end), low, top);
    lows[slot] = low;
    tops[slot] = top;
    verdicts[slot] = verdict;
    normalLows[slot] = this.low;
    normalTops[slot] = this.top;
    return verdict;
  }

  /** The marks that a value with this hash gives its row; its normal form is counted. */
  private judge(text: string, low: number, top: number): number {
    const value = text.trim();
    if (value === '') {
      return 0;
    }
    const { spelling, isValid, isMasked } = this.detector.judge(value);
    if (spelling === text) {
      this.countWords(low, top);
    } else {
      this.countHash(hashOf(spelling));
    }
    return isMasked ? rowMark.filled | rowMark.masked : marksOf(isValid);
  }
}
