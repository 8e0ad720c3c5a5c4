import { type ColumnChunk, nullCell } from '#shared/kernel/column-chunk.ts';
import type { RowBlock } from '#shared/kernel/row-block.ts';
import type { TableWriter } from '#shared/kernel/table-writer.ts';
import { textIn } from '#shared/kernel/utf8.ts';
import { type Placing, Reservoir } from '#shared/lib/reservoir.ts';
import { seededRandom } from '#shared/lib/seeded-random.ts';

type SelectedRow = { readonly row: number; readonly cells: readonly (string | null)[] };

/** Where each cell of a chunk begins in its bytes. */
function startsOf({ rows, lengths }: ColumnChunk): Uint32Array {
  const starts = new Uint32Array(rows);
  let at = 0;
  for (let row = 0; row < rows; row++) {
    starts[row] = at;
    const length = lengths[row] ?? nullCell;
    at += length === nullCell ? 0 : length;
  }
  return starts;
}

function cellAt({ bytes, lengths }: ColumnChunk, starts: Uint32Array, row: number): string | null {
  const length = lengths[row] ?? nullCell;
  const start = starts[row] ?? 0;
  return length === nullCell ? null : textIn(bytes, start, start + length);
}

/**
 * A uniform random selection of a table's rows. While the whole table may still be stored it only draws row numbers; the
 * rows themselves are taken once it is clear that the table is too large.
 */
export class RowSelection {
  readonly seed: number;
  readonly #reservoir: Reservoir;
  readonly #numbers: number[] = [];
  readonly #rows: (SelectedRow | null)[] = [];

  constructor(size: number, seed: number) {
    this.seed = seed;
    this.#reservoir = new Reservoir(size, seededRandom(seed));
  }

  /** Draws from rows that are stored: only their numbers are kept. */
  passStored(count: number): void {
    for (const { slot, row } of this.#reservoir.offer(count)) {
      this.#numbers[slot] = row;
    }
  }

  /** Takes those rows drawn so far that are in a stored block. */
  takeStored(block: RowBlock): void {
    const end = block.firstRow + block.rows;
    const drawn = [...this.#numbers.entries()].filter(([, row]) => row >= block.firstRow && row < end);
    this.#take(
      drawn.map(([slot, row]) => ({ slot, row })),
      block,
    );
  }

  /** Draws from a block that passes by, and takes the rows at once. */
  pass(block: RowBlock): void {
    this.#take(this.#reservoir.offer(block.rows), block);
  }

  /** The selection as a table, in the order of the file. */
  writeTo(writer: TableWriter, columns: readonly string[]): void {
    for (const name of columns) {
      writer.addColumn(name);
    }
    const rows = this.#rows.filter((row) => row !== null).sort((a, b) => a.row - b.row);
    for (const { cells } of rows) {
      cells.forEach((cell, column) => {
        writer.set(column, cell);
      });
      writer.endRow();
    }
  }

  #take(placings: readonly Placing[], { firstRow, columns }: RowBlock): void {
    if (placings.length === 0) {
      return;
    }
    const starts = columns.map(startsOf);
    for (const { slot, row } of placings) {
      const cells = columns.map((chunk, column) => cellAt(chunk, starts[column] ?? new Uint32Array(0), row - firstRow));
      this.#rows[slot] = { row, cells };
    }
  }
}
