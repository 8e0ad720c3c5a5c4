import { headRecords } from './head-records.ts';

/** What separates cells, the width of the table, and how many of the examined records have that width. */
export type SeparatorGuess = {
  readonly separator: string;
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

function share(guess: SeparatorGuess): number {
  return guess.agreeing / guess.records.length;
}

/** A table of one column: its separator is one that does not occur, so that no cell is cut. */
function oneColumn(text: string, isWholeText: boolean): SeparatorGuess {
  const { separator, name } = candidates.find((candidate) => !text.includes(candidate.separator)) ?? candidates[3];
  const records = headRecords(text, separator, isWholeText);
  return { separator, name, columns: 1, agreeing: records.filter(({ length }) => length === 1).length, records };
}

/**
 * Finds what separates the cells of a text: comma, tab, semicolon or bar, whichever gives most records the same number of
 * cells (two at least), quotes respected; the wider table on a tie. When none does, the table has one column.
 */
export function guessSeparator(text: string, isWholeText: boolean): SeparatorGuess {
  const guesses = candidates
    .filter(({ separator }) => text.includes(separator))
    .map((candidate): SeparatorGuess => {
      const records = headRecords(text, candidate.separator, isWholeText);
      return { ...candidate, ...commonestWidth(records), records };
    })
    .filter((guess) => guess.columns > 1 && share(guess) >= leastShare)
    .sort((a, b) => share(b) - share(a) || b.columns - a.columns);
  return guesses[0] ?? oneColumn(text, isWholeText);
}
