import type { Result } from '../lib/result.ts';
import { openCsv, type TableReader, type TableSink } from './csv.ts';
import type { ParseFailure } from './outcome.ts';

/** One kind of file that holds tables. */
export type TableFormat = {
  readonly id: string;
  /** What the analyst reads. */
  readonly name: string;
  /** File name endings, with the dot; a hint for the file picker only. */
  readonly extensions: readonly string[];
  /** Looks at a file's first bytes; a reader that wants the file from its first byte, or why it is not of this format. */
  readonly open: (head: Uint8Array, isWholeFile: boolean, sink: TableSink) => Result<TableReader, ParseFailure>;
};

/** Every format that can be imported. A new one is a file of its own and a line here. */
export const tableFormats = [
  { id: 'csv', name: 'Delimited text (CSV, TSV)', extensions: ['.csv', '.tsv', '.txt'], open: openCsv },
] as const satisfies readonly TableFormat[];
