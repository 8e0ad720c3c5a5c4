import { describe, expect, test } from 'vitest';
import { mssql } from '#shared/parse/mssql.ts';
import { mysql } from '#shared/parse/mysql.ts';
import { postgresql } from '#shared/parse/postgresql.ts';
import { sqlite } from '#shared/parse/sqlite.ts';
import type { TextFormat } from '#shared/parse/table-format.ts';
import { utf8 } from '../../../fixtures/bytes.ts';
import { type ReadTable, readDump, soundRows } from './read-dump.ts';

/** The tables of a dump of which nothing is rejected, as name, columns and rows. */
function sound(format: TextFormat, dump: string): unknown[] {
  const { tables, strays } = readDump(format, dump);
  expect([...strays, ...tables.flatMap(({ rejected }) => rejected)]).toEqual([]);
  return tables.map(({ name, columns, rows }: ReadTable) => [name, columns, rows]);
}

describe('values', () => {
  test('that are no strings are kept as they are written, and NULL is null', () => {
    const values = [
      ...[
        '0xFF',
        "X'00ff'",
        "b'1'",
        'TRUE',
        '-1.50',
        '1e5',
        '12345678901234567890123',
        'DEFAULT',
        'NOW()',
        '1 + 2',
        '@x',
      ],
      ...[
        "CAST('a,)' || 'b' AS CHAR)",
        `CONCAT('a,)', "b")`,
        "'a' COLLATE utf8_bin",
        "DATE '2020-01-01'",
        'hello world',
      ],
    ];
    const dump = `INSERT INTO t VALUES (${values.join(', ')}, NULL, null);`;
    expect(sound(mysql, dump)).toEqual([['t', values.map(() => '').concat('', ''), [[...values, null, null]]]]);
  });

  test('of MySQL: introducers, both quotes, and backslashes that stay before % and _', () => {
    const dump = String.raw`INSERT INTO t VALUES (_binary 'a\0b', _utf8mb4'é', N'n', "say ""hi"" it's", '50\% \_ \x \Z');`;
    expect(sound(mysql, dump)[0]).toMatchObject({ 2: [['0x610062', 'é', 'n', `say "hi" it's`, '50\\% \\_ x \x1a']] });
  });

  test('of PostgreSQL: escaped strings, dollars, casts and arrays', () => {
    const dump = String.raw`INSERT INTO t VALUES (E'a\tb\'c''\x41\101\u6570', 'a\t', $$it's$$, $q$a$$b,)$q$, 'x'::text, ARRAY['a','b']);`;
    expect(sound(postgresql, dump)[0]).toMatchObject({
      2: [["a\tb'c'AA数", 'a\\t', "it's", 'a$$b,)', 'x', "ARRAY['a','b']"]],
    });
  });

  test.each([
    [mssql, "CAST(N'2020-01-01T00:00:00.000' AS DateTime)", '2020-01-01T00:00:00.000'],
    [mssql, 'CAST(0x0000A1B200000000 AS [datetime])', '0x0000A1B200000000'],
    [mssql, 'cast ( -12.50 as decimal(10, 2) )', '-12.50'],
    [mssql, "CAST(N'it''s, (so)' AS nvarchar(max))", "it's, (so)"],
    [mssql, 'CAST(NULL AS nvarchar(10))', null],
    [mssql, "CONVERT(varchar(10), N'a,b', 120)", 'a,b'],
    [mssql, "TRY_CONVERT([date], '2020-01-01')", '2020-01-01'],
    [mysql, String.raw`CAST('a\'b' AS CHAR CHARACTER SET utf8mb4)`, "a'b"],
    [mysql, "CONVERT('x' USING utf8)", 'x'],
    [postgresql, `'{"a": 1}'::jsonb`, '{"a": 1}'],
    [postgresql, String.raw`E'a\tb'::character varying(20)`, 'a\tb'],
    [postgresql, 'NULL::timestamp with time zone', null],
    [postgresql, "CAST('5' AS integer)", '5'],
    [sqlite, "CAST('x' AS TEXT)", 'x'],
    [mssql, "CAST('a' + 'b' AS varchar(9))", "CAST('a' + 'b' AS varchar(9))"],
    [mssql, 'CONVERT(varchar(10), GETDATE(), 120)', 'CONVERT(varchar(10), GETDATE(), 120)'],
    [postgresql, "'a'::text || 'b'", "'a'::text || 'b'"],
    [postgresql, "nextval('s'::regclass)", "nextval('s'::regclass)"],
    [mysql, "CASTLE('x')", "CASTLE('x')"],
  ] as const)('of a stated type are the literal that stands there: %o', (format, written, value) => {
    expect(sound(format, `INSERT INTO t VALUES (1, ${written}, 2);`)[0]).toMatchObject({ 2: [['1', value, '2']] });
  });

  test('of SQLite: control characters that .dump spells out', () => {
    const dump = String.raw`INSERT INTO t VALUES(replace('it''s\nb','\n',char(10)),replace(replace('a\rb\nc','\r',char(13)),'\n',char(10)),unistr('x\u000ay\\z'),upper('x'));`;
    expect(sound(sqlite, dump)[0]).toMatchObject({ 2: [["it's\nb", 'a\rb\nc', 'x\ny\\z', "upper('x')"]] });
  });
});

describe('columns', () => {
  test('come from CREATE TABLE, without its keys and constraints', () => {
    const dump =
      "CREATE TABLE IF NOT EXISTS `a``b` (`id` int(11) NOT NULL, -- the key, really\n name enum('x','y)') COMMENT 'a, \"b\"', `key` text, PRIMARY KEY (`id`), KEY `k` (`name`,`key`(10)), CONSTRAINT `c` FOREIGN KEY (`id`) REFERENCES `x` (`id`)) ENGINE=InnoDB;\nINSERT INTO `a``b` VALUES (1,'x',NULL);";
    expect(sound(mysql, dump)).toEqual([['a`b', ['id', 'name', 'key'], [['1', 'x', null]]]]);
    expect(sound(sqlite, 'CREATE TABLE t("b c" int, key text, primary key(key));')).toEqual([
      ['t', ['b c', 'key'], []],
    ]);
  });

  test('are met by name, in any order and in part; a new name is a new column', () => {
    const dump =
      'CREATE TABLE t (a int, b int);INSERT INTO t (b, a) VALUES (1, 2);INSERT INTO t (`B`) VALUES (3);INSERT INTO t (c, a) VALUES (4, 5);INSERT INTO t VALUES (6, 7);';
    expect(sound(mysql, dump)).toEqual([
      [
        't',
        ['a', 'b', 'c'],
        [
          ['2', '1', null],
          [null, '3', null],
          ['5', null, '4'],
          ['6', '7', null],
        ],
      ],
    ]);
  });

  test.each([
    [mysql, 'ADD COLUMN b text', ['a', 'b'], ['a', 'b']],
    [
      mysql,
      "ADD b varchar(9) DEFAULT 'x, y' COMMENT 'after', ADD KEY `k` (`a`), ADD `key` int",
      ['a', 'b', 'key'],
      ['a', 'b', 'key'],
    ],
    [mysql, 'ADD COLUMN (b int, c decimal(3,1)), ENGINE=InnoDB', ['a', 'b', 'c'], ['a', 'b', 'c']],
    [
      mysql,
      'ADD b int FIRST, ADD c int AFTER b, ADD COLUMN IF NOT EXISTS d int AFTER `A`',
      ['b', 'c', 'a', 'd'],
      ['a', 'b', 'c', 'd'],
    ],
    [mysql, 'ADD PRIMARY KEY (`a`), ADD CONSTRAINT x UNIQUE (a), MODIFY a bigint', ['a'], ['a']],
    [mysql, 'ADD b int, ADD c int, DROP COLUMN b, DROP INDEX a', ['a', 'c'], ['a', 'b', 'c']],
    [
      postgresql,
      'ADD COLUMN "b c" integer DEFAULT 0 NOT NULL, ADD CONSTRAINT k PRIMARY KEY (a)',
      ['a', 'b c'],
      ['a', 'b c'],
    ],
    [
      mssql,
      'ADD [b] int NULL, [c] [nvarchar](max), CONSTRAINT [d] DEFAULT (0) FOR [b]',
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
    ],
    [sqlite, 'ADD b', ['a', 'b'], ['a', 'b']],
  ] as const)('come from ALTER TABLE, too: %o', (format, parts, order, columns) => {
    const row = `(${order.map((name) => `'${name}'`).join(',')})`;
    const dump = `CREATE TABLE t (a int);\nALTER TABLE t ${parts};\nINSERT INTO t VALUES ${row};\n`;
    const cells = columns.map((name) => (order.some((other) => other === name) ? name : null));
    expect(sound(format, dump)).toEqual([['t', columns, [cells]]]);
  });

  test('that are added between rows are empty above', () => {
    const dump =
      'CREATE TABLE t (a int);INSERT INTO t VALUES (1);ALTER TABLE ONLY t ADD b int;INSERT INTO t VALUES (2,3);ALTER TABLE u ADD x int;INSERT INTO u VALUES (4,5);';
    expect(sound(postgresql, dump)).toEqual([
      [
        't',
        ['a', 'b'],
        [
          ['1', null],
          ['2', '3'],
        ],
      ],
      ['u', ['', ''], [['4', '5']]],
    ]);
  });

  test('of a definition that is cut off are not trusted', () => {
    const dump = 'CREATE TABLE t (a int, b in\nINSERT INTO t VALUES (1,2,3);';
    expect(sound(mysql, dump)).toEqual([['t', ['', '', ''], [['1', '2', '3']]]]);
  });
});

describe('tables', () => {
  test('of one name in two databases stay apart', () => {
    const dump =
      'USE `a`;\nCREATE TABLE t (x int);INSERT INTO t VALUES (1);\nUSE `b`;\nCREATE TABLE t (y int, z int);INSERT INTO t VALUES (2,3);INSERT INTO a.t VALUES (4);';
    expect(sound(mysql, dump)).toEqual([
      ['t', ['x'], [['1'], ['4']]],
      ['b.t', ['y', 'z'], [['2', '3']]],
    ]);
  });

  test('are the same with and without their schema', () => {
    const dump = 'CREATE TABLE public.t (x int);\nINSERT INTO T VALUES (1);\nINSERT INTO "public"."t" VALUES (2);';
    expect(sound(postgresql, dump)).toEqual([['t', ['x'], [['1'], ['2']]]]);
  });

  test('of Management Studio', () => {
    const dump =
      "USE [db]\nGO\nIF NOT EXISTS (SELECT * FROM sys.objects)\nBEGIN\nCREATE TABLE [dbo].[t](\n\t[Id] [int] IDENTITY(1,1) NOT NULL,\n\t[Na]]me] [nvarchar](50) NULL,\n CONSTRAINT [PK] PRIMARY KEY CLUSTERED ([Id] ASC)\n) ON [PRIMARY]\nEND\nGO\nSET IDENTITY_INSERT [dbo].[t] ON \nGO\nINSERT [dbo].[t] ([Id], [Na]]me]) VALUES (1, N'It''s')\nINSERT [dbo].[t] ([Na]]me], [Id]) VALUES (N'b', CAST(2 AS Decimal(18, 0)))\nprint 'Processed 100 total records'\nGO\nCREATE PROCEDURE p AS\nBEGIN\nINSERT INTO [log] VALUES (1);\nEND\nGO\nINSERT dbo.t VALUES (3, N'c')";
    expect(sound(mssql, dump)).toEqual([
      [
        't',
        ['Id', 'Na]me'],
        [
          ['1', "It's"],
          ['2', 'b'],
          ['3', 'c'],
        ],
      ],
    ]);
  });
});

describe('statements', () => {
  test('that begin in other ways, and what may follow the rows', () => {
    const dump =
      "REPLACE INTO t VALUES (1);INSERT IGNORE t VALUES (2) ON DUPLICATE KEY UPDATE a = VALUES(a), b = 'x;y';insert low_priority into t value (3), ROW(4);INSERT INTO t PARTITION (p0) VALUES (5) AS new";
    expect(sound(mysql, dump)).toEqual([['t', [''], [['1'], ['2'], ['3'], ['4'], ['5']]]]);
    const other =
      'INSERT OR REPLACE INTO t VALUES (1);INSERT INTO t OVERRIDING SYSTEM VALUE VALUES (2) RETURNING id;INSERT INTO t VALUES (3) ON CONFLICT DO NOTHING;';
    expect(sound(postgresql, other)).toEqual([['t', [''], [['1'], ['2'], ['3']]]]);
  });

  test('of MySQL that stand in comments which its servers execute', () => {
    const dump =
      "/*!50003 INSERT INTO `u` VALUES (1,'a*/'),(2,'b') */;\n/*!40101 SET NAMES utf8 */;\n/*! REPLACE INTO u VALUES (3,'c'); */\n/*M!100100 insert into `u` values (4,'d')*/;\n/*!50003 INSERT INTO u VALUES (5,'e') ON DUPLICATE KEY UPDATE a = 1 */;\n/* INSERT INTO u VALUES (6,'f'); */\nINSERT INTO u VALUES (7,'g');";
    const rows = ['a*/', 'b', 'c', 'd', 'e', 'g'].map((text, at) => [`${at < 5 ? at + 1 : 7}`, text]);
    const bytes = utf8(dump);
    for (let at = 0; at <= bytes.length; at++) {
      expect(soundRows(mysql, [bytes.slice(0, at), bytes.slice(at)])).toEqual(rows);
    }
    expect(readDump(sqlite, "/*!50003 INSERT INTO u VALUES (1,'a') */;").tables).toEqual([]);
  });

  test('with comments everywhere', () => {
    const dump =
      "# it's\n/*!40101 SET NAMES utf8 */;\nINSERT /* a */ INTO t -- b'\nVALUES /* ( */ (1, 'e' /* (y) */, 'f' -- z'\n), # w'\n(4,'g',5--1);/* ' */";
    expect(sound(mysql, dump)).toEqual([
      [
        't',
        ['', '', ''],
        [
          ['1', 'e', 'f'],
          ['4', 'g', '5--1'],
        ],
      ],
    ]);
  });

  test('inside triggers and procedures bring no rows', () => {
    const delimited =
      'DELIMITER ;;\nCREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW BEGIN\nINSERT INTO log VALUES (1);\nEND ;;\nDELIMITER ;\nINSERT INTO t VALUES (1);';
    expect(sound(mysql, delimited)).toEqual([['t', [''], [['1']]]]);
    const nested =
      'CREATE TRIGGER x AFTER INSERT ON t BEGIN\nINSERT INTO log VALUES (CASE WHEN 1 THEN 2 END);\nUPDATE t SET a = 1; END;\nINSERT INTO t VALUES (1);';
    expect(sound(sqlite, nested)).toEqual([['t', [''], [['1']]]]);
    const quoted =
      'CREATE FUNCTION f() RETURNS void AS $f$\nBEGIN\nINSERT INTO log VALUES (1);\nEND $f$ LANGUAGE plpgsql;\nINSERT INTO t VALUES (1);';
    expect(sound(postgresql, quoted)).toEqual([['t', [''], [['1']]]]);
  });

  test.each([
    [mssql, "INSERT [dbo].[t] ([a], [b])\nSELECT 1, N'x, y' UNION ALL\nSELECT 2, N'it''s'\nGO\nprint 'x'\nGO\n"],
    [mssql, "INSERT t ([a], [b])\nSELECT 1 AS [a], N'x, y' AS b\nUNION ALL SELECT CAST(2 AS int), N'it''s';"],
    [mysql, "INSERT INTO t (a, b) SELECT 1, 'x, y' UNION SELECT 2, 'it\\'s' FROM dual;"],
    [mysql, "INSERT INTO t (a, b) (SELECT 1, 'x, y' FROM DUAL);INSERT INTO t (a, b) SELECT 2, 'it\\'s'"],
    [postgresql, "INSERT INTO t (a, b) SELECT 1, 'x, y';\nINSERT INTO t (a, b) SELECT 2, E'it\\'s';\n"],
  ] as const)('that select mere values bring rows: %#', (format, dump) => {
    const expected = [
      ['1', 'x, y'],
      ['2', "it's"],
    ];
    const bytes = utf8(dump);
    for (let at = 0; at <= bytes.length; at++) {
      expect(soundRows(format, [bytes.slice(0, at), bytes.slice(at)])).toEqual(expected);
    }
  });

  test('that select too few values have that row rejected alone', () => {
    const dump = "INSERT INTO t (a, b)\nSELECT 1, 'x' UNION ALL\nSELECT 2 UNION ALL\nSELECT 3, (4;\n";
    expect(
      readDump(mssql, "INSERT INTO t (a, b)\nSELECT 1, 'x' UNION ALL\nSELECT 2 UNION ALL\nSELECT 3, 'z';"),
    ).toMatchObject({
      tables: [
        {
          rows: [
            ['1', 'x'],
            ['3', 'z'],
          ],
          rejected: [{ line: 3, reason: 'too-few-cells', raw: 'SELECT 2' }],
        },
      ],
    });
    expect(JSON.stringify(readDump(mssql, dump))).toContain('SELECT 3');
  });

  test('of PostgreSQL that say what backslashes mean', () => {
    const dump = String.raw`SET standard_conforming_strings = off;
INSERT INTO t VALUES (1, 'it\'s', 'a\nb'), (2, E'\'', 'c''d');
SET standard_conforming_strings TO 'on';
INSERT INTO t VALUES (3, 'a\', 'b');
`;
    const bytes = utf8(dump);
    for (let at = 0; at <= bytes.length; at++) {
      expect(soundRows(postgresql, [bytes.slice(0, at), bytes.slice(at)])).toEqual([
        ['1', "it's", 'a\nb'],
        ['2', "'", "c'd"],
        ['3', 'a\\', 'b'],
      ]);
    }
  });

  test('that copy from other tables bring no rows; values that are read in no other way are strays', () => {
    const dump =
      'INSERT INTO t SELECT * FROM u;\nINSERT INTO t (a) (SELECT a FROM u);\nINSERT INTO t SELECT 1 WHERE 2;\nINSERT t SET a = 1;\n';
    const { tables, strays } = readDump(mysql, dump);
    expect(tables).toEqual([]);
    expect(strays).toEqual([
      { line: 3, reason: 'malformed-statement', raw: 'INSERT INTO t SELECT 1 WHERE 2;' },
      { line: 4, reason: 'malformed-statement', raw: 'INSERT t SET a = 1;' },
    ]);
  });
});

describe('COPY', () => {
  test('with options, escapes and rows of one column', () => {
    const dump = String.raw`\connect -reuse-previous=on "one"
COPY public.t (a, b) FROM stdin;
1	x\ty\\\n\101\x42
\N	
\.
COPY u FROM stdin WITH (FORMAT csv, HEADER);
a,b
1,"x,""y
"
,z
\.
COPY v (a) FROM stdin DELIMITER '|' NULL 'nil';

nil
\.
\connect other
COPY public.t (c) FROM STDIN;
1
\.
`;
    expect(sound(postgresql, dump)).toEqual([
      [
        't',
        ['a', 'b'],
        [
          ['1', 'x\ty\\\nAB'],
          [null, ''],
        ],
      ],
      [
        'u',
        ['', ''],
        [
          ['1', 'x,"y\n'],
          [null, 'z'],
        ],
      ],
      ['v', ['a'], [[''], [null]]],
      ['other.public.t', ['c'], [['1']]],
    ]);
  });

  test('with Windows line breaks', () => {
    expect(sound(postgresql, 'COPY t (a, b) FROM stdin;\r\n1\t2\r\n3\t\r\n\\.\r\nSELECT 1;\r\n')).toEqual([
      [
        't',
        ['a', 'b'],
        [
          ['1', '2'],
          ['3', ''],
        ],
      ],
    ]);
  });
});
