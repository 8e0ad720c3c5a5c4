import { describe, expect, it } from 'vitest';
import { packId } from '#shared/packs/field-types.ts';
import { verifySample } from '#shared/verify/verify-sample.ts';
import { knownFacts } from '../../fixtures/check-sample.ts';

const columns = [
  { header: 'uid', fieldType: packId('user-id') },
  { header: 'time', fieldType: packId('timestamp') },
  { header: 'mail', fieldType: packId('email') },
];

/** Checks a table of this many rows, made block by block, with the cells that `row` gives. */
function checked(rows: number, blockRows: number, row: (index: number) => readonly string[]) {
  const verifier = verifySample({ ...knownFacts, columns, rows });
  for (let firstRow = 0; firstRow < rows; firstRow += blockRows) {
    const size = Math.min(blockRows, rows - firstRow);
    const cells = Array.from({ length: size }, (_, at) => row(firstRow + at));
    verifier.addBlock({
      firstRow,
      rows: size,
      columns: columns.map((_, column) => cells.map((of) => of[column] ?? '')),
    });
  }
  return verifier.finish();
}

function aRow(index: number): readonly string[] {
  return [String(index * 3), String(1_700_000_000 + index * 7), `u${index}@qq.com`];
}

describe('a table with very many rows', () => {
  const rows = 450_000;

  it('is read in evenly spread runs by most checks, wherever the blocks are cut, and wholly where copies are sought', () => {
    const results = checked(rows, 8192, aRow);
    expect(checked(rows, 70_001, aRow)).toEqual(results);
    const restsOf = (id: string) => results.find((result) => result.id === id)?.figure?.rests;
    expect(restsOf('email-domain')).toBe(150_000);
    expect(restsOf('seq-id')).toBe(149_999);
    expect(restsOf('dup-rows')).toBe(rows);
  });
});

describe('rows that repeat', () => {
  it('are found a long way apart, and but for case, blanks and punctuation', () => {
    const again = (index: number): readonly string[] => {
      const [uid = '', time = '', mail = ''] = aRow(index % 150);
      return index < 150 ? [uid, time, mail] : [` ${uid}`, time, mail.toUpperCase().replace('@', '@ ')];
    };
    const dup = checked(200, 64, again).find(({ id }) => id === 'dup-rows');
    expect(dup?.counterCount).toBe(50);
    expect(dup?.counterRows[0]).toBe(150);
  });

  it('are not those whose cells are cut elsewhere', () => {
    const cut = (index: number): readonly string[] =>
      index % 2 === 0 ? [`${index}1`, '2', 'x'] : [`${index - 1}`, '12', 'x'];
    expect(checked(200, 64, cut).find(({ id }) => id === 'dup-rows')?.counterCount).toBe(0);
  });
});
