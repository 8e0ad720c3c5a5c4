import type { ColumnProfile } from '../domain/column-profile.ts';
import type { FieldTypeId } from '../domain/field-type-id.ts';
import { shapeBits } from '../kernel/shapes.ts';
import type { ShapedColumn } from './cell-judge.ts';
import { Languages } from './languages.ts';
import { Scripts } from './scripts.ts';
import { SpanCounter } from './span-counter.ts';
import { ValueShapes } from './value-shapes.ts';

/** The cells of so many first blocks are all looked at for their form; of later ones one in so many. */
const blocksLookedAt = 4;
const oneIn = 32;
/** A longer number is no quantity, and a double would not hold it. */
const longestNumber = 15;

/** The number that plain decimal digits in [start, end) spell, with a sign and a point at most; else NaN. */
function decimalIn(bytes: Uint8Array, start: number, end: number): number {
  const isNegative = bytes[start] === 0x2d;
  let digits = 0;
  let number = 0;
  let scale = 0;
  for (let at = isNegative ? start + 1 : start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x2e && scale === 0) {
      scale = 1;
    } else if (byte >= 0x30 && byte <= 0x39) {
      number = number * 10 + (byte - 0x30);
      scale *= 10;
      digits++;
    } else {
      return Number.NaN;
    }
  }
  const size = number / Math.max(1, scale);
  return digits === 0 ? Number.NaN : isNegative ? -size : size;
}

/** What a column's values look like, whatever their type. */
type Picture = Pick<
  ColumnProfile,
  'range' | 'shortest' | 'longest' | 'shapes' | 'shapesOf' | 'script' | 'language' | 'spans' | 'spansOf'
>;

/** Looks at the values of one column, block after block: their range, lengths, forms and script, and what texts hold. */
export class ColumnPicture {
  private readonly shapes = new ValueShapes();
  private readonly scripts = new Scripts();
  private readonly languages = new Languages();
  private readonly spans: SpanCounter | null;
  private blocks = 0;
  private shapesOf = 0;
  private shortest = Number.POSITIVE_INFINITY;
  private longest = 0;
  private isNumeric = true;
  private least = Number.POSITIVE_INFINITY;
  private greatest = Number.NEGATIVE_INFINITY;

  /** `fieldType`: what the column holds, which says whether its cells are texts. */
  constructor(fieldType: FieldTypeId) {
    this.spans = SpanCounter.of(fieldType);
  }

  /** Takes in the next block's cells. */
  add(shaped: ShapedColumn): void {
    this.measure(shaped);
    this.look(shaped, this.blocks < blocksLookedAt ? 1 : oneIn);
    this.blocks++;
  }

  /** What was seen so far. */
  picture(): Picture {
    const { longest, shapesOf } = this;
    return {
      ...{ longest, shapesOf },
      range: this.isNumeric && this.least <= this.greatest ? { least: this.least, greatest: this.greatest } : null,
      shortest: longest === 0 ? 0 : this.shortest,
      shapes: this.shapes.top(),
      script: this.scripts.most,
      language: this.languages.of(this.scripts.most),
      ...{ spans: this.spans?.counts() ?? null, spansOf: this.spans?.cells ?? 0 },
    };
  }

  private measure({ chunk: { bytes, rows }, shapes: { starts, sizes, bits } }: ShapedColumn): void {
    for (let row = 0; row < rows; row++) {
      const size = sizes[row] ?? 0;
      if (size > 0) {
        this.shortest = size < this.shortest ? size : this.shortest;
        this.longest = size > this.longest ? size : this.longest;
        if (this.isNumeric) {
          this.takeNumber(bytes, starts[row] ?? 0, size, bits[row] ?? 0);
        }
      }
    }
  }

  private takeNumber(bytes: Uint8Array, start: number, size: number, bits: number): void {
    const mayBe = size <= longestNumber && (bits & ~(shapeBits.digit | shapeBits.otherAscii)) === 0;
    const number = mayBe ? decimalIn(bytes, start, start + size) : Number.NaN;
    if (Number.isNaN(number)) {
      this.isNumeric = false;
      return;
    }
    this.least = number < this.least ? number : this.least;
    this.greatest = number > this.greatest ? number : this.greatest;
  }

  private look({ chunk: { bytes, rows }, shapes: { starts, sizes } }: ShapedColumn, step: number): void {
    for (let row = 0; row < rows; row += step) {
      const size = sizes[row] ?? 0;
      if (size > 0) {
        const start = starts[row] ?? 0;
        this.shapes.add(bytes, start, start + size);
        this.scripts.add(bytes, start, start + size);
        this.languages.add(bytes, start, start + size);
        this.spans?.add(bytes, start, start + size);
        this.shapesOf++;
      }
    }
  }
}
