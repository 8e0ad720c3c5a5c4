import { type Detector, quickVerdict } from '../classify/detector.ts';
import type { ColumnChunk } from '../kernel/column-chunk.ts';
import { type CellShapes, hashBytes, shapeBits } from '../kernel/shapes.ts';
import { textIn } from '../kernel/utf8.ts';
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

function marksOf(isValid: boolean): number {
  return isValid ? rowMark.filled | rowMark.valid : rowMark.filled;
}

function addHash(distinct: DistinctCounter, hash: number): void {
  distinct.add(hash >>> 0, Math.floor(hash / 4294967296));
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
  /** How many cells had a value, a valid one, or one of which the source hid a part. */
  filled = 0;
  valid = 0;
  masked = 0;

  constructor(detector: Detector, distinct: DistinctCounter) {
    this.detector = detector;
    this.distinct = distinct;
  }

  /** Judges a column's cells and sets the marks of their rows. */
  mark({ chunk, shapes }: ShapedColumn, marks: Uint8Array): void {
    const { sizes } = shapes;
    const { bytes, rows } = chunk;
    for (let row = 0; row < rows; row++) {
      const size = sizes[row] ?? 0;
      if (size > 0) {
        const found = this.marksFor(bytes, size, shapes, row);
        marks[row] = (marks[row] ?? 0) | found;
        this.filled += found & rowMark.filled;
        this.valid += (found & rowMark.valid) >>> 1;
        this.masked += (found & rowMark.masked) >>> 2;
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
      return this.remember(bytes, start, start + size, low, top);
    }
    this.count(bytes, start, start + size, low, top);
    return marksOf(verdict === quickVerdict.valid);
  }

  /** Counts a value that was judged by its bytes. */
  private count(bytes: Uint8Array, start: number, end: number, low: number, top: number): void {
    const { distinct, detector } = this;
    const normalEnd = detector.quickEnd === null ? end : detector.quickEnd(bytes, start, end);
    if (normalEnd === end) {
      distinct.add(low, top);
    } else {
      addHash(distinct, hashBytes(bytes, start, normalEnd));
    }
  }

  private remember(bytes: Uint8Array, start: number, end: number, low: number, top: number): number {
    const { lows, tops, verdicts } = this;
    const slot = (low ^ (low >>> 12)) & (remembered - 1);
    const known = verdicts[slot] ?? unknownVerdict;
    if (known !== unknownVerdict && lows[slot] === low && tops[slot] === top) {
      return known;
    }
    const verdict = this.judge(textIn(bytes, start, end).trim());
    lows[slot] = low;
    tops[slot] = top;
    verdicts[slot] = verdict;
    return verdict;
  }

  /** The marks that a value gives its row; its normal form is counted. */
  private judge(text: string): number {
    if (text === '') {
      return 0;
    }
    const { detector, distinct } = this;
    addHash(distinct, hashOf(detector.normalise(text)));
    const isValid = detector.accepts(text);
    return isValid || !detector.isMasked(text) ? marksOf(isValid) : rowMark.filled | rowMark.masked;
  }
}
