import { centsOf } from '../amount.ts';
import { columnOf, eachPair } from '../cells.ts';
import { type Check, type Finding, found, notRun } from '../check.ts';
import { percent, statisticFigure, tooFew } from '../figures.ts';

const least = 100;
const mostItems = 5000;
/** How much of the differences between prices the item explains. Our own limits. */
const stableFrom = 0.6;
const randomBelow = 0.1;

type Item = { count: number; sum: number; squares: number };

/** Sums of the logarithms of prices by item, so that twice the price counts alike for cheap and for dear items. */
class Items {
  readonly #items = new Map<string, Item>();

  take(item: string, cents: number): void {
    const known = this.#items.get(item);
    const log = Math.log(cents);
    if (known !== undefined) {
      known.count++;
      known.sum += log;
      known.squares += log * log;
    } else if (this.#items.size < mostItems) {
      this.#items.set(item, { count: 1, sum: log, squares: log * log });
    }
  }

  judge(): Finding {
    const repeated = [...this.#items.values()].filter(({ count }) => count > 1);
    const groups = repeated.length;
    const of = repeated.reduce((total, { count }) => total + count, 0);
    if (of < least || groups < 3) {
      return notRun(`${tooFew('rows of items that occur more than once', of, least)} Three items are needed too.`);
    }
    const sum = repeated.reduce((total, item) => total + item.sum, 0);
    const squares = repeated.reduce((total, item) => total + item.squares, 0);
    const within = repeated.reduce((total, item) => total + item.squares - item.sum ** 2 / item.count, 0);
    const all = squares - sum ** 2 / of;
    if (all / of < 1e-6) {
      return notRun('Nearly all amounts are the same, so that items cannot explain them.');
    }
    const free = of - groups;
    // The adjusted coefficient of determination; under no relation its standard error is near √(2·(groups − 1)) / free.
    const value = 1 - within / free / (all / (of - 1));
    const spread = (2 * Math.sqrt(2 * (groups - 1))) / free + 2 * Math.abs(value) * (1 - value) * Math.sqrt(1 / of);
    const figure = statisticFigure(
      'differences explained by the item',
      { value, low: Math.max(-1, value - spread), high: Math.min(1, value + spread) },
      of,
    );
    const seen = `The item explains ${percent(Math.max(0, value))} of the differences between the amounts of ${of.toLocaleString('en')} rows with ${groups.toLocaleString('en')} items.`;
    if (value - spread >= stableFrom) {
      return found('pass', figure, `${seen} The same item costs about the same.`);
    }
    return value + spread < randomBelow
      ? found('fail', figure, `${seen} Amounts and items know nothing of each other.`)
      : found('warn', figure, `${seen} Prices of one item vary widely; quantities and discounts may be the reason.`);
  }
}

/** Whether the same item has the same price band: one-way analysis of variance of the logarithms of the amounts. */
export const itemPrice: Check = {
  id: 'item-price',
  title: 'Items and amounts',
  question: 'Does the same item cost about the same?',
  start(table) {
    const item = columnOf(table, 'item');
    const price = columnOf(table, 'price');
    if (item === null || price === null) {
      return `There is no column of ${item === null ? 'products' : 'prices or amounts'}.`;
    }
    const items = new Items();
    return {
      columns: [item, price],
      addBlock: (rows) =>
        eachPair(rows, item, price, (name, amount) => {
          const cents = centsOf(amount);
          if (cents !== null) {
            items.take(name, cents);
          }
        }),
      finish: () => items.judge(),
    };
  },
};
