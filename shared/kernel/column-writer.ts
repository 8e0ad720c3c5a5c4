import { type ColumnChunk, nullCell } from './column-chunk.ts';
import { characterLength } from './utf8.ts';

/** Collects the cells of one column of the block in the making. Its buffers are reused from block to block. */
export class ColumnWriter {
  private bytes = new Uint8Array(64);
  private lengths = new Uint32Array(16);
  private filled = 0;
  private rows = 0;
  private filledBefore = 0;
  private readonly encoder = new TextEncoder();

  /** How many cells the block has so far. */
  get count(): number {
    return this.rows;
  }

  /**
   * Adds the cell at [start, end) of `source`, halving doubled quotes (the byte `halved`, or -1). False when it is not
   * strict UTF-8; then the caller must `undo` the row.
   */
  append(source: Uint8Array, start: number, end: number, halved: number): boolean {
    this.makeRoom(end - start);
    this.filledBefore = this.filled;
    const isSound = this.copy(source, start, end, halved);
    this.lengths[this.rows++] = isSound ? this.filled - this.filledBefore : 0;
    return isSound;
  }

  /** Adds a cell given as text. A lone surrogate becomes U+FFFD. */
  appendText(text: string): void {
    this.makeRoom(text.length * 3);
    this.filledBefore = this.filled;
    const { written } = this.encoder.encodeInto(text, this.bytes.subarray(this.filled));
    this.filled += written;
    this.lengths[this.rows++] = written;
  }

  /** Adds a cell without a value. */
  appendNull(): void {
    this.makeRoom(0);
    this.filledBefore = this.filled;
    this.lengths[this.rows++] = nullCell;
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

  private copy(source: Uint8Array, start: number, end: number, halved: number): boolean {
    const { bytes } = this;
    let to = this.filled;
    for (let at = start; at < end; at++) {
      const byte = source[at] ?? 0;
      bytes[to++] = byte;
      if (byte < 0x80) {
        if (byte === halved) {
          at++;
        }
        continue;
      }
      const length = characterLength(source, at, end);
      if (length <= 0) {
        return false;
      }
      for (let k = 1; k < length; k++) {
        bytes[to++] = source[++at] ?? 0;
      }
    }
    this.filled = to;
    return true;
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
