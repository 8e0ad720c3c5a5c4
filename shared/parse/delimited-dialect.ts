import { isShortHeader, isTitle } from '../kernel/header-record.ts';
import { guessHeader } from './header-guess.ts';
import type { SeparatorGuess } from './separator.ts';
import type { FormatDialect, Recognition } from './table-format.ts';

function widthReason({ columns, name, agreeing, records }: SeparatorGuess): string {
  return columns === 1
    ? 'No separator gives the records the same number of cells: the table has one column.'
    : `The ${name} gives ${columns} cells in ${agreeing} of ${records.length} records.`;
}

function isHeadOf(record: readonly string[], columns: number): boolean {
  const filled = record.filter((cell) => cell.trim() !== '').length;
  return record.length === columns ? !isTitle(filled, columns) : isShortHeader(record.length, columns);
}

/** The dialect of delimited text that is cut in this way: its width, whether it has a header, and why. */
export function delimitedDialect(
  format: 'csv' | 'dash-list',
  guess: SeparatorGuess,
  decided: Partial<FormatDialect>,
): Omit<Recognition, 'score'> {
  const { separator, quote, columns, records } = guess;
  const first = records.findIndex((record) => isHeadOf(record, columns));
  const header = guessHeader(
    records[first] ?? [],
    records.slice(first + 1).filter((record) => record.length === columns),
  );
  const before = first > 0 ? [`${first} records before it have another number of cells.`] : [];
  const quotes = quote === '"' || quote === "'" ? quote : '';
  return {
    dialect: {
      ...{ format, separator, quote: quotes, width: columns, shortRows: 'reject', hasHeader: header.hasHeader },
      ...decided,
    },
    reasons: [widthReason(guess), ...(decided.hasHeader === undefined ? [header.reason] : []), ...before],
  };
}
