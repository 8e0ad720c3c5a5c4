/** A goal: no more than so much, or no less. The gate must be met; the aim is what a prototype reached. */
export type Goal = {
  readonly work: string;
  readonly unit: '×' | 'ms';
  readonly better: 'lower' | 'higher';
  readonly gate: number;
  readonly aim: number;
};

function atMost(work: string, gate: number, aim: number, unit: Goal['unit'] = '×'): Goal {
  return { work, unit, better: 'lower', gate, aim };
}

/** The goals for a million rows of eight columns. All but the last two are ratios within one run. */
export const goals = {
  importToSqlite: atMost('import ÷ `sqlite3 .import` of the plain file', 1.25, 0.8),
  importToPython: atMost("import ÷ Python's csv reader that stores nothing", 1.75, 1.1),
  parserToPapaparse: {
    ...{ work: 'our parser to UTF-8 columns ÷ papaparse, throughput', unit: '×', better: 'higher', gate: 8, aim: 15 },
  },
  verdictsToParser: atMost('classification (verdicts on the columns) ÷ our parser', 1, 1),
  countToParser: atMost('classification with the count over every row ÷ our parser', 1, 1),
  coldColumnToRipgrep: atMost('search in one column, app just started ÷ `rg --no-mmap`', 1.5, 1),
  coldAllToSqlite: atMost('search in all columns, app just started ÷ sqlite LIKE over all columns', 1.5, 0.85),
  warmAllToRipgrep: atMost('search in all columns, warm ÷ `rg --no-mmap`', 3, 2),
  diskToSource: atMost('bytes on disk ÷ source', 0.55, 0.47),
  peakToIdle: atMost('peak memory during import ÷ idle app', 1.75, 1.4),
  longPeakToPeak: atMost('peak memory, five times the rows ÷ the rows of this run', 1.5, 1.5),
  blockRead: atMost('one block, all columns, p95', 60, 35, 'ms'),
  recount: atMost('count after one change of a type, a column that is no key of persons', 400, 200, 'ms'),
  recountPersons: atMost('count after one change of a type, a key of persons', 400, 200, 'ms'),
  recountTyped: atMost('change of a type by keyboard, until the notice that it is kept', 400, 200, 'ms'),
  frameGap: atMost('longest time the window was blocked during import', 50, 50, 'ms'),
} as const satisfies Record<string, Goal>;
