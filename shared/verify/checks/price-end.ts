import { centsOf } from '../amount.ts';
import { columnOf, columnsOf, eachCell } from '../cells.ts';
import { type Check, type Finding, found, notRun } from '../check.ts';
import type { CheckedTable } from '../checked-table.ts';
import { percent, statisticFigure, tooFew } from '../figures.ts';
import { benfordDeviation, type Unevenness, unevenness } from '../unevenness.ts';

const least = 150;
/** Real endings crowd at 9, 5 and 0 and give 1 and more. Our own limits. */
const evenBelow = 0.25;
const crowdedFrom = 0.5;
/** M. Nigrini, "Benford's Law", 2012, table 7.1: up to 0.012 marginal, above 0.015 none (unverified, from memory). */
const benfordMarginal = 0.012;
const benfordLeast = 3000;

class Endings {
  /** Last two digits of the amounts in hundredths, and the last digit of whole amounts. */
  readonly #cents: number[] = new Array(100).fill(0);
  readonly #units: number[] = new Array(10).fill(0);
  readonly #firstDigits: number[] = new Array(9).fill(0);
  readonly #decades = new Map<number, number>();
  #of = 0;

  take(cents: number): void {
    this.#of++;
    const ending = cents % 100;
    this.#cents[ending] = (this.#cents[ending] ?? 0) + 1;
    const unit = Math.floor(cents / 100) % 10;
    this.#units[unit] = (this.#units[unit] ?? 0) + 1;
    const decade = Math.floor(Math.log10(cents) + 1e-9);
    this.#decades.set(decade, (this.#decades.get(decade) ?? 0) + 1);
    const first = Math.min(9, Math.floor(cents / 10 ** decade + 1e-9)) - 1;
    this.#firstDigits[first] = (this.#firstDigits[first] ?? 0) + 1;
  }

  /** The endings that say something: cents, or the last digit where there are hardly any cents. */
  #spread(): { readonly what: string; readonly spread: Unevenness } {
    const whole = (this.#cents[0] ?? 0) / this.#of;
    return whole > 0.9
      ? { what: 'last digits', spread: unevenness(this.#units) }
      : { what: 'cents', spread: unevenness(this.#cents) };
  }

  /** Sentences on first digits; '' where the amounts span too little, or are too few, for Benford's law. */
  #benford(): { readonly text: string; readonly isOff: boolean } {
    const wide = [...this.#decades.values()].filter((count) => count > this.#of * 0.05).length;
    if (this.#of < benfordLeast || wide < 3) {
      return { text: '', isOff: false };
    }
    const deviation = benfordDeviation(this.#firstDigits);
    const text = ` First digits differ from Benford's law by ${deviation.toFixed(4)} on average.`;
    return { text, isOff: deviation > benfordMarginal };
  }

  judge(isShop: boolean): Finding {
    if (this.#of < least) {
      return notRun(tooFew('amounts', this.#of, least));
    }
    const { what, spread } = this.#spread();
    const benford = this.#benford();
    const figure = statisticFigure(`unevenness of ${what}`, spread, this.#of);
    const ninth = (this.#units[9] ?? 0) / this.#of;
    if (spread.high < evenBelow) {
      return found(
        isShop ? 'fail' : 'warn',
        figure,
        `The ${what} of the amounts are spread evenly, as a program draws them; shops end prices at 9, 5 and 0.${benford.text}`,
      );
    }
    const seen = `The ${what} of the amounts crowd at a few endings; the last digit before the point is 9 in ${percent(ninth)}.${benford.text}`;
    if (spread.low > crowdedFrom && !benford.isOff) {
      return found('pass', figure, seen);
    }
    return found(
      'warn',
      figure,
      benford.isOff ? seen : `The ${what} of the amounts crowd less than those of a shop.${benford.text}`,
    );
  }
}

/** True for the table of a shop. Amounts of a bank or of a meter have any cents. */
function isOfShop(table: CheckedTable): boolean {
  const sector = table.claims.find((claim) => claim.kind === 'sector')?.text;
  return sector === 'E-commerce' || sector === 'Retail' || columnOf(table, 'item', 'shop') !== null;
}

/**
 * Whether amounts end as shops end them: in other tables even endings are but a warning. First digits are compared with Benford's law where there are 3,000 amounts over
 * three decades; shops need not follow it, so that a deviation is never more than a warning.
 */
export const priceEnd: Check = {
  id: 'price-end',
  title: 'Endings of the amounts',
  question: 'Do the amounts end as prices do?',
  start(table) {
    const columns = columnsOf(table, 'price').slice(0, 1);
    if (columns.length === 0) {
      return 'There is no column of prices or amounts.';
    }
    const endings = new Endings();
    return {
      columns,
      addBlock: (rows) =>
        eachCell(rows, columns, (value) => {
          const cents = centsOf(value);
          if (cents !== null) {
            endings.take(cents);
          }
        }),
      finish: () => endings.judge(isOfShop(table)),
    };
  },
};
