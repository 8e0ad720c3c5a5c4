import type { Kernels } from '../kernel/kernels.ts';
import type { CsvScannerOptions } from '../kernel/scan-csv.ts';
import { guessColonList } from './colon-list.ts';
import { delimitedDialect } from './delimited-dialect.ts';
import { headLines, shareThat } from './head-lines.ts';
import { readSeparatedLines } from './separated-lines.ts';
import { cutAt, guessSeparator, type SeparatorGuess, shareOf } from './separator.ts';
import { readBehindHint, separatorHint } from './separator-hint.ts';
import type { FormatDialect, Recognition, TableSink, TextFormat, TextHead, TextReader } from './table-format.ts';

/** A separator that records agree on is good evidence, but no signature. */
const surest = 0.85;
/** One column of anything: only when nothing better is known. */
const oneColumnScore = 0.1;
/** A first line that names the separator is a signature. */
const hinted = 0.95;

/** Sentences are no table: a blank follows their commas, and they end with a full stop or, of two cells, have many words. */
function isProse({ separator, columns }: SeparatorGuess, lines: readonly string[]): boolean {
  const cuts = lines.flatMap((line) => line.split(separator).slice(1));
  const isSpaced = separator !== '\t' && shareThat(cuts, (cell) => cell.startsWith(' ')) > 0.8;
  const isSentence = (line: string) => /[.!?]["”]?\s*$/.test(line) || (columns === 2 && line.split(' ').length > 4);
  return isSpaced && shareThat(lines, isSentence) > 0.6;
}

/** A line of a program or of a document: its commas belong to a language of its own. */
function isMarkup(line: string): boolean {
  return /^\s*(?:\{|<[/!?a-z]|(?:var|let|const)\s+\w+\s*=)/i.test(line);
}

function scoreOf(guess: SeparatorGuess, head: TextHead): number {
  const lines = headLines(head);
  if (guess.columns === 1 || isProse(guess, lines) || shareThat(lines, isMarkup) > 0.5) {
    return oneColumnScore;
  }
  return shareOf(guess) * surest;
}

/** The scanner cuts at one ASCII byte; any other separator needs the plain splitter, which knows no quotes. */
function isOneByte(separator: string): boolean {
  return separator.length <= 1 && separator.charCodeAt(0) < 0x80;
}

function cut({ text, isWhole }: TextHead, { separator, quote }: Partial<FormatDialect>): SeparatorGuess {
  if (separator === undefined || separator === '') {
    const guess = guessSeparator(text, isWhole, quote ?? null);
    return (guess.columns === 1 ? guessColonList({ text, isWhole }) : null) ?? guess;
  }
  return cutAt(text, isWhole, separator, isOneByte(separator) ? (quote ?? null) : '');
}

function recognise(head: TextHead, decided: Partial<FormatDialect>): Recognition {
  const hint = separatorHint(head.text);
  if (hint === null) {
    const guess = cut(head, decided);
    return { score: scoreOf(guess, head), ...delimitedDialect('csv', guess, decided) };
  }
  const told = { separator: hint.separator, ...decided };
  const { dialect, reasons } = delimitedDialect('csv', cut({ ...head, text: hint.rest }, told), told);
  return { score: hinted, dialect, reasons: [`Its first line names the separator: “${hint.separator}”.`, ...reasons] };
}

function read(dialect: FormatDialect, sink: TableSink, kernels: Kernels): TextReader {
  const { separator, quote, hasHeader, width, shortRows } = dialect;
  if (!isOneByte(separator)) {
    return readSeparatedLines(dialect, sink);
  }
  return readBehindHint(sink, (receiver) => {
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
  });
}

/**
 * Delimited text: comma, semicolon, tab, bar or any one ASCII character between cells, by RFC 4180; or anything else that
 * the analyst names, such as `||`, without quotes.
 */
export const csv: TextFormat = {
  id: 'csv',
  label: 'Delimited text (CSV, TSV)',
  extensions: ['.csv', '.tsv', '.txt'],
  recognise,
  read,
};
