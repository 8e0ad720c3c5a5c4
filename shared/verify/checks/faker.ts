import { chineseMobile } from '../../classify/chinese-mobile.ts';
import { provinceOf } from '../../classify/provinces.ts';
import { cellOf, columnOf, columnsOf } from '../cells.ts';
import { type Check, type CheckRun, type Finding, found, notRun } from '../check.ts';
import type { CheckedTable } from '../checked-table.ts';
import { CounterRows } from '../counter-rows.ts';
import { judgeLow, percent, shareFigure, Tally, tooFew } from '../figures.ts';
import { isTestName } from '../test-names.ts';

const least = 50;
const limits = { passBelow: 0.03, failAbove: 0.1 };
const mostStreets = 20_000;
/** From here on so few streets in so many addresses of several provinces are a template. Our own limits. */
const fewStreets = 12;
const manyProvinces = 5;
const streetsFrom = 200;

const lorem = /\blorem ipsum\b|\bdolor sit amet\b|\bconsectetur adipiscing\b/i;
/** The addresses of faker zh_CN end in a tower with a letter and a postcode; others are what programmers type. */
const templateAddress =
  /[A-Za-z]座 ?\d{6}$|^(?:\d{1,4} )?(?:main|test|fake|example|sample) (?:st|street|road|rd|ave)\b|某(?:某)?(?:路|街|小区|省|市)|测试(?:地址|路|街)/i;
const fictitiousPhone =
  /^(?:\+?1[ -.]?)?\(?\d{3}\)?[ -.]?555[ -.]?01\d{2}$|^1(?:3800138000|3800000000|2345678901|3912345678|3812345678)$/;

/** The street of a Chinese address with neither its place nor its number, by which addresses of one template are alike. */
function streetOf(address: string): string | null {
  const street = /([\u4e00-\u9fff]{2,6}?(?:路|街|大道|巷))[^\u4e00-\u9fff]*\d/.exec(address)?.[1];
  return street === undefined ? null : street.slice(-4);
}

type Columns = {
  readonly all: readonly number[];
  readonly text: readonly number[];
  readonly address: number | null;
  readonly phone: number | null;
  readonly name: number | null;
};

class Signs {
  readonly #columns: Columns;
  readonly #tally = new Tally();
  readonly #counter = new CounterRows();
  readonly #streets = new Map<string, number>();
  readonly #provinces = new Set<number>();
  #addresses = 0;
  #phone = 0;

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  row(cell: (column: number | null) => string, row: number): void {
    const { text, address, phone, name } = this.#columns;
    const place = cell(address);
    const isSign =
      this.#countsOn(cell(phone)) ||
      fictitiousPhone.test(cell(phone)) ||
      isTestName(cell(name)) ||
      (place !== '' && templateAddress.test(place)) ||
      text.some((column) => lorem.test(cell(column)));
    this.#tally.add(isSign);
    if (isSign) {
      this.#counter.add(row);
    }
    this.#addStreet(place);
  }

  /** True for a phone number that is the one before plus one. */
  #countsOn(value: string): boolean {
    const digits = chineseMobile(value);
    if (digits === null) {
      return false;
    }
    const before = this.#phone;
    this.#phone = Number(digits);
    return this.#phone - before === 1;
  }

  #addStreet(address: string): void {
    const street = streetOf(address);
    if (street === null) {
      return;
    }
    this.#addresses++;
    const province = provinceOf(address);
    if (province !== null) {
      this.#provinces.add(province);
    }
    const known = this.#streets.get(street);
    if (known !== undefined || this.#streets.size < mostStreets) {
      this.#streets.set(street, (known ?? 0) + 1);
    }
  }

  judge(): Finding {
    if (this.#tally.of < least) {
      return notRun(tooFew('rows', this.#tally.of, least));
    }
    const { share } = this.#tally;
    const figure = shareFigure('rows with a sign of a generator', share);
    const isWide = this.#addresses >= streetsFrom && this.#provinces.size >= manyProvinces;
    if (isWide && this.#streets.size <= fewStreets) {
      const text = `${this.#addresses.toLocaleString('en')} addresses of ${this.#provinces.size} provinces name ${this.#streets.size} streets in all: they were put together from a short list.`;
      return found('fail', figure, text, this.#counter);
    }
    const seen = `${percent(share.share)} of ${this.#tally.of.toLocaleString('en')} rows hold a sign of generated data: template addresses, filler text, names that stand for nobody, phone numbers that count up.`;
    return found(judgeLow(share, limits), figure, seen, this.#counter);
  }
}

function run(table: CheckedTable): CheckRun | string {
  const text = columnsOf(table, 'remark', 'item', 'message', 'employer', 'job-title');
  const columns: Columns = {
    text,
    address: columnOf(table, 'address'),
    phone: columnOf(table, 'mobile', 'landline'),
    name: columnOf(table, 'full-name'),
    all: [],
  };
  const all = [...text, columns.address, columns.phone, columns.name].flatMap((column) =>
    column === null ? [] : [column],
  );
  if (all.length === 0) {
    return 'There is no column of addresses, phones, names or free text.';
  }
  const signs = new Signs(columns);
  return {
    columns: all,
    addBlock(rows) {
      for (let row = 0; row < rows.rows; row++) {
        signs.row((column) => (column === null ? '' : cellOf(rows, column, row)), rows.firstRow + row);
      }
    },
    finish: () => signs.judge(),
  };
}

/** What libraries that make test data leave behind. */
export const faker: Check = {
  id: 'faker',
  title: 'Signs of a generator',
  question: 'Does the data show the hand of a library that makes test data?',
  start: run,
};
