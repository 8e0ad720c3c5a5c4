import { describe, expect, test } from 'vitest';
import { sourceOf } from '../../fixtures/byte-source.ts';
import { utf8 } from '../../fixtures/bytes.ts';
import { readSound } from '../../fixtures/read-whole.ts';
import { workbookOf } from '../../fixtures/workbook.ts';

/* Files as they fall off a forum: what the format does not foresee and every analyst has met. */

async function read(content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? utf8(content) : content;
  const { dialect, tables, strays } = await readSound(sourceOf(bytes, 7));
  const { format, encoding, separator, quote, hasHeader } = dialect;
  const [table] = tables;
  const rejected = [...(table?.rejected ?? []), ...strays].map(({ line, raw }) => [line, raw]);
  return { format, encoding, separator, quote, hasHeader, columns: table?.columns, rows: table?.rows, rejected };
}

describe('a first line that names the separator', () => {
  test.each([
    ['sep=;\r\n', ';'],
    ['\uFEFFsep=;\n', ';'],
    ['"sep=;"\n', ';'],
    ['SEP=\t\n', '\t'],
    ['sep=^\r', '^'],
  ])('is no record: %j', async (line, separator) => {
    const found = await read(`${line}id,name\n1,a\n2,b\n`.replaceAll(/(?<=\w),/g, separator));
    expect(found).toMatchObject({ format: 'csv', separator, columns: ['id', 'name'], rejected: [] });
    expect(found.rows).toEqual([
      ['1', 'a'],
      ['2', 'b'],
    ]);
  });

  test('counts as a line', async () => {
    const found = await read('sep=;\nid;name\n1;a\n2\n3;c\n');
    expect(found).toMatchObject({ rejected: [[4, '2']] });
  });

  test('is data where it says something else', async () => {
    expect(await read('sep=;x\nsep=;y\nsep=;z\n')).toMatchObject({ rejected: [] });
  });
});

describe('what stands above the header', () => {
  test('a title as wide as the table is rejected', async () => {
    const found = await read('2023年会员数据,,\n姓名,电话,城市\n张三,13800138000,北京\n李四,13900139000,上海\n');
    expect(found).toMatchObject({ hasHeader: true, columns: ['姓名', '电话', '城市'] });
    expect(found).toMatchObject({ rejected: [[1, '2023年会员数据,,']] });
  });

  test('two lines of notice above two rows', async () => {
    const found = await read('Leaked by nobody\n# 2023\nid\tname\tmail\n1\ta\ta@x.example\n2\tb\tb@x.example\n');
    expect(found).toMatchObject({ separator: '\t', hasHeader: true, columns: ['id', 'name', 'mail'] });
    expect(found.rows).toHaveLength(2);
    expect(found.rejected).toHaveLength(2);
  });

  test('a header without the separator that ends each row', async () => {
    const found = await read('id,name,mail,city\n1,a,a@x.example,Bern,\n2,b,b@x.example,Rome,\n');
    expect(found).toMatchObject({ hasHeader: true, columns: ['id', 'name', 'mail', 'city', ''], rejected: [] });
    expect(found.rows).toHaveLength(2);
  });

  test('numbered names above numbers', async () => {
    expect(await read('col1,col2\n1,2\n3,4\n5,6\n')).toMatchObject({ hasHeader: true, columns: ['col1', 'col2'] });
  });
});

describe('quotes that mean nothing', () => {
  test('leave a table of tabs whole', async () => {
    const found = await read('id\tname\tnote\n1\t"Bob\tx\n2\tAl\ty\n3\tJo "the man" Doe\tz\n');
    expect(found).toMatchObject({ separator: '\t', quote: '', rejected: [] });
    expect(found.rows?.[0]).toEqual(['1', '"Bob', 'x']);
  });

  test('are told from quotes around the separator in a single row', async () => {
    const found = await read('1;Ann;a@x.example;"a, b; c | d"\n');
    expect(found).toMatchObject({ quote: '"', rows: [['1', 'Ann', 'a@x.example', 'a, b; c | d']] });
  });

  test('are told from quotes that enclose', async () => {
    const found = await read('id\tname\n1\t"a\tb"\n2\t"c\nd"\n3\te\n');
    expect(found).toMatchObject({ quote: '"', rejected: [] });
    expect(found.rows).toEqual([
      ['1', 'a\tb'],
      ['2', 'c\nd'],
      ['3', 'e'],
    ]);
  });
});

describe('rare separators', () => {
  test.each(['||', '~', '^', '::', '，'])('%s', async (separator) => {
    const lines = [
      ['id', 'name', 'mail'],
      ['1', 'Bob', 'b@x.example'],
      ['2', 'Ann', 'a@x.example'],
      ['3', 'Cy', 'c@x.example'],
    ];
    const found = await read(lines.map((cells) => cells.join(separator)).join('\n'));
    expect(found).toMatchObject({ format: 'csv', separator, columns: lines[0], rows: lines.slice(1), rejected: [] });
  });
});

test('hyphens with blanks around them', async () => {
  const found = await read('张三 ---- 138 ---- 北京\n李四 ---- 139 ---- 上 海\n王五 ---- 137 ---- 广州\n');
  expect(found).toMatchObject({ format: 'dash-list', separator: '----' });
  expect(found.rows?.[1]).toEqual(['李四', '139', '上 海']);
});

test('the mark that ends a text of DOS', async () => {
  expect(await read('id,name\n1,a\n2,b\n\x1a')).toMatchObject({
    rows: [
      ['1', 'a'],
      ['2', 'b'],
    ],
    rejected: [[4, '\x1a']],
  });
});

test('half of the lines in UTF-8, half in GBK', async () => {
  const gbk = [0x32, 0x2c, 0xd5, 0xc5, 0xc8, 0xfd, 0x0a];
  const bytes = Uint8Array.from([...utf8('id,name\n'), ...[1, 2, 3, 4].flatMap(() => [...utf8('1,张三\n'), ...gbk])]);
  const found = await read(bytes);
  expect(found).toMatchObject({ encoding: 'utf-8' });
  expect(found.rows).toHaveLength(4);
  expect(found.rejected).toHaveLength(4);
});

describe('titles above the header of a workbook', () => {
  const row = (number: number, ...texts: readonly string[]) =>
    `<row r="${number}">${texts.map((text, k) => (text === '' ? '' : `<c r="${'ABCD'.charAt(k)}${number}" t="inlineStr"><is><t>${text}</t></is></c>`)).join('')}</row>`;

  test('are rejected, and the row below names the columns', async () => {
    const rows = row(1, '会员数据') + row(2, '2023') + row(4, '姓名', '电话', '城市') + row(5, '张三', '138', '北京');
    const { tables, dialect } = await readSound(sourceOf(workbookOf({ sheets: [{ name: 'a', rows }] })));
    expect(dialect.hasHeader).toBe(true);
    expect(tables[0]).toMatchObject({ columns: ['姓名', '电话', '城市'], rows: [['张三', '138', '北京']] });
    expect(tables[0]?.rejected.map(({ line, raw }) => [line, raw])).toEqual([
      [1, '会员数据'],
      [2, '2023'],
    ]);
  });

  test('are not suspected in a sheet of one column, nor of two', async () => {
    const one = row(1, '姓名') + row(2, '张三') + row(3, '李四');
    const two = row(1, 'id') + row(2, '1', 'x') + row(3, '2', 'y');
    const { tables } = await readSound(
      sourceOf(
        workbookOf({
          sheets: [
            { name: 'a', rows: one },
            { name: 'b', rows: two },
          ],
        }),
      ),
    );
    expect(tables.map(({ rejected }) => rejected)).toEqual([[], []]);
    expect(tables[0]).toMatchObject({ columns: ['姓名'], rows: [['张三'], ['李四']] });
    expect(tables[1]?.rows).toEqual([
      ['1', 'x'],
      ['2', 'y'],
    ]);
  });
});

test('entries of a stealer that are numbered', async () => {
  const found = await read(
    '1) URL: https://a.example\nUsername: b\nPassword: c\nWeb Browser: d\n\n2) URL: https://e.example\nUsername: f\nPassword: g\nWeb Browser: h\n',
  );
  expect(found).toMatchObject({
    format: 'stealer-log',
    columns: ['url', 'login', 'password', 'application'],
    rejected: [],
  });
  expect(found.rows).toEqual([
    ['https://a.example', 'b', 'c', 'd'],
    ['https://e.example', 'f', 'g', 'h'],
  ]);
});

test.each([
  ['имя;город\nИван;Москва\nПётр;Казань\n'],
  ['編號,電話\n一,台北\n二,台南\n'],
  ['氏名,住所\n山田太郎,東京都\n鈴木花子,大阪府\n'],
])('a header that is common in its language: %j', async (text) => {
  expect(await read(text)).toMatchObject({ hasHeader: true });
});

test.each([
  ['a script', 'var rows = [{"a":1},{"a":2}];'],
  ['rows in the notation of Python', "{'a': 1, 'b': 'x'}\n{'a': 2, 'b': 'y'}\n"],
  ['a page', '<p>a, b</p>\n<p>c, d</p>\n<p>e, f</p>\n'],
])('%s is text', async (_, text) => {
  expect(await read(text)).toMatchObject({ format: 'text', rejected: [] });
});
