import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectorFor } from '#shared/classify/detectors.ts';
import type { FieldTypeId } from '#shared/domain/field-type-id.ts';
import { type Persons, personsSchema } from '#shared/domain/persons.ts';
import { createProfiler } from '#shared/expose/profile.ts';
import { packId } from '#shared/packs/field-types.ts';
import { shapedColumns } from '../../fixtures/shaped-columns.ts';

const day = '2026-11-25';
type Row = readonly string[];

function counted(names: readonly string[], rows: readonly Row[], blockRows = 8192): Persons {
  const types = names.map(packId);
  const profiler = createProfiler(types);
  for (let start = 0; start < rows.length; start += blockRows) {
    const block = rows.slice(start, start + blockRows);
    const columns = types.map((_, column) => block.map((row) => row[column] ?? ''));
    profiler.addBlock(block.length, shapedColumns(columns));
  }
  return personsSchema.parse(profiler.persons(day));
}

/** A resident id with a right check character: region, day of birth, serial number. */
function residentId(region: string, born: string, serial: number): string {
  const digits = `${region}${born}${String(serial).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return digits + '10X98765432'.charAt(sum % 11);
}

const names = ['full-name', 'email', 'mobile', 'address', 'cn-resident-id', 'diagnosis'];
const address = '浙江省杭州市西湖区文三路100号华星时代广场1幢1单元501室';
const rowsOf = fc.array(
  fc.tuple(
    fc.constantFrom('', '张三', '李四'),
    fc.constantFrom('', 'a@d.com', 'A@d.com', 'b@d.de'),
    fc.constantFrom('', '13812345678', '+8613812345678', '13912345678', '138****1234'),
    fc.constantFrom('', address),
    fc.constantFrom('', residentId('330106', '19900101', 12), residentId('110101', '20150303', 34)),
    fc.constantFrom('', '感冒'),
  ),
  { maxLength: 40 },
);

/** The key of a row found in the plainest way. */
function keyOf(row: Row): string | null {
  const value = (name: string): string | null => {
    const detector = detectorFor(packId(name));
    const cell = row[names.indexOf(name)] ?? '';
    return detector.accepts(cell) ? detector.normalise(cell) : null;
  };
  for (const name of ['cn-resident-id', 'mobile', 'email']) {
    const found = value(name);
    if (found !== null) {
      return `${name} ${found}`;
    }
  }
  const [name, place] = [value('full-name'), value('address')];
  return name === null || place === null ? null : `${name} at ${place}`;
}

describe('persons', () => {
  it('are the different best keys of the rows, however the rows are cut into blocks', () => {
    fc.assert(
      fc.property(rowsOf, fc.integer({ min: 1, max: 9 }), (rows, blockRows) => {
        const found = counted(names, rows, blockRows);
        const keys = rows.map(keyOf);
        expect(found.persons).toBe(new Set(keys.filter((key) => key !== null)).size);
        expect(found.rowsWithoutKey).toBe(keys.filter((key) => key === null).length);
        expect(found.byKey.reduce((sum, { rows: keyed }) => sum + keyed, 0) + found.rowsWithoutKey).toBe(rows.length);
        expect(found.least).toBeLessThanOrEqual(found.most);
        expect(found).toEqual(counted(names, rows));
      }),
    );
  });

  it('show country, province, decade of birth and age by their keys and the columns beside them', () => {
    const found = counted(
      ['cn-resident-id', 'mobile', 'nationality', 'birth-date', 'age'],
      [
        [residentId('330106', '19900101', 12), '', '', '', ''],
        [residentId('110101', '20150303', 34), '', '', '', ''],
        ['', '+442079460018', '', '1985-06-01', ''],
        ['', '+819012345678', '法国', '', '17'],
        ['', '+81 90 1234 5678', '', '', '17'],
      ],
    );
    expect(found.countries).toEqual([
      { country: 'CN', persons: 2 },
      { country: 'FR', persons: 1 },
      { country: 'GB', persons: 1 },
    ]);
    expect(found.provinces).toEqual([
      {
        source: 'resident-id',
        counts: [
          { province: 11, persons: 1 },
          { province: 33, persons: 1 },
        ],
      },
    ]);
    expect(found.decades).toEqual([
      { decade: 1980, persons: 1 },
      { decade: 1990, persons: 1 },
      { decade: 2000, persons: 1 },
      { decade: 2010, persons: 1 },
    ]);
    expect(found.ages).toEqual({ known: 4, under14: 1, under18: 2 });
    expect(found.specialByLaw).toEqual([{ law: 'PIPL', persons: 1, rows: 0 }]);
  });

  it('have the special categories of any of their rows', () => {
    const found = counted(
      ['mobile', 'diagnosis', 'religion'],
      [
        ['13812345678', '', ''],
        ['13812345678', '感冒', ''],
        ['13912345678', '', '佛教'],
        ['', '高血压', ''],
      ],
    );
    expect(found.special).toEqual([
      { category: 'pipl-religion', persons: 1, rows: 1 },
      { category: 'pipl-health', persons: 1, rows: 2 },
      { category: 'gdpr-religion', persons: 1, rows: 1 },
      { category: 'gdpr-health', persons: 1, rows: 2 },
    ]);
    expect(found.specialByLaw).toEqual([
      { law: 'PIPL', persons: 2, rows: 3 },
      { law: 'GDPR', persons: 2, rows: 3 },
    ]);
  });

  it('are at least those of one key and at most all keys and all rows without one', () => {
    const found = counted(
      ['cn-resident-id', 'mobile', 'item'],
      [
        [residentId('330106', '19900101', 12), '13812345678', ''],
        ['', '13812345678', ''],
        ['', '13912345678', ''],
        ['', '', 'tea'],
      ],
    );
    expect(found).toMatchObject({ persons: 3, least: 2, most: 4, rowsWithoutKey: 1, isEstimate: false });
  });

  it('past their bound are estimated from a uniform part, and so are the shares among them', () => {
    const rows = Array.from({ length: 100_000 }, (_, at) => {
      const born = `${at % 4 === 0 ? 2016 : 1980}0101`;
      return [residentId(at % 10 === 0 ? '440103' : '330106', born, at % 1000), `1380${String(at).padStart(7, '0')}`];
    });
    const byPhone = counted(
      ['mobile', 'birth-date'],
      rows.map(([, phone], at) => [phone ?? '', at % 4 === 0 ? '2016-01-01' : '1980-01-01']),
    );
    expect(byPhone.isEstimate).toBe(true);
    expect(Math.abs(byPhone.persons - 100_000) / 100_000).toBeLessThan(0.02);
    expect(Math.abs(byPhone.ages.under14 / byPhone.examined - 0.25)).toBeLessThan(0.01);
    expect(counted(['cn-resident-id'], rows).persons).toBe(new Set(rows.map(([id]) => id)).size);
  });
});

describe('fields that are no key', () => {
  it.each<[string, string]>([
    ['landline', '010-65881234'],
    ['username', 'zhang_3'],
    ['full-name', '张三'],
  ])('%s alone leaves the rows without one', (type, value) => {
    const types: FieldTypeId[] = [packId(type)];
    expect(detectorFor(types[0] ?? packId(type)).accepts(value)).toBe(true);
    expect(counted([type], [[value]])).toMatchObject({ persons: 0, rowsWithoutKey: 1, most: 1 });
  });
});
