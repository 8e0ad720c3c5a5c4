import { counted } from '../../lib/counted.ts';
import { atOnce, type Check, type Finding, found, notRun } from '../check.ts';
import type { SellerFacts } from '../checked-table.ts';
import { countFigure } from '../figures.ts';

const newFor = 90;

function judge({ accountAgeDays, provenOffers, fakedOffers }: SellerFacts): Finding {
  const faked = fakedOffers ?? 0;
  const proven = provenOffers ?? 0;
  if (faked > 0) {
    const figure = countFigure('earlier offers that were no leak', faked, faked + proven);
    return found('fail', figure, `${counted(faked, 'earlier offer')} of this seller turned out made up or recycled.`);
  }
  if (proven > 0) {
    const figure = countFigure('earlier offers that were real', proven, proven);
    return found(
      'pass',
      figure,
      `${counted(proven, 'earlier offer')} of this seller turned out real, and none made up.`,
    );
  }
  if (accountAgeDays === null) {
    return notRun('Neither the age of the seller’s account nor earlier offers are known.');
  }
  const figure = countFigure('days since the account was opened', accountAgeDays, 0);
  return accountAgeDays < newFor
    ? found('warn', figure, `The seller's account is ${counted(accountAgeDays, 'day')} old and has no known offers.`)
    : found(
        'warn',
        figure,
        `The seller's account is ${counted(accountAgeDays, 'day')} old, but no offer of it is known to be real.`,
      );
}

/** What is known of the seller: the age of the account and how earlier offers turned out. */
export const seller: Check = {
  id: 'seller',
  title: 'Seller',
  question: 'Did earlier offers of this seller turn out real?',
  start: (table) => {
    const { seller: facts } = table;
    return facts === null ? 'Nothing is known of the seller.' : atOnce(() => judge(facts));
  },
};
