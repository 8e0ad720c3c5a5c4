import { asciiText } from './ascii.ts';
import type { SqlLexer } from './lexer.ts';
import type { Escapes } from './sql-rules.ts';

const setting = /^SET\s+(?:(?:SESSION|LOCAL)\s+)?standard_conforming_strings\s*(?:=|\sTO\s)\s*'?(\w+)/i;

/** What the statement in [at, end) says backslashes mean in strings from now on, as PostgreSQL is told; null when nothing. */
export function readStringSetting(lexer: SqlLexer, at: number, end: number): Escapes | null {
  const [, value] = setting.exec(asciiText(lexer.bytes, at, Math.min(end, at + 100))) ?? [];
  if (value === undefined || !lexer.rules.psql) {
    return null;
  }
  return /^(?:off|false|no|0)$/i.test(value) ? 'postgresql' : 'none';
}
