import { closeParen, comma, openParen } from './ascii.ts';
import type { SqlLexer } from './lexer.ts';
import { type SqlName, TokenCursor } from './token-cursor.ts';

/** A column as CREATE TABLE defines it, and whether its type holds bytes rather than text. */
export type ColumnDefinition = { readonly name: string; readonly isBinary: boolean };

/** A table as CREATE TABLE defines it. */
export type TableDefinition = { readonly name: SqlName; readonly columns: readonly ColumnDefinition[] };

const wordsOfCreate = new Set([
  'CREATE',
  'OR',
  'REPLACE',
  'TEMP',
  'TEMPORARY',
  'GLOBAL',
  'LOCAL',
  'UNLOGGED',
  'FOREIGN',
  'EXTERNAL',
]);
const wordsOfName = new Set(['TABLE', 'IF', 'NOT', 'EXISTS']);

/** Passes the rest of a definition's part; false at the parenthesis that ends the table. */
function passPart(cursor: TokenCursor): boolean {
  let depth = 0;
  do {
    if (depth === 0 && (cursor.is(comma) || cursor.is(closeParen))) {
      return cursor.is(comma);
    }
    depth += cursor.is(openParen) ? 1 : cursor.is(closeParen) ? -1 : 0;
  } while (cursor.next());
  return false;
}

/** Goes behind any of these words; false when nothing follows. */
export function passWords(cursor: TokenCursor, words: ReadonlySet<string>): boolean {
  while (words.has(cursor.word())) {
    if (!cursor.next()) {
      return false;
    }
  }
  return true;
}

/** The columns between the parentheses, the first of which is at hand; null when the closing one is missing. */
export function readColumns(lexer: SqlLexer, cursor: TokenCursor): readonly ColumnDefinition[] | null {
  const { constraintWords, binaryTypes } = lexer.rules;
  const columns: ColumnDefinition[] = [];
  do {
    if (!cursor.next()) {
      return null;
    }
    const name = cursor.name();
    const isConstraint = !cursor.isQuoted() && constraintWords.has(cursor.word());
    if (name !== null && !isConstraint) {
      columns.push({ name, isBinary: cursor.next() && binaryTypes.has(cursor.word()) });
    }
  } while (passPart(cursor));
  return cursor.signal === 0 ? columns : null;
}

/** Goes from a statement's start to the name of its table and behind it; null when it is about something else. */
export function readTableName(
  cursor: TokenCursor,
  beforeTable: ReadonlySet<string>,
  beforeName: ReadonlySet<string>,
): SqlName | null {
  const isTable = cursor.next() && passWords(cursor, beforeTable) && cursor.word() === 'TABLE';
  return isTable && passWords(cursor, beforeName) ? cursor.qualifiedName() : null;
}

/** Reads the statement in [from, end) when it is a CREATE TABLE that lists its columns; null for any other. */
export function readTableDefinition(lexer: SqlLexer, from: number, end: number): TableDefinition | null {
  const cursor = new TokenCursor(lexer, from, end);
  const name = readTableName(cursor, wordsOfCreate, wordsOfName);
  const columns = name !== null && cursor.is(openParen) ? readColumns(lexer, cursor) : null;
  const isDefinition = columns !== null && columns.length > 0 && columns[0]?.name.toUpperCase() !== 'SELECT';
  return name !== null && isDefinition ? { name, columns } : null;
}
