import { provinceOf, provinceOfPhone } from '../../classify/provinces.ts';
import { cellOf, columnOf, columnsOf } from '../cells.ts';
import { type Check, type Finding, found, notRun } from '../check.ts';
import type { TextRows } from '../checked-table.ts';
import { CounterRows } from '../counter-rows.ts';
import { percent, shareFigure, Tally, tooFew } from '../figures.ts';

const least = 50;
/** How much more often than by chance area and address must agree to be clearly related. Our own limit. */
const clear = 0.3;

class Pairs {
  readonly tally = new Tally();
  readonly counter = new CounterRows();
  readonly #phones = new Map<number, number>();
  readonly #addresses = new Map<number, number>();

  take(phone: number, address: number, row: number): void {
    this.tally.add(phone === address);
    if (phone !== address) {
      this.counter.add(row);
    }
    this.#phones.set(phone, (this.#phones.get(phone) ?? 0) + 1);
    this.#addresses.set(address, (this.#addresses.get(address) ?? 0) + 1);
  }

  /** How often two columns with these provinces agree when they know nothing of each other. */
  #chance(): number {
    let sum = 0;
    for (const [province, count] of this.#phones) {
      sum += (count / this.tally.of) * ((this.#addresses.get(province) ?? 0) / this.tally.of);
    }
    return sum;
  }

  judge(): Finding {
    const { tally, counter } = this;
    if (tally.of < least) {
      return notRun(tooFew('rows with a phone and an address whose provinces are known', tally.of, least));
    }
    const chance = this.#chance();
    if (chance > 0.6) {
      return notRun('Nearly all rows are of one province, so that phones and addresses agree by chance.');
    }
    const { share } = tally;
    const figure = shareFigure('same province', share);
    const seen = `In ${percent(share.share)} of ${tally.of.toLocaleString('en')} rows the phone number and the address are of one province; by chance it would be ${percent(chance)}.`;
    if (share.low > chance + clear) {
      return found('pass', figure, seen, counter);
    }
    return share.high < chance + clear && share.low <= chance
      ? found('fail', figure, `${seen} The columns know nothing of each other.`, counter)
      : found('warn', figure, `${seen} That is a weak relation.`, counter);
  }
}

/** The province of the first number in a row that shows one. */
function phoneProvince(rows: TextRows, phones: readonly number[], row: number): number | null {
  for (const phone of phones) {
    const province = provinceOfPhone(cellOf(rows, phone, row));
    if (province !== null) {
      return province;
    }
  }
  return null;
}

/**
 * Whether phone numbers belong to the province of the address in their row, clearly more often than by chance: mobile
 * numbers by where their prefix was sold, landlines by their area code. People move and keep their number, so that far
 * less than all agree.
 */
export const phoneRegion: Check = {
  id: 'phone-region',
  title: 'Phones and addresses',
  question: 'Do phone numbers and addresses of a row belong together?',
  start(table) {
    const phones = columnsOf(table, 'mobile', 'landline');
    const address = columnOf(table, 'address', 'region');
    if (phones.length === 0 || address === null) {
      return `There is no column of ${phones.length === 0 ? 'phone numbers' : 'addresses or provinces'}.`;
    }
    const pairs = new Pairs();
    return {
      columns: [...phones, address],
      addBlock(rows) {
        for (let row = 0; row < rows.rows; row++) {
          const other = provinceOf(cellOf(rows, address, row));
          const one = other === null ? null : phoneProvince(rows, phones, row);
          if (one !== null && other !== null) {
            pairs.take(one, other, rows.firstRow + row);
          }
        }
      },
      finish: () => pairs.judge(),
    };
  },
};
