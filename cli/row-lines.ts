import { nullCell } from '#shared/kernel/column-chunk.ts';
import type { RowBlock } from '#shared/kernel/row-block.ts';

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const lineFeed = 0x0a;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const nullBytes = new TextEncoder().encode('null');
/** A byte becomes six at most: \u0000. */
const longestEscape = 6;

/** Byte → what JSON writes for it; null where it stands for itself. UTF-8 beyond ASCII always does. */
const escapes: readonly (Uint8Array | null)[] = Array.from({ length: 256 }, (_, byte) =>
  byte < 0x20 || byte === quote || byte === backslash
    ? new TextEncoder().encode(JSON.stringify(String.fromCharCode(byte)).slice(1, -1))
    : null,
);
const isEscaped = Uint8Array.from(escapes, (written) => (written === null ? 0 : 1));

/**
 * Collects rows as lines of JSON, from UTF-8 to UTF-8 without a string between: that is what makes it keep up with the
 * parser. A row that has fewer cells than the table has columns is filled up with nulls.
 */
export class RowLines {
  readonly #before: Uint8Array;
  readonly #after: Uint8Array;
  readonly #width: number;
  #left: number;
  #buffer = new Uint8Array(1 << 14);
  #filled = 0;

  /** A line is `before`, the array of cells, `after`; after `limit` rows the rest passes by. */
  constructor({ before, after, width, limit }: { before: string; after: string; width: number; limit: number }) {
    this.#before = new TextEncoder().encode(before);
    this.#after = new TextEncoder().encode(after);
    this.#width = width;
    this.#left = limit;
  }

  /** Whether every row that was asked for has been taken. */
  get isDone(): boolean {
    return this.#left === 0;
  }

  /** What was collected since; it may be overwritten by the next `add`. */
  take(): Uint8Array {
    const filled = this.#filled;
    this.#filled = 0;
    return this.#buffer.subarray(0, filled);
  }

  /** Adds the rows of a block. */
  add({ rows, columns }: RowBlock): void {
    const wanted = Math.min(rows, this.#left);
    this.#left -= wanted;
    const text = columns.reduce((sum, { bytes }) => sum + bytes.length, 0);
    const width = Math.max(this.#width, columns.length);
    const aroundRow = this.#before.length + this.#after.length + 3;
    this.#reserve(text * longestEscape + wanted * (width * (nullBytes.length + 1) + aroundRow));
    const places = new Uint32Array(columns.length);
    for (let row = 0; row < wanted; row++) {
      this.#copy(this.#before);
      this.#addCells(columns, places, row, width);
      this.#copy(this.#after);
      this.#buffer[this.#filled++] = lineFeed;
    }
  }

  #addCells(columns: RowBlock['columns'], places: Uint32Array, row: number, width: number): void {
    this.#buffer[this.#filled++] = openBracket;
    for (let column = 0; column < width; column++) {
      if (column > 0) {
        this.#buffer[this.#filled++] = comma;
      }
      const chunk = columns[column];
      const length = chunk?.lengths[row] ?? nullCell;
      if (chunk === undefined || length === nullCell) {
        this.#copy(nullBytes);
        continue;
      }
      const start = places[column] ?? 0;
      places[column] = start + length;
      this.#addCell(chunk.bytes, start, start + length);
    }
    this.#buffer[this.#filled++] = closeBracket;
  }

  #addCell(bytes: Uint8Array, start: number, end: number): void {
    const buffer = this.#buffer;
    let filled = this.#filled;
    buffer[filled++] = quote;
    for (let at = start; at < end; at++) {
      const byte = bytes[at] ?? 0;
      if (isEscaped[byte] === 0) {
        buffer[filled++] = byte;
        continue;
      }
      for (const written of escapes[byte] ?? []) {
        buffer[filled++] = written;
      }
    }
    buffer[filled++] = quote;
    this.#filled = filled;
  }

  #copy(bytes: Uint8Array): void {
    for (const byte of bytes) {
      this.#buffer[this.#filled++] = byte;
    }
  }

  #reserve(more: number): void {
    if (this.#filled + more <= this.#buffer.length) {
      return;
    }
    const grown = new Uint8Array(Math.max(this.#filled + more, this.#buffer.length * 2));
    grown.set(this.#buffer.subarray(0, this.#filled));
    this.#buffer = grown;
  }
}
