import { counted } from '../../lib/counted.ts';
import type { Share } from '../../lib/wilson.ts';
import { labelOf, packId } from '../../packs/field-types.ts';
import { atOnce, type Check, type Finding, found, notRun } from '../check.ts';
import type { EarlierSample } from '../checked-table.ts';
import { judgeLow, percent, shareFigure } from '../figures.ts';

const least = 30;
const limits = { passBelow: 0.05, failAbove: 0.5 };
/** Values that name one person or account; names and places are shared by chance. */
const identifiers = new Set(['cn-resident-id', 'mobile', 'email', 'bank-card', 'user-id', 'order-id'].map(packId));

type Overlap = { readonly name: string; readonly what: string; readonly share: Share };

function overlaps({ name, rows, types }: EarlierSample): Overlap[] {
  const byRow = rows === null ? [] : [{ name, what: 'rows', share: rows }];
  const byType = types
    .filter(({ fieldType }) => identifiers.has(fieldType))
    .map(({ fieldType, share }) => ({ name, what: `values of “${labelOf(fieldType)}”`, share }));
  return [...byRow, ...byType].filter(({ share }) => share.compared >= least);
}

function judge(earlier: readonly EarlierSample[]): Finding {
  const all = earlier.flatMap(overlaps);
  const [first] = all;
  if (first === undefined) {
    return notRun('No sample of another case has fingerprints that can be compared with this one.');
  }
  const top = all.reduce((most, one) => (one.share.low > most.share.low ? one : most), first);
  const outcome = judgeLow(top.share, limits);
  const figure = shareFigure(`${top.what} seen before`, top.share);
  if (outcome === 'pass') {
    return found(
      'pass',
      figure,
      `None of ${counted(earlier.length, 'sample')} of other cases shares as much as ${percent(limits.passBelow)} of its rows or identifiers.`,
    );
  }
  const seen = `${percent(top.share.share)} of the different ${top.what} are in “${top.name}” of another case.`;
  return found(
    outcome,
    figure,
    outcome === 'fail' ? `${seen} The leak, or most of it, was offered before.` : `${seen} A part of it may be older.`,
  );
}

/** How much of the sample earlier samples of other cases hold, by keyed fingerprints; they outlive a purge of the rows. */
export const knownLeak: Check = {
  id: 'known-leak',
  title: 'Seen in earlier leaks',
  question: 'Was this data offered before?',
  start({ earlier }) {
    if (earlier === null) {
      return 'The sample was not compared with those of other cases.';
    }
    return atOnce(() => judge(earlier));
  },
};
