import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { combo } from '#shared/parse/combo.ts';
import { csv } from '#shared/parse/csv.ts';
import { dashList } from '#shared/parse/dash-list.ts';
import type { FormatDialect, TextFormat } from '#shared/parse/table-format.ts';
import { text } from '#shared/parse/text.ts';
import { ulp } from '#shared/parse/ulp.ts';
import { utf8 } from '../../fixtures/bytes.ts';
import { inChunks, readText } from '../../fixtures/read-text.ts';

function rowsOf(format: TextFormat, file: string, dialect: Partial<FormatDialect> = {}) {
  return readText(format, file, dialect).tables[0]?.rows;
}

describe('a list with hyphens', () => {
  test('is cut at its hyphens, and keeps what has another number of cells', () => {
    const file = '张三----pw-1----a@example.com\r\n李四----x\n王五----a----b----c\n赵六--------z@example.com\n';
    const { tables, summaries } = readText(dashList, file, { separator: '----', width: 3 });
    expect(tables[0]?.rows).toEqual([
      ['张三', 'pw-1', 'a@example.com'],
      ['赵六', '', 'z@example.com'],
    ]);
    expect(tables[0]?.rejected).toEqual([
      { line: 2, reason: 'too-few-cells', raw: '李四----x' },
      { line: 3, reason: 'too-many-cells', raw: '王五----a----b----c' },
    ]);
    expect(summaries).toMatchObject([{ name: '', rows: 2, rejected: 2 }]);
  });

  test('fills short rows with nulls when asked', () => {
    expect(rowsOf(dashList, 'a--b\nc\n', { separator: '--', width: 2, shortRows: 'fill' })).toEqual([
      ['a', 'b'],
      ['c', null],
    ]);
  });

  test('a cell that ends with a hyphen gives it to the next', () => {
    expect(rowsOf(dashList, 'a-----b\n', { separator: '----', width: 2 })).toEqual([['a', '-b']]);
  });
});

describe('delimited text with a separator that is not one ASCII byte', () => {
  test.each(['||', '::', '¦', '，', '^|^'])('%s', (separator) => {
    const file = `name${separator}note\nAda${separator}"x\nBob${separator}\n`;
    const { tables } = readText(csv, file, { separator, width: 2, hasHeader: true });
    expect(tables[0]).toMatchObject({
      columns: ['name', 'note'],
      rows: [
        ['Ada', '"x'],
        ['Bob', ''],
      ],
    });
  });

  test('is recognised with the separator that was given', () => {
    const head = { text: 'name||phone\nAda||100\nBob||200\n', isWhole: true };
    expect(csv.recognise(head, { separator: '||' })?.dialect).toMatchObject({
      ...{ separator: '||', quote: '', width: 2, hasHeader: true },
    });
  });
});

describe('a combo list', () => {
  test('is cut once', () => {
    const { tables } = readText(combo, 'a@example.com:p:w;d\nnothing\nb@example.com:\n', { separator: ':' });
    expect(tables[0]).toMatchObject({
      columns: ['email', 'password'],
      rows: [
        ['a@example.com', 'p:w;d'],
        ['b@example.com', ''],
      ],
      rejected: [{ line: 2, reason: 'no-separator', raw: 'nothing' }],
    });
  });

  test('names logins that are no addresses', () => {
    const { tables } = readText(combo, 'ada:1\nbob:2\n', { separator: ':' });
    expect(tables[0]?.columns).toEqual(['login', 'password']);
  });

  test('a blank on both sides belongs to the separator', () => {
    expect(rowsOf(combo, 'ada : 1\nbob:  2\n', { separator: ':' })).toEqual([
      ['ada', '1'],
      ['bob', '  2'],
    ]);
  });

  test('takes the names of a header', () => {
    const { tables } = readText(combo, 'user:pass\nada:1\n', { separator: ':', hasHeader: true });
    expect(tables[0]).toMatchObject({ columns: ['user', 'pass'], rows: [['ada', '1']] });
  });

  test('a line that is not UTF-8 is rejected', () => {
    const { tables } = readText(combo, [utf8('a:'), Uint8Array.of(0xff), utf8('\nb:1')], { separator: ':' });
    expect(tables[0]?.rejected).toEqual([{ line: 1, reason: 'not-utf-8', raw: 'a:�' }]);
    expect(tables[0]?.rows).toEqual([['b', '1']]);
  });
});

describe('a list of URL, login and password', () => {
  test.each([
    ['https://example.com/in:ada:pw', ['https://example.com/in', 'ada', 'pw']],
    ['https://example.com:8443/in:ada:pw', ['https://example.com:8443/in', 'ada', 'pw']],
    ['https://example.com:8443:ada:pw', ['https://example.com:8443', 'ada', 'pw']],
    ['https://example.com:1234:pw', ['https://example.com', '1234', 'pw']],
    ['http://[2001:db8::1]:8080/x:ada:pw', ['http://[2001:db8::1]:8080/x', 'ada', 'pw']],
    ['android://aGFzaA==@com.example.app/:ada:pw', ['android://aGFzaA==@com.example.app/', 'ada', 'pw']],
    ['example.com:ada:pw', ['example.com', 'ada', 'pw']],
    ['example.com:8080/x:ada:pw', ['example.com:8080/x', 'ada', 'pw']],
    ['https://example.com/in:ada@example.com:p:w', ['https://example.com/in', 'ada@example.com', 'p:w']],
    ['https://example.com/a:b/in:ada:pw', ['https://example.com/a:b/in', 'ada', 'pw']],
    ['https://example.com:ada:p:w', ['https://example.com', 'ada', 'p:w']],
    ['https://example.com/in::', ['https://example.com/in', '', '']],
    ['ada@example.com:pw:https://example.com:8443/in', ['https://example.com:8443/in', 'ada@example.com', 'pw']],
    ['ada:p:w:https://example.com/', ['https://example.com/', 'ada', 'p:w']],
  ])('%s', (line, row) => {
    expect(rowsOf(ulp, line, { separator: ':' })).toEqual([row]);
  });

  test.each(['|', ';', '\t', ' '])('with “%s” between its cells', (separator) => {
    const line = ['https://example.com:8443/in', 'ada', `p${separator}w`].join(separator);
    expect(rowsOf(ulp, line, { separator })).toEqual([['https://example.com:8443/in', 'ada', `p${separator}w`]]);
  });

  test('a line with too few parts is rejected', () => {
    const { tables } = readText(ulp, 'https://example.com/in:ada\n', { separator: ':' });
    expect(tables[0]?.rejected).toMatchObject([{ line: 1, reason: 'no-separator' }]);
    expect(tables[0]?.columns).toEqual(['url', 'login', 'password']);
  });
});

describe('plain text', () => {
  test('every line that is not blank is a row, whatever ends it', () => {
    expect(rowsOf(text, '\uFEFFone\r\n\r\n two \rthree,"\n\nfour')).toEqual([
      ['one'],
      [' two '],
      ['three,"'],
      ['four'],
    ]);
  });

  test('a line over the limit keeps its first 64 KiB', () => {
    const { tables } = readText(text, `a\n${'数'.repeat(400_000)}\nb\n`);
    expect(tables[0]?.rows).toEqual([['a'], ['b']]);
    expect(tables[0]?.rejected).toEqual([{ line: 2, reason: 'too-long', raw: '数'.repeat(21_845) }]);
  });
});

const piece = fc.oneof(
  fc.constantFrom(
    ':',
    '----',
    '--',
    '-',
    ';',
    '|',
    '://',
    'https://',
    '@',
    '.',
    '/',
    ':80/',
    '\n',
    '\r\n',
    '\r',
    ' ',
    '数',
  ),
  fc.string({ maxLength: 4 }),
  fc.constantFrom('a@b.cc', 'ada', 'example.com'),
);
const bytesOfList = fc
  .array(fc.oneof({ weight: 20, arbitrary: piece.map(utf8) }, fc.uint8Array({ maxLength: 3 })), { maxLength: 40 })
  .map((pieces) => Uint8Array.from(pieces.flatMap((bytes) => [...bytes])));
const readers: readonly (readonly [TextFormat, Partial<FormatDialect>])[] = [
  [dashList, { separator: '----', width: 2 }],
  [csv, { separator: '::', width: 2, hasHeader: true }],
  [combo, { separator: ':' }],
  [combo, { separator: ';', hasHeader: true }],
  [ulp, { separator: ':' }],
  [ulp, { separator: '|' }],
  [text, {}],
];

/** Lines as every list counts them: LF, CRLF or CR end one, and a blank one is no record. */
function linesIn(bytes: Uint8Array): string[] {
  const whole = new TextDecoder('latin1').decode(bytes).replace(/^ï»¿/, '');
  return whole.split(/\r\n|\n|\r/).filter((line) => line !== '');
}

describe.each(readers)('any bytes read as %o', (format, dialect) => {
  test('give rows and rejected lines, none lost, however they are cut', () => {
    fc.assert(
      fc.property(
        bytesOfList,
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
        (bytes, sizes) => {
          const whole = readText(format, [bytes], dialect, 3);
          expect(readText(format, inChunks(bytes, sizes), dialect, 3)).toEqual(whole);
          const [table] = whole.tables;
          const header = dialect.hasHeader === true ? [0, 1] : [0];
          const records = (table?.rows.length ?? 0) + (table?.rejected.length ?? 0);
          expect(header).toContain(linesIn(bytes).length - records);
          expect(whole.summaries[0]).toMatchObject({ rows: table?.rows.length, rejected: table?.rejected.length });
        },
      ),
      { numRuns: 1500 },
    );
  });
});

test('a list keeps every byte of its lines', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '数', '😀', '-', ';', '"', ','), maxLength: 6 });
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 20 }), fc.integer({ min: 1, max: 7 }), (pairs, size) => {
      const file = pairs.map(([login, password]) => `${login}:${password}:x\n`).join('');
      const { tables } = readText(combo, inChunks(utf8(file), [size]), { separator: ':' });
      expect(tables[0]?.rows).toEqual(pairs.map(([login, password]) => [login, `${password}:x`]));
    }),
  );
});
