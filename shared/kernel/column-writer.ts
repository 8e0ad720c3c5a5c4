import type { ColumnChunk } from './column-chunk.ts';
import { characterLength } from './utf8.ts';

const quote = 0x22;

/** Collects the cells of one column of the block in the making. Its buffers are reused from block to block. */
export class ColumnWriter {
  private bytes = new Uint8Array(64);
  private lengths = new Uint32Array(16);
  private filled = 0;
  private rows = 0;
  private filledBefore = 0;

  /**
   * Adds the cell at [start, end) of `source`, halving doubled quotes if `halveQuotes`. False when it is not strict UTF-8;
   * then the caller must `undo` the row.
   */
  append(source: Uint8Array, start: number, end: number, halveQuotes: boolean): boolean {
    this.makeRoom(end - start);
    this.filledBefore = this.filled;
    const units = this.copy(source, start, end, halveQuotes);
    this.lengths[this.rows++] = Math.max(units, 0);
    return units >= 0;
  }

  /** Takes back the last cell. */
  undo(): void {
    this.rows--;
    this.filled = this.filledBefore;
  }

  /** The collected cells with memory of their own; the writer starts anew. */
  take(): ColumnChunk {
    const { rows } = this;
    const chunk = { rows, bytes: this.bytes.slice(0, this.filled), lengths: this.lengths.slice(0, rows) };
    this.filled = 0;
    this.rows = 0;
    return chunk;
  }

  private copy(source: Uint8Array, start: number, end: number, halveQuotes: boolean): number {
    const { bytes } = this;
    let to = this.filled;
    let units = 0;
    for (let at = start; at < end; at++) {
      const byte = source[at] ?? 0;
      bytes[to++] = byte;
      units++;
      if (byte < 0x80) {
        if (byte === quote && halveQuotes) {
          at++;
        }
        continue;
      }
      const length = characterLength(source, at, end);
      if (length <= 0) {
        return -1;
      }
      for (let k = 1; k < length; k++) {
        bytes[to++] = source[++at] ?? 0;
      }
      // A character outside the basic plane takes a surrogate pair.
      if (length === 4) {
        units++;
      }
    }
    this.filled = to;
    return units;
  }

  private makeRoom(more: number): void {
    if (this.filled + more > this.bytes.length) {
      const grown = new Uint8Array((this.filled + more) * 2);
      grown.set(this.bytes.subarray(0, this.filled));
      this.bytes = grown;
    }
    if (this.rows === this.lengths.length) {
      const grown = new Uint32Array(this.rows * 2);
      grown.set(this.lengths);
      this.lengths = grown;
    }
  }
}
