import { instantNumber, momentOf } from '../../classify/moment.ts';
import { packId } from '../../packs/field-types.ts';
import { columnOf, eachPair } from '../cells.ts';
import { type Check, type CheckRun, type Finding, found, notRun } from '../check.ts';
import { CounterRows } from '../counter-rows.ts';
import { outOf, percent, shareFigure, Tally, tooFew } from '../figures.ts';
import { bareDigits, compareDigits } from '../number-order.ts';

const least = 50;
const orderedFrom = 0.9;
/** Two columns that know nothing of each other agree in half of the pairs. Our own limit. */
const relatedFrom = 0.65;

class Order {
  readonly tally = new Tally();
  readonly counter = new CounterRows();
  readonly #steps = new Tally();
  #id: string | null = null;
  #time = 0;

  take(id: string, time: number, row: number): void {
    const before = this.#id;
    if (before !== null) {
      this.#steps.add(id.length <= 15 && Number(id) - Number(before) === 1);
      const idStep = compareDigits(id, before);
      const timeStep = Math.sign(time - this.#time);
      if (idStep !== 0 && timeStep !== 0) {
        this.tally.add(idStep === timeStep);
        if (idStep !== timeStep) {
          this.counter.add(row);
        }
      }
    }
    this.#id = id;
    this.#time = time;
  }

  judge(isRowNumber: boolean): Finding {
    const { tally, counter } = this;
    if (tally.of < least) {
      return notRun(tooFew('pairs of rows with different numbers and times', tally.of, least));
    }
    const { share } = tally;
    const figure = shareFigure('pairs in the same order', share);
    const seen = `In ${outOf(tally, 'pair')} of neighbouring rows (${percent(share.share)}) the later one has the higher number.`;
    if (share.low >= orderedFrom) {
      return this.#steps.share.share > 0.98
        ? found('warn', figure, `${seen} But the numbers have no gaps at all: they may have been given anew.`, counter)
        : found('pass', figure, `${seen} Numbers and times were given out together.`, counter);
    }
    if (share.high < relatedFrom && !isRowNumber) {
      return found(
        'fail',
        figure,
        `${seen} By chance it is half: numbers and times know nothing of each other.`,
        counter,
      );
    }
    return found('warn', figure, `${seen} They are not clearly in one order.`, counter);
  }
}

function run(id: number, time: number, isRowNumber: boolean): CheckRun {
  const order = new Order();
  return {
    columns: [id, time],
    addBlock: (rows) =>
      eachPair(rows, id, time, (number, written, row) => {
        const digits = bareDigits(number);
        const moment = digits === null ? null : momentOf(written);
        if (digits !== null && moment !== null) {
          order.take(digits, instantNumber(moment), row);
        }
      }),
    finish: () => order.judge(isRowNumber),
  };
}

/**
 * Whether numbers rise with time. Neighbouring rows are compared, so it does not matter how the rows are sorted. Row
 * numbers may count the rows of an export, so that they are never held against the sample.
 */
export const seqId: Check = {
  id: 'seq-id',
  title: 'Numbers and times',
  question: 'Were the numbers given out in the order of time?',
  start(table) {
    const id = columnOf(table, 'order-id', 'payment-record', 'user-id', 'row-id');
    const time = columnOf(table, 'order-time', 'timestamp');
    if (id === null || time === null) {
      return `There is no column of ${id === null ? 'order, user or row numbers' : 'times'}.`;
    }
    return run(id, time, table.columns[id]?.fieldType === packId('row-id'));
  },
};
