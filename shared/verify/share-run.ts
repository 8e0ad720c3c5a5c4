import type { CheckFigure, CheckOutcome } from '../domain/check.ts';
import { eachCell, eachPair } from './cells.ts';
import { type CheckRun, found, notRun } from './check.ts';
import { CounterRows } from './counter-rows.ts';
import { judgeHigh, shareFigure, Tally, type Thresholds, tooFew } from './figures.ts';

/** What a check says of a share: its name, what was counted, how few say nothing, and its sentences by outcome. */
export type ShareReport = Thresholds & {
  readonly figure: string;
  /** What is counted, in the plural. */
  readonly what: string;
  readonly least: number;
  /** The sentences of an outcome; `tally` holds the numbers they speak of. */
  readonly say: (outcome: CheckOutcome, tally: Tally) => string;
};

/** A test of one row or value: whether it holds, or null where it cannot be asked. */
type Answer = boolean | null;

class ShareCount {
  readonly tally = new Tally();
  readonly counter = new CounterRows();

  take(answer: Answer, row: number): void {
    if (answer === null) {
      return;
    }
    this.tally.add(answer);
    if (!answer) {
      this.counter.add(row);
    }
  }

  finish({ figure, what, least, say, ...thresholds }: ShareReport): ReturnType<CheckRun['finish']> {
    const { tally, counter } = this;
    if (tally.of < least) {
      return notRun(tooFew(what, tally.of, least));
    }
    const outcome = judgeHigh(tally.share, thresholds);
    const shown: CheckFigure = shareFigure(figure, tally.share);
    return found(outcome, shown, say(outcome, tally), counter);
  }
}

/** Asks a test of every filled cell of some columns and judges the share for which it holds. */
export function shareOfCells(
  columns: readonly number[],
  test: (value: string, column: number) => Answer,
  report: ShareReport,
): CheckRun {
  const count = new ShareCount();
  return {
    columns,
    addBlock: (rows) => eachCell(rows, columns, (value, row, column) => count.take(test(value, column), row)),
    finish: () => count.finish(report),
  };
}

/** Asks a test of two columns in every row that fills both, and judges the share of rows for which it holds. */
export function shareOfPairs(
  first: number,
  second: number,
  test: (one: string, other: string) => Answer,
  report: ShareReport,
): CheckRun {
  const count = new ShareCount();
  return {
    columns: [first, second],
    addBlock: (rows) => eachPair(rows, first, second, (one, other, row) => count.take(test(one, other), row)),
    finish: () => count.finish(report),
  };
}
