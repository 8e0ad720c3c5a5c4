import { cellOf, columnOf, eachCell } from '../cells.ts';
import { type Check, type CheckRun, type Finding, found, notRun } from '../check.ts';
import { CounterRows } from '../counter-rows.ts';
import { judgeHigh, percent, shareFigure, Tally, tooFew } from '../figures.ts';
import { SeenValues } from '../seen-values.ts';

const least = 100;
const thresholds = { passFrom: 0.95, failBelow: 0.7 };

function judge(tally: Tally, counter: CounterRows, hasPerson: boolean): Finding {
  if (tally.of < least) {
    return notRun(tooFew(hasPerson ? 'people with a mail address' : 'mail addresses', tally.of, least));
  }
  const { share } = tally;
  const what = hasPerson ? 'people with an address of their own' : 'different addresses';
  const outcome = judgeHigh(share, thresholds);
  const seen = hasPerson
    ? `Of ${tally.of.toLocaleString('en')} people with a mail address ${percent(share.share)} have one that nobody before them in the sample has; one person's several rows count once.`
    : `${percent(share.share)} of ${tally.of.toLocaleString('en')} mail addresses occur for the first time; the others are repeats.`;
  return found(
    outcome,
    shareFigure(what, share),
    outcome === 'fail' ? `${seen} A short list was dealt out over many rows.` : seen,
    counter,
  );
}

/**
 * The share of mail addresses that are no repeat. Customers come again, so where the row also names the person (a name, a
 * phone or an ID), rows of one person with one address count once: what counts against the sample is one address with many people.
 */
function run(rowsInAll: number, email: number, person: number | null): CheckRun {
  const tally = new Tally();
  const counter = new CounterRows();
  const people = new SeenValues(rowsInAll);
  const addresses = new SeenValues(rowsInAll);
  return {
    columns: person === null ? [email] : [email, person],
    addBlock: (rows) =>
      eachCell(rows, [email], (value, row) => {
        const address = value.toLowerCase();
        const bearer = person === null ? null : cellOf(rows, person, row - rows.firstRow);
        if (bearer !== null && people.isNew(`${address}\n${bearer}`) !== true) {
          return;
        }
        const isNew = addresses.isNew(address);
        if (isNew === null) {
          return;
        }
        tally.add(isNew);
        if (!isNew) {
          counter.add(row);
        }
      }),
    finish: () => judge(tally, counter, person !== null),
  };
}

/** The share of mail addresses that belong to one person only. */
export const emailUnique: Check = {
  id: 'email-unique',
  title: 'Mail addresses: repeats',
  question: 'Has each person an address of their own?',
  hearsAll: true,
  start(table) {
    const email = columnOf(table, 'email');
    if (email === null) {
      return 'There is no column of mail addresses.';
    }
    return run(table.rows, email, columnOf(table, 'cn-resident-id', 'mobile', 'user-id', 'full-name', 'username'));
  },
};
