import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mssql } from '#shared/parse/mssql.ts';
import { mysql } from '#shared/parse/mysql.ts';
import { postgresql } from '#shared/parse/postgresql.ts';
import { sqlite } from '#shared/parse/sqlite.ts';
import type { TextFormat } from '#shared/parse/table-format.ts';
import { utf8 } from '../../../fixtures/bytes.ts';
import { cut, readDump, soundRows } from './read-dump.ts';

type Cell = string | null;

const trap = [
  ...[
    "'",
    "''",
    '"',
    '`',
    '\\',
    "\\'",
    '\n',
    '\r\n',
    '\r',
    '\t',
    '\0',
    '\x1a',
    '\b',
    ',',
    ';',
    '(',
    ')',
    '),(',
    ");\nINSERT INTO t VALUES('",
  ],
  ...[
    '--',
    '-- x',
    '/*',
    '*/',
    '#',
    '$$',
    '[',
    ']',
    '数据',
    '😀',
    'a',
    'NULL',
    'null',
    '\\N',
    '\\.',
    '%',
    '\\%',
    '_',
    'GO',
    '\nGO\n',
    '\uFEFF',
    'é',
  ],
];
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 10 }),
  fc.array(fc.constantFrom(...trap), { maxLength: 5 }).map((parts) => parts.join('')),
);
const cell: fc.Arbitrary<Cell> = fc.oneof({ weight: 5, arbitrary: text }, { weight: 1, arbitrary: fc.constant(null) });
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 9 }));
const sizes = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 5 });

const mysqlEscapes = new Map([
  ...Object.entries({ '\0': '\\0', '\n': '\\n', '\r': '\\r', '\x1a': '\\Z', '\\': '\\\\', "'": "\\'", '"': '\\"' }),
  ...Object.entries({ '\b': '\\b', '\t': '\\t' }),
]);

/** As mysqldump writes a value, or with quotes doubled instead of escaped. */
function mysqlValue(value: Cell, doubles: boolean): string {
  if (value === null) {
    return 'NULL';
  }
  const escaped = [...value].map((c) => (doubles && c === "'" ? "''" : (mysqlEscapes.get(c) ?? c)));
  return `'${escaped.join('')}'`;
}

function doubled(value: Cell, prefix = ''): string {
  return value === null ? 'NULL' : `${prefix}'${value.replaceAll("'", "''")}'`;
}

const copyEscapes: Readonly<Record<string, string>> = {
  ...{ '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f', '\v': '\\v' },
};

function copyValue(value: Cell): string {
  return value === null ? '\\N' : value.replace(/[\\\n\r\t\b\f\v]/g, (c) => copyEscapes[c] ?? c);
}

function columnsOf(rows: readonly (readonly Cell[])[]): string[] {
  return (rows[0] ?? []).map((_, index) => `c${index}`);
}

/** Rows as one INSERT each, or all in one. */
function inserts(
  head: string,
  rows: readonly (readonly Cell[])[],
  write: (value: Cell) => string,
  perRow: string | null,
): string {
  const tuples = rows.map((row) => `(${row.map((value) => write(value)).join(',')})`);
  return perRow === null
    ? `${head} ${tuples.join(',')};\n`
    : tuples.map((tuple) => `${head} ${tuple}${perRow}`).join('');
}

type Writer = {
  readonly name: string;
  readonly format: TextFormat;
  readonly write: (rows: readonly (readonly Cell[])[]) => string;
};

const writers: readonly Writer[] = [
  {
    ...{ name: 'mysqldump', format: mysql },
    write: (rows) =>
      `-- MySQL dump 10.13\n\nDROP TABLE IF EXISTS \`t\`;\n/*!40101 SET @x = @@x */;\nCREATE TABLE \`t\` (\n${columnsOf(
        rows,
      )
        .map((column) => `  \`${column}\` varchar(9) DEFAULT NULL COMMENT 'a, (b)',\n`)
        .join(
          '',
        )}  KEY \`k\` (\`c0\`)\n) ENGINE=InnoDB;\nLOCK TABLES \`t\` WRITE;\n${inserts('INSERT INTO `t` VALUES', rows, (v) => mysqlValue(v, false), null)}UNLOCK TABLES;\n`,
  },
  {
    ...{ name: 'MySQL, an INSERT for each row', format: mysql },
    write: (rows) =>
      inserts(
        `INSERT IGNORE \`t\` (${columnsOf(rows)
          .map((c) => `\`${c}\``)
          .join(', ')}) VALUES`,
        rows,
        (v) => mysqlValue(v, true),
        ';\n',
      ),
  },
  {
    ...{ name: 'pg_dump', format: postgresql },
    write: (rows) =>
      `SET search_path = public;\nCOPY public.t (${columnsOf(rows).join(', ')}) FROM stdin;\n${rows
        .map((row) => `${row.map(copyValue).join('\t')}\n`)
        .join('')}\\.\n\n\nSELECT pg_catalog.setval('public.s', 1, true);\n`,
  },
  {
    ...{ name: 'pg_dump --inserts', format: postgresql },
    write: (rows) => inserts('INSERT INTO public.t VALUES', rows, doubled, ';\n'),
  },
  {
    ...{ name: 'PostgreSQL, escaped strings', format: postgresql },
    write: (rows) =>
      inserts(
        'INSERT INTO t VALUES',
        rows,
        (v) => (v === null ? 'NULL' : `E${mysqlValue(v, false).replaceAll('\\0', '\\000').replaceAll('\\Z', '\\x1a')}`),
        null,
      ),
  },
  {
    ...{ name: 'Management Studio', format: mssql },
    write: (rows) =>
      `USE [db]\nGO\nSET IDENTITY_INSERT [dbo].[t] ON \nGO\n${inserts(
        `INSERT [dbo].[t] (${columnsOf(rows)
          .map((c) => `[${c}]`)
          .join(', ')}) VALUES`,
        rows,
        (v) => doubled(v, 'N'),
        '\nGO\n',
      )}`,
  },
  {
    ...{ name: 'sqlite3 .dump', format: sqlite },
    write: (rows) =>
      `PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\nCREATE TABLE t(${columnsOf(rows).join(',')});\n${inserts('INSERT INTO t VALUES', rows, doubled, ';\n')}COMMIT;\n`,
  },
];

describe.each(writers)('$name', ({ format, write }) => {
  test('what was written is read, however it is cut', () => {
    fc.assert(
      fc.property(table, sizes, (rows, chunks) => {
        expect(soundRows(format, cut(utf8(write(rows)), chunks))).toEqual(rows);
      }),
      { numRuns: 600 },
    );
  });

  test('every cut of a small dump gives the same', () => {
    const rows = [
      ["it's", null, '数\n据'],
      ['a\\', '),(', ''],
      ["'", '-- x\n;', '/*'],
    ];
    const bytes = utf8(write(rows));
    for (let at = 0; at <= bytes.length; at++) {
      expect(soundRows(format, [bytes.slice(0, at), bytes.slice(at)])).toEqual(rows);
    }
    expect(soundRows(format, cut(bytes, [1]))).toEqual(rows);
  });
});

const mess = fc
  .array(
    fc.constantFrom(
      ...[
        'INSERT INTO t VALUES ',
        'INSERT INTO t (a, b) VALUES',
        'INSERT',
        '(',
        ')',
        ',',
        ';',
        "'",
        '"',
        '`',
        '\\',
        '\n',
        '\n',
        ' ',
        "(1,'a')",
        "(2,'b'),",
      ],
      ...[
        'CREATE TABLE t (a, b);\n',
        '\nGO\n',
        '/*',
        '*/',
        '--',
        '$$',
        '$a$',
        '[',
        ']',
        'COPY t (a, b) FROM stdin;\n',
        '1\t2\n',
        '\\.\n',
        'x',
        'NULL',
        "E'",
        '数',
      ],
      ...[
        'CREATE TRIGGER x BEGIN ',
        'END;',
        'DELIMITER ;;\n',
        'SET x = ',
        'INSERT INTO t SELECT 1',
        'INSERT INTO t (a) (SELECT a FROM t)',
        'USE b;',
        '\\connect c\n',
        'SET search_path = d;',
        'ON DUPLICATE KEY UPDATE a=1',
        '\\',
        "\\'",
      ],
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

describe.each([mysql, postgresql, mssql, sqlite])('$label: any mess', (format) => {
  test('gives the same however it is cut, and its lines and texts are those of the file', () => {
    fc.assert(
      fc.property(mess, sizes, (dump, chunks) => {
        const bytes = utf8(dump);
        const whole = readDump(format, [bytes]);
        expect(readDump(format, cut(bytes, chunks))).toEqual(whole);
        for (const { line, raw } of [...whole.strays, ...whole.tables.flatMap(({ rejected }) => rejected)]) {
          const rest = dump
            .split('\n')
            .slice(line - 1)
            .join('\n');
          expect(rest).toContain(raw);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

/** A dump with one character taken out, put in or doubled. */
const damage = fc.record({
  place: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  removed: fc.integer({ min: 0, max: 2 }),
  added: fc.constantFrom('', '', "'", '"', '`', '\\', '(', ')', ',', ';', '\n', 'x', "',", '\t', "'\n"),
});

describe.each(writers)('$name, damaged', ({ format, write }) => {
  test('no row is lost in silence: it is stored, or its text is in a rejected record', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('', "it's", ' ', '数', 'a\nb', 'x, y'), fc.boolean()), {
          minLength: 1,
          maxLength: 12,
        }),
        fc.array(damage, { minLength: 1, maxLength: 3 }),
        (values, damages) => {
          const rows = values.map(([value, isNull], at) => [`<${at}>`, isNull ? null : value, `{${at}}`]);
          const dump = damages.reduce((text, { place, removed, added }) => {
            const at = Math.floor(place * text.length);
            return text.slice(0, at) + added + text.slice(at + removed);
          }, write(rows));
          const { tables, strays } = readDump(format, dump);
          const kept = [
            ...tables.flatMap((table) => [...table.rows.flat(), ...table.rejected.map(({ raw }) => raw)]),
            ...strays.map(({ raw }) => raw),
          ].join('\n');
          for (const marker of dump.match(/<\d+>|\{\d+\}/g) ?? []) {
            expect(kept).toContain(marker);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
