import { residentIdParts } from '../../classify/resident-id.ts';
import type { CheckOutcome } from '../../domain/check.ts';
import { columnOf, eachPair } from '../cells.ts';
import { type Check, type CheckRun, type Finding, found, notRun } from '../check.ts';
import { CounterRows } from '../counter-rows.ts';
import { judgeHigh, outOf, percent, shareFigure, Tally, tooFew } from '../figures.ts';

const least = 30;
const thresholds = { passFrom: 0.99, failBelow: 0.9 };
const male = new Set(['男', '男性', 'm', 'male', 'man', '先生']);
const female = new Set(['女', '女性', 'f', 'female', 'woman', '女士']);

/** A way to read the codes 0, 1 and 2: which stands for men, which for women. Words mean the same in each. */
class Reading {
  readonly tally = new Tally();
  readonly counter = new CounterRows();
  readonly #man: string;
  readonly #woman: string;

  constructor(man: string, woman: string) {
    this.#man = man;
    this.#woman = woman;
  }

  take(gender: string, isMale: boolean, row: number): void {
    const saysMale = male.has(gender) || gender === this.#man;
    if (!saysMale && !female.has(gender) && gender !== this.#woman) {
      return;
    }
    this.tally.add(saysMale === isMale);
    if (saysMale !== isMale) {
      this.counter.add(row);
    }
  }
}

function sentence(outcome: CheckOutcome, tally: Tally): string {
  const seen = `In ${outOf(tally, 'row')} (${percent(tally.share.share)}) the resident ID and the gender of the row agree.`;
  if (outcome !== 'fail') {
    return `${seen} Columns of one register agree in 99 %.`;
  }
  const isChance = tally.share.low < 0.55 && tally.share.high > 0.45;
  return isChance
    ? `${seen} That is a coin's toss: the columns know nothing of each other.`
    : `${seen} Columns of one register agree in 99 %.`;
}

function judge({ tally, counter }: Reading): Finding {
  if (tally.of < least) {
    return notRun(tooFew('rows with both', tally.of, least));
  }
  const outcome = judgeHigh(tally.share, thresholds);
  return found(outcome, shareFigure('same sex', tally.share), sentence(outcome, tally), counter);
}

function run(id: number, gender: number): CheckRun {
  // GB/T 2261.1 has 1 and 2; where 2 never occurs, 0 and 1 stand for either, and the better reading is taken.
  const standard = new Reading('1', '2');
  const others = [new Reading('1', '0'), new Reading('0', '1')];
  let hasTwo = false;
  return {
    columns: [id, gender],
    addBlock: (rows) =>
      eachPair(rows, id, gender, (number, written, row) => {
        const parts = residentIdParts(number);
        if (parts === null) {
          return;
        }
        const word = written.toLowerCase();
        hasTwo ||= word === '2';
        for (const reading of [standard, ...others]) {
          reading.take(word, parts.isMale, row);
        }
      }),
    finish: () =>
      judge(hasTwo ? standard : others.reduce((a, b) => (b.tally.share.share > a.tally.share.share ? b : a))),
  };
}

/** The share of rows in which the sequence digit of the resident id (odd = male) agrees with the gender column. */
export const ricSex: Check = {
  id: 'ric-sex',
  title: 'Resident IDs: sex',
  question: 'Does the sex in the ID number agree with the gender in the row?',
  start(table) {
    const id = columnOf(table, 'cn-resident-id');
    const gender = columnOf(table, 'gender');
    if (id === null || gender === null) {
      return `There is no column of ${id === null ? 'PRC resident IDs' : 'genders beside the resident IDs'}.`;
    }
    return run(id, gender);
  },
};
