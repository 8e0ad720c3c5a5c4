import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ParseFailure } from '#shared/parse/outcome.ts';
import { type Sniffed, sniffDelimited } from '#shared/parse/sniff.ts';
import { joined, utf8 } from '../../fixtures/bytes.ts';
import { ecommerceHeaders, generateEcommerceSample } from '../../fixtures/ecommerce-sample.ts';

function sniffed(text: string | Uint8Array, isWholeFile = true): Sniffed {
  const result = sniffDelimited(typeof text === 'string' ? utf8(text) : text, isWholeFile);
  if (!result.ok) {
    throw new Error(JSON.stringify(result.error));
  }
  return result.value;
}

function failure(bytes: Uint8Array, isWholeFile = true): ParseFailure {
  const result = sniffDelimited(bytes, isWholeFile);
  if (result.ok) {
    throw new Error(JSON.stringify(result.value));
  }
  return result.error;
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
  ])('%s', (_, text, separator, columns) => {
    expect(sniffed(text)).toMatchObject({ dialect: { separator, format: 'csv', encoding: 'utf-8' }, columns });
  });

  test('of a table of one column is one that cuts no cell', () => {
    expect(sniffed('alice@qq.com\nbob@163.com\n')).toMatchObject({ columns: 1, dialect: { separator: ',' } });
    const prose = sniffed('one, two\nthree\nfour, five, six\nseven\neight\n');
    expect(prose).toMatchObject({ columns: 1, dialect: { separator: '\t' } });
    expect(prose.reasons[0]).toBe('No separator gives the records the same number of cells: the table has one column.');
  });

  test('is explained with its numbers', () => {
    expect(sniffed('name,age\nAda,36\nBob\nEve,20\n').reasons).toEqual([
      'The comma gives 2 cells in 3 of 4 records.',
      'The first record is a header: 2 of its 2 cells are usual names of columns, 1 differ in kind from the cells below, 0 look like values, 0 come again below.',
    ]);
  });

  test('is not misled by a record that the head cuts off', () => {
    expect(sniffed('a;b;c\n1;2;3\n4;5;6\n7;8', false)).toMatchObject({ columns: 3, dialect: { separator: ';' } });
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
  ])('%s', (_, text, hasHeader) => {
    expect(sniffed(text).dialect.hasHeader).toBe(hasHeader);
  });

  test.each(['en', 'zh'] as const)('of the synthetic sample in %s, with and without', (language) => {
    const text = new TextDecoder().decode(
      joined(generateEcommerceSample({ rows: 200, seed: 3, quirks: true, language })),
    );
    expect(sniffed(text)).toMatchObject({ columns: 8, dialect: { separator: ',', hasHeader: true } });
    const body = text.slice(ecommerceHeaders[language].join(',').length + 1);
    expect(sniffed(body)).toMatchObject({ columns: 8, dialect: { separator: ',', hasHeader: false } });
  });
});

describe('no text at all', () => {
  test.each([
    ['0 bytes', ''],
    ['a byte order mark', '\uFEFF'],
    ['white space', ' \r\n\t\n'],
  ])('%s is empty', (_, text) => {
    expect(failure(utf8(text))).toEqual({ kind: 'empty' });
  });

  test('white space that goes on is not called empty', () => {
    expect(failure(utf8(' \n'.repeat(100)), false)).toEqual({ kind: 'no-rows', rejected: 0 });
  });
});

describe('a binary file', () => {
  const padded = (...bytes: number[]) => Uint8Array.from([...bytes, ...Array.from({ length: 60 }, () => 0)]);
  test.each([
    ['a ZIP archive', padded(0x50, 0x4b, 3, 4)],
    ['an Excel workbook', joined([Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0), utf8('xl/worksheets/sheet1.xml')])],
    ['a gzip archive', Uint8Array.from(gzipSync('a,b\n1,2\n'))],
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
  ])('%s is named', (what, bytes) => {
    expect(failure(bytes)).toEqual({ kind: 'binary', atByte: 0, what });
  });

  test('without a name is told by NULs or control characters, at the first of them', () => {
    expect(failure(utf8('ab\0cd'))).toEqual({ kind: 'binary', atByte: 2, what: null });
    expect(failure(utf8('abc\x01\x02\x03'))).toEqual({ kind: 'binary', atByte: 3, what: null });
  });

  test('is not suspected behind a few stray control characters, nor behind the letters MZ', () => {
    expect(sniffed(`id,name\n${'1,Ada\n'.repeat(400)}2,B\0b\n3,E\x01ve\n`).columns).toBe(2);
    expect(sniffed('MZ,name\n1,Ada\n2,Bob\n').columns).toBe(2);
  });
});

describe('text in another encoding', () => {
  // 姓名,城市 / 张三,北京 / 李四,上海 in GB 2312.
  const gb = Uint8Array.from(
    [
      0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb3, 0xc7, 0xca, 0xd0, 0x0a, 0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 0xb1, 0xb1, 0xbe, 0xa9,
      0x0a,
    ].concat([0xc0, 0xee, 0xcb, 0xc4, 0x2c, 0xc9, 0xcf, 0xba, 0xa3, 0x0a]),
  );

  test('GB18030 is likely', () => {
    expect(new TextDecoder('gb18030').decode(gb)).toBe('姓名,城市\n张三,北京\n李四,上海\n');
    expect(failure(gb)).toEqual({ kind: 'not-utf-8', atByte: 0, likely: 'gb18030' });
    expect(failure(joined([utf8('name,city\n'), gb]))).toEqual({ kind: 'not-utf-8', atByte: 10, likely: 'gb18030' });
  });

  test('UTF-16 is told by its mark or by its NULs', () => {
    const wide = (text: string, big: boolean) =>
      Uint8Array.from([...text].flatMap((c) => (big ? [0, c.charCodeAt(0)] : [c.charCodeAt(0), 0])));
    expect(failure(joined([Uint8Array.of(0xff, 0xfe), wide('a,b\n', false)]))).toMatchObject({ likely: 'utf-16le' });
    expect(failure(joined([Uint8Array.of(0xfe, 0xff), wide('a,b\n', true)]))).toMatchObject({ likely: 'utf-16be' });
    expect(failure(wide('name,age\nAda,36\n', false))).toMatchObject({ kind: 'not-utf-8', likely: 'utf-16le' });
    expect(failure(wide('name,age\nAda,36\n', true))).toMatchObject({ kind: 'not-utf-8', likely: 'utf-16be' });
  });

  test('an older code page is not guessed at', () => {
    const latin = Uint8Array.from([...'name,city\nJosé,Málaga\n'].map((character) => character.charCodeAt(0)));
    expect(failure(latin)).toEqual({ kind: 'not-utf-8', atByte: 13, likely: 'unknown' });
  });

  test('a few malformed characters in UTF-8 are left to the scanner', () => {
    const mixed = joined([utf8('姓名,城市\n张三,北京\n李四,上海\n王五,天津\n'), Uint8Array.of(0xff), utf8(',x\n')]);
    expect(sniffed(mixed).reasons.at(-1)).toBe(
      '1 malformed characters near its start: their records will be rejected.',
    );
  });

  test('a character that the head cuts in two is no fault', () => {
    const bytes = utf8('姓名,城市\n张三,北京\n李四');
    for (const cut of [1, 2]) {
      expect(sniffed(bytes.subarray(0, -cut), false).columns).toBe(2);
    }
    expect(failure(utf8('张').subarray(0, 2))).toMatchObject({ kind: 'not-utf-8', atByte: 0 });
  });
});

test('any bytes get an answer', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: 'binary' }).map(utf8)),
      fc.boolean(),
      (bytes, whole) => {
        const result = sniffDelimited(bytes, whole);
        if (result.ok) {
          expect(result.value.columns).toBeGreaterThanOrEqual(1);
        } else {
          expect(result.error.kind).toMatch(/^(empty|binary|not-utf-8|no-rows)$/);
        }
      },
    ),
    { numRuns: 3000 },
  );
});
