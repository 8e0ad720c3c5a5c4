import { describe, expect, test } from 'vitest';
import { tableExtensions } from '#shared/parse/formats.ts';
import { sourceOf } from '../../fixtures/byte-source.ts';
import { joined, utf8 } from '../../fixtures/bytes.ts';
import { ecommerceHeaders, generateEcommerceSample } from '../../fixtures/ecommerce-sample.ts';
import { readSound } from '../../fixtures/read-whole.ts';

describe('a delimited file', () => {
  test('streams its rows in blocks, whatever the chunks it is read in', async () => {
    const bytes = joined(generateEcommerceSample({ rows: 5000, seed: 9, quirks: true, language: 'zh' }));
    const { tables, dialect, reasons, summaries } = await readSound(sourceOf(bytes, 9973), {}, 100);
    expect(dialect).toEqual({
      ...{ format: 'csv', encoding: 'utf-8', separator: ',', quote: '"', hasHeader: true, width: 8 },
      ...{ shortRows: 'reject', member: null },
    });
    expect(reasons[0]).toMatch(/^The comma gives 8 cells in \d+ of 200 records\.$/);
    const [table] = tables;
    expect(table?.columns).toEqual(ecommerceHeaders.zh);
    expect((table?.rows.length ?? 0) + (table?.rejected.length ?? 0)).toBe(5000);
    expect(summaries).toMatchObject([{ name: '', rows: table?.rows.length, rejected: table?.rejected.length }]);
    expect(table?.rejected.length).toBeGreaterThan(5);
  });

  test('sets a title line aside and still finds the header', async () => {
    const { tables } = await readSound(sourceOf(utf8('leaked by nobody\nid;name\n1;Ada\n2;Bob\n')), { format: 'csv' });
    expect(tables).toMatchObject([
      {
        columns: ['id', 'name'],
        rows: [
          ['1', 'Ada'],
          ['2', 'Bob'],
        ],
        rejected: [{ line: 1, reason: 'too-few-cells', raw: 'leaked by nobody' }],
      },
    ]);
  });

  test('fills short records with nulls where the analyst says so', async () => {
    const text = 'id,name,city\n1,Ada,Paris\n2,Bob\n3,Eve,Rome,x\n';
    const [table] = (await readSound(sourceOf(utf8(text)), { separator: ',', width: 3, shortRows: 'fill' })).tables;
    expect(table?.rows).toEqual([
      ['1', 'Ada', 'Paris'],
      ['2', 'Bob', null],
    ]);
    expect(table?.rejected.map(({ reason }) => reason)).toEqual(['too-many-cells']);
  });

  test('cuts cells in apostrophes, and none at all where there is no quote', async () => {
    const text = "'1','it''s, fine'\n'2','x'\n'3','y'\n";
    expect((await readSound(sourceOf(utf8(text)))).tables[0]?.rows[0]).toEqual(['1', "it's, fine"]);
    const plain = (await readSound(sourceOf(utf8('a;"b\n"c;d\n')), { separator: ';', quote: '', hasHeader: false }))
      .tables[0];
    expect(plain?.rows).toEqual([
      ['a', '"b'],
      ['"c', 'd'],
    ]);
  });

  test('without a header gives columns without names', async () => {
    const { tables } = await readSound(sourceOf(utf8('a@qq.com,1\nb@qq.com,2\n')), { hasHeader: false, format: 'csv' });
    expect(tables).toMatchObject([
      {
        rows: [
          ['a@qq.com', '1'],
          ['b@qq.com', '2'],
        ],
      },
    ]);
  });
});

test('the file picker offers what can be read', () => {
  expect(tableExtensions).toContain('.csv');
});
