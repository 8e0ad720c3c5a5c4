import { describe, expect, test } from 'vitest';
import { joined, utf8 } from '../../fixtures/bytes.ts';
import { scanWhole } from '../../fixtures/scan-whole.ts';

const scan = (text: string, options: Parameters<typeof scanWhole>[1] = {}) => scanWhole([utf8(text)], options);

describe('cells', () => {
  test.each([
    [
      'plain',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'no break at the end',
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'CR alone',
      'a,b\rc,d\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'mixed breaks',
      'a,b\r\nc,d\re,f\n',
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
      ],
    ],
    ['a byte order mark', '\uFEFFa,b\n', [['a', 'b']]],
    ['a byte order mark before a quote', '\uFEFF"a",b\n', [['a', 'b']]],
    ['a second byte order mark is data', '\uFEFF\uFEFFa,b\n', [['\uFEFFa', 'b']]],
    [
      'empty cells',
      ',\n,\n',
      [
        ['', ''],
        ['', ''],
      ],
    ],
    ['separator and breaks in quotes', '"a,\r\nb","c\nd"\n', [['a,\r\nb', 'c\nd']]],
    [
      'doubled quotes',
      '"a""b",""""\n"""","x"""',
      [
        ['a"b', '"'],
        ['"', 'x"'],
      ],
    ],
    ['a quote inside an unquoted cell', '27",a"b"\n', [['27"', 'a"b"']]],
    [
      'text behind a closing quote',
      '"a"b,"c" \n"d",e\n',
      [
        ['"a"b', '"c" '],
        ['d', 'e'],
      ],
    ],
    ['NUL bytes', 'a\0,\0\n', [['a\0', '\0']]],
    ['spaces are kept', ' a , b \n', [[' a ', ' b ']]],
    [
      'a separator at the end of the file',
      'a,b\nc,',
      [
        ['a', 'b'],
        ['c', ''],
      ],
    ],
    [
      'a quoted cell at the end of the file',
      'a,b\nc,"d"',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
  ])('%s', (_, text, rows) => {
    expect(scan(text)).toMatchObject({ rows, rejected: [], summary: { endsInsideQuote: null } });
  });

  test('a blank line is no record in a table of several columns', () => {
    expect(scan('\n\r\na,b\n\n\r\r\nc,d\n\n').rows).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  test('a blank line is an empty cell in a table of one column', () => {
    expect(scan('\na\n\nb\r\n\r\nc\n', {}).rows).toEqual([['a'], [''], ['b'], [''], ['c']]);
    expect(scan('a\r\n\nb\r\r\nc').rows).toEqual([['a'], [''], ['b'], [''], ['c']]);
    expect(scan('\n\na\n', { columns: 1 }).rows).toEqual([[''], [''], ['a']]);
  });

  test.each(['', '\uFEFF', '\n\r\n\r'])('nothing but %j has no record', (text) => {
    expect(scan(text).summary).toEqual({ header: [], rows: 0, rejected: 0, records: 0, endsInsideQuote: null });
  });
});

describe('the header', () => {
  const names = (text: string, columns: number | null = null) => scan(text, { columns, hasHeader: true });

  test('is the first record, stored as found, and no row', () => {
    const { summary, rows } = names('\n"a ""x""",,a\n1,2,3\n');
    expect(summary).toMatchObject({ header: ['a "x"', '', 'a'], rows: 1, records: 1 });
    expect(rows).toEqual([['1', '2', '3']]);
  });

  test('is looked for among the records of the right width', () => {
    const { summary, rejected } = names('dumped by nobody\na,b\n1,2\n', 2);
    expect(summary).toMatchObject({ header: ['a', 'b'], rows: 1, rejected: 1 });
    expect(rejected).toEqual([{ line: 1, reason: 'too-few-cells', raw: 'dumped by nobody' }]);
  });

  test('is told once, before the first block, and only if there is one', () => {
    const told = (text: string, hasHeader: boolean) => {
      const heard: unknown[] = [];
      const onHeader = (header: readonly string[]) => heard.push(header);
      scan(text, { hasHeader, rowsPerBlock: 1, onHeader, onBlock: () => heard.push('block') });
      return heard;
    };
    expect(told('a,b\n1,2\n3,4\n', true)).toEqual([['a', 'b'], 'block', 'block']);
    expect(told('1,2\n3,4\n', false)).toEqual(['block', 'block']);
  });

  test('that is damaged leaves the columns without names; the row behind it stays a row', () => {
    const broken = joined([Uint8Array.of(0xd0, 0xd5, 0x2c, 0x62, 0x0a), utf8('1,2\n')]);
    const { summary, rows, rejected } = scanWhole([broken], { hasHeader: true });
    expect(summary.header).toEqual(['', '']);
    expect(rows).toEqual([['1', '2']]);
    expect(rejected).toMatchObject([{ line: 1, reason: 'not-utf-8' }]);
    expect(names('a,"b\n1,2\n3,4\n')).toMatchObject({
      summary: { header: ['', ''] },
      rows: [
        ['1', '2'],
        ['3', '4'],
      ],
    });
  });
});

describe('rejected records', () => {
  test('too few and too many cells, with their line and text', () => {
    const { rows, rejected } = scan('a,b\n"x\ny",z\n1\n1,2,3\r\n"p\nq"\nc,d');
    expect(rows).toEqual([
      ['a', 'b'],
      ['x\ny', 'z'],
      ['c', 'd'],
    ]);
    expect(rejected).toEqual([
      { line: 4, reason: 'too-few-cells', raw: '1' },
      { line: 5, reason: 'too-many-cells', raw: '1,2,3' },
      { line: 6, reason: 'too-few-cells', raw: '"p\nq"' },
    ]);
  });

  test.each([
    ['behind a cell of two lines ended by CRLF', 'a,b\r\n"x\r\ny",z\r\n1\r\n', [4]],
    ['behind a cell of two lines ended by CR', 'a,b\r"x\ry",z\r1\r', [4]],
    ['behind a blank line that mixes breaks', 'a,b\r\n\n\r1\n', [4]],
    ['behind a quote that was given up', 'a,b\n"c\nd","e\nf\ng,h\ni', [2, 4, 6]],
    ['behind a quote that was given up at CRLF', 'a,b\r\n"c\r\nd","e\r\nf\r\n', [2, 4]],
    ['behind a record that is too long', `a,b\r\n${'x'.repeat(50)}\r\n1\r\n`, [2, 3]],
  ])('are given the line they begin on %s', (_, text, lines) => {
    expect(scan(text, { maxRecordBytes: 30 }).rejected.map(({ line }) => line)).toEqual(lines);
  });

  test.each([
    ['GB18030', [0xd5, 0xc5]],
    ['an overlong slash', [0xc0, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['a code point beyond Unicode', [0xf4, 0x90, 0x80, 0x80]],
    ['a lone continuation', [0x80]],
    ['a character cut by the separator', [0xe6, 0x95]],
  ])('%s is not UTF-8', (_, bytes) => {
    const { rows, rejected } = scanWhole([utf8('数,b\n'), Uint8Array.from(bytes), utf8(',x\n据,d\n')]);
    expect(rows).toEqual([
      ['数', 'b'],
      ['据', 'd'],
    ]);
    expect(rejected).toMatchObject([{ line: 2, reason: 'not-utf-8' }]);
    expect(rejected[0]?.raw).toContain('\uFFFD');
  });

  test('wrong bytes weigh more than a wrong number of cells', () => {
    expect(scanWhole([utf8('a,b\n'), Uint8Array.of(0xff), utf8('\n')]).rejected).toMatchObject([
      { reason: 'not-utf-8' },
    ]);
  });

  test('a record over the limit keeps its first 64 KiB; the rest of the file is read', () => {
    const long = '数'.repeat(400_000);
    const { rows, rejected, summary } = scan(`a,b\nc,${long}\nd,e\n`);
    expect(rows).toEqual([
      ['a', 'b'],
      ['d', 'e'],
    ]);
    expect(rejected).toMatchObject([{ line: 2, reason: 'too-long' }]);
    expect(rejected[0]?.raw).toBe(`c,${'数'.repeat(21_844)}`);
    expect(summary.endsInsideQuote).toBeNull();
  });

  test('a record of exactly the limit is a row, with one byte more it is too long', () => {
    const limit = { maxRecordBytes: 10 };
    expect(scan('1234,67890\nab,c\n', limit).rows).toHaveLength(2);
    expect(scan('1234,67890', limit).rows).toHaveLength(1);
    expect(scan('1234,678901\nab,c\n', limit).rejected).toMatchObject([{ line: 1, reason: 'too-long' }]);
    expect(scan('1234,678901', limit).rejected).toMatchObject([{ line: 1, reason: 'too-long' }]);
  });

  test('more cells than any table has are no table', () => {
    const { summary, rejected } = scan(`${','.repeat(20_000)}\na,b\n`);
    expect(rejected).toMatchObject([{ line: 1, reason: 'too-many-cells' }]);
    expect(summary).toMatchObject({ rows: 1, rejected: 1 });
  });
});

describe('a quote that does not close', () => {
  test('at the end of the file costs its own line only, and the line is named', () => {
    const { rows, rejected, summary } = scan('a,b\nc,"d\ne,f\ng,h\n');
    expect(rows).toEqual([
      ['a', 'b'],
      ['e', 'f'],
      ['g', 'h'],
    ]);
    expect(rejected).toEqual([{ line: 2, reason: 'unclosed-quote', raw: 'c,"d' }]);
    expect(summary).toMatchObject({ records: 4, endsInsideQuote: 2 });
  });

  test('on the last line keeps its text', () => {
    const { rejected, summary } = scan('a,b\nc,"d');
    expect(rejected).toEqual([{ line: 2, reason: 'unclosed-quote', raw: 'c,"d' }]);
    expect(summary.endsInsideQuote).toBe(2);
  });

  test('is found out by the next quoted cell', () => {
    const { rows, rejected, summary } = scan('a,b\nc,"d\ne,f\ng,"h, i"\n"j\nk",l\n');
    expect(rows).toEqual([
      ['a', 'b'],
      ['e', 'f'],
      ['g', 'h, i'],
      ['j\nk', 'l'],
    ]);
    expect(rejected).toEqual([{ line: 2, reason: 'unclosed-quote', raw: 'c,"d' }]);
    expect(summary.endsInsideQuote).toBeNull();
  });

  test('behind a sound cell of two lines takes that cell along', () => {
    const { rows, rejected } = scan('a,b\n"c\nd","e\nf,g\n');
    expect(rows).toEqual([
      ['a', 'b'],
      ['f', 'g'],
    ]);
    expect(rejected).toEqual([{ line: 2, reason: 'unclosed-quote', raw: '"c\nd","e' }]);
  });

  test('is given up once its record passes the limit', () => {
    const rest = Array.from({ length: 200_000 }, (_, row) => `row ${row},x`);
    const { rows, rejected, summary } = scan(`a,b\r\nc,"d\r\n${rest.join('\r\n')}`);
    expect(rows).toHaveLength(200_001);
    expect(rejected).toEqual([{ line: 2, reason: 'unclosed-quote', raw: 'c,"d' }]);
    expect(summary.endsInsideQuote).toBeNull();
  });

  test('many times over takes linear time and loses no line', () => {
    const lines = 300_000;
    const { summary, rejected } = scan(`a,b\n${'"a,b\n'.repeat(lines)}`);
    expect(summary).toMatchObject({ rows: 1, rejected: lines });
    expect(rejected.every(({ raw, line }, index) => raw === '"a,b' && line === index + 2)).toBe(true);
  });

  test('but is closed and opened again on each line is kept in large pieces', () => {
    const lines = 600_000;
    const { rejected, rows } = scan(`a,b\n${'x","\n'.repeat(lines)}`);
    const kept = [...rows.flat(), ...rejected.map(({ raw }) => raw)].join('');
    expect(kept.split('x').length - 1).toBe(lines);
  });
});

describe('a file that was cut', () => {
  const text = '\uFEFF编号,姓名\r\n1,"张, 三"\r\n2,"李""四\n五"\r\n3,😀\r\n';
  const bytes = utf8(text);

  test('at any byte gives the sound rows before the cut, and the rest as rejected', () => {
    const whole = scanWhole([bytes], { hasHeader: true, columns: 2 }).rows;
    expect(whole).toEqual([
      ['1', '张, 三'],
      ['2', '李"四\n五'],
      ['3', '😀'],
    ]);
    for (let length = 0; length <= bytes.length; length++) {
      const { summary, rows } = scanWhole([bytes.subarray(0, length)], { hasHeader: true, columns: 2 });
      expect(summary.records).toBe(summary.rows + summary.rejected);
      const lastMayBeCut = rows.slice(0, -1);
      expect(lastMayBeCut).toEqual(whole.slice(0, lastMayBeCut.length));
    }
  });
});

describe('blocks', () => {
  test('hold the rows asked for, own their memory, and the last is shorter', () => {
    const text = Array.from({ length: 25 }, (_, row) => `${row},${'x'.repeat(row)}\n`).join('');
    const { blocks, rows } = scan(text, { rowsPerBlock: 10 });
    expect(blocks.map(({ firstRow, rows: count }) => [firstRow, count])).toEqual([
      [0, 10],
      [10, 10],
      [20, 5],
    ]);
    expect(rows.map(([, second]) => second?.length)).toEqual(Array.from({ length: 25 }, (_, row) => row));
    const buffers = blocks.flatMap(({ columns }) =>
      columns.flatMap(({ bytes, lengths }) => [bytes.buffer, lengths.buffer]),
    );
    expect(new Set(buffers).size).toBe(buffers.length);
  });

  test('are closed early when their rows are huge', () => {
    const { blocks, rows } = scan('aaaa,b\ncccc,d\neeee,f\n', { maxBlockBytes: 20 });
    expect(blocks.map(({ firstRow, rows: count }) => [firstRow, count])).toEqual([
      [0, 2],
      [2, 1],
    ]);
    expect(rows).toHaveLength(3);
  });

  test('a pushed chunk may be overwritten by its owner afterwards', () => {
    const reused = new Uint8Array(4);
    const chunks = function* () {
      for (const part of ['a,b\n', 'c,"d', '\ne"\n']) {
        reused.fill(0x20);
        reused.set(utf8(part));
        yield reused;
      }
    };
    expect(scanWhole(chunks()).rows).toEqual([
      ['a', 'b'],
      ['c', 'd\ne'],
    ]);
  });
});
