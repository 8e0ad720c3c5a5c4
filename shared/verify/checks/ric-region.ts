import { residentIdParts } from '../../classify/resident-id.ts';
import { divisionYears } from '../../packs/divisions.ts';
import { columnsOf } from '../cells.ts';
import type { Check } from '../check.ts';
import { outOf, percent } from '../figures.ts';
import { shareOfCells } from '../share-run.ts';

/** Children are registered late and revisions lag behind: a code may be this much younger than its bearer. */
const lateYears = 3;

/** Whether a county's code was given out to people born in that year, as far as its years are known. */
function couldBeGiven(division: string, born: number): boolean {
  const years = divisionYears(division);
  if (years === null) {
    return false;
  }
  const isTooNew = years.from !== null && years.from > born + lateYears;
  const isTooOld = years.until !== null && years.until + lateYears < born;
  return !isTooNew && !isTooOld;
}

/**
 * The share of resident ids whose first six digits are a county of GB/T 2260 that existed when their bearer was born. All
 * codes of the second-generation ids are known, abolished ones too; the years of a code only between 2002 and 2016, so a
 * county abolished before 2002 or founded after 2016 counts as known at any time.
 */
export const ricRegion: Check = {
  id: 'ric-region',
  title: 'Resident IDs: county and birth year',
  question: 'Did the county in the ID number exist when its bearer was born?',
  start(table) {
    const columns = columnsOf(table, 'cn-resident-id');
    if (columns.length === 0) {
      return 'There is no column of PRC resident IDs.';
    }
    const test = (value: string): boolean | null => {
      const parts = residentIdParts(value);
      return parts === null ? null : couldBeGiven(parts.division, Math.floor(parts.born / 10_000));
    };
    return shareOfCells(columns, test, {
      figure: 'counties that existed',
      what: 'resident IDs with a possible birth date',
      least: 50,
      passFrom: 0.98,
      failBelow: 0.9,
      say: (outcome, tally) => {
        const seen = `${outOf(tally, 'resident ID')} (${percent(tally.share.share)}) begin with a county that existed in the bearer's birth year.`;
        return outcome === 'fail'
          ? `${seen} Real ones reach 98 %: the first six digits are made up, or drawn from a newer list.`
          : `${seen} Real ones reach 98 %.`;
      },
    });
  },
};
