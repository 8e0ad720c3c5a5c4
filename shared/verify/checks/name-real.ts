import { isHanCode } from '../../classify/characters.ts';
import { hasCommonSurname, surnameLength } from '../../classify/surnames.ts';
import { columnsOf, eachCell } from '../cells.ts';
import { type Check, type Finding, found, notRun } from '../check.ts';
import { CounterRows } from '../counter-rows.ts';
import { percent, shareFigure, statisticFigure, Tally, tooFew } from '../figures.ts';
import { isTestName } from '../test-names.ts';
import { unevenness } from '../unevenness.ts';

const least = 100;
/**
 * Shares of the surnames in China (Ministry of Public Security, 2020, as reported): 王 and 李 7.2 % each, 张 6.8 %, 刘 5.4 %,
 * 陈 4.5 %, the hundred commonest 85 % (unverified, from memory). Even shares give 0, these some 1. Our own limits.
 */
const uniformBelow = 0.2;
const zipfFrom = 0.3;
const commonFrom = 0.6;

/** The counts of the commonest surnames that four fifths of the names have: rare ones would make any list look uneven. */
function commonest(surnames: ReadonlyMap<string, number>, of: number): number[] {
  let covered = 0;
  return [...surnames.values()]
    .sort((a, b) => b - a)
    .filter((count) => {
      const isNeeded = covered < of * 0.8;
      covered += count;
      return isNeeded;
    });
}

class Names {
  readonly test = new Tally();
  readonly common = new Tally();
  readonly testRows = new CounterRows();
  readonly #surnames = new Map<string, number>();

  take(name: string, row: number): void {
    const isTest = isTestName(name);
    this.test.add(isTest);
    if (isTest) {
      this.testRows.add(row);
    }
    if (!isHanCode(name.charCodeAt(0)) || name.length > 4 || /[*＊某]/.test(name.slice(0, 1))) {
      return;
    }
    this.common.add(hasCommonSurname(name));
    const surname = name.slice(0, Math.max(1, surnameLength(name)));
    this.#surnames.set(surname, (this.#surnames.get(surname) ?? 0) + 1);
  }

  judge(): Finding {
    const { test, common, testRows } = this;
    if (test.of < least) {
      return notRun(tooFew('names', test.of, least));
    }
    if (test.share.low > 0.02) {
      const text = `${percent(test.share.share)} of ${test.of.toLocaleString('en')} names stand for nobody, as 张三 and John Doe do.`;
      return found('fail', shareFigure('names that stand for nobody', test.share), text, testRows);
    }
    if (common.of < least) {
      return notRun(
        'Too few names are Chinese to judge their surnames; of others only names that stand for nobody are looked for, and there are hardly any.',
      );
    }
    return this.#judgeSurnames();
  }

  #judgeSurnames(): Finding {
    const { common, testRows } = this;
    const counts = commonest(this.#surnames, common.of);
    if (counts.length < 2) {
      return notRun('Nearly all names have the same surname, so their spread says nothing.');
    }
    const spread = unevenness(counts);
    const figure = statisticFigure('unevenness of surnames', spread, common.of);
    const share = `${percent(common.share.share)} of ${common.of.toLocaleString('en')} Chinese names have one of the hundred commonest surnames`;
    if (spread.high < uniformBelow) {
      return found(
        'fail',
        figure,
        `${share}, but each surname is about as frequent as any other, as when a program picks them from a list.`,
        testRows,
      );
    }
    return spread.low > zipfFrom && common.share.low > commonFrom
      ? found('pass', figure, `${share}, and a few are far more frequent than the rest, as in China.`, testRows)
      : found('warn', figure, `${share}. Their spread is not clearly that of the people of China.`, testRows);
  }
}

/** Whether surnames are as uneven as among people, and names stand for somebody. */
export const nameReal: Check = {
  id: 'name-real',
  title: 'Names',
  question: 'Are the names as unevenly spread as those of people?',
  start(table) {
    const columns = columnsOf(table, 'full-name').slice(0, 1);
    if (columns.length === 0) {
      return 'There is no column of names.';
    }
    const names = new Names();
    return {
      columns,
      addBlock: (rows) => eachCell(rows, columns, (value, row) => names.take(value, row)),
      finish: () => names.judge(),
    };
  },
};
