import type { Arena, Region } from './arena.ts';
import type { CellColumns } from './cell-columns.ts';
import { type ColumnChunk, nullCell } from './column-chunk.ts';
import type { CellPlaces } from './csv-record.ts';
import { firstInvalidUtf8 } from './utf8.ts';

/** What the kernel knows of a column, in words of 32 bits: where its text lies, how much of it is filled, its capacity, where its lengths lie. */
const entryWords = 4;
const firstTextBytes = 1 << 14;

/** A chunk in the kernels' memory. Its views are made when asked for: a kernel that needs room moves the memory. */
class ArenaChunk implements ColumnChunk {
  readonly rows: number;
  private readonly arena: Arena;
  private readonly text: Region;
  private readonly lengthsAt: number;

  constructor(arena: Arena, rows: number, text: Region, lengthsAt: number) {
    this.arena = arena;
    this.rows = rows;
    this.text = text;
    this.lengthsAt = lengthsAt;
  }

  get bytes(): Uint8Array<ArrayBuffer> {
    return this.arena.slice(this.text.at, this.text.byteLength);
  }

  get lengths(): Uint32Array<ArrayBuffer> {
    return this.arena.words(this.lengthsAt, this.rows);
  }
}

/**
 * The columns of the block in the making in the kernels' memory, where the scanner fills them. What is taken is valid
 * until the next row comes.
 */
export class ArenaColumns implements CellColumns {
  /** Rows in the block. The scanner's driver keeps it in step with the kernel. */
  rows = 0;
  private readonly arena: Arena;
  private readonly rowsPerBlock: number;
  private table: Region = { at: 0, byteLength: 0 };
  private width = 0;

  constructor(arena: Arena, rowsPerBlock: number) {
    this.arena = arena;
    this.rowsPerBlock = rowsPerBlock;
  }

  /** Where the kernel finds the columns. */
  get place(): number {
    return this.table.at;
  }

  setWidth(width: number): void {
    this.width = width;
    this.table = this.arena.reserve(width * entryWords * 4);
    for (let column = 0; column < width; column++) {
      const text = this.arena.reserve(firstTextBytes);
      const lengths = this.arena.reserve(this.rowsPerBlock * 4);
      this.entry(column).set([text.at, 0, text.byteLength, lengths.at]);
    }
  }

  /** Sees to it that a column has room for so many more bytes. */
  makeRoom(column: number, more: number): void {
    const [at = 0, filled = 0, capacity = 0, lengths = 0] = this.entry(column);
    if (filled + more > capacity) {
      const grown = this.arena.reserve((filled + more) * 2);
      this.arena.bytes.copyWithin(grown.at, at, at + filled);
      this.entry(column).set([grown.at, filled, grown.byteLength, lengths]);
    }
  }

  appendRow(buffer: Uint8Array, start: number, cells: CellPlaces, quote: number): boolean {
    const known = Math.min(this.width, cells.count);
    for (let column = 0; column < known; column++) {
      if (firstInvalidUtf8(buffer, start + (cells.starts[column] ?? 0), start + (cells.ends[column] ?? 0)) >= 0) {
        return false;
      }
    }
    for (let column = 0; column < this.width; column++) {
      const halved = cells.doubled[column] === 1 ? quote : -1;
      const [from = 0, to = 0] = [cells.starts[column], cells.ends[column]];
      const length = column < known ? this.write(column, buffer.subarray(start + from, start + to), halved) : nullCell;
      const [, , , lengths = 0] = this.entry(column);
      this.arena.words(lengths + this.rows * 4, 1)[0] = length;
    }
    this.rows++;
    return true;
  }

  take(): readonly ColumnChunk[] {
    const { rows } = this;
    this.rows = 0;
    return Array.from({ length: this.width }, (_, column) => {
      const [at = 0, filled = 0, capacity = 0, lengths = 0] = this.entry(column);
      this.entry(column).set([at, 0, capacity, lengths]);
      return new ArenaChunk(this.arena, rows, { at, byteLength: filled }, lengths);
    });
  }

  private entry(column: number): Uint32Array {
    return this.arena.words(this.table.at + column * entryWords * 4, entryWords);
  }

  /** Adds a cell's text to a column; its length as written. */
  private write(column: number, cell: Uint8Array, halved: number): number {
    this.makeRoom(column, cell.length + entryWords * 4);
    const [at = 0, filled = 0, capacity = 0, lengths = 0] = this.entry(column);
    const { bytes } = this.arena;
    let to = at + filled;
    for (let k = 0; k < cell.length; k++) {
      const byte = cell[k] ?? 0;
      bytes[to++] = byte;
      if (byte === halved) {
        k++;
      }
    }
    const length = to - at - filled;
    this.entry(column).set([at, filled + length, capacity, lengths]);
    return length;
  }
}
