import type { CheckFigure, CheckId, CheckOutcome } from '../domain/check.ts';
import type { CheckedTable, TextRows } from './checked-table.ts';
import type { CounterRows } from './counter-rows.ts';

/** What a check has found once all rows have passed. */
export type Finding = {
  readonly outcome: CheckOutcome;
  readonly figure: CheckFigure | null;
  readonly text: string;
  readonly counter: CounterRows | null;
};

/** A check at work on one table: it hears every block once, in order, and holds only bounded memory. */
export type CheckRun = {
  /** Indexes of the columns it looks at. */
  readonly columns: readonly number[];
  addBlock(rows: TextRows): void;
  finish(): Finding;
};

/**
 * One test of whether a sample is what it is said to be. `start` answers with the run, or with a sentence that says what
 * is missing: then the check is not run, which never counts as a pass. No text holds a value of the sample.
 */
export type Check = {
  readonly id: CheckId;
  readonly title: string;
  /** The question it answers, as an analyst would ask it. */
  readonly question: string;
  start(table: CheckedTable): CheckRun | string;
  /** True if it must hear every row, because it looks for what comes again; others hear evenly spread runs of a large table. */
  readonly hearsAll?: boolean;
};

/** A finding that says why a check could not be run after all: too few rows, or values it can do nothing with. */
export function notRun(text: string): Finding {
  return { outcome: 'not-run', figure: null, text, counter: null };
}

/** A finding with its figure; `counter` are the rows that speak against the sample. */
export function found(
  outcome: CheckOutcome,
  figure: CheckFigure,
  text: string,
  counter: CounterRows | null = null,
): Finding {
  return { outcome, figure, text, counter };
}

/** A run that needs no rows: what it judges is known before them. */
export function atOnce(finish: () => Finding, columns: readonly number[] = []): CheckRun {
  return { columns, addBlock: () => undefined, finish };
}
