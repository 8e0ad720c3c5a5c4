import { closeParen, comma, openParen } from './ascii.ts';
import type { SqlLexer } from './lexer.ts';
import { type SqlName, TokenCursor } from './token-cursor.ts';

/** A table as CREATE TABLE defines it. */
export type TableDefinition = { readonly name: SqlName; readonly columns: readonly string[] };

const beforeTable = new Set([
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
const beforeName = new Set(['TABLE', 'IF', 'NOT', 'EXISTS']);

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

/** Reads the statement in [from, end) when it is a CREATE TABLE that lists its columns; null for any other. */
export function readTableDefinition(lexer: SqlLexer, from: number, end: number): TableDefinition | null {
  const cursor = new TokenCursor(lexer, from, end);
  let isThere = cursor.next() && cursor.word() === 'CREATE';
  while (isThere && beforeTable.has(cursor.word())) {
    isThere = cursor.next();
  }
  if (!isThere || cursor.word() !== 'TABLE') {
    return null;
  }
  while (isThere && beforeName.has(cursor.word())) {
    isThere = cursor.next();
  }
  const name = isThere ? cursor.qualifiedName() : null;
  if (name === null || !cursor.is(openParen)) {
    return null;
  }
  const columns: string[] = [];
  while (cursor.next()) {
    const column = cursor.name();
    const isConstraint = !cursor.isQuoted() && lexer.rules.constraintWords.has(cursor.word());
    if (column !== null && !isConstraint) {
      columns.push(column);
    }
    if (!passPart(cursor)) {
      break;
    }
  }
  return columns.length === 0 || columns[0]?.toUpperCase() === 'SELECT' ? null : { name, columns };
}
