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
/** A separator that fewer of the records agree on is chance. */
const leastShare = 0.6;
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

/** The share of the head's records that have the commonest number of cells. */
export function shareOf({ agreeing, records }: SeparatorGuess): number {
  return records.length === 0 ? 0 : agreeing / records.length;
}

function isEnclosed(cell: string): boolean {
  return cell.length > 1 && cell.startsWith("'") && cell.endsWith("'");
}

/** The quote of a text cut at a separator: apostrophes where they enclose many cells, else `"`. */
function quoteOf(text: string, separator: string, isWholeText: boolean): '"' | "'" {
  const cells = headRecords(text, { separator, quote: '' }, isWholeText).flat();
  return cells.filter(isEnclosed).length >= cells.length * apostropheShare ? "'" : '"';
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
    .filter((guess) => guess.columns > 1 && shareOf(guess) >= leastShare)
    .sort((a, b) => shareOf(b) - shareOf(a) || b.columns - a.columns);
  return guesses[0] ?? oneColumn(text, isWholeText);
}
