import { type ColumnChunk, cellsOf, nullCell } from './column-chunk.ts';

/** The cells of a chunk as strings, made when they are asked for: a screen shows a hundred of the thousands in a block. */
export class ColumnText {
  private readonly chunk: ColumnChunk;
  private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  private starts: Uint32Array | null = null;
  private all: readonly (string | null)[] | null = null;

  constructor(chunk: ColumnChunk) {
    this.chunk = chunk;
  }

  /** The cell of a row; null for no value, and for a row that the chunk does not have. */
  at(row: number): string | null {
    const length = this.chunk.lengths[row] ?? nullCell;
    if (length === nullCell) {
      return null;
    }
    const start = this.places()[row] ?? 0;
    return this.decoder.decode(this.chunk.bytes.subarray(start, start + length));
  }

  /** Every cell, in row order. */
  cells(): readonly (string | null)[] {
    this.all ??= cellsOf(this.chunk, null);
    return this.all;
  }

  private places(): Uint32Array {
    if (this.starts === null) {
      const { rows, lengths } = this.chunk;
      this.starts = new Uint32Array(rows);
      let start = 0;
      for (let row = 0; row < rows; row++) {
        this.starts[row] = start;
        const length = lengths[row] ?? nullCell;
        start += length === nullCell ? 0 : length;
      }
    }
    return this.starts;
  }
}
