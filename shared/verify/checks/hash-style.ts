import { columnsOf, eachCell } from '../cells.ts';
import { type Check, type CheckRun, type Finding, found, notRun } from '../check.ts';
import type { CheckedTable } from '../checked-table.ts';
import { CounterRows } from '../counter-rows.ts';
import { countFigure, percent, shareFigure, Tally, tooFew } from '../figures.ts';
import { hashScheme, saltOf } from '../hash-schemes.ts';
import { SeenValues } from '../seen-values.ts';

const least = 50;
/** Providers that are known not to keep passwords in clear; by name in the title of the listing. */
const bigProviders =
  /\b(?:taobao|alibaba|alipay|tmall|jd\.com|pinduoduo|tencent|wechat|baidu|meituan|bytedance|douyin|tiktok|google|gmail|microsoft|apple|amazon|facebook|instagram|linkedin|netflix|paypal|ebay)\b|淘宝|天猫|支付宝|京东|拼多多|腾讯|微信|百度|美团|抖音/i;

class Hashes {
  readonly #schemes = new Map<string, number>();
  readonly #hashes: SeenValues;
  readonly #salts: SeenValues;
  readonly #newSalts = new Tally();
  readonly #repeated = new CounterRows();
  #of = 0;

  constructor(rows: number) {
    this.#hashes = new SeenValues(rows);
    this.#salts = new SeenValues(rows);
  }

  take(value: string, row: number): void {
    const scheme = hashScheme(value);
    if (scheme === null) {
      return;
    }
    this.#of++;
    this.#schemes.set(scheme, (this.#schemes.get(scheme) ?? 0) + 1);
    // A customer who comes again brings the same hash; only another hash with the same salt is a copy of it.
    const salt = this.#hashes.isNew(value) === true ? saltOf(value) : null;
    const isNew = salt === null ? null : this.#salts.isNew(salt);
    if (isNew === null) {
      return;
    }
    this.#newSalts.add(isNew);
    if (!isNew) {
      this.#repeated.add(row);
    }
  }

  judge(): Finding {
    if (this.#of < least) {
      return notRun(tooFew('password hashes', this.#of, least));
    }
    const salts = this.#newSalts;
    if (salts.of >= least && salts.share.high < 0.9) {
      const text = `Only ${percent(salts.share.share)} of ${salts.of.toLocaleString('en')} salts are new ones. A program that hashes passwords draws a fresh salt for each: these were copied.`;
      return found('fail', shareFigure('fresh salts', salts.share), text, this.#repeated);
    }
    const [top = ['', 0], ...others] = [...this.#schemes].sort((a, b) => b[1] - a[1]);
    const main = new Tally();
    main.of = this.#of;
    main.hits = top[1];
    const figure = shareFigure(`hashes in the form of ${top[0]}`, main.share);
    const seen = `${percent(main.share.share)} of ${this.#of.toLocaleString('en')} password hashes have the form of ${top[0]}`;
    return main.share.share >= 0.98
      ? found('pass', figure, `${seen}, as one provider writes them.`, this.#repeated)
      : found(
          'warn',
          figure,
          `${seen}; ${others.length === 1 ? 'another form occurs' : `${others.length} other forms occur`} too. Providers that change their scheme mix them by age; lists put together from several leaks mix them as well.`,
          this.#repeated,
        );
  }
}

function ofPlain(columns: readonly number[], { claims }: CheckedTable): CheckRun {
  const title = claims.flatMap((claim) => (claim.kind === 'title' ? [claim.text] : [])).join(' ');
  let filled = 0;
  return {
    columns,
    addBlock: (rows) =>
      eachCell(rows, columns, () => {
        filled++;
      }),
    finish() {
      if (filled < least) {
        return notRun(tooFew('passwords', filled, least));
      }
      const figure = countFigure('passwords in clear', filled, filled);
      const seen = `${filled.toLocaleString('en')} passwords are in clear.`;
      return bigProviders.test(title)
        ? found(
            'fail',
            figure,
            `${seen} The provider that the listing names does not keep them so: they come from somewhere else.`,
          )
        : found('warn', figure, `${seen} Few providers keep them so; stealer logs and combined lists do.`);
    },
  };
}

function run(table: CheckedTable): CheckRun | string {
  const columns = columnsOf(table, 'password-hash');
  if (columns.length === 0) {
    const plain = columnsOf(table, 'password-plain');
    return plain.length === 0 ? 'There is no column of passwords or password hashes.' : ofPlain(plain, table);
  }
  const hashes = new Hashes(table.rows);
  return {
    columns,
    addBlock: (rows) => eachCell(rows, columns, (value, row) => hashes.take(value, row)),
    finish: () => hashes.judge(),
  };
}

/** Whether passwords are kept as a provider of that kind keeps them: one scheme, fresh salts, not in clear. */
export const hashStyle: Check = {
  id: 'hash-style',
  title: 'Storage of passwords',
  question: 'Are passwords kept as the named provider would keep them?',
  start: run,
};
