import { packId } from '../../packs/field-types.ts';
import { type Check, type CheckRun, type Finding, found, notRun } from '../check.ts';
import type { CheckedTable } from '../checked-table.ts';
import { CounterRows } from '../counter-rows.ts';
import { judgeLow, percent, shareFigure, Tally, tooFew } from '../figures.ts';
import { LooseHash } from '../loose-hash.ts';
import { SeenValues } from '../seen-values.ts';

const least = 100;
const limits = { passBelow: 0.02, failAbove: 0.2 };
const rowId = packId('row-id');

function judge(tally: Tally, counter: CounterRows): Finding {
  if (tally.of < least) {
    return notRun(tooFew('rows', tally.of, least));
  }
  const { share } = tally;
  const outcome = judgeLow(share, limits);
  const seen = `${percent(share.share)} of ${tally.of.toLocaleString('en')} rows repeat an earlier one, but for case, blanks and punctuation; row numbers are not compared.`;
  const text = outcome === 'fail' ? `${seen} So many pad the sample to look larger.` : seen;
  return found(outcome, shareFigure('repeated rows', share), text, counter);
}

/** What columns of a row are compared, in the order of their headers so that it does not depend on their arrangement. */
function comparedColumns({ columns }: CheckedTable): number[] {
  return columns
    .map(({ header, fieldType }, index) => ({ header, fieldType, index }))
    .filter(({ fieldType }) => fieldType !== rowId)
    .sort((a, b) => (a.header < b.header ? -1 : a.header > b.header ? 1 : a.index - b.index))
    .map(({ index }) => index);
}

function run(table: CheckedTable, columns: readonly number[]): CheckRun {
  const seen = new SeenValues(table.rows);
  const tally = new Tally();
  const counter = new CounterRows();
  const hash = new LooseHash();
  return {
    columns,
    addBlock(rows) {
      for (let row = 0; row < rows.rows; row++) {
        hash.clear();
        for (const column of columns) {
          hash.add(rows.columns[column]?.[row] ?? '');
        }
        const isNew = seen.isNewHash(hash.low, hash.upper);
        if (isNew !== null) {
          tally.add(!isNew);
        }
        if (isNew === false) {
          counter.add(rows.firstRow + row);
        }
      }
    },
    finish: () => judge(tally, counter),
  };
}

/** Rows that repeat an earlier one, exactly or nearly: many of them pad a sample. */
export const dupRows: Check = {
  id: 'dup-rows',
  title: 'Repeated rows',
  question: 'Is the sample padded with copies?',
  hearsAll: true,
  start(table) {
    const columns = comparedColumns(table);
    return columns.length < 2 ? 'With fewer than two columns, rows repeat for no reason.' : run(table, columns);
  },
};
