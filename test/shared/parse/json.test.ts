import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { json } from '#shared/parse/json.ts';
import { jsonLayout } from '#shared/parse/json-layout.ts';
import { JsonRecords } from '#shared/parse/json-records.ts';
import { ndjson } from '#shared/parse/ndjson.ts';
import type { FormatDialect, TextFormat } from '#shared/parse/table-format.ts';
import { utf8 } from '../../fixtures/bytes.ts';
import { inChunks, readText } from '../../fixtures/read-text.ts';

/** The rows of a table as objects, cells without a value left out. */
function objectsOf(file: string, format: TextFormat = json, dialect: Partial<FormatDialect> = {}, table = 0) {
  const { tables } = readText(format, file, dialect);
  const { columns = [], rows = [] } = tables[table] ?? {};
  return rows.map((row) =>
    Object.fromEntries(columns.map((name, k) => [name, row[k]]).filter(([, cell]) => cell !== null)),
  );
}

function rejectedOf(file: string, format: TextFormat = json) {
  return readText(format, file).tables.flatMap(({ rejected }) => rejected);
}

describe('the records of a JSON file', () => {
  test.each([
    ['an array on one line', '[{"a":1},{"a":2}]'],
    ['an array, one record a line', '\uFEFF[\n  {"a": 1},\r\n  {"a": 2},\n]\n'],
    ['an array, indented', '[\n  {\n    "a": 1\n  },\n  {\n    "a": 2\n  }\n]'],
    ['one object after another', '{"a":1}{"a":2}'],
    ['objects over several lines', '{\n  "a": 1\n}\n{\n  "a": 2\n}\n'],
    ['comments', '// export\n[{"a":1 /* "}" */}, /*/ , */ {"a":2 // x]\n}]'],
    ['an array after another', '[{"a":1}]\n[{"a":2}]'],
  ])('%s', (_, file) => {
    expect(objectsOf(file)).toEqual([{ a: '1' }, { a: '2' }]);
    expect(rejectedOf(file)).toEqual([]);
  });

  test.each([
    ['{"data":[{"a":1},{"a":2}]}', ['data']],
    ['{"RECORDS":[\n{"a":1},\n{"a":2}\n]}', ['RECORDS']],
    ['{"code":200,"msg":"ok","data":{"total":2,"list":[{"a":1},{"a":2}],"next":null}}', ['data.list', 'envelope']],
    ['{"a":[{"a":1},{"a":2}],"b":[{"c":3}]}', ['a', 'b']],
  ])('inside one object: %s', (file, names) => {
    expect(readText(json, file).tables.map(({ name }) => name)).toEqual(names);
    expect(objectsOf(file)).toEqual([{ a: '1' }, { a: '2' }]);
  });

  test('what stands around the tables of an object is kept as a table of its own', () => {
    const file = '{"code":200,"data":{"total":2,"list":[{"a":1},{"a":2}],"tags":["x"]},"at":"now"}';
    expect(objectsOf(file, json, {}, 1)).toEqual([{ code: '200', 'data.total': '2', 'data.tags': '["x"]', at: 'now' }]);
  });

  test('one object is one row, its lists kept as JSON', () => {
    const file = '{"name":"Ada","note":"a long text, longer than the list by far","orders":[{"id": 1},{"id": 2}]}';
    expect(objectsOf(file)).toEqual([
      { name: 'Ada', note: 'a long text, longer than the list by far', orders: '[{"id":1},{"id":2}]' },
    ]);
  });

  test('a map of alike objects gives a row for each', () => {
    const file = '{"u1":{"n":"Ada","p":1},"u2":{"n":"Bob","p":2},"u3":{"n":"Cy"}}';
    expect(objectsOf(file)).toEqual([
      { '(key)': 'u1', n: 'Ada', p: '1' },
      { '(key)': 'u2', n: 'Bob', p: '2' },
      { '(key)': 'u3', n: 'Cy' },
    ]);
  });

  test('arrays are rows by place, the first perhaps a header', () => {
    const file = '[["id","name"],[1,"Ada"],[2,["x", {"y": 1}],true]]';
    expect(readText(json, file, { hasHeader: true }).tables[0]).toMatchObject({
      columns: ['id', 'name', ''],
      rows: [
        ['1', 'Ada', null],
        ['2', '["x",{"y":1}]', 'true'],
      ],
    });
  });

  test('scalars are rows of one column', () => {
    expect(objectsOf('["a", 1, null, true]')).toEqual([{ value: 'a' }, { value: '1' }, {}, { value: 'true' }]);
  });
});

/** A file as phpMyAdmin writes it, its rows given as JSON. */
function exported(...tables: readonly (readonly [database: string, name: string, rows: readonly string[]])[]): string {
  const items = tables.map(
    ([database, name, rows]) =>
      `{"type":"table","name":${JSON.stringify(name)},"database":"${database}","data":\n[\n${rows.join(',\n')}\n]\n}\n`,
  );
  return [
    ...['/**', ' Export to JSON plugin for phpMyAdmin', ' @version 5.2.1', ' */', '', '['],
    '{"type":"header","version":"5.2.1","comment":"Export to JSON plugin for phpMyAdmin"},',
    `{"type":"database","name":"shop"},\n${items.join(',')}]\n`,
  ].join('\n');
}

describe('objects in an array that hold tables', () => {
  test.each([
    ['[{"status":"ok","data":[{"a":1},{"a":2}]}]', ['data', 'envelope']],
    ['\uFEFF// export\n[\n  {\n    "data": [\n{"a": 1},\n{"a": 2}\n]\n  },\n]\n', ['data']],
    ['[{"code":200,"r":{"total":2,"list":[{"a":1},{"a":2}],"next":null},"at":"now"}]', ['r.list', 'envelope']],
    ['[{"status":"ok","data":[{"a":1},{"a":2}', ['data', 'envelope']],
    [
      exported(['shop', 'users', ['{"a":1}', '{"a":2}']], ['shop', 'orders', ['{"id":"7"}']]),
      ['users', 'orders', 'envelope'],
    ],
    [
      exported(['shop', 'data', ['{"a":1}', '{"a":2}']], ['blog', 'data', ['{"b":1}']]),
      ['data', 'blog.data', 'envelope'],
    ],
    [exported(['shop', 'none', []], ['shop', 'a "数"', ['{"a":1}', '{"a":2}']]), ['a "数"', 'envelope']],
    [exported(['shop', 'envelope', ['{"a":1}', '{"a":2}']]), ['envelope', 'envelope (2)']],
  ])('%s', (file, names) => {
    const { tables, strays } = readText(json, file);
    expect(tables.map(({ name }) => name)).toEqual(names);
    expect(objectsOf(file)).toEqual([{ a: '1' }, { a: '2' }]);
    expect([...strays, ...rejectedOf(file)]).toEqual([]);
  });

  test('are rows of one more table, without those that they hold; what merely names a table is none', () => {
    const answer = '[{"code":200,"r":{"total":2,"list":[{"a":1},{"a":2}],"next":null},"at":"now"}]';
    expect(objectsOf(answer, json, {}, 1)).toEqual([{ code: '200', 'r.total': '2', at: 'now' }]);
    expect(objectsOf(exported(['shop', 'users', ['{"a":1}']], ['shop', 'none', []]), json, {}, 1)).toEqual([
      { type: 'header', version: '5.2.1', comment: 'Export to JSON plugin for phpMyAdmin' },
      { type: 'database', name: 'shop' },
      { type: 'table', name: 'none', database: 'shop', data: '[]' },
    ]);
  });

  test.each([
    [
      'of which there are several',
      '[{"id":1,"data":[{"a":1}]},{"id":2,"data":[{"a":2}]}]',
      ['[{"a":1}]', '[{"a":2}]'],
      0,
    ],
    ['that hold more than that', `[{"note":"${'x'.repeat(40)}","data2":[{"a":1}]}]`, ['[{"a":1}]'], 0],
    ['the first of them broken', '[{"id":1,"data":[{"a":"x}]},{"id":2,"data":[{"a":2}]}]', ['[{"a":2}]'], 1],
    ['the first without its end', '[\n{"id":1,"data":[{"a":1},\n{"id":2,"data":[{"a":2}]}\n]', ['[{"a":2}]'], 1],
  ])('are no mere records with lists, %s', (_, file, lists, rejected) => {
    const { tables, strays } = readText(json, file);
    expect(tables.map(({ name }) => name)).toEqual(['']);
    expect(tables[0]?.rows.map((row) => row[1])).toEqual(lists);
    expect([...strays, ...rejectedOf(file)].length).toBe(rejected);
  });

  test('may be longer than a record, and more follow', () => {
    const rows = Array.from({ length: 30_000 }, (_, k) => `{"id":${k},"name":"${'x'.repeat(k % 60)}"}`);
    const file = `[{"page":1,"data":[${rows.join()}]}, {"page":2,"data":[${rows.join()}]}, 7]`;
    const bytes = utf8(file);
    const whole = readText(json, [bytes]);
    expect(whole.summaries).toMatchObject([
      { rows: 60_000, rejected: 0, columns: ['id', 'name'] },
      { rows: 3, rejected: 0, columns: ['page', 'value'] },
    ]);
    expect(readText(json, inChunks(bytes, [65_521, 777, 200_003])).summaries).toEqual(whole.summaries);
  });

  test('keep what is broken in them with its line', () => {
    const file = exported(['shop', 'users', ['{"a":1}', '{"a":"x}', '{"a":2}']], ['shop', 'orders', ['{"b":1}']]);
    const { tables } = readText(json, file);
    expect(objectsOf(file)).toEqual([{ a: '1' }, { a: '2' }]);
    expect(tables[0]?.rejected).toEqual([{ line: 12, reason: 'malformed-json', raw: '{"a":"x}' }]);
    expect(tables.map(({ name }) => name)).toEqual(['users', 'orders', 'envelope']);
  });

  test.each([
    ['behind the rows', '[{"type":"table","data":[{"a":1}],"name":"users"}]', { type: 'table', name: 'users' }],
    ['of other rows', '[{"type":"table","name":"users","rows":[{"a":1}]}]', { type: 'table', name: 'users' }],
    ['of nothing', '[{"type":"table","name":"","data":[{"a":1}]}]', { type: 'table', name: '' }],
    ['without a type', '[{"name":"users","data":[{"a":1}]}]', { name: 'users' }],
  ])('a name %s is kept beside them', (_, file, around) => {
    expect(objectsOf(file)).toEqual([{ a: '1' }]);
    expect(objectsOf(file, json, {}, 1)).toEqual([around]);
  });

  test('and very many make no more than a table', () => {
    const items = Array.from({ length: 20_000 }, (_, k) => `{"type":"database","name":"d${k}"}`);
    const file = exported(['shop', 'users', ['{"a":1}']]).replace(/\]\s*$/, `,${items.join()}]`);
    const { summaries, strays } = readText(json, file);
    expect(summaries).toMatchObject([
      { name: 'users', rows: 1 },
      { name: 'envelope', rows: 20_002, rejected: 0 },
    ]);
    expect(strays).toEqual([]);
  });
});

describe('the cells of a record', () => {
  test.each([
    [
      'numbers keep their digits',
      '{"a":123456789012345678901,"b":-0.10e+5}',
      { a: '123456789012345678901', b: '-0.10e+5' },
    ],
    ['escapes', String.raw`{"a":"\u6570\ud83d\ude00\"\\\/\n\ud800x"}`, { a: '数😀"\\/\n\uFFFDx' }],
    ['escaped keys', String.raw`{"\u0061":1}`, { a: '1' }],
    ['booleans and null', '{"a":true,"b":null,"c":false}', { a: 'true', c: 'false' }],
    ['nested objects', '{"a":{"b":{"c":1}},"d":{}}', { 'a.b.c': '1', d: '{}' }],
    ['arrays, without blanks', '{"a":[1, {"b" : "c d"} ,[ ]]}', { a: '[1,{"b":"c d"},[]]' }],
    ['a key that comes twice', '{"a":1,"b":2,"a":3}', { a: '3', b: '2' }],
    ['an empty text', '{"a":""}', { a: '' }],
    ['NaN', '{"a":NaN,"b":-Infinity}', { a: 'NaN', b: '-Infinity' }],
  ])('%s', (_, file, row) => {
    expect(objectsOf(file)).toEqual([row]);
  });

  test.each([
    ['{"$oid":"5f1"}', '5f1'],
    ['{"$date":"2020-01-02T03:04:05Z"}', '2020-01-02T03:04:05Z'],
    ['{"$date":{"$numberLong":"1577934245123"}}', '2020-01-02T03:04:05.123Z'],
    ['{"$date":1577934245123}', '2020-01-02T03:04:05.123Z'],
    ['{"$date":{"$numberLong":"99999999999999999"}}', '99999999999999999'],
    ['{"$numberLong":"9007199254740993"}', '9007199254740993'],
    ['{ "$numberDecimal" : "1.10" }', '1.10'],
    ['{"$binary":{"base64":"AQI=","subType":"00"}}', 'AQI='],
    ['{"$binary":"AQI=","$type":"00"}', 'AQI='],
    ['{"$uuid":"3b241101-e2bb-4255-8caf-4136c566a962"}', '3b241101-e2bb-4255-8caf-4136c566a962'],
    ['{"$timestamp":{"t":1,"i":2}}', '{"t":1,"i":2}'],
    ['ObjectId("5f1")', '5f1'],
    ['ISODate("2020-01-02T03:04:05Z")', '2020-01-02T03:04:05Z'],
    ['new Date(1577934245123)', '2020-01-02T03:04:05.123Z'],
    ['NumberLong(5)', '5'],
    ['NumberLong("5")', '5'],
    ['Timestamp(1, 2)', '1, 2'],
  ])('of MongoDB: %s', (value, text) => {
    expect(objectsOf(`{"_id":${value},"n":1}`)).toEqual([{ _id: text, n: '1' }]);
  });

  test('an object of an unknown type is shown key by key', () => {
    expect(objectsOf('{"a":{"$ref":"users","$id":{"$oid":"5f1"}}}')).toEqual([{ 'a.$ref': 'users', 'a.$id': '5f1' }]);
  });

  test('keys that come later become new columns; earlier rows have no value there', () => {
    const { tables } = readText(json, '[{"a":1},{"b":2}]', {}, 1);
    expect(tables[0]).toMatchObject({
      columns: ['a', 'b'],
      rows: [
        ['1', null],
        [null, '2'],
      ],
    });
  });

  test('a key with a dot and one inside an object are two columns, whichever comes first', () => {
    const [dotted, nested] = ['"address.city":"Paris"', '"address":{"city":"Rome"}'];
    expect(objectsOf(`[{${dotted},${nested}},{${nested}}]`)).toEqual([
      { 'address.city': 'Paris', 'address.city (2)': 'Rome' },
      { 'address.city (2)': 'Rome' },
    ]);
    expect(objectsOf(`[{${nested},${dotted},"address.city (2)":"Oslo"}]`)).toEqual([
      { 'address.city': 'Rome', 'address.city (2)': 'Paris', 'address.city (2) (2)': 'Oslo' },
    ]);
    expect(objectsOf('{"u1":{"(key)":1},"u2":{"(key)":2},"u3":{"(key)":3}}')[2]).toEqual({
      ...{ '(key)': 'u3', '(key) (2)': '3' },
    });
  });

  test('no value is lost, whatever dots, brackets and figures its keys hold', () => {
    const name = fc.constantFrom('a', 'b', 'a.b', 'a.b.a', 'b (2)', 'a.b (2)', '', 'value', '(key)');
    const { node } = fc.letrec<{ node: unknown; leaf: number }>((tie) => ({
      leaf: fc.nat({ max: 9 }),
      node: fc.dictionary(name, fc.oneof({ maxDepth: 3 }, tie('leaf'), tie('node')), { minKeys: 1, maxKeys: 4 }),
    }));
    const leavesOf = (value: unknown): readonly string[] =>
      typeof value === 'object' && value !== null
        ? Object.values(value).length === 0
          ? ['{}']
          : Object.values(value).flatMap(leavesOf)
        : [String(value)];
    fc.assert(
      fc.property(fc.array(node, { minLength: 1, maxLength: 4 }), (records) => {
        const file = records.map((record) => JSON.stringify(record)).join('\n');
        const { rows = [], columns = [] } = readText(ndjson, file).tables[0] ?? {};
        expect(new Set(columns).size).toBe(columns.length);
        expect(rows.map((row) => row.filter((cell) => cell !== null).toSorted())).toEqual(
          records.map((record) => leavesOf(record).toSorted()),
        );
      }),
    );
  });

  test('keys beyond a thousand are gathered in one column', () => {
    const keys = Array.from({ length: 6000 }, (_, k) => `"k${k}":{"n":[${k}, "x"]}`);
    const { tables } = readText(json, `[{"id":1,${keys.join()}},{"id":2}]`);
    const [table] = tables;
    expect(table?.columns.length).toBe(1001);
    expect(table?.columns.at(-1)).toBe('(further keys)');
    const further: unknown = JSON.parse(table?.rows[0]?.[1000] ?? '');
    expect(Object.keys(further ?? {}).length).toBe(6001 - 1000);
    expect(further).toMatchObject({ 'k1500.n': [1500, 'x'], k5999: { n: [5999, 'x'] } });
    expect(table?.rows[1]?.slice(0, 2)).toEqual(['2', null]);
  });
});

describe('a broken record', () => {
  test.each([
    ['a quote is missing, one line', '[{"a":"x","b":1},{"a":"y,"b":2},{"a":"z","b":3}]', '{"a":"y,"b":2}'],
    ['a brace is missing', '[{"a":"x","b":1},{"a":"y","b":2,{"a":"z","b":3}]', '{"a":"y","b":2'],
    ['a quote is missing at the end of a line', '[\n{"a":"x","b":1},\n{"a":"y,\n{"a":"z","b":3}\n]', '{"a":"y'],
    [
      'indented',
      '[\n  {\n    "a": "x",\n    "b": 1\n  },\n  {\n    "a": "y\n  },\n  {\n    "a": "z", "b":3\n  }\n]',
      '{\n    "a": "y\n  }',
    ],
    ['indented, never closed', '{\n "a": "x",\n "b": 1\n}\n{\n "a": ["y"\n{\n "a": "z", "b":3\n}\n', '{\n "a": ["y"'],
    ['a word that is none', '[{"a":"x","b":1},{"a":yes},{"a":"z","b":3}]', '{"a":yes}'],
    ['a bad escape', String.raw`[{"a":"x","b":1},{"a":"\u12g4"},{"a":"z","b":3}]`, String.raw`{"a":"\u12g4"}`],
  ])('%s', (_, file, raw) => {
    const { tables, strays } = readText(json, file);
    expect(objectsOf(file)).toEqual([
      { a: 'x', b: '1' },
      { a: 'z', b: '3' },
    ]);
    expect(tables[0]?.rejected.map((row) => row.raw)).toEqual([raw]);
    expect(tables[0]?.rejected[0]?.reason).toBe('malformed-json');
    expect(strays).toEqual([]);
  });

  test('that the end of the file cuts off is rejected, with its line', () => {
    expect(rejectedOf('[\n{"a":1},\r\n{"a":2,"b":[{"a":3},{"a"')).toEqual([
      { line: 3, reason: 'malformed-json', raw: '{"a":2,"b":[{"a":3},{"a"' },
    ]);
  });

  test('over 1 MiB is passed, its beginning kept', () => {
    const long = 'x'.repeat(1_200_000);
    const file = `[{"a":1},{"a":"${long}","b":[{"a":5},{"a":6}]},\n{"a":2}]`;
    expect(objectsOf(file)).toEqual([{ a: '1' }, { a: '2' }]);
    expect(rejectedOf(file)).toMatchObject([{ line: 1, reason: 'too-long', raw: `{"a":"${'x'.repeat(65_530)}` }]);
  });

  test('with malformed characters is not UTF-8', () => {
    const bytes = [utf8('[{"a":"'), Uint8Array.of(0xff), utf8('"},{"a":2}]')];
    const { tables } = readText(json, bytes);
    expect(tables[0]?.rejected).toMatchObject([{ line: 1, reason: 'not-utf-8' }]);
    expect(tables[0]?.rows).toEqual([['2']]);
  });
});

describe('a file of several MiB', () => {
  const rows = Array.from({ length: 30_000 }, (_, k) => `{"id":${k},"name":"数${k}","note":"${'x'.repeat(k % 90)}"}`);
  test.each([
    ['an array on one line', `[${rows.join()}]`, 30_000, 0],
    ['an answer', `{"code":0,"data":{"list":[\n${rows.join(',\n')}\n],"more":1}}`, 30_000, 0],
    ['a map', `{${rows.map((row, k) => `"u${k}":${row}`).join(',\n')}}`, 30_000, 0],
    ['indented', `[\n${rows.map((row) => row.replace('{', '  {\n    ')).join(',\n')}\n]`, 30_000, 0],
    [
      'with broken records',
      `[${rows.map((row, k) => (k % 100 === 7 ? row.replace('数', '"') : row)).join()}]`,
      29_700,
      300,
    ],
    [
      'with records that do not end',
      `[\n${rows.map((row, k) => (k % 5000 === 7 ? row.replace('}', '') : row)).join(',\n')}]`,
      29_994,
      6,
    ],
    ['that is cut off', `[${rows.join()}`.slice(0, -5), 29_999, 1],
  ])('%s', (_, file, read, rejected) => {
    const bytes = utf8(file);
    const whole = readText(json, [bytes]);
    expect(whole.summaries[0]).toMatchObject({ rows: read, rejected });
    expect(readText(json, inChunks(bytes, [65_521, 777, 200_003])).summaries).toEqual(whole.summaries);
  });

  test('that is made to be read again and again takes no longer than its length', () => {
    const file = `[\n${'{"a":[\n'.repeat(400_000)}`;
    const { summaries } = readText(json, file);
    expect(summaries[0]?.rejected).toBeGreaterThan(0);
  });
});

describe('lines of JSON', () => {
  test('are a row each; a comma behind and blank lines do not matter', () => {
    const file = '{"a":1},\r\n\n {"a":{"b":2}} \n[3]\nno\n{"a":4\n{"a":5}';
    expect(objectsOf(file, ndjson)).toEqual([{ a: '1' }, { 'a.b': '2' }, { '': '3' }, { a: '5' }]);
    expect(rejectedOf(file, ndjson)).toEqual([
      { line: 5, reason: 'malformed-json', raw: 'no' },
      { line: 6, reason: 'malformed-json', raw: '{"a":4' },
    ]);
  });
});

const value = fc.letrec((tie) => ({
  leaf: fc.oneof(
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.constantFrom('},{"k":1', '[{', '"', '\\', '// x', '/*', '😀', '\n', ''),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
  ),
  node: fc.oneof(
    { weight: 4, arbitrary: tie('leaf') },
    { weight: 1, arbitrary: fc.array(tie('node'), { maxLength: 3 }) },
    { weight: 1, arbitrary: fc.dictionary(fc.constantFrom('k', 'x', 'y'), tie('node'), { maxKeys: 3 }) },
  ),
})).node;
const record = fc.dictionary(fc.constantFrom('k', 'a', 'b.c', '数', '"'), value, { minKeys: 1, maxKeys: 4 });
const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 });

/** A record as the reader must show it. */
function flat(from: object, path = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(from).flatMap(([key, inner]: [string, unknown]) => {
      const name = path + key;
      if (inner === null) {
        return [];
      }
      if (typeof inner === 'object' && !Array.isArray(inner) && Object.keys(inner).length > 0) {
        return Object.entries(flat(inner, `${name}.`));
      }
      const isText = typeof inner === 'string';
      return [[name, isText ? inner.replace(/\p{Surrogate}/gu, '\uFFFD') : JSON.stringify(inner)]];
    }),
  );
}

const writers: readonly (readonly [string, TextFormat, (records: readonly object[]) => string])[] = [
  ['an array', json, (records) => JSON.stringify(records)],
  ['an indented array', json, (records) => JSON.stringify(records, null, 2)],
  ['objects end to end', json, (records) => records.map((item) => JSON.stringify(item)).join('')],
  ['indented objects', json, (records) => records.map((item) => JSON.stringify(item, null, '\t')).join('\n')],
  ['lines', ndjson, (records) => records.map((item) => `${JSON.stringify(item)}\n`).join('')],
  ['an answer', json, (records) => JSON.stringify({ response: records })],
];

describe.each(writers)('records written as %s', (_, format, write) => {
  test('are read back, however they are cut', () => {
    fc.assert(
      fc.property(fc.array(record, { minLength: 2, maxLength: 5 }), sizes, (records, cuts) => {
        const bytes = utf8(write(records));
        const { tables } = readText(format, inChunks(bytes, cuts), {}, 2);
        const [table] = tables;
        const rows = table?.rows.map((row) =>
          Object.fromEntries(table.columns.map((name, k) => [name, row[k]]).filter(([, cell]) => cell !== null)),
        );
        expect(table?.rejected).toEqual([]);
        expect(rows).toEqual(records.map((item) => flat(item)));
      }),
      { numRuns: 600 },
    );
  });

  test('and damaged give the same however they are cut, and no sound record behind is lost', () => {
    const damage = fc.record({
      at: fc.nat(),
      length: fc.integer({ min: 0, max: 3 }),
      by: fc.uint8Array({ maxLength: 3 }),
    });
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1, maxLength: 5 }),
        damage,
        sizes,
        (records, { at, length, by }, cuts) => {
          const sound = utf8(write(records));
          const place = at % (sound.length + 1);
          const bytes = Uint8Array.from([...sound.subarray(0, place), ...by, ...sound.subarray(place + length)]);
          const whole = readText(format, [bytes], {}, 2);
          expect(readText(format, inChunks(bytes, cuts), {}, 2)).toEqual(whole);
          whole.tables.forEach(({ rows, rejected }, k) => {
            expect(whole.summaries[k]).toMatchObject({ rows: rows.length, rejected: rejected.length });
          });
        },
      ),
      { numRuns: 1500 },
    );
  });
});

/** The reader of JSON without what it holds back to see a file's beginning, so that every cut reaches it. */
function streamed(bytes: Uint8Array): TextFormat {
  return {
    ...json,
    read: ({ hasHeader }, sink) => {
      const records = new JsonRecords(jsonLayout(bytes, true), hasHeader, sink);
      return { push: (chunk) => records.push(chunk), end: () => records.end() };
    },
  };
}

type Tables = readonly (readonly [name: string, rows: readonly object[]])[];
const holders: readonly (readonly [string, number, (tables: Tables) => string])[] = [
  ['one object', 1, (tables) => JSON.stringify({ ok: true, ...Object.fromEntries(tables) })],
  ['one object in an array', 1, (tables) => JSON.stringify([{ ok: true, ...Object.fromEntries(tables) }])],
  ['one deeper', 1, (tables) => JSON.stringify([{ ok: true, r: Object.fromEntries(tables) }], null, 1)],
  [
    'an export of phpMyAdmin',
    2,
    (tables) =>
      exported(
        ...tables.map(([name, rows]) => ['shop', name, rows.map((row) => JSON.stringify(row, null, 4))] as const),
      ),
  ],
];

describe.each(holders)('tables in %s', (_, around, write) => {
  const rows = fc.array(record, { minLength: 1, maxLength: 4 });
  const tables = fc.uniqueArray(fc.tuple(fc.constantFrom('data', 'rows', 'list', 'items'), rows), {
    minLength: 1,
    maxLength: 3,
    selector: ([name]) => name,
  });

  test('are read back, however they are cut', () => {
    fc.assert(
      fc.property(tables, sizes, (written, cuts) => {
        const bytes = utf8(write(written));
        const read = readText(streamed(bytes), inChunks(bytes, cuts), {}, 2);
        const found = read.tables.map(({ columns, rows: cells }) =>
          cells.map((row) =>
            Object.fromEntries(columns.map((name, k) => [name, row[k]]).filter(([, cell]) => cell !== null)),
          ),
        );
        expect(read.strays).toEqual([]);
        expect(read.tables.map(({ name }) => name.replace(/^r\./, ''))).toEqual([
          ...written.map(([name]) => name),
          'envelope',
        ]);
        expect(found.slice(0, -1)).toEqual(written.map(([, items]) => items.map((item) => flat(item))));
        expect(found.at(-1)?.length).toBe(around);
      }),
      { numRuns: 400 },
    );
  });

  test('and damaged give the same however they are cut', () => {
    const damage = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 3 }), fc.uint8Array({ maxLength: 3 }));
    fc.assert(
      fc.property(tables, damage, sizes, (written, [at, length, by], cuts) => {
        const sound = utf8(write(written));
        const place = at % (sound.length + 1);
        const bytes = Uint8Array.from([...sound.subarray(0, place), ...by, ...sound.subarray(place + length)]);
        const whole = readText(json, [bytes], {}, 2);
        expect(readText(streamed(bytes), inChunks(bytes, cuts), {}, 2)).toEqual(whole);
        whole.tables.forEach(({ rows: kept, rejected }, k) => {
          expect(whole.summaries[k]).toMatchObject({ rows: kept.length, rejected: rejected.length });
        });
      }),
      { numRuns: 800 },
    );
  });
});
