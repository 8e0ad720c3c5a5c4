import { counted } from '../../lib/counted.ts';
import { atOnce, type Check, type Finding, found } from '../check.ts';
import type { CheckedTable } from '../checked-table.ts';
import { countFigure, percent } from '../figures.ts';

const enough = 1000;
const tooSmall = 50;
const enoughOfClaim = 0.001;

function claimedCount({ claims }: CheckedTable): number | null {
  const counts = claims.flatMap((claim) =>
    claim.kind === 'record-count' && claim.count !== null ? [claim.count] : [],
  );
  return counts.length === 0 ? null : Math.max(...counts);
}

function judge(table: CheckedTable): Finding {
  const { rows } = table;
  const claimed = claimedCount(table);
  const share = claimed === null || claimed === 0 ? null : Math.min(1, rows / claimed);
  const part = share === null ? '' : `, ${percent(share)} of the ${counted(claimed ?? 0, 'record')} claimed`;
  const figure = countFigure('rows in the sample', rows, rows);
  if (rows < tooSmall) {
    return found(
      'fail',
      figure,
      `The sample has ${counted(rows, 'row')}${part}. With fewer than ${tooSmall} nothing can be judged about the leak.`,
    );
  }
  if (rows >= enough || (share !== null && share >= enoughOfClaim)) {
    return found('pass', figure, `The sample has ${counted(rows, 'row')}${part}: enough to judge it by.`);
  }
  return found(
    'warn',
    figure,
    `The sample has ${counted(rows, 'row')}${part}. That is little; a seller who has the data can show more.`,
  );
}

/** Rows seen against records claimed. Too small a sample says nothing against the leak: it makes its credibility unknown. */
export const claimSize: Check = {
  id: 'claim-size',
  title: 'Size of the sample',
  question: 'Is there enough of it to judge the claim by?',
  start: (table) => atOnce(() => judge(table)),
};
