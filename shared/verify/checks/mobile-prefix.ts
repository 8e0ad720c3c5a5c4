import { chineseMobile, isGivenOut } from '../../classify/chinese-mobile.ts';
import { columnsOf, eachCell } from '../cells.ts';
import { type Check, type Finding, found, notRun } from '../check.ts';
import { CounterRows } from '../counter-rows.ts';
import { percent, shareFigure, statisticFigure, Tally, tooFew } from '../figures.ts';
import { isTooEven, unevenness } from '../unevenness.ts';

const least = 150;
/** Operators have filled the old prefixes far more than the new: real crowds are near or above 0.5. Our own limits. */
const uniformBelow = 0.15;
const marketFrom = 0.25;

class Numbers {
  readonly known = new Tally();
  readonly unknown = new CounterRows();
  readonly #prefixes = new Map<string, number>();
  readonly #endings: number[] = new Array(100).fill(0);

  take(number: string, row: number): void {
    const isKnown = isGivenOut(number);
    this.known.add(isKnown);
    if (!isKnown) {
      this.unknown.add(row);
      return;
    }
    const prefix = number.slice(0, 3);
    this.#prefixes.set(prefix, (this.#prefixes.get(prefix) ?? 0) + 1);
    const ending = Number(number.slice(9));
    this.#endings[ending] = (this.#endings[ending] ?? 0) + 1;
  }

  judge(): Finding {
    const { known, unknown } = this;
    if (known.of < least) {
      return notRun(tooFew('Chinese mobile numbers', known.of, least));
    }
    if (known.share.high < 0.95) {
      const text = `${percent(1 - known.share.share)} of the mobile numbers begin with three digits that no operator was given.`;
      return found('fail', shareFigure('prefixes that were given out', known.share), text, unknown);
    }
    const counts = [...this.#prefixes.values()];
    if (counts.length < 2) {
      return notRun('All mobile numbers begin with the same three digits, so their spread says nothing.');
    }
    const spread = unevenness(counts);
    const figure = statisticFigure('unevenness of prefixes', spread, known.of);
    if (spread.high < uniformBelow) {
      return found(
        'fail',
        figure,
        'Every prefix occurs about as often as any other. Operators have filled some far more: these were drawn from a list.',
        unknown,
      );
    }
    if (isTooEven(this.#endings)) {
      return found(
        'fail',
        figure,
        'The last digits are more even than chance would leave them: the numbers were counted out.',
        unknown,
      );
    }
    return spread.low > marketFrom && known.share.share >= 0.99
      ? found(
          'pass',
          figure,
          'The prefixes are as uneven as those of real customers, and all but a few were given out.',
          unknown,
        )
      : found(
          'warn',
          figure,
          'The prefixes are not clearly as uneven as those of real customers, or some were never given out.',
          unknown,
        );
  }
}

/** How Chinese mobile numbers spread over the prefixes of the plan: real ones unevenly, made-up ones evenly. */
export const mobilePrefix: Check = {
  id: 'mobile-prefix',
  title: 'Mobile prefixes',
  question: 'Do the phone numbers mix operators as customers do?',
  start(table) {
    const columns = columnsOf(table, 'mobile');
    if (columns.length === 0) {
      return 'There is no column of mobile numbers.';
    }
    const numbers = new Numbers();
    return {
      columns,
      addBlock: (rows) =>
        eachCell(rows, columns, (value, row) => {
          const number = chineseMobile(value);
          if (number !== null) {
            numbers.take(number, row);
          }
        }),
      finish: () => numbers.judge(),
    };
  },
};
