import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Persons } from '#shared/domain/persons.ts';
import {
  type PersonFigure,
  personFigureFrom,
  personFigureRule,
  personFigureText,
} from '#shared/expose/person-figure.ts';
import { bearsOnFigure, rowsOfPersons } from '#shared/expose/person-rows.ts';
import { createProfiler } from '#shared/expose/profile.ts';
import { packId } from '#shared/packs/field-types.ts';
import { residentIdCheck } from '../../fixtures/china.ts';
import { shapedColumns } from '../../fixtures/shaped-columns.ts';

/** A resident id with a right check character: region, day of birth, serial number. */
function residentId(region: string, born: string, serial: number): string {
  const first17 = `${region}${born}${String(serial).padStart(3, '0')}`;
  return first17 + residentIdCheck(first17);
}

const on = '2026-11-25';
const names = [
  'birth-date',
  'full-name',
  'mobile',
  'email',
  'address',
  'cn-resident-id',
  'nationality',
  'diagnosis',
  'age',
];
const types = names.map(packId);

type Row = readonly string[];

function countedPersons(rows: readonly Row[]): Persons {
  const profiler = createProfiler(types);
  const columns = types.map((_, column) => rows.map((row) => row[column] ?? ''));
  profiler.addBlock(rows.length, shapedColumns(columns));
  const persons = profiler.persons(on);
  if (persons === null) {
    throw new Error('no persons were counted');
  }
  return persons;
}

/** Every figure that a chart of persons draws, with what it counts. */
function figuresOf({
  byKey,
  countries,
  provinces,
  decades,
  ages,
  special,
  specialByLaw,
}: Persons): (readonly [PersonFigure, number])[] {
  return [
    ...byKey.map(({ key, persons }) => [{ kind: 'key', key }, persons] as const),
    ...countries.map(({ country, persons }) => [{ kind: 'country', country }, persons] as const),
    ...provinces.flatMap(({ source, counts }) =>
      counts.map(({ province, persons }) => [{ kind: 'province', source, province }, persons] as const),
    ),
    ...decades.map(({ decade, persons }) => [{ kind: 'born', decade, on }, persons] as const),
    [{ kind: 'younger', than: 14, on }, ages.under14],
    [{ kind: 'younger', than: 18, on }, ages.under18],
    ...special.map(({ category, persons }) => [{ kind: 'special', category, on }, persons] as const),
    ...specialByLaw.map(({ law, persons }) => [{ kind: 'special-by-law', on, law }, persons] as const),
  ];
}

/** The rows behind a figure, read as the worker reads them: only the columns that bear on it, in two blocks. */
function rowsBehind(figure: PersonFigure, rows: readonly Row[]): readonly number[] {
  const asked = types.flatMap((type, column) => (bearsOnFigure(figure, type) ? [column] : []));
  const filter = rowsOfPersons(
    figure,
    asked.flatMap((column) => types[column] ?? []),
  );
  const half = Math.ceil(rows.length / 2);
  return [rows.slice(0, half), rows.slice(half)].flatMap((block, at) =>
    filter(
      asked.map((column) => block.map((row) => row[column] ?? '')),
      block.length,
    ).map((row) => at * half + row),
  );
}

const address = '浙江省杭州市西湖区文三路100号华星时代广场1幢1单元501室';
/** Rows that are each of a person of their own, since the number makes every key another one. */
const rowsOfOthers = fc
  .array(
    fc.record({
      born: fc.constantFrom('', '1985-06-01', '2014-02-03', '2099-01-01'),
      phone: fc.constantFrom('', '1381234', '+442079460', '+8190123456'),
      domain: fc.constantFrom('', 'd.de', 'x.example', 'qq.com'),
      address: fc.constantFrom('', address, 'somewhere'),
      id: fc.constantFrom('', '33010619900101', '11010120150303'),
      nationality: fc.constantFrom('', '法国', '?'),
      diagnosis: fc.constantFrom('', '感冒'),
      age: fc.constantFrom('', '17', '0', '200'),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((rows) =>
    rows.map((row, at) => {
      const number = String(1000 + at);
      return [
        ...[row.born, `张三${'一二三四五六七八九十'.charAt(at % 10)}`, row.phone === '' ? '' : row.phone + number],
        row.domain === '' ? '' : `a${number}@${row.domain}`,
        row.address === address ? `浙江省杭州市西湖区文三路${number}号` : row.address,
        row.id === '' ? '' : residentId(row.id.slice(0, 6), row.id.slice(6), at),
        ...[row.nationality, row.diagnosis, row.age],
      ];
    }),
  );

describe('the rows behind a figure of persons', () => {
  it('are as many as the persons, where each row is of a person of its own', () => {
    fc.assert(
      fc.property(rowsOfOthers, (rows) => {
        const keyed = rows.filter((row) => countedPersons([row]).rowsWithoutKey === 0);
        for (const [figure, persons] of figuresOf(countedPersons(keyed))) {
          expect([personFigureText(figure), rowsBehind(figure, keyed).length]).toEqual([
            personFigureText(figure),
            persons,
          ]);
        }
      }),
    );
  });

  it('are found by what they say themselves, not by what another row of the person says', () => {
    const id = residentId('330106', '19900101', 12);
    const rows = [
      ['', '', '', 'ann@d.de', '', '', '', '', ''],
      ['1985-06-01', '', '', 'ann@d.de', '', '', '法国', '', ''],
      ['', '', '13812345678', '', '', id, '', '', ''],
    ];
    expect(rowsBehind({ kind: 'country', country: 'DE' }, rows)).toEqual([0]);
    expect(rowsBehind({ kind: 'country', country: 'FR' }, rows)).toEqual([1]);
    expect(rowsBehind({ kind: 'province', source: 'resident-id', province: 33 }, rows)).toEqual([2]);
    expect(rowsBehind({ kind: 'key', key: 'phone' }, rows)).toEqual([]);
    expect(rowsBehind({ kind: 'key', key: 'government-id' }, rows)).toEqual([2]);
  });

  it('have a name in an address that is read back, and a rule in words', () => {
    const figures: readonly PersonFigure[] = [
      { kind: 'key', key: 'name-address' },
      { kind: 'country', country: 'CN' },
      { kind: 'province', source: 'resident-id', province: 44 },
      { kind: 'born', decade: 1990, on },
      { kind: 'younger', than: 14, on },
      { kind: 'special', category: 'pipl-minors', on },
      { kind: 'special-by-law', on, law: 'GDPR art. 10' },
    ];
    for (const figure of figures) {
      expect(personFigureFrom(personFigureText(figure))).toEqual(figure);
      expect(personFigureRule(figure)).toMatch(/^Rows /);
    }
    expect(personFigureRule({ kind: 'province', source: 'resident-id', province: 44 })).toBe(
      'Rows whose resident ID says Guangdong 广东',
    );
    fc.assert(fc.property(fc.string(), (text) => personFigureFrom(text) === null || text.includes('.')));
    for (const text of [
      '',
      'key.shoe',
      'province.phone.x',
      'born.1990',
      'younger.14.soon',
      'special.x.2026-11-25',
      'special-by-law.2026-11-25.x',
    ]) {
      expect(personFigureFrom(text)).toBeNull();
    }
  });
});
