import { type Detector, quickVerdict } from '../classify/detector.ts';
import type { ColumnChunk } from '../kernel/column-chunk.ts';
import { type CellShapes, shapeBits } from '../kernel/shapes.ts';
import { textIn } from '../kernel/utf8.ts';
import type { DistinctCounter } from './distinct.ts';
import { hashOf } from './hash.ts';

/** A column of a block with what can be said of its cells without knowing their type. */
export type ShapedColumn = { readonly chunk: ColumnChunk; readonly shapes: CellShapes };

/** What a row shows of a type, as bits. */
export const rowMark = { filled: 1, valid: 2 } as const;

const twoTo32 = 4294967296;
/** How many verdicts are remembered; a power of two. */
const remembered = 1 << 14;

/**
 * Judges the cells of one field type. Verdicts on the last values are remembered by their hash, since most columns repeat
 * themselves: a value met again is neither judged nor counted a second time.
 */
export class CellJudge {
  private readonly detector: Detector;
  private readonly distinct: DistinctCounter;
  private readonly lows = new Uint32Array(remembered);
  private readonly tops = new Uint32Array(remembered);
  private readonly verdicts = new Uint8Array(remembered);

  constructor(detector: Detector, distinct: DistinctCounter) {
    this.detector = detector;
    this.distinct = distinct;
  }

  /** Judges a column's cells and sets the marks of their rows. */
  mark({ chunk, shapes }: ShapedColumn, marks: Uint8Array): void {
    const { sizes, lows, tops, starts, bits } = shapes;
    const { bytes } = chunk;
    for (let row = 0; row < chunk.rows; row++) {
      const size = sizes[row] ?? 0;
      if (size === 0) {
        continue;
      }
      const low = lows[row] ?? 0;
      const top = tops[row] ?? 0;
      const slot = (low ^ (low >>> 14)) & (remembered - 1);
      if (this.lows[slot] !== low || this.tops[slot] !== top) {
        const start = starts[row] ?? 0;
        this.verdicts[slot] = this.judge(bytes, start, start + size, bits[row] ?? 0, top * twoTo32 + low);
        this.lows[slot] = low;
        this.tops[slot] = top;
      }
      marks[row] = (marks[row] ?? 0) | (this.verdicts[slot] ?? 0);
    }
  }

  /** The marks that a value gives its row; its normal form is counted. */
  private judge(bytes: Uint8Array, start: number, end: number, bits: number, hash: number): number {
    const { detector, distinct } = this;
    const needsText = (bits & shapeBits.needsText) !== 0;
    const verdict = needsText ? quickVerdict.ask : detector.quick(bytes, start, end, bits);
    if (verdict !== quickVerdict.ask) {
      distinct.add(hash);
      return verdict === quickVerdict.valid ? rowMark.filled | rowMark.valid : rowMark.filled;
    }
    const text = textIn(bytes, start, end).trim();
    if (text === '') {
      return 0;
    }
    distinct.add(hashOf(detector.normalise(text)));
    return detector.accepts(text) ? rowMark.filled | rowMark.valid : rowMark.filled;
  }
}
