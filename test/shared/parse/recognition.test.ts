import { describe, expect, test } from 'vitest';
import type { FormatId } from '#shared/domain/dialect.ts';
import { recogniseText, textFormat } from '#shared/parse/formats.ts';
import type { FormatDialect } from '#shared/parse/table-format.ts';

/** A beginning, the format that must read it, and what of the dialect matters. */
type Head = readonly [name: string, text: string, format: FormatId, dialect?: Partial<FormatDialect>];

function lines(count: number, line: (k: number) => string): string {
  return Array.from({ length: count }, (_, k) => `${line(k)}\n`).join('');
}

const delimited: readonly Head[] = [
  ['comma', 'id,name\n1,Ada\n2,Bob\n', 'csv', { separator: ',', hasHeader: true }],
  [
    'semicolon with header',
    'email;password\na@example.com;1\nb@example.com;2\n',
    'csv',
    { separator: ';', hasHeader: true },
  ],
  ['semicolon, several columns of addresses', 'a@example.com;Ada;1\nb@example.com;Bob;2\n', 'csv', { separator: ';' }],
  ['tab', 'a\tb\tc\n1\t2\t3\n', 'csv', { separator: '\t' }],
  ['bar', '1|Ada|x\n2|Bob|y\n', 'csv', { separator: '|' }],
  [
    'URLs in cells',
    'id,url,name\n1,https://example.com:80/a,Ada\n2,http://example.org/,Bob\n',
    'csv',
    { separator: ',' },
  ],
  ['times in cells', '12:30,open\n13:45,shut\n14:00,open\n', 'csv', { separator: ',' }],
  ['JSON in a cell', 'id;data\n1;"{""a"":1}"\n2;"{""a"":2}"\n', 'csv', { separator: ';' }],
  ['address and name', 'a@example.com,Ada\nb@example.com,Bob\n', 'csv', { separator: ',', hasHeader: false }],
  ['URL first, four columns', 'https://a.example;1;2;3\nhttps://b.example;1;2;3\n', 'csv', { separator: ';' }],
  [
    'URL, login, password with header',
    'url;login;password\nhttps://a.example;ada;1\n',
    'csv',
    { separator: ';', hasHeader: true },
  ],
  ['dashes for no value', '1,--,3\n2,--,4\n3,--,5\n', 'csv', { separator: ',' }],
  ['quoted, one column', '"name"\n"Ada"\n"Bob, Cy"\n', 'csv'],
  ['a list with a header', 'email\na@example.com\nb@example.com\n', 'csv', { hasHeader: true }],
  [
    'colons, addresses in the middle',
    lines(5, (k) => `${k}:u${k}:u${k}@example.com:5f4dcc3b:s`),
    'csv',
    { separator: ':', quote: '', width: 5 },
  ],
  [
    'colons, as a system lists its users',
    lines(5, (k) => `u${k}:x:${k}:${k}:U ${k}:/home/u${k}:/bin/sh`),
    'csv',
    { separator: ':' },
  ],
  ['an address and a name', lines(5, (k) => `u${k}@example.com\tAda ${k}`), 'csv', { separator: '\t' }],
  ['a date range', 'a;2020-01-01--2020-02-01;x\nb;2020-01-01--2020-02-01;y\n', 'csv', { separator: ';' }],
  ['label: value in one column of two', 'name,note\nAda,a: b\nBob,c: d\n', 'csv', { separator: ',' }],
];

const lists: readonly Head[] = [
  [
    'four hyphens',
    '张三----123456----a@example.com\n李四----abc----b@example.com\n',
    'dash-list',
    { separator: '----', width: 3 },
  ],
  ['three hyphens', 'ada---1---x\nbob---2---y\n', 'dash-list', { separator: '---', width: 3 }],
  ['two hyphens', 'ada--1\nbob--2\n', 'dash-list', { separator: '--', width: 2 }],
  ['six hyphens', 'ada------1\nbob------2\n', 'dash-list', { separator: '------' }],
  [
    'empty cells between hyphens',
    lines(9, (k) => (k === 4 ? `u${k}--------x` : `u${k}----p${k}----x`)),
    'dash-list',
    { separator: '----', width: 3 },
  ],
  ['hyphens with header', '账号----密码\nada----1\nbob----2\n', 'dash-list', { hasHeader: true }],
  ['hyphens and commas', 'ada,x----1\nbob,y----2\n', 'dash-list'],
  [
    'hyphens, one ragged',
    lines(9, (k) => (k === 3 ? `u${k}----p` : `u${k}----p${k}----m${k}`)),
    'dash-list',
    { width: 3 },
  ],
  ['hyphens and URLs', 'https://a.example:8080----ada----1\nhttps://b.example----bob----2\n', 'dash-list'],
  ['addresses and passwords', 'a@example.com:1\nb@example.com:x:y\n', 'combo', { separator: ':', hasHeader: false }],
  ['with semicolons', 'a@example.com;1\nb@example.com;x;y\nc@example.com;3\n', 'combo', { separator: ';' }],
  ['with bars', 'a@example.com|pw\nb@example.com|pw2\n', 'combo', { separator: '|' }],
  ['with blanks', 'a@example.com pw\nb@example.com pw2\n', 'combo', { separator: ' ' }],
  [
    'with commas in passwords',
    lines(9, (k) => `u${k}@example.com,p${k % 3 === 0 ? ',x' : ''}`),
    'combo',
    { separator: ',' },
  ],
  ['with a header', 'email:password\na@example.com:1\nb@example.com:2\n', 'combo', { separator: ':', hasHeader: true }],
  ['with a header of words', 'user:pass\nada:1\nbob:2\n', 'combo', { hasHeader: true }],
  ['logins', 'ada:secret1\nbob:hunter2\ncy:x:y\n', 'combo', { separator: ':' }],
  ['hashes', lines(5, (k) => `u${k}@example.com:5f4dcc3b5aa765d61d8327deb882cf9${k}`), 'combo'],
  ['hash and salt', lines(5, (k) => `u${k}@example.com:5f4dcc3b5aa765d61d8327deb882cf9${k}:s${k}`), 'combo'],
  ['a banner above', 'LEAKED BY NOBODY\na@example.com:1\nb@example.com:2\nc@example.com:3\n', 'combo'],
  ['one line', 'a@example.com:1', 'combo'],
  ['URLs', 'https://a.example/in:ada:1\nhttps://b.example:8443/:bob@example.com:2\n', 'ulp', { separator: ':' }],
  ['hosts', 'a.example:ada:1\nlogin.b.example:bob:2\n', 'ulp'],
  ['apps', 'android://aGFzaA==@com.example.app/:ada:1\nandroid://aGFzaA==@com.example.b/:bob:2\n', 'ulp'],
  ['bars', 'https://a.example/|ada|1\nhttps://b.example/|bob|2\n', 'ulp', { separator: '|' }],
  ['semicolons', 'https://a.example/;ada;1\nhttps://b.example/;bob;2\n', 'ulp', { separator: ';' }],
  ['blanks', 'https://a.example/ ada 1\nhttps://b.example/ bob 2\n', 'ulp', { separator: ' ' }],
  ['the URL at the end', 'ada@example.com:1:https://a.example/\nbob@example.com:2:https://b.example/\n', 'ulp'],
  ['URLs with a header', 'url:login:password\nhttps://a.example/:ada:1\n', 'ulp', { hasHeader: true }],
];

const nested: readonly Head[] = [
  ['an array', '[{"a":1},{"a":2}]', 'json'],
  ['an array, a record a line', '[\n{"a":1},\n{"a":2}\n]', 'json'],
  ['an array from its first bracket on', '[{"a":1},\n{"a":2},\n{"a":3}]', 'json'],
  ['one object', '{"a":1}', 'json'],
  ['an answer', '{"code":200,"data":[{"a":1}]}', 'json'],
  ['objects over lines', '{\n "a": 1\n}\n{\n "a": 2\n}\n', 'json'],
  ['arrays in an array', '[["id","name"],[1,"Ada"],[2,"Bob"]]', 'json', { hasHeader: true }],
  ['a comment first', '/* 1 */\n{\n "_id": ObjectId("5f1")\n}\n', 'json'],
  ['an array that breaks', '[{"a":"x},\n{"a":2}]', 'json'],
  [
    'an export of phpMyAdmin',
    `/**\n Export to JSON plugin for phpMyAdmin\n */\n\n[\n{"type":"header","version":"5.2.1"},\n${lines(9, (k) => `{"id":"${k}"},`)}`,
    'json',
  ],
  ['lines', '{"a":1}\n{"a":2}\n', 'ndjson'],
  ['lines with commas', '{"a":1},\n{"a":2},\n', 'ndjson'],
  ['lines of a search engine', lines(3, (k) => `{"_index":"u","_source":{"n":${k}}}`), 'ndjson'],
  ['lines, one broken', '{"a":1}\n{"a":\n{"a":3}\n{"a":4}\n', 'ndjson'],
  ['lines of arrays', '["id","name"]\n[1,"Ada"]\n[2,"Bob"]\n', 'ndjson', { hasHeader: true }],
];

const entries: readonly Head[] = [
  ['a stealer log', 'URL: https://a.example\nUsername: ada\nPassword: 1\nApplication: Chrome\n====\n', 'stealer-log'],
  ['under a banner', '*****\n*  logs *\n*****\n\nSOFT: Chrome\nURL: a\nUSER: ada\nPASS: 1\n', 'stealer-log'],
  ['in Russian', 'URL: a\nЛогин: ada\nПароль: 1\n\nURL: b\nЛогин: bob\nПароль: 2\n', 'stealer-log'],
  ['contacts', 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\nEND:VCARD\r\n', 'vcard'],
];

const prose: readonly Head[] = [
  ['prose', 'This is what we found, and it is bad.\nThe files are for sale: ask us.\nNo samples are given.\n', 'text'],
  [
    'prose with one comma a line',
    'We took it all, every row of it.\nThey did not pay, so we sell.\nYou may ask us, but be quick about it.\n',
    'text',
  ],
  ['Chinese prose', '我们在论坛上看到了这些数据。\n卖家要价很高，样本很少。\n请联系我们。\n', 'text'],
  ['a log', lines(5, (k) => `2024-01-0${k + 1} 12:00:0${k} ERROR worker: job ${k} failed`), 'text'],
  ['a chat', lines(5, (k) => `[12:0${k}] ada: hello there, how are you`), 'text'],
  ['hardware addresses', lines(4, (k) => `00:1a:2b:3c:4d:5${k}`), 'text'],
  ['pages', '<html>\n<head><title>x</title></head>\n<body>\n<p>a, b</p>\n</body></html>\n', 'text'],
  ['styles', 'a{color:red}\nb{color:blue}\n.c{margin:0}\n', 'text'],
  ['a calendar', 'BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT\nEND:VCALENDAR\n', 'text'],
  ['a certificate', '-----BEGIN CERTIFICATE-----\nMIIabc\nMIIdef\n-----END CERTIFICATE-----\n', 'text'],
  ['settings', 'host: localhost\nport: 80\nname: test\npath: /tmp\n', 'text'],
  ['network addresses', '2001:db8::1\n2001:db8::2\nfe80::1\n', 'text'],
  ['hosts with ports', '192.0.2.1:8080\n192.0.2.2:3128\n192.0.2.3:1080\n', 'text'],
  ['times', '12:30:01\n12:30:02\n12:30:03\n', 'text'],
  ['URLs alone', 'https://a.example/x\nhttps://b.example:8080/y\nhttp://c.example\n', 'text'],
  ['addresses alone', 'a@example.com\nb@example.com\nc@example.com\n', 'text'],
  ['dashes in prose', '-- a comment\n-- another one\n-- and a third\n', 'text'],
  ['a section of settings', '[main]\nkey = value\nother = value\n', 'text'],
];

describe.each([
  ['delimited text', delimited],
  ['lists', lists],
  ['JSON', nested],
  ['entries', entries],
  ['text', prose],
])('%s', (_, heads) => {
  test.each(heads.map(([name, text, format, dialect = {}]) => ({ name, text, format, dialect })))(
    '$name',
    ({ text, format, dialect }) => {
      const found = recogniseText({ text, isWhole: true }, {});
      expect(found[0]?.dialect.format, JSON.stringify(found)).toBe(format);
      expect(found[0]?.dialect).toMatchObject(dialect);
      expect(found.every(({ score, reasons }) => score >= 0 && score <= 1 && reasons.length > 0)).toBe(true);
    },
  );
});

const every = [...delimited, ...lists, ...nested, ...entries, ...prose];
const ids = ['csv', 'dash-list', 'combo', 'ulp', 'json', 'ndjson', 'stealer-log', 'vcard', 'text'] as const;

test.each(ids)('when the analyst decides for %s, it is so whatever the text, and what was decided comes back', (id) => {
  for (const [, text] of every) {
    const decided = { format: id, hasHeader: true, shortRows: 'fill', separator: ';' } as const;
    expect(textFormat(id)?.recognise({ text, isWhole: false }, decided)?.dialect).toMatchObject(decided);
    expect(textFormat(id)?.recognise({ text, isWhole: true }, { format: id })?.dialect.format).toBe(id);
  }
});
