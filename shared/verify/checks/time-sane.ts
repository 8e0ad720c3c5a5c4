import { dayAfter, dayOfIso, instantNumber, type Moment, momentOf } from '../../classify/moment.ts';
import { packId } from '../../packs/field-types.ts';
import { columnOf, eachCell } from '../cells.ts';
import { type Check, type Finding, found, notRun } from '../check.ts';
import type { CheckedTable } from '../checked-table.ts';
import { CounterRows } from '../counter-rows.ts';
import { percent, shareFigure, statisticFigure, Tally, tooFew } from '../figures.ts';
import { unevenness } from '../unevenness.ts';

const least = 150;
/** People sleep: hours of real customers are near 0.3. Our own limits. */
const flatBelow = 0.1;
const waveFrom = 0.1;
const mostMoments = 50_000;

/** The hour in the middle of the quietest four. */
function quietestHour(hours: readonly number[]): number {
  const four = (start: number): number => [0, 1, 2, 3].reduce((sum, at) => sum + (hours[(start + at) % 24] ?? 0), 0);
  const starts = hours.map((_, start) => start);
  const start = starts.reduce((best, at) => (four(at) < four(best) ? at : best), 0);
  return (start + 2) % 24;
}

class Times {
  readonly #lastDay: number;
  /** What the times must lie before, in words. */
  readonly #end: string;
  readonly #past = new Tally();
  readonly #future = new CounterRows();
  readonly #hours: number[] = new Array(24).fill(0);
  readonly #moments = new Map<number, number>();
  /** Times of orders are made by customers; other times may be made by machines, or all over the world. */
  readonly #ofOrders: boolean;
  readonly #ofOneCountry: boolean;
  #timed = 0;
  #utc = 0;

  constructor({ postedAt, now, country }: CheckedTable, ofOrders: boolean) {
    this.#ofOrders = ofOrders;
    this.#ofOneCountry = ofOrders || country !== null;
    // A day more: the writer's zone is not known.
    this.#end = postedAt === null ? 'today' : 'the listing was posted';
    this.#lastDay = dayAfter(dayOfIso(postedAt ?? now));
  }

  take(moment: Moment, row: number): void {
    const isPast = !(moment.day > this.#lastDay);
    this.#past.add(isPast);
    if (!isPast) {
      this.#future.add(row);
    }
    if (moment.second === null) {
      return;
    }
    this.#timed++;
    this.#utc += moment.isUtc ? 1 : 0;
    const hour = Math.min(23, Math.floor(moment.second / 3600));
    this.#hours[hour] = (this.#hours[hour] ?? 0) + 1;
    const key = instantNumber(moment);
    const known = this.#moments.get(key);
    if (known !== undefined || this.#moments.size < mostMoments) {
      this.#moments.set(key, (known ?? 0) + 1);
    }
  }

  judge(): Finding {
    const past = this.#past;
    if (past.of < least) {
      return notRun(tooFew('times', past.of, least));
    }
    if (past.share.high < 0.99) {
      const text = `${percent(1 - past.share.share)} of ${past.of.toLocaleString('en')} times lie after ${this.#end}.`;
      return found('fail', shareFigure('times before the listing', past.share), text, this.#future);
    }
    if (this.#timed < least) {
      return notRun(`The times are days without an hour, before ${this.#end}. More cannot be said of them.`);
    }
    const commonest = new Tally();
    commonest.of = this.#timed;
    commonest.hits = [...this.#moments.values()].reduce((most, count) => Math.max(most, count), 0);
    if (commonest.share.low > 0.2) {
      const text = `${percent(commonest.share.share)} of the times are one and the same second: rows written in one go.`;
      const outcome = this.#ofOrders ? 'fail' : 'warn';
      return found(outcome, shareFigure('times in the commonest second', commonest.share), text, this.#future);
    }
    return this.#judgeHours();
  }

  #judgeHours(): Finding {
    const spread = unevenness(this.#hours);
    const figure = statisticFigure('unevenness of hours', spread, this.#timed);
    if (spread.high < flatBelow) {
      return found(
        this.#ofOneCountry ? 'fail' : 'warn',
        figure,
        'All hours of the day are about as frequent: real customers sleep at night.',
        this.#future,
      );
    }
    if (spread.low <= waveFrom) {
      return found(
        'warn',
        figure,
        'The hours of day and night differ little; whether they follow a rhythm cannot be told.',
        this.#future,
      );
    }
    const quiet = quietestHour(this.#hours);
    if (this.#utc > this.#timed / 2 || (quiet >= 2 && quiet <= 7)) {
      return found('pass', figure, `The times follow day and night and end before ${this.#end}.`, this.#future);
    }
    return found(
      'warn',
      figure,
      `The times follow day and night, but the quietest hours are around ${quiet}:00: another zone, or not of the country.`,
      this.#future,
    );
  }
}

/** Whether times lie before the listing, are not all one second, and follow day and night. */
export const timeSane: Check = {
  id: 'time-sane',
  title: 'Rhythm of the times',
  question: 'Do the times follow day and night, and end before the listing?',
  start(table) {
    const column = columnOf(table, 'order-time', 'timestamp');
    if (column === null) {
      return 'There is no column of times.';
    }
    const times = new Times(table, table.columns[column]?.fieldType === packId('order-time'));
    return {
      columns: [column],
      addBlock: (rows) =>
        eachCell(rows, [column], (value, row) => {
          const moment = momentOf(value);
          if (moment !== null) {
            times.take(moment, row);
          }
        }),
      finish: () => times.judge(),
    };
  },
};
