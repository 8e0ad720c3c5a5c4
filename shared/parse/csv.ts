import type { Kernels } from '../kernel/kernels.ts';
import type { CsvScannerOptions } from '../kernel/scan-csv.ts';
import { guessHeader } from './header-guess.ts';
import { cutAt, guessSeparator, type SeparatorGuess, shareOf } from './separator.ts';
import type { FormatDialect, Recognition, TableSink, TextFormat, TextHead, TextReader } from './table-format.ts';

/** A separator that records agree on is good evidence, but no signature. */
const surest = 0.85;
/** One column of anything: only when nothing better is known. */
const oneColumnScore = 0.1;

function scoreOf(guess: SeparatorGuess): number {
  return guess.columns === 1 ? oneColumnScore : shareOf(guess) * surest;
}

function widthReason({ columns, name, agreeing, records }: SeparatorGuess): string {
  return columns === 1
    ? 'No separator gives the records the same number of cells: the table has one column.'
    : `The ${name} gives ${columns} cells in ${agreeing} of ${records.length} records.`;
}

function cut({ text, isWhole }: TextHead, { separator, quote }: Partial<FormatDialect>): SeparatorGuess {
  return separator === undefined || separator === ''
    ? guessSeparator(text, isWhole, quote ?? null)
    : cutAt(text, isWhole, separator, quote ?? null);
}

function recognise(head: TextHead, decided: Partial<FormatDialect>): Recognition {
  const guess = cut(head, decided);
  const { separator, quote, columns, records } = guess;
  const first = records.findIndex((record) => record.length === columns);
  const header = guessHeader(
    records[first] ?? [],
    records.slice(first + 1).filter((record) => record.length === columns),
  );
  const before = first > 0 ? [`${first} records before it have another number of cells.`] : [];
  const guessed = { separator, quote: quote === "'" ? quote : '"', hasHeader: header.hasHeader } as const;
  return {
    score: scoreOf(guess),
    dialect: { format: 'csv', width: columns, shortRows: 'reject', ...guessed, ...decided },
    reasons: [widthReason(guess), ...(decided.hasHeader === undefined ? [header.reason] : []), ...before],
  };
}

function read(dialect: FormatDialect, sink: TableSink, kernels: Kernels): TextReader {
  const { separator, quote, hasHeader, width, shortRows } = dialect;
  const receiver = sink.openTable('');
  const options: CsvScannerOptions = {
    ...{ separator: separator.charCodeAt(0), quote: quote === '' ? -1 : quote.charCodeAt(0) },
    ...{ columns: width, hasHeader, fillShortRows: shortRows === 'fill', rowsPerBlock: sink.rowsPerBlock },
    ...(sink.maxBlockBytes === undefined ? {} : { maxBlockBytes: sink.maxBlockBytes }),
    ...{ onHeader: receiver.onColumns, onBlock: receiver.onBlock, onRejected: receiver.onRejected },
  };
  const scanner = kernels.createCsvScanner(options);
  return {
    push: scanner.push,
    end: () => {
      const { header, rows, rejected, endsInsideQuote } = scanner.end();
      return [{ name: '', columns: header, rows, rejected, endsInsideQuote }];
    },
  };
}

/** Delimited text: comma, semicolon, tab, bar or any one ASCII character between cells, by RFC 4180. */
export const csv: TextFormat = {
  id: 'csv',
  label: 'Delimited text (CSV, TSV)',
  extensions: ['.csv', '.tsv', '.txt'],
  recognise,
  read,
};
