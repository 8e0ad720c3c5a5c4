import { describe, expect, it } from 'vitest';
import { type CheckId, type CheckOutcome, type CheckResult, checkIds } from '#shared/domain/check.ts';
import { unknownFieldType } from '#shared/domain/field-type-id.ts';
import { wilson } from '#shared/lib/wilson.ts';
import { packId } from '#shared/packs/field-types.ts';
import type { CheckedTable, SellerFacts } from '#shared/verify/checked-table.ts';
import { checks } from '#shared/verify/checks.ts';
import { checkSample, knownFacts } from '../../fixtures/check-sample.ts';
import { type Faults, type SampleTable, verifiableSample } from '../../fixtures/verifiable-sample.ts';

/** How to bring a check to an outcome: rows, faults, facts, and types whose columns are taken away. */
type Way = {
  readonly rows?: number;
  readonly faults?: Faults;
  readonly facts?: Partial<CheckedTable>;
  readonly without?: readonly string[];
  readonly change?: (table: SampleTable) => SampleTable;
};

function resultOf(
  id: CheckId,
  { rows = 1000, faults = {}, facts = {}, without = [], change = (t) => t }: Way,
): CheckResult {
  const { columns, cells } = change(verifiableSample(rows, 7, faults));
  const gone = new Set<string>(without);
  const table: SampleTable = {
    columns: columns.map((column) =>
      gone.has(column.fieldType) ? { ...column, fieldType: unknownFieldType } : column,
    ),
    cells,
  };
  const result = checkSample(table, facts).find((one) => one.id === id);
  if (result === undefined) {
    throw new Error(`No result for ${id}`);
  }
  return result;
}

/** The table with the cells of one column rewritten. */
function rewrite(header: string, to: (cell: string, row: number) => string): (table: SampleTable) => SampleTable {
  return ({ columns, cells }) => ({
    columns,
    cells: cells.map((column, at) => (columns[at]?.header === header ? column.map(to) : column)),
  });
}

/** The table with another column behind the others. */
function added(header: string, fieldType: string, cell: (row: number) => string): (table: SampleTable) => SampleTable {
  return ({ columns, cells }) => ({
    columns: [...columns, { header, fieldType: packId(fieldType) }],
    cells: [...cells, (cells[0] ?? []).map((_, row) => cell(row))],
  });
}

const offers = (
  provenOffers: number | null,
  fakedOffers: number | null,
  accountAgeDays: number | null,
): SellerFacts => ({
  accountAgeDays,
  provenOffers,
  fakedOffers,
});
const shares = (hits: number): Partial<CheckedTable> => ({
  earlier: [
    { name: 'older', rows: wilson(hits, 1000), types: [{ fieldType: packId('full-name'), share: wilson(900, 1000) }] },
  ],
});
const without = (kind: string): Partial<CheckedTable> => ({
  claims: knownFacts.claims.filter((claim) => claim.kind !== kind),
});
const titled = (text: string): Partial<CheckedTable> => ({ claims: [{ kind: 'title', text }] });

const ways: Readonly<Record<CheckId, Partial<Record<CheckOutcome, Way>>>> = {
  'claim-size': { pass: {}, warn: { rows: 300 }, fail: { rows: 20 } },
  'schema-fit': {
    pass: {},
    warn: { change: added('illness', 'diagnosis', () => 'x') },
    fail: { change: added('cvv', 'card-cvv', () => '123') },
    'not-run': { facts: without('sector') },
  },
  'ric-check': {
    pass: {},
    warn: { faults: { 'drawn-ids': 0.3 } },
    fail: { faults: { 'drawn-ids': 1 } },
    'not-run': { without: ['cn-resident-id'] },
  },
  'ric-region': {
    pass: {},
    warn: { faults: { 'unknown-counties': 0.05 } },
    fail: { faults: { 'unknown-counties': 0.3 } },
    'not-run': { rows: 20 },
  },
  'ric-birth': {
    pass: {},
    warn: { rows: 200 },
    fail: { faults: { 'other-birthday': 0.2 } },
    'not-run': { without: ['birth-date'] },
  },
  'ric-sex': {
    pass: {},
    warn: { faults: { 'other-gender': 0.1 } },
    fail: { faults: { 'other-gender': 1 } },
    'not-run': { without: ['gender'] },
  },
  'age-curve': {
    pass: {},
    warn: { faults: { 'new-year-birthdays': 0.3 } },
    fail: { faults: { 'even-ages': 1 } },
    'not-run': { rows: 100 },
  },
  checksum: {
    pass: {},
    warn: { faults: { 'wrong-cards': 0.1 } },
    fail: { faults: { 'wrong-cards': 1 } },
    'not-run': { without: ['bank-card'] },
  },
  'mobile-prefix': {
    pass: {},
    warn: { faults: { 'even-prefixes': 0.4 } },
    fail: { faults: { 'even-prefixes': 1 } },
    'not-run': { without: ['mobile'] },
  },
  'phone-region': {
    pass: {},
    warn: { faults: { 'foreign-phones': 0.8 } },
    fail: { faults: { 'foreign-phones': 1 } },
    'not-run': { without: ['address'] },
  },
  'email-unique': {
    pass: {},
    warn: { faults: { 'shared-mail': 0.2 } },
    fail: { faults: { 'shared-mail': 1 } },
    'not-run': { without: ['email'] },
  },
  'email-domain': {
    pass: {},
    warn: { faults: { 'foreign-domains': 0.8 } },
    fail: { faults: { 'test-domains': 0.3 } },
    'not-run': { facts: { country: null } },
  },
  'plus-alias': {
    pass: { faults: { 'alias-of-the-site': 0.02 } },
    warn: { faults: { 'alias-of-another-site': 0.02 }, facts: titled('Customers of a Chinese shop') },
    fail: { faults: { 'alias-of-another-site': 0.02 } },
    'not-run': {},
  },
  'name-real': {
    pass: {},
    warn: { faults: { 'even-surnames': 0.4 } },
    fail: { faults: { 'even-surnames': 1 } },
    'not-run': { change: rewrite('realname', (_, row) => `Anna Miller${row}`) },
  },
  'dup-rows': {
    pass: {},
    warn: { faults: { 'repeated-rows': 0.1 } },
    fail: { faults: { 'repeated-rows': 0.4 } },
    'not-run': { rows: 50 },
  },
  'known-leak': {
    pass: { facts: shares(0) },
    warn: { facts: shares(200) },
    fail: { facts: shares(800) },
    'not-run': {},
  },
  'seq-id': {
    pass: {},
    warn: { faults: { 'shuffled-numbers': 0.2 } },
    fail: { faults: { 'shuffled-numbers': 1 } },
    'not-run': { without: ['order-time'] },
  },
  'time-sane': {
    pass: {},
    warn: { faults: { 'night-shift': 1 } },
    fail: { faults: { 'even-hours': 1 } },
    'not-run': { change: rewrite('create_time', (cell) => cell.slice(0, 10)) },
  },
  'price-end': {
    pass: {},
    warn: { faults: { 'even-amounts': 0.9 } },
    fail: { faults: { 'even-amounts': 1 } },
    'not-run': { without: ['price'] },
  },
  'item-price': {
    pass: {},
    warn: { faults: { 'any-amount': 0.4 } },
    fail: { rows: 4000, faults: { 'any-amount': 1 } },
    'not-run': { change: rewrite('goods_name', (cell, row) => `${cell}${row}`) },
  },
  'order-id': {
    pass: {},
    warn: { faults: { 'shuffled-numbers': 0.4 } },
    fail: { faults: { 'other-date-in-number': 1 } },
    'not-run': { faults: { 'shuffled-numbers': 1 } },
  },
  'hash-style': {
    pass: {},
    warn: { faults: { 'other-scheme': 0.3 } },
    fail: { faults: { 'copied-salts': 1 } },
    'not-run': { without: ['password-hash'] },
  },
  faker: {
    pass: {},
    warn: { faults: { 'test-names': 0.06 } },
    fail: { faults: { 'test-names': 0.5 } },
    'not-run': { rows: 20 },
  },
  encoding: {
    pass: {},
    warn: { faults: { 'damaged-text': 0.1 } },
    fail: { faults: { 'cut-addresses': 1 } },
    'not-run': { rows: 5 },
  },
  seller: {
    pass: { facts: { seller: offers(2, 0, 900) } },
    warn: { facts: { seller: offers(0, 0, 10) } },
    fail: { facts: { seller: offers(1, 1, 900) } },
    'not-run': { facts: { seller: offers(null, null, null) } },
  },
};

const cases = checkIds.flatMap((id) => Object.entries(ways[id]).map(([outcome, way]) => [id, outcome, way] as const));

describe('each check', () => {
  it('has a place in the list, in the order of the contract', () => {
    expect(checks.map(({ id }) => id)).toEqual([...checkIds]);
  });

  it.each(cases)('%s comes out as %s', (id, outcome, way) => {
    const result = resultOf(id, way);
    expect(`${result.outcome}: ${result.text}`).toMatch(new RegExp(`^${outcome}:`));
    expect(result.figure === null).toBe(outcome === 'not-run');
    expect(result.text).not.toMatch(/[$({]\w*[({]|undefined|NaN/);
  });
});

describe('what a check says', () => {
  const figureOf = (id: CheckId, way: Way): number => resultOf(id, way).figure?.value ?? Number.NaN;

  it('counts what it says: the share of drawn ids that fit by chance', () => {
    const { figure, counterCount, counterRows } = resultOf('ric-check', { faults: { 'drawn-ids': 1 } });
    expect(figure?.value).toBeCloseTo(1 / 11, 1);
    expect(counterCount).toBe(Math.round((1 - (figure?.value ?? 0)) * (figure?.rests ?? 0)));
    expect(counterRows).toHaveLength(200);
  });

  it('leaves masked ids out instead of holding them against the sample', () => {
    const masked = rewrite('id_card', (cell, row) =>
      row % 3 === 0 ? `${cell.slice(0, 6)}********${cell.slice(14)}` : cell,
    );
    const { outcome, figure } = resultOf('ric-check', { change: masked });
    expect(outcome).toBe('pass');
    expect(figure?.rests).toBe(666);
  });

  it('reads genders as words, letters, 1 and 2, or 0 and 1 either way', () => {
    for (const [man, woman] of [
      ['男', '女'],
      ['M', 'f'],
      ['1', '2'],
      ['0', '1'],
      ['1', '0'],
    ]) {
      const coded = rewrite('sex', (cell) => (cell === '男' ? (man ?? '') : (woman ?? '')));
      expect(figureOf('ric-sex', { change: coded })).toBe(1);
    }
  });

  it('holds a county against an id only where its bearer was born outside its years', () => {
    // 110118 and 110119 were made districts by 2016; 110104 was abolished in 2010.
    const born = (division: string, year: number) => rewrite('id_card', () => `${division}${year}01011234`);
    expect(figureOf('ric-region', { change: born('110119', 2015) })).toBe(1);
    expect(figureOf('ric-region', { change: born('110119', 1980) })).toBe(0);
    expect(figureOf('ric-region', { change: born('110104', 1980) })).toBe(1);
    expect(figureOf('ric-region', { change: born('110104', 2018) })).toBe(0);
    expect(figureOf('ric-region', { change: born('510202', 1970) })).toBe(1);
    expect(figureOf('ric-region', { change: born('119999', 1970) })).toBe(0);
  });

  it('counts a customer who comes again once, and an address with several people as repeated', () => {
    const again = rewrite('email', (_, row) => `${1_000_000 + Math.floor(row / 2)}@qq.com`);
    const person = (each: number) => (table: SampleTable) =>
      rewrite('id_card', (_, row) => String(Math.floor(row / each)))(again(table));
    expect(figureOf('email-unique', { change: person(2) })).toBe(1);
    expect(figureOf('email-unique', { change: person(1) })).toBe(0.5);
  });

  it('does not call equal prices of one item a relation when there is one item only', () => {
    expect(resultOf('item-price', { change: rewrite('goods_name', () => 'x') }).outcome).toBe('not-run');
  });

  it('fails times after the listing was posted', () => {
    const { outcome, counterCount } = resultOf('time-sane', { faults: { 'after-posting': 1 } });
    expect(outcome).toBe('fail');
    expect(counterCount).toBe(1000);
  });

  it('does not fail what is natural outside a shop: any cents, even hours all over the world, rows written in one go', () => {
    const facts: Partial<CheckedTable> = { claims: [], country: null };
    const even: Way = { faults: { 'even-amounts': 1, 'even-hours': 1 }, facts };
    expect(resultOf('price-end', { ...even, without: ['item'] }).outcome).toBe('warn');
    expect(resultOf('price-end', even).outcome).toBe('fail');
    const asTimestamp = (table: SampleTable): SampleTable => ({
      columns: table.columns.map((column) =>
        column.fieldType === 'order-time' ? { ...column, fieldType: packId('timestamp') } : column,
      ),
      cells: table.cells,
    });
    expect(resultOf('time-sane', { ...even, change: asTimestamp }).outcome).toBe('warn');
    const atOnce = (table: SampleTable): SampleTable =>
      rewrite('create_time', () => '2024-01-01 03:00:00')(asTimestamp(table));
    expect(resultOf('time-sane', { change: atOnce }).outcome).toBe('warn');
    expect(resultOf('time-sane', { change: rewrite('create_time', () => '2024-01-01 03:00:00') }).outcome).toBe('fail');
  });

  it('warns of numbers without gaps and never fails row numbers', () => {
    const numbered = added('id', 'row-id', (row) => String(row));
    const way: Way = { change: numbered, without: ['order-id'] };
    expect(resultOf('seq-id', way).outcome).toBe('warn');
    const scattered = added('id', 'row-id', (row) => String((row * 48_271) % 100_003));
    expect(resultOf('seq-id', { ...way, change: scattered }).outcome).toBe('warn');
  });

  it('knows passwords in clear, and which provider would not keep them so', () => {
    const plain = added('pwd', 'password-plain', (row) => `x${row}`);
    const way: Way = { change: plain, without: ['password-hash'] };
    expect(resultOf('hash-style', way).outcome).toBe('warn');
    expect(resultOf('hash-style', { ...way, facts: titled('Alipay users') }).outcome).toBe('fail');
  });

  it('does not count names shared with an earlier leak, nor shares of a handful of values', () => {
    const few: Partial<CheckedTable> = { earlier: [{ name: 'older', rows: wilson(9, 10), types: [] }] };
    expect(resultOf('known-leak', { facts: few }).outcome).toBe('not-run');
    expect(resultOf('known-leak', { facts: shares(0) }).outcome).toBe('pass');
    const bare: Partial<CheckedTable> = { earlier: null };
    expect(resultOf('known-leak', { facts: bare }).outcome).toBe('not-run');
  });

  it('does not hold short salts or a compound with two streets against the sample', () => {
    const short = rewrite('password', (_, row) => `${String(row).padStart(32, 'a')}:${'abc'.charAt(row % 3)}x`);
    expect(resultOf('hash-style', { change: short }).outcome).toBe('pass');
    const oneSalt = rewrite('password', (_, row) => `${String(row).padStart(32, 'a')}:abcdefgh`);
    expect(resultOf('hash-style', { change: oneSalt }).outcome).toBe('fail');
    const compound = rewrite('address', (_, row) => `浙江省杭州市西湖区${row % 2 === 0 ? '文三' : '古墩'}路${row}号`);
    expect(resultOf('faker', { change: compound }).outcome).toBe('pass');
    expect(resultOf('faker', { faults: { 'template-addresses': 1 } }).outcome).toBe('fail');
  });

  it('compares mobile numbers and landlines with the address', () => {
    const noMobile = rewrite('mobile', () => '');
    expect(resultOf('phone-region', { change: noMobile }).outcome).toBe('pass');
    const noLandline = rewrite('tel', () => '');
    expect(resultOf('phone-region', { change: noLandline }).outcome).toBe('pass');
    const neither = (table: SampleTable): SampleTable => noMobile(noLandline(table));
    expect(resultOf('phone-region', { change: neither }).outcome).toBe('not-run');
  });

  it('does not speak of a listing where there is none', () => {
    const unlisted: Way = { facts: { postedAt: null } };
    for (const way of [unlisted, { ...unlisted, faults: { 'after-posting': 1 } }]) {
      expect(resultOf('time-sane', way).text).not.toContain('listing');
    }
  });

  it('holds no value of the sample', () => {
    const { cells } = verifiableSample(400, 7, { 'alias-of-another-site': 0.1, 'test-names': 0.1 });
    const table = verifiableSample(400, 7, { 'alias-of-another-site': 0.1, 'test-names': 0.1 });
    const texts = checkSample(table)
      .map(({ text }) => text)
      .join(' ');
    // 张三 is named as the example it is; every other value of six characters and more must be absent.
    const leaked = cells.flat().filter((cell) => cell.length >= 6 && texts.includes(cell));
    expect(leaked).toEqual([]);
  });
});
