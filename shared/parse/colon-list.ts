import { shareThat } from './head-lines.ts';
import { cutAt, type SeparatorGuess, shareOf } from './separator.ts';
import type { TextHead } from './table-format.ts';

/** Colons stand in times, URLs and network addresses too: only a table that is nearly without exception counts. */
const leastShare = 0.9;
const leastRecords = 3;
/** So many columns cannot be a login and a password that holds colons. */
const manyColumns = 5;
const address = /^[^\s@:]+@[^\s@:]+\.[^\s@:.]{2,}$/;

/**
 * Cuts a text at colons when it is a table of three columns or more, as boards' user tables are sold: one column behind the
 * first holds mail addresses, or there are five columns at least. Null when it is not.
 */
export function guessColonList({ text, isWhole }: TextHead): SeparatorGuess | null {
  if (!text.includes(':') || text.includes('://')) {
    return null;
  }
  const guess = { ...cutAt(text, isWhole, ':', ''), name: 'colon' };
  const rows = guess.records.filter(({ length }) => length === guess.columns);
  const cells = rows.flat();
  const isTable = rows.length >= leastRecords && guess.columns > 2 && shareOf(guess) >= leastShare;
  const isProse = shareThat(cells, (cell) => cell.includes(' ')) > 0.3;
  const isNetwork = cells.every((cell) => /^[\da-f]{0,4}$/i.test(cell));
  if (!isTable || isProse || isNetwork) {
    return null;
  }
  const holdsAddresses = Array.from({ length: guess.columns - 1 }, (_, k) => k + 1).some(
    (column) => shareThat(rows, (row) => address.test(row[column] ?? '')) >= 0.7,
  );
  return holdsAddresses || guess.columns >= manyColumns ? guess : null;
}
