import { isResidentId } from '../../classify/detectors/cn-resident-id.ts';
import { columnsOf, eachCell } from '../cells.ts';
import { type Check, type Finding, found, notRun } from '../check.ts';
import { CounterRows } from '../counter-rows.ts';
import { outOf, percent, shareFigure, Tally, tooFew } from '../figures.ts';
import { looksLikeResidentId } from '../resident-id.ts';

const least = 30;
const passFrom = 0.98;
/** Of made-up digits one in eleven has the right check character. */
const chanceLevel = 0.2;

function judge(tally: Tally, counter: CounterRows): Finding {
  if (tally.of < least) {
    return notRun(tooFew('resident ID of 18 characters', tally.of, least));
  }
  const { share } = tally;
  const figure = shareFigure('valid check characters', share);
  const seen = `${outOf(tally, 'resident ID')} (${percent(share.share)}) have the check character of GB 11643 and a possible birth date.`;
  if (share.low >= passFrom) {
    return found('pass', figure, `${seen} Made-up numbers reach some 9 %.`, counter);
  }
  if (share.high <= chanceLevel) {
    return found(
      'fail',
      figure,
      `${seen} That is what digits drawn at random reach: the numbers are made up.`,
      counter,
    );
  }
  return found(
    'warn',
    figure,
    `${seen} Real ones reach 98 % or more; for that it is too few, or too few rows.`,
    counter,
  );
}

/** The share of PRC resident ids whose check character (ISO 7064 MOD 11-2) is right, far above or at chance. */
export const ricCheck: Check = {
  id: 'ric-check',
  title: 'Resident IDs: check character',
  question: 'Do the ID numbers hold together, or were their digits drawn?',
  start(table) {
    const columns = columnsOf(table, 'cn-resident-id');
    if (columns.length === 0) {
      return 'There is no column of PRC resident IDs.';
    }
    const tally = new Tally();
    const counter = new CounterRows();
    return {
      columns,
      addBlock: (rows) =>
        eachCell(rows, columns, (value, row) => {
          if (looksLikeResidentId(value)) {
            const holds = isResidentId(value);
            tally.add(holds);
            if (!holds) {
              counter.add(row);
            }
          }
        }),
      finish: () => judge(tally, counter),
    };
  },
};
