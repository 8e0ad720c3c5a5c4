import { type Cutting, headRecords } from './head-records.ts';

/** A way to cut text into cells: `agreeing` of the head's `records` have `columns` cells. */
export type SeparatorGuess = Cutting & {
  readonly name: string;
  readonly columns: number;
  readonly agreeing: number;
  readonly records: readonly (readonly string[])[];
};

const candidates = [
  { separator: ',', name: 'comma' },
  { separator: '\t', name: 'tab' },
  { separator: ';', name: 'semicolon' },
  { separator: '|', name: 'vertical bar' },
] as const;
/** Separators that hardly any program writes: only a table without exception counts. */
const rareCandidates = [
  { separator: '||', name: 'double bar' },
  { separator: '~', name: 'tilde' },
  { separator: '^', name: 'circumflex' },
  { separator: '::', name: 'double colon' },
  { separator: '，', name: 'full-width comma' },
  // What Hive writes unless told otherwise.
  { separator: '\u0001', name: 'control character 1' },
] as const;
/** A separator that fewer of the records agree on is chance. */
const leastShare = 0.6;
const leastRareRecords = 3;
/** So many records in front of a table may be a notice; behind it this share must agree. */
const longestNotice = 8;
const leastBehindNotice = 0.9;
/** This share of the cells must stand between apostrophes before they count as quotes. */
const apostropheShare = 0.3;

/** The commonest number of cells, the larger on a tie, and how many records have it. */
function commonestWidth(records: readonly (readonly string[])[]): { columns: number; agreeing: number } {
  const counts = new Map<number, number>();
  for (const { length } of records) {
    counts.set(length, (counts.get(length) ?? 0) + 1);
  }
  let best = { columns: 1, agreeing: 0 };
  for (const [columns, agreeing] of counts) {
    if (agreeing > best.agreeing || (agreeing === best.agreeing && columns > best.columns)) {
      best = { columns, agreeing };
    }
  }
  return best;
}

/**
 * The share of the head's records that have the commonest number of cells. A few lines of notice in front of a table of
 * three columns or more are left out of account.
 */
export function shareOf({ agreeing, records, columns }: SeparatorGuess): number {
  const share = records.length === 0 ? 0 : agreeing / records.length;
  const first = records.findIndex(({ length }) => length === columns);
  const isNotice = columns > 2 && agreeing > 1 && first > 0 && first <= longestNotice;
  const behind = isNotice ? agreeing / (records.length - first) : 0;
  return behind >= leastBehindNotice ? Math.max(share, behind * leastBehindNotice) : share;
}

function isEnclosed(cell: string): boolean {
  return cell.length > 1 && cell.startsWith("'") && cell.endsWith("'");
}

/** The quote of a text cut at a separator: apostrophes where they enclose many cells, else `"`. */
function quoteOf(text: string, separator: string, isWholeText: boolean): '"' | "'" {
  const cells = headRecords(text, { separator, quote: '' }, isWholeText).flat();
  return cells.filter(isEnclosed).length >= cells.length * apostropheShare ? "'" : '"';
}

/** How many cells stand between quotes, and how many only begin with one, when quotes are taken for text. */
function countQuoted(records: readonly (readonly string[])[]): { enclosed: number; open: number } {
  const counts = { enclosed: 0, open: 0 };
  for (const cell of records.flat()) {
    if (cell.startsWith('"')) {
      const isOpen = cell.split('"').length % 2 === 0;
      counts.open += isOpen ? 1 : 0;
      counts.enclosed += !isOpen && cell.endsWith('"') ? 1 : 0;
    }
  }
  return counts;
}

/** Whether a quote that opens a cell is never closed, or closed in the middle of one. */
function isTorn(cell: string): boolean {
  return cell.startsWith('"') && !cell.endsWith('"');
}

/**
 * The cut without quotes when quotes tear cells, more cells only begin with one than stand between two, and the table is at
 * least as even without them.
 */
function withoutQuotes(guess: SeparatorGuess, text: string, isWholeText: boolean): SeparatorGuess {
  const cells = guess.records.flat();
  // A quote that is open where the text ends says no more than that the file was cut off.
  if (guess.quote !== '"' || !cells.slice(0, -1).some(isTorn)) {
    return guess;
  }
  const plain = cutAt(text, isWholeText, guess.separator, '');
  const { enclosed, open } = countQuoted(plain.records);
  const isEven = plain.columns > 1 && shareOf(plain) >= shareOf(guess) && plain.agreeing >= guess.agreeing;
  return open > enclosed && isEven ? plain : guess;
}

function rareTable(text: string, isWholeText: boolean): SeparatorGuess | null {
  for (const { separator, name } of rareCandidates) {
    const guess = text.includes(separator) ? { ...cutAt(text, isWholeText, separator, ''), name } : null;
    const isTable = guess !== null && guess.columns > 2 && guess.agreeing >= leastRareRecords;
    if (isTable && guess.agreeing === guess.records.length) {
      return guess;
    }
  }
  return null;
}

/** Whether a table cut at single bars really stands between double ones: every other cell is empty. */
function isDoubled({ separator, columns, records }: SeparatorGuess): boolean {
  return (
    separator === '|' &&
    columns % 2 === 1 &&
    records.every((record) => record.every((cell, k) => k % 2 === 0 || cell === ''))
  );
}

/** What a text gives when it is cut in this way. */
export function cutAt(text: string, isWholeText: boolean, separator: string, quote: string | null): SeparatorGuess {
  const name = candidates.find((candidate) => candidate.separator === separator)?.name ?? `separator “${separator}”`;
  const cutting = { separator, quote: quote ?? quoteOf(text, separator, isWholeText) };
  const records = headRecords(text, cutting, isWholeText);
  return { ...cutting, name, ...commonestWidth(records), records };
}

/** A table of one column: its separator is one that does not occur, so that no cell is cut. */
function oneColumn(text: string, isWholeText: boolean): SeparatorGuess {
  const { separator, name } = candidates.find((candidate) => !text.includes(candidate.separator)) ?? candidates[3];
  const records = headRecords(text, { separator, quote: '"' }, isWholeText);
  const agreeing = records.filter(({ length }) => length === 1).length;
  return { separator, quote: '"', name, columns: 1, agreeing, records };
}

/**
 * Finds what separates the cells of a text: comma, tab, semicolon or bar, whichever gives most records the same number of
 * cells (two at least), quotes respected; the wider table on a tie. When none does, the table has one column.
 */
export function guessSeparator(text: string, isWholeText: boolean, quote: string | null = null): SeparatorGuess {
  const guesses = candidates
    .filter(({ separator }) => text.includes(separator))
    .map(({ separator }) => cutAt(text, isWholeText, separator, quote))
    .map((guess) => (quote === null ? withoutQuotes(guess, text, isWholeText) : guess))
    .filter((guess) => guess.columns > 1 && shareOf(guess) >= leastShare)
    .sort((a, b) => shareOf(b) - shareOf(a) || b.columns - a.columns);
  const [best] = guesses;
  const rare = best === undefined || isDoubled(best) ? rareTable(text, isWholeText) : null;
  return rare ?? best ?? oneColumn(text, isWholeText);
}
