import type { RejectedRow } from '../domain/sample.ts';
import { ColumnWriter } from './column-writer.ts';
import type { RowBlock } from './row-block.ts';

/** Who receives a table: the names of its columns, blocks of rows, and the records that are no rows. */
export type TableReceiver = {
  /** Hears the names before the first block, and all of them again when a later record brings a new column. */
  readonly onColumns: (names: readonly string[]) => void;
  readonly onBlock: (block: RowBlock) => void;
  readonly onRejected: (row: RejectedRow) => void;
};

/** The size of a table's blocks. A block is closed early once its text passes `maxBlockBytes` (16 MiB if not given). */
export type BlockSize = { readonly rowsPerBlock: number; readonly maxBlockBytes?: number };

/** What a table came to: its columns as named in the file, and what became of its records. */
export type TableSummary = {
  /** The table's name inside the file; '' for a file that is one table. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
  readonly rejected: number;
  /** The line (first = 1) of a quote that was still open when the file ended, or null. */
  readonly endsInsideQuote: number | null;
  /** Sentences on what the file had lost before it was read, such as digits that Excel rounded. */
  readonly notes?: readonly string[];
};

const defaultBlockBytes = 1 << 24;

/**
 * Collects one table row by row for formats that name their columns or find them on the way. Set cells in any order, then
 * end the row: a column without a cell is null. Rows and rejected records are counted here, so that none is lost.
 */
export class TableWriter {
  readonly name: string;
  private readonly receiver: TableReceiver;
  private readonly rowsPerBlock: number;
  private readonly maxBlockBytes: number;
  private readonly names: string[] = [];
  private readonly places = new Map<string, number>();
  private readonly writers: ColumnWriter[] = [];
  private told = -1;
  private rows = 0;
  private rejected = 0;
  private rowsInBlock = 0;
  private bytesInBlock = 0;

  constructor(name: string, { rowsPerBlock, maxBlockBytes = defaultBlockBytes }: BlockSize, receiver: TableReceiver) {
    this.name = name;
    this.receiver = receiver;
    this.rowsPerBlock = rowsPerBlock;
    this.maxBlockBytes = maxBlockBytes;
  }

  /** How many columns are known. */
  get width(): number {
    return this.names.length;
  }

  /** The place of a column by its name; a name that is new becomes a new column. */
  column(name: string): number {
    const known = this.places.get(name);
    return known ?? this.addColumn(name);
  }

  /** Adds a column, even under a name that is there already, and gives its place. */
  addColumn(name: string): number {
    const place = this.names.push(name) - 1;
    if (!this.places.has(name)) {
      this.places.set(name, place);
    }
    const writer = new ColumnWriter();
    for (let row = 0; row < this.rowsInBlock; row++) {
      writer.appendNull();
    }
    this.writers.push(writer);
    return place;
  }

  /** Sets a cell of the present row. A second value for the same cell replaces the first. Null is no value. */
  set(column: number, value: string | null): void {
    const writer = this.writerAt(column);
    if (value === null) {
      writer.appendNull();
      return;
    }
    writer.appendText(value);
    this.bytesInBlock += value.length;
  }

  /** Sets a cell from UTF-8 bytes in [start, end). False when they are malformed: then `dropRow` and `reject`. */
  setBytes(column: number, bytes: Uint8Array, start: number, end: number): boolean {
    this.bytesInBlock += end - start;
    return this.writerAt(column).append(bytes, start, end, -1);
  }

  /** Ends the present row. */
  endRow(): void {
    this.rowsInBlock++;
    this.rows++;
    for (const writer of this.writers) {
      if (writer.count < this.rowsInBlock) {
        writer.appendNull();
      }
    }
    this.bytesInBlock += this.writers.length * 4;
    if (this.rowsInBlock >= this.rowsPerBlock || this.bytesInBlock >= this.maxBlockBytes) {
      this.flush();
    }
  }

  /** Takes back the cells of a row that was begun and not ended. */
  dropRow(): void {
    for (const writer of this.writers) {
      if (writer.count > this.rowsInBlock) {
        writer.undo();
      }
    }
  }

  /** Hands over a record that is no row, whole. */
  reject(row: RejectedRow): void {
    this.rejected++;
    this.receiver.onRejected(row);
  }

  /** Hands over the last block and says what the table came to. */
  end(): TableSummary {
    this.flush();
    this.tellColumns();
    const { name, names, rows, rejected } = this;
    return { name, columns: [...names], rows, rejected, endsInsideQuote: null };
  }

  private writerAt(column: number): ColumnWriter {
    const writer = this.writers[column];
    if (writer === undefined) {
      throw new Error(`Table ${this.name} has no column ${column}.`);
    }
    if (writer.count > this.rowsInBlock) {
      writer.undo();
    }
    return writer;
  }

  private tellColumns(): void {
    if (this.told !== this.names.length) {
      this.told = this.names.length;
      this.receiver.onColumns([...this.names]);
    }
  }

  private flush(): void {
    if (this.rowsInBlock === 0) {
      return;
    }
    this.tellColumns();
    const rows = this.rowsInBlock;
    this.rowsInBlock = 0;
    this.bytesInBlock = 0;
    this.receiver.onBlock({
      firstRow: this.rows - rows,
      rows,
      columns: this.writers.map((writer) => writer.take()),
    });
  }
}
