import { dayOfIso, momentOf } from '../../classify/moment.ts';
import { residentIdParts } from '../../classify/resident-id.ts';
import { columnsOf, eachCell } from '../cells.ts';
import { type Check, type CheckRun, type Finding, found, notRun } from '../check.ts';
import type { CheckedTable } from '../checked-table.ts';
import { CounterRows } from '../counter-rows.ts';
import { percent, shareFigure, statisticFigure, Tally, tooFew } from '../figures.ts';
import { unevenness } from '../unevenness.ts';

const least = 200;
const bins = 8;
/** Below the first the years are as good as even, above the second they clearly bulge. Both are our own. */
const flatBelow = 0.02;
const humpFrom = 0.04;

/** The year below which this share of the people was born. */
function quantile(years: readonly (readonly [year: number, count: number])[], of: number, share: number): number {
  let below = 0;
  for (const [year, count] of years) {
    below += count;
    if (below >= of * share) {
      return year;
    }
  }
  return 0;
}

/** Counts of people in equal spans of years, some eight, between the first and the last fiftieth; [] for a narrow crowd. */
function middleBins(byYear: ReadonlyMap<number, number>, of: number): number[] {
  const years = [...byYear].sort(([a], [b]) => a - b);
  const from = quantile(years, of, 0.02) + 1;
  const length = quantile(years, of, 0.98) - from;
  const width = Math.floor(length / bins);
  if (width < 1) {
    return [];
  }
  return Array.from({ length: Math.floor(length / width) }, (_, bin) => {
    const start = from + bin * width;
    return Array.from({ length: width }, (__, year) => byYear.get(start + year) ?? 0).reduce((a, b) => a + b, 0);
  });
}

class Ages {
  readonly years = new Map<number, number>();
  readonly possible = new Tally();
  readonly newYear = new Tally();
  readonly outside = new CounterRows();
  readonly #today: number;

  constructor(now: string) {
    this.#today = dayOfIso(now);
  }

  take(day: number, row: number): void {
    const isPossible = day >= 1920_01_01 && !(day > this.#today);
    this.possible.add(isPossible);
    if (!isPossible) {
      this.outside.add(row);
      return;
    }
    this.newYear.add(day % 10_000 === 101);
    const year = Math.floor(day / 10_000);
    this.years.set(year, (this.years.get(year) ?? 0) + 1);
  }

  judge(): Finding {
    const { possible, newYear, outside } = this;
    if (possible.of < least) {
      return notRun(tooFew('birth dates', possible.of, least));
    }
    if (possible.share.high < 0.95) {
      const text = `${percent(1 - possible.share.share)} of ${possible.of.toLocaleString('en')} birth dates lie before 1920 or in the future.`;
      return found('fail', shareFigure('possible birth dates', possible.share), text, outside);
    }
    const counts = middleBins(this.years, newYear.of);
    if (counts.length === 0) {
      return notRun('The birth years lie within so few years that they have no curve to judge.');
    }
    const spread = unevenness(counts);
    const figure = statisticFigure('unevenness of birth years', spread, possible.of);
    if (spread.high < flatBelow) {
      return found(
        'fail',
        figure,
        'The birth years are spread evenly, as a program draws them; people of an age crowd together.',
        outside,
      );
    }
    if (newYear.share.low > 0.05) {
      const text = `${percent(newYear.share.share)} of the birthdays are 1 January: a place holder, or dates filled in by rule.`;
      return found('warn', shareFigure('birthdays on 1 January', newYear.share), text, outside);
    }
    return spread.low > humpFrom
      ? found('pass', figure, 'The birth years rise and fall as those of a crowd of adults do.', outside)
      : found('warn', figure, 'The birth years bulge little; whether they are spread evenly cannot be told.', outside);
  }
}

function dayReader(table: CheckedTable): {
  readonly columns: readonly number[];
  readonly dayOf: (value: string) => number | null;
} {
  const births = columnsOf(table, 'birth-date').slice(0, 1);
  if (births.length > 0) {
    return { columns: births, dayOf: (value) => momentOf(value)?.day ?? null };
  }
  return {
    columns: columnsOf(table, 'cn-resident-id').slice(0, 1),
    dayOf: (value) => residentIdParts(value)?.born ?? null,
  };
}

function run(table: CheckedTable): CheckRun | string {
  const { columns, dayOf } = dayReader(table);
  if (columns.length === 0) {
    return 'There is no column of birth dates or PRC resident IDs.';
  }
  const ages = new Ages(table.now);
  return {
    columns,
    addBlock: (rows) =>
      eachCell(rows, columns, (value, row) => {
        const day = dayOf(value);
        if (day !== null) {
          ages.take(day, row);
        }
      }),
    finish: () => ages.judge(),
  };
}

/** The curve of birth years: a crowd of real people bulges, made-up dates are spread evenly or impossible. */
export const ageCurve: Check = {
  id: 'age-curve',
  title: 'Birth years',
  question: 'Do the ages look like those of real customers?',
  start: run,
};
