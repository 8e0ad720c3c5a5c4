import { describe, expect, test } from 'vitest';
import type { RejectedRow } from '#shared/domain/sample.ts';
import type { CsvBlock } from '#shared/kernel/csv-table-builder.ts';
import { openCsv } from '#shared/parse/csv.ts';
import { openTable, tableExtensions } from '#shared/parse/formats.ts';
import { readCsv, type TableReader } from '#shared/parse/read-csv.ts';
import { utf8 } from '../../fixtures/bytes.ts';
import { ecommerceHeaders, generateEcommerceSample } from '../../fixtures/ecommerce-sample.ts';
import { rowsOf } from '../../fixtures/scan-whole.ts';

function collector() {
  const blocks: CsvBlock[] = [];
  const rejected: RejectedRow[] = [];
  const sink = {
    rowsPerBlock: 100,
    onBlock: (block: CsvBlock) => void blocks.push(block),
    onRejected: (row: RejectedRow) => void rejected.push(row),
  };
  return { blocks, rejected, sink };
}

function opened(head: Uint8Array, isWholeFile: boolean, sink: Parameters<typeof openCsv>[2]): TableReader {
  const reader = openCsv(head, isWholeFile, sink);
  if (!reader.ok) {
    throw new Error(JSON.stringify(reader.error));
  }
  return reader.value;
}

describe('a file that is opened by its head', () => {
  test('streams its rows in blocks, the head included', () => {
    const { blocks, rejected, sink } = collector();
    const chunks = [...generateEcommerceSample({ rows: 5000, seed: 9, quirks: true, language: 'zh' })];
    const reader = opened(chunks[0] ?? new Uint8Array(0), false, sink);
    for (const chunk of chunks) {
      reader.push(chunk);
    }
    const summary = reader.end();
    expect(reader.dialect).toEqual({ format: 'csv', encoding: 'utf-8', separator: ',', hasHeader: true });
    expect(reader.reasons[0]).toMatch(/^The comma gives 8 cells in \d+ of 200 records\.$/);
    expect(summary).toMatchObject({ ok: true, value: { header: ecommerceHeaders.zh, records: 5000 } });
    expect(blocks.flatMap(rowsOf).length + rejected.length).toBe(5000);
    expect(rejected.length).toBeGreaterThan(5);
  });

  test('sets a title line aside and still finds the header', () => {
    const { blocks, rejected, sink } = collector();
    const bytes = utf8('leaked by nobody\nid;name\n1;Ada\n2;Bob\n');
    const reader = opened(bytes, true, sink);
    reader.push(bytes);
    expect(reader.end()).toMatchObject({ ok: true, value: { header: ['id', 'name'], rows: 2, rejected: 1 } });
    expect(blocks.flatMap(rowsOf)).toEqual([
      ['1', 'Ada'],
      ['2', 'Bob'],
    ]);
    expect(rejected).toEqual([{ line: 1, reason: 'too-few-cells', raw: 'leaked by nobody' }]);
  });

  test('is refused when it is no table', () => {
    expect(openCsv(new Uint8Array(0), true, collector().sink)).toEqual({ ok: false, error: { kind: 'empty' } });
  });
});

describe('a file without rows', () => {
  test.each([
    ['a header alone', 'name,age\n', 0],
    ['rejected records only', 'name,age\n1\n1,2,3\n', 2],
  ])('%s', (_, text, rejected) => {
    const dialect = { format: 'csv', encoding: 'utf-8', separator: ',', hasHeader: true } as const;
    const reader = readCsv(dialect, 2, collector().sink);
    reader.push(utf8(text));
    expect(reader.end()).toEqual({ ok: false, error: { kind: 'no-rows', rejected } });
  });

  test('a header alone is told from a row when its names are usual', () => {
    const bytes = utf8('name,age\n');
    const reader = opened(bytes, true, collector().sink);
    reader.push(bytes);
    expect(reader.end()).toEqual({ ok: false, error: { kind: 'no-rows', rejected: 0 } });
  });
});

test('a file of no format is refused by the last one that looked', () => {
  expect(openTable(new Uint8Array(0), true, collector().sink)).toEqual({ ok: false, error: { kind: 'empty' } });
  expect(openTable(utf8('a,b\n1,2\n'), true, collector().sink).ok).toBe(true);
  expect(tableExtensions).toContain('.csv');
});
