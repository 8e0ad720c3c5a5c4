import type { Result } from '../lib/result.ts';
import { openCsv } from './csv.ts';
import type { ParseFailure } from './outcome.ts';
import type { TableReader, TableSink } from './read-csv.ts';

/** One kind of file that holds tables. */
type TableFormat = {
  readonly id: string;
  /** File name endings, with the dot; a hint for the file picker only. */
  readonly extensions: readonly string[];
  /** Looks at a file's first bytes; a reader that wants the file from its first byte, or why it is not of this format. */
  readonly open: (head: Uint8Array, isWholeFile: boolean, sink: TableSink) => Result<TableReader, ParseFailure>;
};

const csv: TableFormat = { id: 'csv', extensions: ['.csv', '.tsv', '.txt'], open: openCsv };

/** Every format that can be imported. A new one is a file of its own and a line here. */
const tableFormats: readonly TableFormat[] = [csv];

/** The file name endings of every format. */
export const tableExtensions: readonly string[] = tableFormats.flatMap(({ extensions }) => extensions);

/** Opens a file in the first format that takes it; when none does, the last one says why. */
export function openTable(head: Uint8Array, isWholeFile: boolean, sink: TableSink): Result<TableReader, ParseFailure> {
  let outcome = csv.open(head, isWholeFile, sink);
  for (const format of tableFormats.filter(({ id }) => id !== csv.id)) {
    outcome = outcome.ok ? outcome : format.open(head, isWholeFile, sink);
  }
  return outcome;
}
