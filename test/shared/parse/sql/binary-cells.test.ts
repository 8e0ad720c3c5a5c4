import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import type { Encoding } from '#shared/domain/dialect.ts';
import { examineFile } from '#shared/parse/examine-file.ts';
import { mysql } from '#shared/parse/mysql.ts';
import { joined, utf8 } from '../../../fixtures/bytes.ts';
import { sourceOf } from '../sources.ts';
import { cut, soundRows } from './read-dump.ts';

const escaped = new Map([
  [0x00, '\\0'],
  [0x0a, '\\n'],
  [0x0d, '\\r'],
  [0x1a, '\\Z'],
  [0x22, '\\"'],
  [0x27, "\\'"],
  [0x5c, '\\\\'],
]);

/** Bytes as mysqldump writes them between quotes. */
function quoted(bytes: Uint8Array, introducer: string): Uint8Array {
  const inside = Array.from(bytes, (byte) => {
    const written = escaped.get(byte);
    return written === undefined ? Uint8Array.of(byte) : utf8(written);
  });
  return joined([utf8(`${introducer}'`), ...inside, utf8("'")]);
}

/** What is expected of such a cell. */
function shown(bytes: Uint8Array): string {
  const padded = Buffer.from(bytes).toString('latin1');
  const text = padded.replace(/\0+$/, '');
  const isText = /^[\t\n\r\x20-\x7e]+$/.test(text) || bytes.length === 0;
  return isText ? padded : `0x${Buffer.from(bytes).toString('hex').toUpperCase()}`;
}

type Person = { readonly key: Uint8Array; readonly name: string };

const typed = '`id` int, `key` binary(16), `name` varchar(50)';
const people: fc.Arbitrary<readonly Person[]> = fc.array(
  fc.record({
    // Without bytes that could be sound UTF-8 by chance, so that what is expected is plain to see.
    key: fc.uint8Array({ maxLength: 20 }).map((bytes) => bytes.map((byte) => (byte >= 0x80 ? 0xff : byte))),
    name: fc.constantFrom('张伟', 'Zoë', "O'Neil", ''),
  }),
  { minLength: 1, maxLength: 6 },
);

function dump(rows: readonly Person[], head: string, introducer: string, encode = utf8): Uint8Array {
  const tuples = rows.map(({ key, name }, id) =>
    joined([
      utf8(`${id === 0 ? '' : ','}(${id},`),
      quoted(key, introducer),
      encode(`,'${name.replaceAll("'", "\\'")}')`),
    ]),
  );
  return joined([utf8(head), utf8('INSERT INTO `t` VALUES '), ...tuples, utf8(';\n')]);
}

const definition = `CREATE TABLE \`t\` (${typed}) ENGINE=InnoDB;\n`;

function encodedIn(encoding: Encoding): (text: string) => Uint8Array<ArrayBuffer> {
  return (text) => Uint8Array.from(iconv.encode(text, encoding, { addBOM: false }));
}

describe.each([
  ['that an introducer marks', '', '_binary '],
  ['of a column that the definition types', definition, ''],
  ['that both tell', definition, '_binary '],
])('bytes %s', (_, head, introducer) => {
  test('are spelled in hexadecimal unless they are text, and the rest of the row is kept', () => {
    fc.assert(
      fc.property(people, fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 }), (rows, sizes) => {
        const expected = rows.map(({ key, name }, id) => [`${id}`, shown(key), name]);
        expect(soundRows(mysql, cut(dump(rows, head, introducer), sizes))).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  test('are spelled the same at every cut', () => {
    const rows = [
      { key: Uint8Array.of(0xff, 0x27, 0x5c, 0x00, 0x0a, 0x29, 0x2c, 0x28), name: "O'Neil" },
      { key: utf8('20210304050607'), name: '张伟' },
    ];
    const bytes = dump(rows, head, introducer);
    for (let at = 0; at <= bytes.length; at++) {
      expect(soundRows(mysql, [bytes.slice(0, at), bytes.slice(at)])).toEqual([
        ['0', '0xFF275C000A292C28', "O'Neil"],
        ['1', '20210304050607', '张伟'],
      ]);
    }
  });
});

/** Bytes such as keys and hashes have. */
function noise(length: number, seed: number): Uint8Array {
  let state = seed * 2654435761 + 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  });
}

function withKeys(length: number, count: number, names: readonly string[]): readonly Person[] {
  return Array.from({ length: count }, (_, at) => ({
    key: noise(length, at),
    name: names[at % names.length] ?? '',
  }));
}

const chinese = ['张伟', '李秀英', '王芳'];
const german = ['Müller', 'Zoë Groß'];

describe('the encoding of a dump with raw bytes', () => {
  test.each([
    ['keys that an introducer marks', '', '_binary ', 16, chinese, 'utf-8'],
    ['keys of a typed column', definition, '', 16, german, 'utf-8'],
    ['short keys', definition, '_binary ', 4, german, 'utf-8'],
    ['long hashes', definition, '_binary ', 64, chinese, 'utf-8'],
    ['keys among GB18030', definition, '_binary ', 16, chinese, 'gb18030'],
    ['keys among Windows-1252', definition, '_binary ', 16, german, 'windows-1252'],
  ] as const)('is that of its text: %s', async (_, head, introducer, length, names, encoding) => {
    for (const count of [40, 5000]) {
      const bytes = dump(withKeys(length, count, names), head, introducer, encodedIn(encoding));
      const found = await examineFile(sourceOf(bytes), {});
      expect(found).toMatchObject({
        value: { encodingIsSure: true, damage: [], dialect: { encoding, format: 'mysql' } },
      });
    }
  });

  test('is not guessed from keys further on where the beginning is ASCII', async () => {
    const people = withKeys(16, 7000, ['Ada', 'Bob']).map((person) => dump([person], '', '_binary '));
    const bytes = joined([utf8(`-- MySQL dump\n${'-- x\n'.repeat(20)}`), ...people]);
    expect(await examineFile(sourceOf(bytes, 1 << 16), {})).toMatchObject({
      value: { encodingIsSure: true, dialect: { encoding: 'utf-8', format: 'mysql' } },
    });
  });

  test('is found though the first picture is longer than what is looked at', async () => {
    const [picture] = withKeys(1 << 19, 1, german);
    const bytes = dump(picture === undefined ? [] : [picture], definition, '_binary ');
    expect(await examineFile(sourceOf(bytes), {})).toMatchObject({
      value: { dialect: { encoding: 'utf-8', format: 'mysql' } },
    });
  });

  test('is what the dump declares where nothing tells its bytes from its text', async () => {
    const bytes = dump(withKeys(8, 100, ['北京市朝阳区建国路'.repeat(6)]), '/*!50503 SET NAMES utf8mb4 */;\n', '');
    expect(await examineFile(sourceOf(bytes), {})).toMatchObject({ value: { dialect: { encoding: 'utf-8' } } });
  });

  test('is what the dump declares where its few characters leave it open', async () => {
    const row = joined([utf8("INSERT INTO `t` VALUES (1,'"), Uint8Array.of(0xd2, 0xbb), utf8("');\n")]);
    const declared = async (name: string) => examineFile(sourceOf(joined([utf8(`SET NAMES ${name};\n`), row])), {});
    expect(await declared('gbk')).toMatchObject({ value: { encodingIsSure: true, dialect: { encoding: 'gb18030' } } });
    expect(await declared('utf8')).toMatchObject({ value: { encodingIsSure: true, dialect: { encoding: 'utf-8' } } });
    expect(await declared('latin1')).toMatchObject({ value: { encodingIsSure: false } });
  });

  test('does not change which text is looked at where no bytes stand', async () => {
    const prose = "(a binary blob, _binary 'x and CREATE TABLE t (a blob;\n".repeat(3);
    expect(await examineFile(sourceOf(utf8(`${prose}姓名\n`)), {})).toMatchObject({
      value: { dialect: { encoding: 'utf-8', format: 'text' } },
    });
  });
});

test('bytes of a dump that had to be transcoded are not spelled wrong', () => {
  const bytes = utf8("INSERT INTO `t` VALUES (1,_binary 'é\u0001');\n");
  const spelled = soundRows(mysql, [bytes]);
  expect(spelled).toEqual([['1', '0xC3A901']]);
  expect(soundRows(mysql, [bytes], 'windows-1252')).toEqual([['1', 'é\u0001']]);
});
