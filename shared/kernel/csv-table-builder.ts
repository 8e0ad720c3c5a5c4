import type { RejectedRow, RejectReason } from '../domain/sample.ts';
import type { CellColumns } from './cell-columns.ts';
import { cellsOf } from './column-chunk.ts';
import { type CellPlaces, maxColumns, type RecordSink } from './csv-record.ts';
import { isShortHeader, isTitle } from './header-record.ts';
import type { RowBlock } from './row-block.ts';
import { firstInvalidUtf8 } from './utf8.ts';

/** The table's shape as far as it is known, the size of its blocks, and who receives them. */
export type TableBuilderOptions = {
  readonly columns: number | null;
  readonly hasHeader: boolean;
  /** The quote's byte, or -1. */
  readonly quote: number;
  /** Whether a record with too few cells is filled up with nulls instead of rejected. */
  readonly fillShortRows: boolean;
  readonly rowsPerBlock: number;
  readonly maxBlockBytes: number;
  /** Hears the names of the columns before the first block; never called for a table without a header. */
  readonly onHeader?: (header: readonly string[]) => void;
  readonly onBlock: (block: RowBlock) => void;
  readonly onRejected: (row: RejectedRow) => void;
};

/** How much of a record that is too long is kept, in bytes. */
const keptBytes = 1 << 16;
/** What a cell costs besides its text. */
const bytesPerLength = 4;
const space = 0x20;
const doubleQuote = 0x22;

/** Turns records into a header, blocks of rows and rejected rows. */
export class CsvTableBuilder implements RecordSink {
  private readonly options: TableBuilderOptions;
  private readonly columns: CellColumns;
  private readonly lenient = new TextDecoder('utf-8', { ignoreBOM: true });
  private headerPending: boolean;
  private header: readonly string[] | null = null;
  private rows = 0;
  private rejected = 0;
  /** Width of the table, null until a sound record has told it. */
  width: number | null;
  /** Rows of the block in the making, and what they weigh. */
  rowsInBlock = 0;
  bytesInBlock = 0;

  constructor(options: TableBuilderOptions, columns: CellColumns) {
    this.options = options;
    this.columns = columns;
    this.width = options.columns;
    this.headerPending = options.hasHeader;
    columns.setWidth(options.columns ?? 0);
  }

  /** True once width and header are known: from then on every sound record of that width is a row. */
  get isUnderWay(): boolean {
    return this.width !== null && !this.headerPending;
  }

  record(buffer: Uint8Array, start: number, end: number, line: number, cells: CellPlaces): void {
    const blank = start === end;
    if (blank && (this.width !== 1 || this.headerPending)) {
      return;
    }
    const width = this.width ?? Math.min(cells.count, maxColumns);
    const isShort = this.headerPending
      ? isShortHeader(cells.count, width)
      : cells.count < width && this.options.fillShortRows;
    if (cells.count !== width && !isShort) {
      this.ragged(buffer, start, end, line, cells.count < width);
      return;
    }
    if (this.headerPending && isTitle(filledCells(buffer, start, cells), width)) {
      this.ragged(buffer, start, end, line, true);
      return;
    }
    if (this.width === null) {
      this.columns.setWidth(width);
    }
    if (!this.columns.appendRow(buffer, start, cells, this.options.quote)) {
      this.headerPending = false;
      this.reject(buffer, start, end, line, 'not-utf-8');
      return;
    }
    this.width = width;
    if (this.headerPending) {
      this.takeHeader();
    } else {
      this.countRows(1, end - start + width * bytesPerLength);
    }
  }

  /** A record has too few or too many cells. */
  ragged(buffer: Uint8Array, start: number, end: number, line: number, isShort: boolean): void {
    const reason = isShort ? 'too-few-cells' : 'too-many-cells';
    this.reject(buffer, start, end, line, firstInvalidUtf8(buffer, start, end) < 0 ? reason : 'not-utf-8');
  }

  damaged(buffer: Uint8Array, start: number, end: number, line: number, reason: 'unclosed-quote' | 'too-long'): void {
    // A damaged first record was the header: the record behind it is a row and must not take its place.
    this.headerPending = false;
    const kept = reason === 'too-long' ? Math.min(end, start + keptBytes) : end;
    this.reject(buffer, start, characterStart(buffer, start, kept, end), line, reason);
  }

  /** Takes note of rows that were added to the columns, and closes the block when it is full. */
  countRows(count: number, bytes: number): void {
    this.rows += count;
    this.rowsInBlock += count;
    this.bytesInBlock += bytes;
    const full = this.rowsInBlock >= this.options.rowsPerBlock || this.bytesInBlock >= this.options.maxBlockBytes;
    if (full) {
      this.flush();
    }
  }

  /** Hands over the last block. Returns what became of the records. */
  end(): { header: readonly string[]; rows: number; rejected: number; records: number } {
    this.flush();
    const header = this.header ?? Array.from({ length: this.width ?? 0 }, () => '');
    return { header, rows: this.rows, rejected: this.rejected, records: this.rows + this.rejected };
  }

  private takeHeader(): void {
    this.headerPending = false;
    this.header = this.columns.take().flatMap((chunk) => cellsOf(chunk));
    this.options.onHeader?.(this.header);
  }

  private flush(): void {
    if (this.rowsInBlock === 0) {
      return;
    }
    const rows = this.rowsInBlock;
    this.rowsInBlock = 0;
    this.bytesInBlock = 0;
    this.options.onBlock({ firstRow: this.rows - rows, rows, columns: this.columns.take() });
  }

  private reject(buffer: Uint8Array, start: number, end: number, line: number, reason: RejectReason): void {
    this.rejected++;
    this.options.onRejected({ line, reason, raw: this.lenient.decode(buffer.subarray(start, end)) });
  }
}

/** How many cells of a record hold more than blanks and quotes. */
function filledCells(buffer: Uint8Array, start: number, { count, starts, ends }: CellPlaces): number {
  let filled = 0;
  for (let cell = 0; cell < Math.min(count, maxColumns); cell++) {
    const bytes = buffer.subarray(start + (starts[cell] ?? 0), start + (ends[cell] ?? 0));
    filled += bytes.some((byte) => byte > space && byte !== doubleQuote) ? 1 : 0;
  }
  return filled;
}

/** The end of the last whole character when a text is cut at `cut`, three bytes before it at most. */
function characterStart(buffer: Uint8Array, start: number, cut: number, end: number): number {
  let at = cut;
  while (at < end && at > start && at > cut - 3 && ((buffer[at] ?? 0) & 0xc0) === 0x80) {
    at--;
  }
  return at;
}
