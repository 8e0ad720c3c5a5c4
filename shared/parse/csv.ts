import { ok, type Result } from '../lib/result.ts';
import type { ParseFailure } from './outcome.ts';
import { readCsv, type TableReader, type TableSink } from './read-csv.ts';
import { sniffDelimited } from './sniff.ts';

/**
 * Opens delimited text: finds its dialect from the first bytes, which it only looks at, and returns the reader, or says why
 * the file is no table. `isWholeFile` says that the head is the whole file.
 */
export function openCsv(head: Uint8Array, isWholeFile: boolean, sink: TableSink): Result<TableReader, ParseFailure> {
  const sniffed = sniffDelimited(head, isWholeFile);
  if (!sniffed.ok) {
    return sniffed;
  }
  const { dialect, columns, reasons } = sniffed.value;
  return ok({ ...readCsv(dialect, columns, sink), reasons });
}
