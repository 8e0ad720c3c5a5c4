import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stealerLog } from '#shared/parse/stealer-log.ts';
import { vcard } from '#shared/parse/vcard.ts';
import { utf8 } from '../../fixtures/bytes.ts';
import { inChunks, readText } from '../../fixtures/read-text.ts';

type Cells = Readonly<Record<string, string | null | undefined>>;

function objectsOf(format: typeof vcard, file: string): Cells[] {
  const [table] = readText(format, file).tables;
  const { columns = [], rows = [] } = table ?? {};
  return rows.map((row) =>
    Object.fromEntries(columns.map((name, k) => [name, row[k]]).filter(([, cell]) => cell !== null)),
  );
}

describe('the entries of a stealer log', () => {
  test.each([
    [
      'RedLine',
      'URL: https://example.com/in\r\nUsername: ada\r\nPassword: p:w\r\nApplication: Google_[Chrome]_Default\r\n===============\r\n',
      { url: 'https://example.com/in', login: 'ada', password: 'p:w', application: 'Google_[Chrome]_Default' },
    ],
    [
      'Vidar',
      'Soft: Chrome\nHost: https://example.com/\nLogin: ada\nPassword: \n\n',
      { application: 'Chrome', url: 'https://example.com/', login: 'ada', password: '' },
    ],
    [
      'Lumma',
      'SOFT : Chrome (Default)\nURL : https://example.com/\nUSER : ada\nPASS : x',
      { application: 'Chrome (Default)', url: 'https://example.com/', login: 'ada', password: 'x' },
    ],
    [
      'further labels',
      'URL: a.example\nProfile: 1\nBrowser: Edge\nSoft: Opera\n',
      { url: 'a.example', profile: '1', application: 'Edge', 'soft (2)': 'Opera' },
    ],
    ['Chinese', '网址：a.example\n用户名：张三\n密码：1\n', { url: 'a.example', login: '张三', password: '1' }],
    ['Russian', 'Логин: ada\nПароль: 1\n', { login: 'ada', password: '1' }],
    [
      'text without a label',
      'Login: ada\nas seen before\nhttps://b.example\n',
      { login: 'ada', '(other)': 'as seen before\nhttps://b.example' },
    ],
  ])('%s', (_, file, cells) => {
    expect(objectsOf(stealerLog, file)).toEqual([cells]);
  });

  test('a label that comes again begins the next entry', () => {
    expect(objectsOf(stealerLog, 'URL: a\nLogin: b\nURL: c\nLogin: d\n')).toEqual([
      { url: 'a', login: 'b' },
      { url: 'c', login: 'd' },
    ]);
  });

  test('banners and entries without a login are rejected, with the line they begin at', () => {
    const file = '*****\n Best logs\n of all\n*****\n\nStorage: x\nDate: y\n\nsold by nobody\nURL: a\nPass: b\n';
    const { tables } = readText(stealerLog, file);
    expect(tables[0]?.rejected).toEqual([
      { line: 2, reason: 'malformed-entry', raw: ' Best logs\n of all' },
      { line: 6, reason: 'malformed-entry', raw: 'Storage: x\nDate: y' },
      { line: 9, reason: 'malformed-entry', raw: 'sold by nobody' },
    ]);
    expect(tables[0]?.rows.length).toBe(1);
    expect(tables[0]?.columns.slice(0, 4)).toEqual(['url', 'login', 'password', 'application']);
  });

  test('an entry that passes the limit is too long', () => {
    const { tables } = readText(stealerLog, `URL: a\nLogin: ${'x'.repeat(1_100_000)}\n\nURL: b\n`);
    expect(tables[0]?.rejected).toMatchObject([{ line: 1, reason: 'too-long' }]);
    expect(tables[0]?.rows).toMatchObject([['b', null, null, null]]);
  });
});

function card(...lines: readonly string[]): string {
  return ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n');
}

describe('the cards of a contact list', () => {
  test.each([
    [
      'version 3.0',
      card(
        'VERSION:3.0',
        'N:Lovelace;Ada;;;',
        'FN:Ada Lovelace',
        'item1.TEL;TYPE=CELL,VOICE:+1 555',
        'TEL:+1 556',
        String.raw`NOTE:a\, b\nc`,
      ),
      {
        version: '3.0',
        'n.family': 'Lovelace',
        'n.given': 'Ada',
        fn: 'Ada Lovelace',
        tel: '+1 555',
        'tel.type': 'cell,voice',
        'tel.2': '+1 556',
        note: 'a, b\nc',
      },
    ],
    [
      'version 2.1, quoted-printable over two lines',
      card(
        'VERSION:2.1',
        'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E5=BC=A0=',
        '=E4=B8=89',
        'EMAIL;INTERNET:a=b@example.com',
      ),
      { version: '2.1', fn: '张三', email: 'a=b@example.com', 'email.type': 'internet' },
    ],
    ['another charset', card('N;CHARSET=GB2312;QUOTED-PRINTABLE:=D5=C5;=C8=FD'), { 'n.family': '张', 'n.given': '三' }],
    [
      'folded lines',
      card('FN:Ada', '  Love', '\tlace', 'ADR:;;1 Main St;Town;;123;Utopia'),
      { fn: 'Ada Lovelace', adr: '1 Main St, Town, 123, Utopia' },
    ],
    [
      'a picture is kept',
      card('PHOTO;ENCODING=b;TYPE=JPEG:/9j/', ' AAA='),
      { photo: '/9j/AAA=', 'photo.type': 'jpeg' },
    ],
    ['a quoted parameter', card('TEL;LABEL="a:b";TYPE="work,home":555'), { tel: '555', 'tel.type': 'work,home' }],
    ['a line that is no property', card('FN:Ada', 'nonsense'), { fn: 'Ada', '(other)': 'nonsense' }],
  ])('%s', (_, file, cells) => {
    expect(objectsOf(vcard, file)).toEqual([cells]);
  });

  test('a fold may tear a character apart', () => {
    const bytes = utf8('BEGIN:VCARD\nFN:数\nEND:VCARD\n');
    const place = 'BEGIN:VCARD\nFN:'.length + 1;
    const folded = [bytes.slice(0, place), utf8('\n '), bytes.slice(place)];
    expect(readText(vcard, folded).tables[0]?.rows.map(([name]) => name)).toEqual(['数']);
  });

  test('a card that does not end and text between cards are rejected', () => {
    const { tables } = readText(vcard, `hello\n\nBEGIN:VCARD\nFN:A\n${card('FN:B')}BEGIN:VCARD\nFN:C\n`);
    expect(tables[0]?.rejected).toEqual([
      { line: 1, reason: 'malformed-entry', raw: 'hello' },
      { line: 3, reason: 'malformed-entry', raw: 'BEGIN:VCARD\nFN:A' },
      { line: 8, reason: 'malformed-entry', raw: 'BEGIN:VCARD\nFN:C' },
    ]);
    expect(tables[0]?.rows.map(([name]) => name)).toEqual(['B']);
  });
});

const piece = fc.constantFrom(
  ...[
    'URL: a',
    'Login:b',
    'Password : c:d',
    '====',
    '',
    'banner',
    'X: y',
    '数：1',
    '\uFEFF',
    'BEGIN:VCARD',
    'END:VCARD',
  ],
  ...['FN:A', 'TEL;TYPE=x:1', ' folded', 'N;QUOTED-PRINTABLE:=41=', '=42', 'nonsense', 'item.TEL:2'],
);
const lines = fc.array(fc.tuple(piece, fc.constantFrom('\n', '\r\n', '\r', '')), { maxLength: 25 });

describe.each([
  ['stealer logs', stealerLog],
  ['vCards', vcard],
])('any lines read as %s', (_, format) => {
  test('give the same rows and rejected entries however they are cut, and no line is lost', () => {
    fc.assert(
      fc.property(
        lines,
        fc.option(fc.nat()),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
        (parts, damage, cuts) => {
          const bytes = utf8(parts.flat().join(''));
          if (damage !== null && bytes.length > 0) {
            bytes[damage % bytes.length] = 0xff;
          }
          const whole = readText(format, [bytes], {}, 3);
          expect(readText(format, inChunks(bytes, cuts), {}, 3)).toEqual(whole);
          const [table] = whole.tables;
          expect(whole.summaries[0]).toMatchObject({ rows: table?.rows.length, rejected: table?.rejected.length });
        },
      ),
      { numRuns: 1500 },
    );
  });
});

test('every entry and card that was written is a row', () => {
  const word = fc.string({ unit: fc.constantFrom('a', '数', ':', '=', ' x', '@', '-'), minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(fc.array(fc.tuple(word, word), { maxLength: 10 }), (pairs) => {
      const log = pairs.map(([login, password]) => `URL: u\nUSER: ${login}\nPASS: ${password}\n\n`).join('');
      const rows = readText(stealerLog, log).tables[0]?.rows;
      expect(rows).toEqual(pairs.map(([login, password]) => ['u', login.trimStart(), password.trimStart(), null]));
      const cards = pairs.map(([name, note]) => card(`FN:${name}`, `NOTE:${note}`)).join('');
      const contacts = objectsOf(vcard, cards);
      expect(contacts).toEqual(pairs.map(([fn, note]) => ({ fn, note })));
    }),
  );
});
