import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Dialect } from '#shared/domain/dialect.ts';
import type { RejectedRow } from '#shared/domain/sample.ts';
import { cellsOf } from '#shared/kernel/column-chunk.ts';
import { examineFile } from '#shared/parse/examine-file.ts';
import { readTables } from '#shared/parse/read-tables.ts';
import type { TableSink } from '#shared/parse/table-format.ts';
import { sourceOf } from '../../fixtures/byte-source.ts';
import { utf8 } from '../../fixtures/bytes.ts';
import { escaped, type WorkbookPlan, workbookOf } from '../../fixtures/workbook.ts';

type Rows = Map<string, (string | null)[][]>;

function collector() {
  const rows: Rows = new Map();
  const rejected: RejectedRow[] = [];
  const sink: TableSink = {
    rowsPerBlock: 8,
    openTable: (name) => {
      const table: (string | null)[][] = [];
      rows.set(name, table);
      return {
        onColumns: () => undefined,
        onBlock: ({ rows: count, columns }) => {
          const cells = columns.map((chunk) => cellsOf(chunk, null));
          for (let row = 0; row < count; row++) {
            table.push(cells.map((column) => column[row] ?? null));
          }
        },
        onRejected: (row) => rejected.push(row),
      };
    },
    onStray: (row) => rejected.push(row),
  };
  return { rows, rejected, sink };
}

async function read(bytes: Uint8Array, decided: Partial<Dialect> = {}) {
  const source = sourceOf(bytes, 65_536, 'book.xlsx');
  const examined = await examineFile(source, decided);
  if (!examined.ok) {
    return { failure: examined.error, tables: [], rows: new Map() as Rows, rejected: [], dialect: null, reasons: [] };
  }
  const { rows, rejected, sink } = collector();
  const reading = readTables(source, examined.value.dialect, sink);
  let step = await reading.next();
  while (step.done !== true) {
    step = await reading.next();
  }
  const { dialect, reasons } = examined.value;
  const failure = step.value.ok ? null : step.value.error;
  return { failure, tables: step.value.ok ? step.value.value : [], rows, rejected, dialect, reasons };
}

/** Reads the rows of one sheet without a header, given as XML. */
async function sheet(rows: string, plan: Partial<WorkbookPlan> = {}) {
  const result = await read(workbookOf({ ...plan, sheets: [{ name: 'S', rows }] }), { hasHeader: false });
  return { ...result, table: result.rows.get('S') ?? [] };
}

/** The text of one cell. */
async function cell(xml: string, plan: Partial<WorkbookPlan> = {}): Promise<string | null> {
  const { table } = await sheet(`<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c>${xml}</row>`, plan);
  return table[0]?.[1] ?? null;
}

function number(value: string, style = 0): string {
  return `<c r="B1" s="${style}"><v>${value}</v></c>`;
}

describe('numbers', () => {
  test.each([
    ['42', '42'],
    ['-0.5', '-0.5'],
    ['13800138000', '13800138000'],
    ['1.3800138E10', '13800138000'],
    ['1.38001380000E+10', '13800138000'],
    ['4.4030119900101E+17', '440301199001010000'],
    ['440301199001011234', '440301199001011234'],
    ['1E-3', '0.001'],
    ['-1.5E-7', '-0.00000015'],
    ['1.1000000000000001', '1.1'],
    ['0.30000000000000004', '0.30000000000000004'],
    ['2.2999999999999998', '2.3'],
    ['123456789012345', '123456789012345'],
    ['1.23', '1.23'],
    ['1.50', '1.50'],
    ['not a number', 'not a number'],
  ])('%s is told as %s', async (stored, text) => {
    expect(await cell(number(stored))).toBe(text);
  });

  test('keep their value whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.double({ noNaN: true, noDefaultInfinity: true }), async (value) => {
        const text = await cell(number(String(value)));
        expect(text).toMatch(/^-?\d+(?:\.\d+)?$/);
        expect(Number(text)).toBe(value + 0);
      }),
      { numRuns: 60 },
    );
  });

  test('that Excel has rounded are counted by column', async () => {
    const row = (r: number, id: string) =>
      `<row r="${r}"><c r="A${r}"><v>${r}</v></c><c r="AB${r}"><v>${id}</v></c><c r="AC${r}" t="str"><v>440301199001011234</v></c></row>`;
    const rows = row(1, '440301199001010000') + row(2, '4.4030119900101E+17') + row(3, '123456789012345');
    const { tables } = await sheet(rows);
    expect(tables[0]?.notes).toEqual([
      'Column AB holds 2 numbers of more than 15 digits: Excel keeps 15 and has already rounded the rest.',
    ]);
  });
});

describe('dates', () => {
  const plan = {
    formats: [0, 14, 22, 21, 46, 164, 165, 166, 31, 167],
    codes: { 164: 'yyyy"年"m"月"d"日"', 165: '[h]:mm', 166: '[Red]0.00;"day"0', 167: 'mm:ss' },
  };

  test.each([
    ['45352', 1, '2024-03-01'],
    ['45352.333333333336', 2, '2024-03-01 08:00:00'],
    ['45352.333333333336', 1, '2024-03-01 08:00:00'],
    ['45352', 5, '2024-03-01'],
    ['45352', 8, '2024-03-01'],
    ['0.75', 3, '18:00:00'],
    ['1.5', 4, '36:00:00'],
    ['1.5', 6, '36:00:00'],
    ['0.5', 9, '12:00:00'],
    ['0.50000578703703705', 3, '12:00:00.500'],
    ['1', 1, '1900-01-01'],
    ['59', 1, '1900-02-28'],
    ['60', 1, '1900-02-29'],
    ['61', 1, '1900-03-01'],
    ['2958465', 1, '9999-12-31'],
    ['2958466', 1, '2958466'],
    ['-1', 1, '-1'],
    ['45352', 7, '45352'],
    ['45352', 0, '45352'],
    ['text', 1, 'text'],
  ])('%s in style %i is %s', async (stored, style, text) => {
    expect(await cell(number(stored, style), plan)).toBe(text);
  });

  test('count from 1904 where the workbook says so', async () => {
    expect(await cell(number('0', 1), { ...plan, is1904: true })).toBe('1904-01-01');
    expect(await cell(number('43890.5', 1), { ...plan, is1904: true })).toBe('2024-03-01 12:00:00');
  });

  test('stored as text are told alike', async () => {
    expect(await cell('<c r="B1" t="d"><v>2024-03-01T08:00:00</v></c>')).toBe('2024-03-01 08:00:00');
    expect(await cell('<c r="B1" t="d"><v>2024-03-01T00:00:00</v></c>')).toBe('2024-03-01');
  });
});

describe('other cells', () => {
  const texts = [
    '<t>plain</t>',
    '<r><t>bold</t></r><r><rPr/><t xml:space="preserve"> and not</t></r>',
    '<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh>',
    '<t>a_x000D_b_x005F_</t>',
  ];

  test.each([
    ['<c r="B1" t="s"><v>0</v></c>', 'plain'],
    ['<c r="B1" t="s"><v>1</v></c>', 'bold and not'],
    ['<c r="B1" t="s"><v>2</v></c>', '東京'],
    ['<c r="B1" t="s"><v>3</v></c>', 'a\rb_'],
    ['<c r="B1" t="b"><v>1</v></c>', 'true'],
    ['<c r="B1" t="b"><v>0</v></c>', 'false'],
    ['<c r="B1" t="e"><v>#N/A</v></c>', '#N/A'],
    ['<c r="B1" t="str"><f>A1&amp;"x"</f><v>cached</v></c>', 'cached'],
    ['<c r="B1"><f>1+1</f><v>2</v></c>', '2'],
    ['<c r="B1"><f>1+1</f></c>', null],
    ['<c r="B1" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c>', 'inline'],
    ['<c t="str"><v>no reference</v></c>', 'no reference'],
    ['<c r="B1" t="str"><v>&lt;a&gt; &amp; <![CDATA[<b>]]></v></c>', '<a> & <b>'],
  ])('%s', async (xml, text) => {
    expect(await cell(xml, { texts })).toBe(text);
  });
});

const people = `<row r="2"><c r="B2" t="str"><v>name</v></c><c r="C2" t="str"><v>age</v></c></row>
<row r="3"><c r="B3" t="str"><v>Ada</v></c><c r="C3"><v>36</v></c></row>
<row r="4"/><row r="5"><c r="B5"/></row>
<row r="7"><c r="C7"><v>41</v></c><c r="E7" t="str"><v>far out</v></c></row>`;

describe('a workbook', () => {
  test('gives a table for each sheet with rows, hidden ones too', async () => {
    const bytes = workbookOf({
      sheets: [
        { name: '会员', rows: people },
        { name: 'empty', rows: '' },
        { name: 'secret & hidden', rows: people, state: 'veryHidden' },
      ],
    });
    const { tables, rows, dialect, reasons } = await read(bytes);
    expect(dialect).toMatchObject({ format: 'xlsx', hasHeader: true });
    expect(reasons[0]).toBe('It is a workbook with 3 sheets.');
    expect(tables).toEqual([
      { name: '会员', columns: ['name', 'age', ''], rows: 2, rejected: 0, endsInsideQuote: null },
      { name: 'secret & hidden', columns: ['name', 'age', ''], rows: 2, rejected: 0, endsInsideQuote: null },
    ]);
    expect(rows.get('会员')).toEqual([
      ['Ada', '36', null],
      [null, '41', 'far out'],
    ]);
  });

  test('keeps the header as a row when the analyst says that it is none', async () => {
    const { tables } = await read(workbookOf({ sheets: [{ name: 'S', rows: people }] }), { hasHeader: false });
    expect(tables[0]).toMatchObject({ columns: ['', '', ''], rows: 3 });
  });

  test('inside a ZIP archive is read as well', async () => {
    const bytes = zipSync({ 'book.xlsx': workbookOf({ sheets: [{ name: 'S', rows: people }] }), 'read.me': utf8('x') });
    const { tables, dialect } = await read(bytes);
    expect(dialect).toMatchObject({ format: 'xlsx', member: 'book.xlsx' });
    expect(tables[0]).toMatchObject({ name: 'S', rows: 2 });
  });

  test('with thousands of rows gives every one', async () => {
    const many = Array.from(
      { length: 20_000 },
      (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>${at}</v></c></row>`,
    );
    const { table } = await sheet(many.join(''));
    expect(table).toHaveLength(20_000);
    expect(table.at(-1)).toEqual(['19999']);
  });

  test('keeps any text in any place', async () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
      .filter((value) => !/[\p{Cc}\uFFFE\uFFFF]|_x/u.test(value));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(text, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        async (rows) => {
          const xml = rows.map((cells, at) => {
            const inner = cells.map((value) => `<c t="str"><v>${escaped(value)}</v></c>`).join('');
            return `<row r="${at + 1}">${inner}</row>`;
          });
          const { table } = await sheet(xml.join(''));
          expect(table.map((row) => row.filter((value) => value !== null))).toEqual(rows);
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** A row of texts and numbers, as XML. */
function xmlRow(at: number, cells: readonly (string | number)[]): string {
  const inner = cells.map((value) =>
    typeof value === 'number' ? `<c><v>${value}</v></c>` : `<c t="str"><v>${escaped(value)}</v></c>`,
  );
  return `<row r="${at + 1}">${inner.join('')}</row>`;
}

function xmlRows(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((cells, at) => xmlRow(at, cells)).join('');
}

describe('several sheets', () => {
  const header = ['id', 'name', 'phone'];
  const person = (id: number) => [id, `m${id}`, 13_900_138_000 + id];
  const several = (...sheets: readonly (readonly (readonly (string | number)[])[])[]) =>
    workbookOf({ sheets: sheets.map((rows, at) => ({ name: `S${at + 1}`, rows: xmlRows(rows) })) });

  test('have a header each only where it is one; a sheet that goes on takes the names of the one before', async () => {
    const { tables, rows, dialect, reasons } = await read(
      several([header, person(1), person(2)], [person(101), person(102), person(103)], [person(201), person(202)]),
    );
    expect(tables).toMatchObject([
      { name: 'S1', columns: header, rows: 2, rejected: 0 },
      { name: 'S2', columns: header, rows: 3, rejected: 0 },
      { name: 'S3', columns: header, rows: 2, rejected: 0 },
    ]);
    expect(rows.get('S2')?.[0]).toEqual(['101', 'm101', '13900138101']);
    expect(dialect).toMatchObject({ hasHeader: true, headerByTable: true });
    expect(reasons).toContain('Whether a further sheet has a header is judged by its own first rows.');
  });

  test('of another width, or with words where the one before has numbers, stay without names', async () => {
    const { tables } = await read(
      several(
        [header, person(1), person(2)],
        [
          [7, 'x'],
          [8, 'y'],
        ],
        [
          ['red', 'Ann', 'blue'],
          ['red', 'Bo', 'blue'],
        ],
      ),
    );
    expect(tables).toMatchObject([
      { columns: header, rows: 2 },
      { columns: ['', ''], rows: 2 },
      { columns: ['', '', ''], rows: 2 },
    ]);
  });

  test('have a header where it repeats that of the sheet before, whatever stands below', async () => {
    const odd = ['tint', 'nr'];
    const below = [
      ['red', 'none'],
      ['blue', 'none'],
    ];
    const { tables } = await read(several([odd, ['red', 5], ['blue', 6]], [odd, ...below]));
    expect(tables).toMatchObject([
      { columns: odd, rows: 2 },
      { columns: odd, rows: 2 },
    ]);
  });

  test.each([[true], [false]])('all follow the analyst, who says %s', async (hasHeader) => {
    const { tables, dialect } = await read(several([header, person(1)], [person(2), person(3)]), { hasHeader });
    expect(tables.map(({ rows }) => rows)).toEqual(hasHeader ? [1, 1] : [2, 2]);
    expect(dialect).toMatchObject({ hasHeader });
    expect(dialect).not.toHaveProperty('headerByTable');
  });

  test('lose no row: each is a row, a header or rejected', async () => {
    const word = fc.constantFrom('id', 'name', 'phone', 'Ann', 'x', 'red', 'a@b.example');
    const value = fc.oneof(word, fc.integer({ min: 0, max: 99_999 }));
    const row = fc.array(value, { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(row, { maxLength: 8 }), { minLength: 1, maxLength: 4 }), async (sheets) => {
        const { tables, rows } = await read(several(...sheets));
        sheets.forEach((written, at) => {
          const table = tables.find(({ name }) => name === `S${at + 1}`);
          const found = (table?.rows ?? 0) + (table?.rejected ?? 0);
          // Names of its own are the first row; those of the sheet before are not.
          const own = written.length - found;
          expect([0, 1]).toContain(own);
          const cells = (rows.get(`S${at + 1}`) ?? []).map((cellsOfRow) => cellsOfRow.filter((text) => text !== null));
          const expected = written.map((texts) => texts.map(String));
          expect(expected.slice(-cells.length || expected.length)).toEqual(cells);
        });
      }),
      { numRuns: 150 },
    );
  });
});

describe('a damaged or hostile workbook', () => {
  test('has its unreadable rows rejected, with their number', async () => {
    const rows = `<row r="1"><c r="A1" t="str"><v>ok</v></c></row>
<row r="2"><c r="A2" t="str"><v>lost</v></c><c r="B2" t="s"><v>99</v></c></row>
<row r="3"><c r="B3"><v>1</v></c><c r="A3"><v>2</v></c></row>
<row r="4"><c r="ZZZZ4"><v>1</v></c></row>`;
    const { table, tables, rejected } = await sheet(rows);
    expect(table).toEqual([['ok']]);
    expect(tables[0]).toMatchObject({ rows: 1, rejected: 3 });
    expect(rejected).toEqual([
      { line: 2, reason: 'malformed-entry', raw: 'lost\t99' },
      { line: 3, reason: 'malformed-entry', raw: '1\t2' },
      { line: 4, reason: 'malformed-entry', raw: '1' },
    ]);
  });

  test('rejects a row of more than a megabyte', async () => {
    const { rejected } = await sheet(`<row r="1"><c r="A1" t="str"><v>${'x'.repeat(1_100_000)}</v></c></row>`);
    expect(rejected).toMatchObject([{ line: 1, reason: 'too-long' }]);
    expect(rejected[0]?.raw).toHaveLength(65_536);
  });

  test('fails when a part is no XML, asks for entities or is cut off', async () => {
    const good = { sheets: [{ name: 'S', rows: people }] };
    const parts = { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row></sheetData>' };
    expect((await read(workbookOf({ ...good, more: parts }))).failure).toMatchObject({ kind: 'damaged' });
    const lol =
      '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>';
    const bomb = { 'xl/worksheets/sheet1.xml': lol };
    expect((await read(workbookOf({ ...good, more: bomb }))).failure).toMatchObject({ kind: 'damaged' });
    const bytes = workbookOf(good);
    expect((await read(bytes.subarray(0, bytes.length - 40))).failure).toMatchObject({ kind: 'archive' });
  });

  test.each([
    ['an encrypted one', 'E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0', 'a workbook or document under a password'],
    ['an old one', 'W\0o\0r\0k\0b\0o\0o\0k\0', 'an old Office document (.xls or .doc)'],
  ])('is named when it is %s', async (_, stream, what) => {
    const bytes = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...utf8(`\0\0${stream}`)]);
    expect((await read(bytes)).failure).toEqual({ kind: 'binary', atByte: 0, what });
  });
});
