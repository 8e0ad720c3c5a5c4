import { describe, expect, test } from 'vitest';
import { recogniseText } from '#shared/parse/formats.ts';
import { mssql } from '#shared/parse/mssql.ts';
import { mysql } from '#shared/parse/mysql.ts';
import { postgresql } from '#shared/parse/postgresql.ts';
import { sqlite } from '#shared/parse/sqlite.ts';

function best(text: string, isWhole = true): { format: string; score: number; reasons: readonly string[] } | null {
  const found = recogniseText({ text, isWhole }, {})[0];
  return found === undefined ? null : { format: found.dialect.format, score: found.score, reasons: found.reasons };
}

const mysqldump = `-- MySQL dump 10.13  Distrib 8.0.36\n--\n-- Host: localhost\n/*!40101 SET NAMES utf8 */;\nDROP TABLE IF EXISTS \`t\`;\nCREATE TABLE \`t\` (\n  \`id\` int NOT NULL AUTO_INCREMENT\n) ENGINE=InnoDB;\nINSERT INTO \`t\` VALUES (1,'it\\'s');\n`;
const pgDump = `--\n-- PostgreSQL database dump\n--\n\nSET statement_timeout = 0;\nSELECT pg_catalog.set_config('search_path', '', false);\nCREATE TABLE public.t (\n    a character varying\n);\nCOPY public.t (a) FROM stdin;\nx\n\\.\n`;
const script = `\uFEFFUSE [db]\r\nGO\r\nSET ANSI_NULLS ON\r\nGO\r\nCREATE TABLE [dbo].[t](\r\n\t[Id] [int] NOT NULL\r\n)\r\nGO\r\nINSERT [dbo].[t] ([Id]) VALUES (1)\r\nGO\r\n`;
const sqliteDump = `PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\nCREATE TABLE t(a,b);\nINSERT INTO t VALUES(1,'x');\nCOMMIT;\n`;

describe('a dump is known', () => {
  test.each([
    ['mysqldump', mysqldump, 'mysql'],
    ['pg_dump', pgDump, 'postgresql'],
    ['a script of Management Studio', script, 'mssql'],
    ['sqlite3 .dump', sqliteDump, 'sqlite'],
    [
      'pg_dump without COPY',
      "INSERT INTO public.t VALUES (1, 'x');\nINSERT INTO public.t VALUES (2, 'y');\n",
      'postgresql',
    ],
    ['rows of SQL Server alone', "INSERT [dbo].[t] ([Id], [N]) VALUES (1, N'x')\n", 'mssql'],
    ['an INSERT with backticks', "INSERT INTO `t` (`a`) VALUES ('x'),('y');", 'mysql'],
    ['rows that are selected', "INSERT [dbo].[T] ([a], [b])\nSELECT 1, N'x' UNION ALL\nSELECT 2, N'y'\nGO\n", 'mssql'],
    ['COPY alone', 'COPY t (a, b) FROM stdin;\n1\t2\n\\.\n', 'postgresql'],
  ])('by its marks: %s', (_, text, format) => {
    const found = best(text);
    expect(found).toMatchObject({ format });
    expect(found?.score).toBeGreaterThanOrEqual(0.9);
    expect(found?.reasons.join(' ')).toMatch(/It shows /);
  });

  test('though only its definitions and comments are seen', () => {
    const columns = Array.from({ length: 8000 }, (_, at) => `  c${at} int, -- it's column ${at}\n`).join('');
    const text = `${'-- a long licence, it is\n'.repeat(4000)}CREATE TABLE t (\n${columns}`.slice(0, 1 << 18);
    expect(best(text, false)).toMatchObject({ format: 'mysql' });
    expect(best(text, false)?.score).toBeGreaterThanOrEqual(0.9);
  });

  test('without any mark as the likeliest, with a reason', () => {
    const found = best(
      "INSERT INTO users (id, name) VALUES (1, 'Ada');\nINSERT INTO users (id, name) VALUES (2, 'Bob');\n",
    );
    expect(found).toMatchObject({ format: 'mysql' });
    expect(found?.score).toBeGreaterThanOrEqual(0.9);
    expect(found?.reasons).toContain('Nothing names the server it comes from; MySQL is the commonest.');
  });

  test('in the middle of an INSERT, where no statement is seen', () => {
    const text = Array.from({ length: 3000 }, (_, row) => `(${row},'name ${row}','a, b')`).join(',');
    expect(best(`me','x'),${text}`, false)).toMatchObject({ format: 'mysql' });
  });

  test('behind a few lines of prose', () => {
    expect(best(`Leaked by nobody\n\n${mysqldump}`)).toMatchObject({ format: 'mysql' });
  });

  const rows = Array.from({ length: 39 }, (_, row) => `(${row}, 'user${row}', 'u${row}@mail.com', NULL)`);
  const few = "(1, 'a@b.cc', 'x'),\n(2, 'b@b.cc', 'y'),\n(3, 'c@b.cc', 'z');\n";
  const members = 'INSERT INTO `members` (`id`, `name`, `mail`, `x`) VALUES\n';
  test.each([
    ['an INSERT below a notice', `Leaked by nobody\n${members}${rows.join(',\n')};\n`],
    ['a short INSERT below a longer notice', `${'All of it is here.\n'.repeat(12)}${members}${few}`],
    ['a long line below a notice', `${'Leaked\n\n'.repeat(9)}${members.trim()} ${rows.join(',')};\n`],
    ['the lines of an INSERT', `${rows.join(',\n')},\n`],
    ['the lines of an INSERT below a notice', `Leaked by nobody, enjoy\n\n${rows.join(',\n')},\n`],
    ['a few of them', few],
    ['escaped quotes', `${"(11,'user','it\\'s, ok',NULL),\n".repeat(40)}`],
    ['one line that is cut at both ends', `','u0@mail.com',NULL),${rows.join(',')},(40, 'us`],
    ['calls, prefixes and hexadecimals', "(1, NOW(), N'a', _binary 'b', 0xFF),\n(2, NULL, X'00', \"it's\", -1.5),\n"],
  ])('for sure: %s', (_, text) => {
    const found = best(text);
    expect(found?.format).toMatch(/mysql|mssql/);
    expect(found?.score).toBeGreaterThanOrEqual(0.9);
  });
});

describe('what is no dump', () => {
  test.each([
    [
      'prose that speaks of SQL',
      'text',
      'To add a user, INSERT INTO the table the VALUES you want.\nINSERT is a statement.\nInsert coin.\n',
    ],
    ['a table', 'csv', 'id,query\n1,"INSERT INTO t VALUES (1)"\n2,b\n'],
    [
      'a table with a statement on a line of its own',
      'csv',
      `id,text\n${'1,abc\n'.repeat(50)}2,"x\nINSERT INTO t VALUES (1);\n"\n`,
    ],
    ['a list', 'combo', 'a@example.com:secret\nb@example.com:(x),(y)\n'],
    ['comments alone in a table', 'csv', '--,a\n--,b\n'],
    ['a table of queries', 'csv', `id,query\n${`7,"INSERT INTO t VALUES (1,'a','b','c','d','e','f')"\n`.repeat(20)}`],
    [
      'a table of areas',
      'csv',
      `id\tarea\n${'7\tPOLYGON ((30 10, 40 40), (20 30, 35 35), (20 20, 1 1))\n'.repeat(20)}`,
    ],
    ['a table with telephones', 'csv', `name,phone\n${"O'Neil,(415) 555-0100\nD'Arcy,(415) 555-0101\n".repeat(20)}`],
  ])('%s', (_, format, text) => {
    expect(best(text)).toMatchObject({ format });
  });
});

describe('what the analyst has chosen', () => {
  test.each([mysql, postgresql, mssql, sqlite])('$label is never refused', (format) => {
    const found = format.recognise({ text: 'a,b\n1,2\n', isWhole: true }, { format: format.id, shortRows: 'fill' });
    expect(found).toMatchObject({ score: 0.1, dialect: { format: format.id, shortRows: 'fill' } });
    expect(found?.reasons).toEqual(['No statement of a dump was seen at its beginning.']);
  });
});
