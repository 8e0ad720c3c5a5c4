import { momentOf } from '../../classify/moment.ts';
import { residentIdParts } from '../../classify/resident-id.ts';
import { columnOf } from '../cells.ts';
import type { Check } from '../check.ts';
import { outOf, percent } from '../figures.ts';
import { shareOfPairs } from '../share-run.ts';

function sameDay(id: string, birthday: string): boolean | null {
  const parts = residentIdParts(id);
  const moment = momentOf(birthday);
  return parts === null || moment === null || moment.isUtc ? null : parts.born === moment.day;
}

/** The share of rows in which the birth date in the resident id is the one in the birth-date column. */
export const ricBirth: Check = {
  id: 'ric-birth',
  title: 'Resident IDs: birth date',
  question: 'Is the birth date in the ID number the one in the row?',
  start(table) {
    const id = columnOf(table, 'cn-resident-id');
    const birth = columnOf(table, 'birth-date');
    if (id === null || birth === null) {
      return `There is no column of ${id === null ? 'PRC resident IDs' : 'birth dates beside the resident IDs'}.`;
    }
    return shareOfPairs(id, birth, sameDay, {
      figure: 'same birth date',
      what: 'rows with both',
      least: 30,
      passFrom: 0.99,
      failBelow: 0.95,
      say: (outcome, tally) => {
        const seen = `In ${outOf(tally, 'row')} (${percent(tally.share.share)}) the birth date in the resident ID is that of the row.`;
        return outcome === 'fail'
          ? `${seen} Columns of one register agree in 99 %: these were not made together.`
          : `${seen} Columns of one register agree in 99 %.`;
      },
    });
  },
};
