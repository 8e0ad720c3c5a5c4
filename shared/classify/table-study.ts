import type { Detection } from '../domain/detection.ts';
import { type ColumnChunk, cellsOf, nullCell } from '../kernel/column-chunk.ts';
import { detectTable } from './table.ts';

/** Enough rows to tell what a column holds; the figures are then counted over every row. */
const rowsExamined = 2_000;

/** The first cells of a chunk. */
function headOf({ rows, bytes, lengths }: ColumnChunk): ColumnChunk {
  const count = Math.min(rows, rowsExamined);
  const head = lengths.subarray(0, count);
  return {
    rows: count,
    lengths: head,
    bytes: bytes.subarray(
      0,
      head.reduce((sum, n) => sum + (n === nullCell ? 0 : n), 0),
    ),
  };
}

/**
 * Tells what the columns of a table hold while it is read: all of them from its first block, and those that only a later
 * block brings from that one.
 */
export class TableStudy {
  /** The verdicts so far, in the order of the columns. */
  detections: readonly Detection[] = [];

  /** Looks at a block's columns; true if some of them are new. `names` are the headers of all columns, null without any. */
  see(columns: readonly ColumnChunk[], names: readonly string[] | null): boolean {
    const known = this.detections.length;
    if (columns.length <= known) {
      return false;
    }
    const found = detectTable(
      names?.slice(known) ?? null,
      columns.slice(known).map((chunk) => cellsOf(headOf(chunk))),
    );
    this.detections = [...this.detections, ...found];
    return true;
  }
}
