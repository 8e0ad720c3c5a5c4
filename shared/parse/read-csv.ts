import type { CsvDialect } from '../domain/sample.ts';
import { type CsvScannerOptions, type CsvSummary, createCsvScanner } from '../kernel/scan-csv.ts';
import { err, ok, type Result } from '../lib/result.ts';
import type { ParseFailure } from './outcome.ts';

/** Who receives the table: its columns' names, blocks of at most `rowsPerBlock` rows, and the records that are no rows. */
export type TableSink = Pick<CsvScannerOptions, 'rowsPerBlock' | 'onHeader' | 'onBlock' | 'onRejected'>;

/** A file being read. Push it from its first byte on, the head included, in chunks of any size; then end it. */
export type TableReader = {
  readonly dialect: CsvDialect;
  /** Sentences that say how the dialect was found. */
  readonly reasons: readonly string[];
  readonly push: (chunk: Uint8Array) => void;
  /** What the table came to; fails when not one row was read. */
  readonly end: () => Result<CsvSummary, ParseFailure>;
};

/** Reads a file in a known dialect. `columns` null takes the width from the first sound record. */
export function readCsv(dialect: CsvDialect, columns: number | null, sink: TableSink): TableReader {
  const { separator, hasHeader } = dialect;
  const scanner = createCsvScanner({ ...sink, separator: separator.charCodeAt(0), columns, hasHeader });
  return {
    dialect,
    reasons: [],
    push: scanner.push,
    end: () => {
      const summary = scanner.end();
      return summary.rows === 0 ? err({ kind: 'no-rows', rejected: summary.rejected }) : ok(summary);
    },
  };
}
