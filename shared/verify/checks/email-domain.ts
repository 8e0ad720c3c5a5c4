import { columnsOf, eachCell } from '../cells.ts';
import { type Check, type Finding, found, notRun } from '../check.ts';
import { CounterRows } from '../counter-rows.ts';
import { percent, shareFigure, Tally, tooFew } from '../figures.ts';
import { fitsCountry, isMadeUpDomain, mailParts } from '../mail-domains.ts';

const least = 50;
/** Real tables hold a few test accounts; more than one in twenty is no accident. Our own limits. */
const fewMadeUp = 0.05;
const fittingFrom = 0.4;

function judge(madeUp: Tally, fitting: Tally, counter: CounterRows, country: string | null): Finding {
  if (madeUp.of < least) {
    return notRun(tooFew('mail addresses', madeUp.of, least));
  }
  const { share } = madeUp;
  if (share.low > fewMadeUp) {
    const text = `${percent(share.share)} of the mail addresses are at domains reserved for examples or typical of generated test data.`;
    return found('fail', shareFigure('addresses at test domains', share), text, counter);
  }
  if (country === null) {
    return notRun(
      'It is not known which country the data is from, so the mail domains have nothing to fit; hardly any is a test domain.',
    );
  }
  const fit = fitting.share;
  const figure = shareFigure('addresses at domains of the country', fit);
  const seen = `${percent(fit.share)} of ${fitting.of.toLocaleString('en')} mail addresses are at domains that people of the country use.`;
  if (fit.low >= fittingFrom && share.high < fewMadeUp) {
    return found('pass', figure, seen, counter);
  }
  return found('warn', figure, `${seen} The mix is skewed, or there are too few addresses to tell.`, counter);
}

/** Whether mail domains are real ones, and those that people of the country use. */
export const emailDomain: Check = {
  id: 'email-domain',
  title: 'Mail domains',
  question: 'Are the mail addresses where people of that country have theirs?',
  start(table) {
    const columns = columnsOf(table, 'email');
    if (columns.length === 0) {
      return 'There is no column of mail addresses.';
    }
    const { country } = table;
    const madeUp = new Tally();
    const fitting = new Tally();
    const counter = new CounterRows();
    return {
      columns,
      addBlock: (rows) =>
        eachCell(rows, columns, (value, row) => {
          const parts = mailParts(value);
          if (parts === null) {
            return;
          }
          const isMadeUp = isMadeUpDomain(parts.domain);
          madeUp.add(isMadeUp);
          fitting.add(country !== null && fitsCountry(parts.domain, country));
          if (isMadeUp) {
            counter.add(row);
          }
        }),
      finish: () => judge(madeUp, fitting, counter, country),
    };
  },
};
