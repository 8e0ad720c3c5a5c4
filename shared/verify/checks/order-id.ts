import { isCalendarDay } from '../../classify/calendar.ts';
import { isDigits, numberAt } from '../../classify/characters.ts';
import { dayAfter, momentOf } from '../../classify/moment.ts';
import { columnOf, eachPair } from '../cells.ts';
import { type Check, type CheckRun, type Finding, found, notRun } from '../check.ts';
import { CounterRows } from '../counter-rows.ts';
import { judgeHigh, outOf, percent, shareFigure, Tally, tooFew } from '../figures.ts';

const least = 50;
const thresholds = { passFrom: 0.95, failBelow: 0.5 };

/** The day that the number begins with after a prefix of letters, as yyyymmdd; null where there is none. */
function dayIn(number: string): number | null {
  const digits = number.replace(/^[A-Za-z]{0,8}[-_]?/, '');
  if (digits.length < 12 || !isDigits(digits, 0, 8)) {
    return null;
  }
  const day = numberAt(digits, 0, 8);
  const year = Math.floor(day / 10_000);
  return year >= 2000 && year < 2100 && isCalendarDay(year, Math.floor(day / 100) % 100, day % 100) ? day : null;
}

function judge(dated: Tally, same: Tally, counter: CounterRows): Finding {
  if (dated.of < least) {
    return notRun(tooFew('orders with a time', dated.of, least));
  }
  if (dated.share.share < 0.3) {
    return notRun(
      'The order numbers begin with no date, so that there is nothing to compare with the time of the order.',
    );
  }
  const { share } = same;
  const figure = shareFigure('same day in number and time', share);
  const seen = `${outOf({ hits: dated.hits, of: dated.of }, 'order number')} begin with a date; in ${percent(share.share)} of them it is the day of the order.`;
  if (dated.share.share < 0.8) {
    return found('warn', figure, `${seen} The numbers are of more than one form.`, counter);
  }
  const outcome = judgeHigh(share, thresholds);
  return found(
    outcome,
    figure,
    outcome === 'fail' ? `${seen} The date in the number contradicts the time of the order.` : seen,
    counter,
  );
}

function run(id: number, time: number): CheckRun {
  const dated = new Tally();
  const same = new Tally();
  const counter = new CounterRows();
  return {
    columns: [id, time],
    addBlock: (rows) =>
      eachPair(rows, id, time, (number, written, row) => {
        const moment = momentOf(written);
        if (moment === null) {
          return;
        }
        const day = dayIn(number);
        dated.add(day !== null);
        if (day === null) {
          return;
        }
        // Number and time may be of different zones, or of the order and its payment.
        const isSame = day === moment.day || dayAfter(day) === moment.day || dayAfter(moment.day) === day;
        same.add(isSame);
        if (!isSame) {
          counter.add(row);
        }
      }),
    finish: () => judge(dated, same, counter),
  };
}

/** Whether the date with which order numbers begin is the day of the order, give or take one. */
export const orderIdDates: Check = {
  id: 'order-id',
  title: 'Dates in order numbers',
  question: 'Is the date in the order number that of the order?',
  start(table) {
    const id = columnOf(table, 'order-id', 'payment-record');
    const time = columnOf(table, 'order-time', 'timestamp');
    if (id === null || time === null) {
      return `There is no column of ${id === null ? 'order numbers' : 'order times'}.`;
    }
    return run(id, time);
  },
};
