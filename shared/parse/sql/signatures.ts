import type { FormatId } from '../../domain/dialect.ts';
import type { FormatDialect, Recognition, TextHead } from '../table-format.ts';
import { findRowRuns } from './row-runs.ts';
import { beginsStatement } from './statement-start.ts';

/** The formats that are dumps of SQL, the likeliest first when nothing tells them apart. */
export type SqlFormatId = Extract<FormatId, 'mysql' | 'postgresql' | 'mssql' | 'sqlite'>;

type Sign = { readonly format: SqlFormatId; readonly weight: number; readonly pattern: RegExp; readonly what: string };

/** What dumps of one server show and those of the others do not. */
const signs: readonly Sign[] = [
  { format: 'mysql', weight: 5, pattern: /^-- (?:MySQL|MariaDB) dump/m, what: 'the line “-- MySQL dump”' },
  { format: 'mysql', weight: 4, pattern: /^-- phpMyAdmin SQL Dump/m, what: 'the line “-- phpMyAdmin SQL Dump”' },
  {
    format: 'mysql',
    weight: 4,
    pattern: /Navicat (?:MySQL|MariaDB)|Source Server Type\s*:\s*(?:MySQL|MariaDB)/,
    what: 'the head of a Navicat dump of MySQL',
  },
  { format: 'mysql', weight: 3, pattern: /\)\s*ENGINE\s*=\s*\w/i, what: '“ENGINE=”' },
  { format: 'mysql', weight: 3, pattern: /\/\*!\d{5}/, what: 'comments of the kind /*!40101 … */' },
  { format: 'mysql', weight: 3, pattern: /(?:INTO|TABLE|EXISTS|IGNORE)\s+`/i, what: 'names between backticks' },
  {
    format: 'mysql',
    weight: 2,
    pattern: /\bAUTO_INCREMENT\b|^UNLOCK TABLES;/m,
    what: '“AUTO_INCREMENT” or “UNLOCK TABLES”',
  },
  { format: 'mysql', weight: 1, pattern: /(?:[^\\']|^)(?:\\\\)*\\'/, what: 'quotes escaped by a backslash' },
  {
    format: 'postgresql',
    weight: 5,
    pattern: /^-- PostgreSQL database (?:cluster )?dump/m,
    what: 'the line “-- PostgreSQL database dump”',
  },
  { format: 'postgresql', weight: 5, pattern: /^COPY\s+[^;]{1,20000}\sFROM\s+stdin\b/im, what: '“COPY … FROM stdin”' },
  {
    format: 'postgresql',
    weight: 3,
    pattern: /\bpg_catalog\b|^SET (?:statement_timeout|search_path|standard_conforming_strings)\b/m,
    what: 'settings of PostgreSQL',
  },
  {
    format: 'postgresql',
    weight: 2,
    pattern: /\bcharacter varying\b|\bnextval\(|(?:INTO|TABLE)\s+"?public"?\./i,
    what: 'types or the schema “public” of PostgreSQL',
  },
  {
    format: 'postgresql',
    weight: 1,
    pattern: /\bARRAY\[|[,(]\s*E'|'::[a-z]/,
    what: "arrays, strings of the kind E'…' or casts of the kind '…'::type",
  },
  {
    format: 'mssql',
    weight: 4,
    pattern: /\[dbo\]\.|^\s*SET IDENTITY_INSERT\b/im,
    what: '“[dbo]” or “SET IDENTITY_INSERT”',
  },
  { format: 'mssql', weight: 3, pattern: /(?:INSERT|INTO|TABLE|USE)\s+\[/i, what: 'names between brackets' },
  { format: 'mssql', weight: 2, pattern: /^GO\s*$/m, what: 'lines that hold “GO”' },
  { format: 'mssql', weight: 2, pattern: /[,(]\s*N'/, what: "strings of the kind N'…'" },
  { format: 'sqlite', weight: 5, pattern: /^PRAGMA foreign_keys\s*=/im, what: '“PRAGMA foreign_keys”' },
  { format: 'sqlite', weight: 3, pattern: /^BEGIN TRANSACTION;/m, what: '“BEGIN TRANSACTION”' },
  {
    format: 'sqlite',
    weight: 3,
    pattern: /\bsqlite_(?:sequence|master|schema|stat1)\b|\bAUTOINCREMENT\b/,
    what: '“sqlite_sequence” or “AUTOINCREMENT”',
  },
  { format: 'sqlite', weight: 2, pattern: /INSERT INTO (?:"[^"\n]+"|\w+) VALUES\(/, what: '“VALUES(” without a blank' },
];

const blanks = /[\s\uFEFF;]*/y;
const lineComment = /(?:--|#|\\)[^\n]*\n?/y;
const statementWord =
  /^(?:ALTER|BEGIN|COMMIT|COPY|CREATE|DECLARE|DELETE|DROP|EXEC|GO|IF|INSERT|LOCK|PRAGMA|PRINT|REPLACE|SELECT|SET|START|TRUNCATE|UPDATE|USE|DELIMITER)\b/i;
const rowsBehind = /(?:\)|[\w`"\]])\s*VALUES?\s*\(/i;
const selectedRow = /^\s*(?:INSERT|REPLACE)\b[^;]{0,2000}?\bSELECT\s+(?:[NE]?'|[-+]?\d|NULL\b|(?:CAST|CONVERT)\s*\()/im;
const rowLine = /^\s*\(.*\)\s*[,;]?\s*$/;
const nextRow = /['\w]\s*\)\s*,\s*\(\s*['\w-]/g;
/** Rows one behind the other, whatever they hold, that a text must show to be taken for the inside of a dump at all. */
const leastRows = 8;
const bytesPerRow = 4096;

/** What a beginning of comments alone must speak of to be that of a dump. */
const dumpWords =
  /\b(?:MySQL|MariaDB|PostgreSQL|SQLite|SQL ?Server|phpMyAdmin|Navicat|HeidiSQL|DBeaver|Adminer)\b|\b(?:SQL|database) (?:dump|script)\b|\b(?:dumping data|table structure|data) for table\b|\/\*!\d{5}/i;

type Structure = { readonly statements: number; readonly isSure: boolean; readonly reason: string };

/** The place of the first thing that is neither blank nor comment. */
function contentStart(text: string): number {
  let at = 0;
  for (;;) {
    blanks.lastIndex = at;
    at += blanks.exec(text)?.[0].length ?? 0;
    lineComment.lastIndex = at;
    const line = lineComment.exec(text)?.[0].length ?? 0;
    const close = text.startsWith('/*', at) ? text.indexOf('*/', at + 2) : 0;
    if (line === 0 && close <= 0) {
      return close < 0 ? text.length : at;
    }
    at = line > 0 ? at + line : close + 2;
  }
}

function insideInsert(rows: number): string {
  return `It looks like the inside of an INSERT: ${rows.toLocaleString('en')} rows follow one another as (…),(…).`;
}

/** Counts what is built like a dump; null when nothing is. */
function structureOf(text: string): Structure | null {
  const content = text.slice(contentStart(text));
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const starts = lines.filter((line) => beginsStatement(line.trimStart(), 'any'));
  const isStatementFirst = statementWord.test(content);
  const holdsRows = rowsBehind.test(text) || /^COPY\s.*\sFROM\s+stdin/im.test(text) || selectedRow.test(text);
  const statements = starts.length;
  const isFilled = statements > 0 && (holdsRows || /\bCREATE\s+(?:\w+\s+)?TABLE\b/i.test(text));
  const runs = findRowRuns(text);
  const ownLines = statements + lines.filter((line) => rowLine.test(line)).length;
  const isMostlyDump = isStatementFirst || ownLines * 4 >= lines.length || runs.share * 4 >= 1;
  const sees = `${statements} ${statements === 1 ? 'line begins' : 'lines begin'} with a statement of a dump.`;
  if (isFilled && isMostlyDump) {
    return { statements, isSure: true, reason: sees };
  }
  if (runs.share * 2 >= 1 && runs.withString * 2 >= runs.rows) {
    return { statements, isSure: true, reason: insideInsert(runs.rows) };
  }
  const rows = text.match(nextRow)?.length ?? 0;
  const isQuoted = text.split("'").length > rows;
  if (rows >= leastRows && rows * bytesPerRow >= text.length && isQuoted) {
    return { statements, isSure: false, reason: insideInsert(rows) };
  }
  if (isFilled) {
    return { statements, isSure: false, reason: sees };
  }
  return content === '' && dumpWords.test(text)
    ? { statements, isSure: false, reason: 'It begins with comments as a dump does.' }
    : null;
}

function signsOf(text: string): readonly Sign[] {
  return signs.filter(({ pattern }) => pattern.test(text));
}

function weightOf(found: readonly Sign[], id: SqlFormatId): number {
  return found.filter(({ format }) => format === id).reduce((sum, { weight }) => sum + weight, 0);
}

const ids: readonly SqlFormatId[] = ['mysql', 'postgresql', 'mssql', 'sqlite'];

function scoreOf(structure: Structure, weight: number, isLikeliest: boolean): number {
  if (!isLikeliest) {
    return weight === 0 ? 0.2 : 0.4;
  }
  const known = weight >= 3 ? 0.96 : weight > 0 ? 0.92 : 0.9;
  return structure.isSure ? known : weight >= 4 ? 0.9 : 0.75;
}

function reasonsOf(structure: Structure | null, found: readonly Sign[], id: SqlFormatId): readonly string[] {
  const seen = found.filter(({ format }) => format === id).map(({ what }) => what);
  const sign = seen.length === 0 ? [] : [`It shows ${seen.join(', ')}.`];
  if (structure === null) {
    return sign.length === 0 ? ['No statement of a dump was seen at its beginning.'] : sign;
  }
  const isPlain = found.length === 0;
  return [
    structure.reason,
    ...sign,
    ...(isPlain ? ['Nothing names the server it comes from; MySQL is the commonest.'] : []),
  ];
}

/** Says how sure it is that a beginning belongs to a dump of the given kind, or null when it is no dump at all. */
export function recogniseDump(
  id: SqlFormatId,
  { text }: TextHead,
  decided: Partial<FormatDialect>,
): Recognition | null {
  const structure = structureOf(text);
  const isDecided = decided.format === id;
  if (structure === null && !isDecided) {
    return null;
  }
  const found = signsOf(text);
  const weight = weightOf(found, id);
  const best = ids.reduce((first, next) => (weightOf(found, next) > weightOf(found, first) ? next : first));
  const guessed = { separator: '', quote: "'", hasHeader: true, width: null, shortRows: 'reject' } as const;
  return {
    score: structure === null ? 0.1 : scoreOf(structure, weight, best === id),
    dialect: { ...guessed, ...decided, format: id },
    reasons: reasonsOf(structure, found, id),
  };
}
