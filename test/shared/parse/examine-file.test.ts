import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dialect } from '#shared/domain/dialect.ts';
import type { ByteSource } from '#shared/parse/byte-source.ts';
import { compareEncodings } from '#shared/parse/compare-encodings.ts';
import { type Examination, examineFile } from '#shared/parse/examine-file.ts';
import type { ParseFailure } from '#shared/parse/outcome.ts';
import { readTables } from '#shared/parse/read-tables.ts';
import { sourceOf } from '../../fixtures/byte-source.ts';
import { joined, utf8 } from '../../fixtures/bytes.ts';
import { ecommerceHeaders, generateEcommerceSample } from '../../fixtures/ecommerce-sample.ts';

const asCsv: Partial<Dialect> = { format: 'csv' };

async function examined(text: string | Uint8Array, decided = asCsv): Promise<Examination> {
  const result = await examineFile(sourceOf(typeof text === 'string' ? utf8(text) : text), decided);
  if (!result.ok) {
    throw new Error(JSON.stringify(result.error));
  }
  return result.value;
}

async function failure(bytes: Uint8Array): Promise<ParseFailure> {
  const result = await examineFile(sourceOf(bytes), {});
  if (result.ok) {
    throw new Error(JSON.stringify(result.value));
  }
  return result.error;
}

async function readAllTables(source: ByteSource, dialect: Dialect | null) {
  let rejected = 0;
  const onRejected = (): void => {
    rejected++;
  };
  const openTable = () => ({ onColumns: () => undefined, onBlock: () => undefined, onRejected });
  const reading =
    dialect === null ? null : readTables(source, dialect, { rowsPerBlock: 1_000, openTable, onStray: onRejected });
  let step = await reading?.next();
  while (step?.done === false) {
    step = await reading?.next();
  }
  const tables = step?.done === true && step.value.ok ? step.value.value : [];
  return { rows: tables.reduce((sum, { rows }) => sum + rows, 0), rejected };
}

describe('the separator', () => {
  test.each([
    ['commas', 'name,age\nAda,36\nBob,41\n', ',', 2],
    ['semicolons with decimal commas', 'item;price\nA;1,50\nB;12\nC;3,99\n', ';', 2],
    ['tabs with commas in cells', 'name\taddress\nAda\tA, B\nBob\tC\n', '\t', 2],
    ['bars', 'id|name|mail\n1|Ada|a@b.cn\n2|Bob|c@d.cn\n', '|', 3],
    ['commas inside quotes', '"Li; Wei",1\n"Wang, Wu",2\n"Zhao; x",3\n', ',', 2],
    ['line breaks inside quotes', 'a,b\n"x;\ny;\nz",1\n"u",2\n', ',', 2],
    ['CR alone', 'a;b\r1;2\r3;4\r', ';', 2],
    ['a byte order mark', '\uFEFFa;b\n1;2\n', ';', 2],
    ['a few ragged records', `${'a,b,c\n'.repeat(8)}a,b\na,b,c,d\n`, ',', 3],
    ['a title line', 'leaked by nobody\nid,name\n1,Ada\n2,Bob\n', ',', 2],
    ['one record', '1,2,3', ',', 3],
  ])('%s', async (_, text, separator, width) => {
    expect((await examined(text)).dialect).toMatchObject({ separator, format: 'csv', encoding: 'utf-8', width });
  });

  test('of a table of one column is one that cuts no cell', async () => {
    expect((await examined('alice@qq.com\nbob@163.com\n')).dialect).toMatchObject({ width: 1, separator: ',' });
    const prose = await examined('one, two\nthree\nfour, five, six\nseven\neight\n');
    expect(prose.dialect).toMatchObject({ width: 1, separator: '\t' });
    expect(prose.reasons[0]).toBe('No separator gives the records the same number of cells: the table has one column.');
  });

  test('is explained with its numbers', async () => {
    expect((await examined('name,age\nAda,36\nBob\nEve,20\n')).reasons).toEqual([
      'The comma gives 2 cells in 3 of 4 records.',
      'The first record is a header: 2 of its 2 cells are usual names of columns, 1 differ in kind from the cells below, 0 look like values, 0 come again below.',
    ]);
  });

  test('and the quote stay as the analyst decided', async () => {
    const decided = { ...asCsv, separator: ';', quote: '' } as const;
    expect((await examined('a,b\n"1;x",2\n', decided)).dialect).toMatchObject({ separator: ';', quote: '' });
  });

  test('stands between cells in apostrophes, where most cells are', async () => {
    const text = "'1','Li, Wei'\n'2','Wang, Wu'\n'3','x'\n";
    expect((await examined(text)).dialect).toMatchObject({ separator: ',', quote: "'", width: 2 });
    expect((await examined("it's,fine\nisn't,it\n")).dialect).toMatchObject({ quote: '"' });
  });

  test('is not misled by a record that the head cuts off', async () => {
    const text = `a;b;c\n${'1;2;3\n'.repeat(43_690)}`;
    expect(text.length).toBeGreaterThan(262_144);
    expect((await examined(text)).dialect).toMatchObject({ width: 3, separator: ';' });
  });
});

describe('the header', () => {
  test.each([
    ['usual names over text', 'name,city\nAda,Paris\nBob,Rome\n', true],
    ['words over digits', 'foo,bar\n1,2\n3,4\n', true],
    ['Latin words over Chinese', 'x_col,y_col\n张三,北京\n李四,上海\n', true],
    ['Chinese names', '姓名,手机号\n张三,13800000000\n', true],
    ['values in the first record', '张三,13800000000\n李四,13900000000\n', false],
    ['mail addresses', 'a@qq.com,x\nb@qq.com,y\n', false],
    ['words that come again', 'yes,red\nno,red\nyes,blue\n', false],
    ['nothing but text', 'Ada,Paris\nBob,Rome\n', false],
    ['a header of one column', 'email\na@qq.com\nb@qq.com\n', true],
    ['a column without a header', 'a@qq.com\nb@qq.com\n', false],
    ['a single data record', '1,Ada', false],
  ])('%s', async (_, text, hasHeader) => {
    expect((await examined(text)).dialect.hasHeader).toBe(hasHeader);
  });

  test.each(['en', 'zh'] as const)('of the synthetic sample in %s, with and without', async (language) => {
    const text = new TextDecoder().decode(
      joined(generateEcommerceSample({ rows: 200, seed: 3, quirks: true, language })),
    );
    expect((await examined(text)).dialect).toMatchObject({ width: 8, separator: ',', hasHeader: true });
    const body = text.slice(ecommerceHeaders[language].join(',').length + 1);
    expect((await examined(body)).dialect).toMatchObject({ width: 8, separator: ',', hasHeader: false });
  });
});

describe('no text at all', () => {
  test.each([
    ['0 bytes', ''],
    ['a byte order mark', '\uFEFF'],
    ['white space', ' \r\n\t\n'],
  ])('%s is empty', async (_, text) => {
    expect(await failure(utf8(text))).toEqual({ kind: 'empty' });
  });

  test('white space that goes on is not called empty', async () => {
    expect(await failure(utf8(' \n'.repeat(140_000)))).toEqual({ kind: 'no-rows', rejected: 0 });
  });
});

describe('control characters in text', () => {
  const people = (cell: string): string =>
    `id,name,flag\n${Array.from({ length: 40 }, (_, at) => `${at},user${at},${cell}\n`).join('')}`;

  test.each([
    [
      'raw bits in a dump',
      `CREATE TABLE \`u\` (\`a\` bit(1));\nINSERT INTO \`u\` VALUES ${Array(50).fill("(_binary '\u0001')").join()};\n`,
      50,
    ],
    [
      'the separator of Hive',
      '1\u0001anna\u0001a@b.example\n2\u0001bob\u0001b@b.example\n3\u0001carl\u0001c@b.example\n',
      3,
    ],
    ['a cell that is a NUL', people('\0'), 40],
    ['page breaks and escapes', `a\fb\vc\u001b[0m\nline two is prose.\nline three is prose too.\n`, 3],
    ['NULs here and there', people('').replaceAll(/user3[0-3]/g, 'us\0r'), 40],
  ])('do not make it binary: %s', async (_, text, rows) => {
    const source = sourceOf(utf8(text));
    const found = await examineFile(source, {});
    expect(found.ok).toBe(true);
    expect(await readAllTables(source, found.ok ? found.value.dialect : null)).toEqual({ rows, rejected: 0 });
  });

  test('do not where the analyst says how it is to be read; a known kind of file stays what it is', async () => {
    const text = utf8('a\u0001\u0002\u0003,b\nc,d\u0004\u0005\n');
    expect(await failure(text)).toMatchObject({ kind: 'binary' });
    expect((await examined(text, { format: 'csv' })).dialect).toMatchObject({ format: 'csv', separator: ',' });
    expect((await examined(text, { encoding: 'utf-8' })).dialect.encoding).toBe('utf-8');
    const picture = await examineFile(sourceOf(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10)), asCsv);
    expect(picture).toMatchObject({ ok: false, error: { what: 'a PNG picture' } });
  });
});

describe('a binary file', () => {
  const padded = (...bytes: number[]) => Uint8Array.from([...bytes, ...Array.from({ length: 60 }, () => 0)]);
  test.each([
    ['a 7-Zip archive', padded(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c)],
    ['a RAR archive', utf8('Rar!\x1a\x07\x01')],
    ['an XZ archive', padded(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0)],
    ['a SQLite database', utf8('SQLite format 3\0\x10')],
    ['a PDF document', utf8('%PDF-1.7\n')],
    ['a PNG picture', padded(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
    ['a JPEG picture', padded(0xff, 0xd8, 0xff, 0xe0)],
    ['a Windows program', padded(0x4d, 0x5a, 0x90, 0, 3)],
    ['a Linux program', padded(0x7f, 0x45, 0x4c, 0x46)],
    ['an old Office document (.xls or .doc)', padded(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
  ])('%s is named', async (what, bytes) => {
    expect(await failure(bytes)).toEqual({ kind: 'binary', atByte: 0, what });
  });

  test('without a name is told by NULs or control characters, at the first of them', async () => {
    expect(await failure(utf8('ab\0cd'))).toEqual({ kind: 'binary', atByte: 2, what: null });
    expect(await failure(utf8('abc\x01\x02\x03'))).toEqual({ kind: 'binary', atByte: 3, what: null });
  });

  test('is not suspected behind a few stray control characters, nor behind the letters MZ', async () => {
    expect((await examined(`id,name\n${'1,Ada\n'.repeat(400)}2,B\0b\n3,E\x01ve\n`)).dialect.width).toBe(2);
    expect((await examined('MZ,name\n1,Ada\n2,Bob\n')).dialect.width).toBe(2);
  });
});

describe('malformed characters', () => {
  test('in UTF-8 are left to the scanner when they are few', async () => {
    const mixed = joined([utf8('姓名,城市\n张三,北京\n李四,上海\n王五,天津\n'), Uint8Array.of(0xff), utf8(',x\n')]);
    expect((await examined(mixed)).reasons).toContain(
      '1 malformed character near its start: their records will be rejected.',
    );
  });

  test('are not seen where the head cuts a character in two', async () => {
    const text = `姓名,城市\n${'张三,北京\n'.repeat(20_000)}`;
    for (const shift of ['', 'x', 'xx']) {
      expect((await examined(`${shift}${text}`)).dialect).toMatchObject({ width: 2, encoding: 'utf-8' });
    }
  });
});

test('any bytes get an answer', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: 'binary' }).map(utf8)),
      async (bytes) => {
        const result = await examineFile(sourceOf(bytes), {});
        if (result.ok) {
          expect(result.value.formats.length).toBeGreaterThanOrEqual(1);
        } else {
          expect(result.error.kind).toMatch(/^(empty|binary|no-rows|archive|damaged)$/);
        }
      },
    ),
    { numRuns: 600 },
  );
});

describe('a beginning of plain ASCII', () => {
  const ascii = (rows: number): Uint8Array =>
    utf8(Array.from({ length: rows }, (_, at) => `${at},user${at},user${at}@mail.example\n`).join(''));
  const beginning = joined([utf8('id,name,email\n'), ascii(9_000)]);
  /** Lines in GBK: 张三, 李四, 王五, 北京, 上海. */
  const names = [0xd5c5c8fd, 0xc0eecbc4, 0xcdf5cee5, 0xb1b1bea9, 0xc9cfbaa3];
  const gbk = (rows: number): Uint8Array =>
    joined(
      Array.from({ length: rows }, (_, at) => {
        const code = names[at % names.length] ?? 0;
        const bytes = [code >>> 24, (code >>> 16) & 255, (code >>> 8) & 255, code & 255];
        return joined([utf8(`${at},`), Uint8Array.from(bytes), utf8(`,u${at}@mail.example\n`)]);
      }),
    );

  test('does not hide the encoding of what follows, wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 70_000 }), fc.integer({ min: 5, max: 900 }), async (chunk, rows) => {
        const source = sourceOf(joined([beginning, gbk(rows), ascii(5)]), chunk);
        const found = await examineFile(source, {});
        expect(found).toMatchObject({ ok: true, value: { dialect: { encoding: 'gb18030' }, encodingIsSure: true } });
        const read = await readAllTables(source, found.ok ? found.value.dialect : null);
        expect(read).toEqual({ rows: 9_000 + rows + 5, rejected: 0 });
      }),
      { numRuns: 12 },
    );
  });

  test('nor far behind it, and says so when nothing was found', async () => {
    const far = joined([beginning, ...Array.from({ length: 60 }, () => ascii(10_000)), gbk(40_000)]);
    expect(far.length).toBeGreaterThan(17 << 20);
    const { dialect, reasons } = await examined(far, {});
    expect(dialect.encoding).toBe('gb18030');
    expect(reasons[0]).toMatch(/plain ASCII/);
    const plain = await examined(joined([beginning, ...Array.from({ length: 60 }, () => ascii(10_000))]), {});
    expect(plain).toMatchObject({ dialect: { encoding: 'utf-8' }, encodingIsSure: true });
    expect(plain.reasons[0]).toMatch(/^None of the \d+\.\d MB looked at holds/);
    expect((await examined(beginning, {})).reasons[0]).not.toMatch(/ASCII/);
  });

  test('is compared by the lines further on, under their own numbers', async () => {
    const source = sourceOf(joined([beginning, gbk(20)]), 5_000);
    const compared = await compareEncodings(source, null, ['gb18030', 'big5']);
    expect(compared?.lines.every((line) => line > 9_001 && line <= 9_021)).toBe(true);
    const line = compared?.lines[0] ?? 0;
    const name = ['张三', '李四', '王五', '北京', '上海'][(line - 9_002) % 5] ?? '';
    expect(compared?.readings[0]?.texts[0]).toContain(name);
  });
});
