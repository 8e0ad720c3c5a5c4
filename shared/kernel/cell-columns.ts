import type { ColumnChunk } from './column-chunk.ts';
import { ColumnWriter } from './column-writer.ts';
import type { CellPlaces } from './csv-record.ts';

/** The columns of the block in the making. */
export type CellColumns = {
  /** Says how many columns there are, before the first row. */
  readonly setWidth: (width: number) => void;
  /**
   * Adds a record's cells, halving doubled quotes; columns beyond its last cell get null. False, and nothing is added, when
   * a cell is not strict UTF-8.
   */
  readonly appendRow: (buffer: Uint8Array, start: number, cells: CellPlaces, quote: number) => boolean;
  /** Hands over the chunks and starts anew. */
  readonly take: () => readonly ColumnChunk[];
};

/** Columns in plain memory. What is taken is the receiver's. */
export class PlainColumns implements CellColumns {
  private writers: readonly ColumnWriter[] = [];

  setWidth(width: number): void {
    this.writers = Array.from({ length: width }, () => new ColumnWriter());
  }

  appendRow(buffer: Uint8Array, start: number, cells: CellPlaces, quote: number): boolean {
    const { writers } = this;
    const { starts, ends, doubled, count } = cells;
    for (let column = 0; column < writers.length; column++) {
      if (column >= count) {
        writers[column]?.appendNull();
        continue;
      }
      const from = start + (starts[column] ?? 0);
      const to = start + (ends[column] ?? 0);
      if (writers[column]?.append(buffer, from, to, doubled[column] === 1 ? quote : -1)) {
        continue;
      }
      for (let k = column; k >= 0; k--) {
        writers[k]?.undo();
      }
      return false;
    }
    return true;
  }

  take(): readonly ColumnChunk[] {
    return this.writers.map((writer) => writer.take());
  }
}
