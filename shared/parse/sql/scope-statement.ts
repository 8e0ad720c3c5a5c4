import type { SqlLexer } from './lexer.ts';
import { TokenCursor } from './token-cursor.ts';

/** Where names without a prefix belong from now on. To MySQL a database is what others call a schema. */
export type Scope = { readonly level: 'database' | 'schema'; readonly name: string };

/** Reads the statement in [from, end) when it is USE or SET search_path; null for any other. */
export function readScope(lexer: SqlLexer, from: number, end: number): Scope | null {
  const cursor = new TokenCursor(lexer, from, end);
  const word = cursor.next() ? cursor.word() : '';
  if ((word !== 'USE' && word !== 'SET') || !cursor.next()) {
    return null;
  }
  if (word === 'SET' && (cursor.word() !== 'SEARCH_PATH' || !cursor.next() || !cursor.next())) {
    return null;
  }
  return { level: word === 'USE' && !lexer.rules.hashComments ? 'database' : 'schema', name: cursor.name() ?? '' };
}
