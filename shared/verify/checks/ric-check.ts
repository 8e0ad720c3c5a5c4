import { isResidentId } from '../../classify/detectors/cn-resident-id.ts';
import { looksLikeResidentId } from '../../classify/resident-id.ts';
import { columnsOf } from '../cells.ts';
import type { Check } from '../check.ts';
import { outOf, percent, type Tally } from '../figures.ts';
import { shareOfCells } from '../share-run.ts';

function seen(tally: Tally): string {
  return `${outOf(tally, 'resident ID')} (${percent(tally.share.share)}) have the check character of GB 11643 and a possible birth date.`;
}

/**
 * The share of PRC resident ids whose check character (ISO 7064 MOD 11-2) is right. Made-up digits reach one in eleven, so
 * it fails where even the upper end of the interval is at or below a fifth.
 */
export const ricCheck: Check = {
  id: 'ric-check',
  title: 'Resident IDs: check character',
  question: 'Do the ID numbers hold together, or were their digits drawn?',
  start(table) {
    const columns = columnsOf(table, 'cn-resident-id');
    if (columns.length === 0) {
      return 'There is no column of PRC resident IDs.';
    }
    return shareOfCells(columns, (value) => (looksLikeResidentId(value) ? isResidentId(value) : null), {
      figure: 'valid check characters',
      what: 'resident IDs of 18 characters',
      least: 30,
      passFrom: 0.98,
      failBelow: 0.2,
      say: (outcome, tally) => {
        switch (outcome) {
          case 'pass':
            return `${seen(tally)} Digits drawn at random reach some 9 %.`;
          case 'fail':
            return `${seen(tally)} That is what digits drawn at random reach: the numbers are made up.`;
          default:
            return `${seen(tally)} Real ones reach 98 % and more; either some are wrong or there are too few to tell.`;
        }
      },
    });
  },
};
