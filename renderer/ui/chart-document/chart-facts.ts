import { type CsvCell, toCsv } from '#shared/lib/csv.ts';

/** A cell of a chart's numbers: what a file holds, what a person reads (where that differs), and what a press opens. */
export type ChartCell = { readonly value: CsvCell; readonly text?: string; readonly open?: () => void };

/**
 * A column of a chart's numbers; figures stand to the right. The first column names the row, and `isName` says that another
 * does so with it. The screen leaves out what only a file needs.
 */
export type ChartColumn = {
  readonly label: string;
  readonly isFigure: boolean;
  readonly isName?: boolean;
  readonly isFileOnly?: boolean;
};

/** What makes a chart a document: what it shows, on how much it rests, of when it is, who may see it, and its numbers. */
export type ChartFacts = {
  readonly title: string;
  /** On how much the figures rest: `n = 3,000 rows`. */
  readonly n: string;
  /** The day the figures are of (ISO 8601). */
  readonly asOf: string;
  /** The TLP label. */
  readonly marking: string;
  /** What a reader must know beside the figures. */
  readonly notes: readonly string[];
  /** The words in it that somebody gave: a file's name, a case's title, a reason. All others are the program's own. */
  readonly given: readonly string[];
  readonly columns: readonly ChartColumn[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ChartCell[] }[];
};

/** A text that is about to leave, and the words of it that are the program's own. */
export type OutgoingWords = { readonly text: string; readonly ownWords: string };

/** The words of a chart that leaves under a file's name. Its figures are counts, and no words. */
export function outgoingWords(facts: ChartFacts, fileName: string): OutgoingWords {
  const { title, n, notes, columns, rows } = facts;
  const names = rows.flatMap(({ cells }) =>
    cells.flatMap(({ value }, at) => (columns[at]?.isFigure === true ? [] : String(value ?? ''))),
  );
  const words = [title, n, ...notes, ...columns.map(({ label }) => label), ...names].join('\n');
  const longestFirst = facts.given.filter((one) => one.trim() !== '').toSorted((a, b) => b.length - a.length);
  return {
    text: `${fileName}\n${words}`,
    ownWords: longestFirst.reduce((own, one) => own.replaceAll(one, '\n'), words),
  };
}

/** The numbers of a chart as CSV. Each line carries title, n, date and marking, so that none is parted from them. */
export function factsAsCsv({ title, n, asOf, marking, columns, rows }: ChartFacts): string {
  const head = [...columns.map(({ label }) => label), 'Chart', 'n', 'As of', 'Marking'];
  return toCsv([head, ...rows.map(({ cells }) => [...cells.map(({ value }) => value), title, n, asOf, marking])]);
}

/** A file name that every system takes, made of the title. */
export function fileNameOf({ title, asOf }: Pick<ChartFacts, 'title' | 'asOf'>, extension: string): string {
  const words = title
    .toLowerCase()
    .normalize('NFKC')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
  return `${words.slice(0, 80)}-${asOf}.${extension}`;
}
