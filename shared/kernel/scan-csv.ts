import type { RejectedRow } from '../domain/sample.ts';
import { PlainColumns } from './cell-columns.ts';
import { CsvRecordReader } from './csv-record-reader.ts';
import { CsvTableBuilder } from './csv-table-builder.ts';
import type { RowBlock } from './row-block.ts';

/** What to scan and who hears of it. */
export type CsvScannerOptions = {
  /** The byte between cells; not a quote, CR or LF. */
  readonly separator: number;
  /** The byte that encloses cells, `"` if not given; -1 when none does. */
  readonly quote?: number;
  /** Whether a record with too few cells is filled up with nulls; if not given it is rejected. */
  readonly fillShortRows?: boolean;
  /** How many cells a row has; null takes it from the first record that is sound. */
  readonly columns: number | null;
  /** Whether the first record of the right width names the columns. */
  readonly hasHeader: boolean;
  readonly rowsPerBlock: number;
  /** Hears the names of the columns before the first block; never called for a table without a header. */
  readonly onHeader?: (header: readonly string[]) => void;
  readonly onBlock: (block: RowBlock) => void;
  readonly onRejected: (row: RejectedRow) => void;
  /** A longer record is rejected; in bytes, 1 MiB if not given. */
  readonly maxRecordBytes?: number;
  /** A block is closed early once it holds this much; in bytes, 64 MiB if not given. It bounds memory on freak files. */
  readonly maxBlockBytes?: number;
};

/** What a scan came to. `rows + rejected = records`: all records of the file but the header. */
export type CsvSummary = {
  /** The names as found, '' for every column when there is no header. */
  readonly header: readonly string[];
  readonly rows: number;
  readonly rejected: number;
  readonly records: number;
  /** The line (first = 1) of the quote that was still open when the file ended, or null. */
  readonly endsInsideQuote: number | null;
};

/** A scan in progress: chunks of the file in order, then the end. */
export type CsvScanner = {
  readonly push: (chunk: Uint8Array) => void;
  readonly end: () => CsvSummary;
};

const defaults = { quote: 0x22, fillShortRows: false, maxRecordBytes: 1 << 20, maxBlockBytes: 1 << 26 };

/** The options with what was not given. */
export function completed(options: CsvScannerOptions): CsvScannerOptions & typeof defaults {
  return { ...defaults, ...options };
}

/**
 * Scans delimited text (RFC 4180; LF, CRLF or CR; a leading byte order mark is skipped) from bytes to column chunks,
 * without a string per cell. A blank line is no record, unless the table has one column: then it is an empty cell. A quote
 * inside an unquoted cell is literal, and a cell with text behind its closing quote is kept as it stands.
 *
 * Every record becomes a row or a rejected row, except a header of the right width. A cell count that is wrong, bytes that
 * are not UTF-8 and quotes that do not close reject the record with its text whole; of a record over the limit the first
 * 64 KiB are kept. What follows a quote that does not close is read again from the next line.
 */
export function createCsvScanner(options: CsvScannerOptions): CsvScanner {
  const settings = completed(options);
  const builder = new CsvTableBuilder(settings, new PlainColumns());
  const reader = new CsvRecordReader(settings, builder);
  return {
    push: (chunk) => reader.push(chunk),
    end: () => {
      const endsInsideQuote = reader.end();
      return { ...builder.end(), endsInsideQuote };
    },
  };
}
