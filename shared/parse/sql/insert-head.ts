import { openParen } from './ascii.ts';
import { broken, type SqlLexer } from './lexer.ts';
import { type SqlName, TokenCursor } from './token-cursor.ts';

/** What stands before the rows of an INSERT, or that its rows come from a query. */
export type InsertHead =
  | {
      readonly kind: 'values';
      readonly name: SqlName;
      readonly columns: readonly string[] | null;
      readonly end: number;
    }
  | { readonly kind: 'query' }
  | { readonly kind: 'stopped'; readonly signal: number };

const modifiers = new Set(['LOW_PRIORITY', 'DELAYED', 'HIGH_PRIORITY', 'IGNORE', 'OVERWRITE', 'INTO', 'TABLE']);
const queries = new Set(['SELECT', 'WITH', 'EXEC', 'EXECUTE', 'TABLE']);
/** Words between the name and VALUES, and how many tokens belong to them. */
const clauses: Readonly<Record<string, number>> = { OVERRIDING: 3, AS: 2, PARTITION: 1 };

/** Passes INSERT or REPLACE and what may stand before the name. */
function passModifiers(cursor: TokenCursor): boolean {
  if (!cursor.next() || !cursor.next()) {
    return false;
  }
  while (cursor.word() === 'OR' || modifiers.has(cursor.word())) {
    const isPair = cursor.word() === 'OR';
    if ((isPair && !cursor.next()) || !cursor.next()) {
      return false;
    }
  }
  return true;
}

function stopped(cursor: TokenCursor): InsertHead {
  return { kind: 'stopped', signal: cursor.signal === 0 ? broken : cursor.signal };
}

/** Reads from INSERT or REPLACE at `from` to VALUES. */
export function readInsertHead(lexer: SqlLexer, from: number): InsertHead {
  const cursor = new TokenCursor(lexer, from, lexer.stop);
  const name = passModifiers(cursor) ? cursor.qualifiedName() : null;
  if (name === null) {
    return stopped(cursor);
  }
  let columns: readonly string[] | null = null;
  while (cursor.signal === 0) {
    const word = cursor.word();
    if (word === 'VALUES' || word === 'VALUE') {
      return { kind: 'values', name, columns, end: cursor.end };
    }
    if (queries.has(word) && !isHint(word, cursor)) {
      return { kind: 'query' };
    }
    if (cursor.is(openParen) && columns === null) {
      const start = cursor.end;
      columns = cursor.names();
      if (columns === null) {
        return isQuery(lexer, start) ? { kind: 'query' } : stopped(cursor);
      }
      continue;
    }
    if (!passClause(cursor, clauses[word] ?? 0)) {
      break;
    }
  }
  return stopped(cursor);
}

/** `WITH (TABLOCK)` is a hint of SQL Server; any other WITH begins a query. */
function isHint(word: string, cursor: TokenCursor): boolean {
  return word === 'WITH' && cursor.next() && cursor.is(openParen) && cursor.passParens();
}

function isQuery(lexer: SqlLexer, from: number): boolean {
  const cursor = new TokenCursor(lexer, from, lexer.stop);
  return cursor.next() && queries.has(cursor.word());
}

function passClause(cursor: TokenCursor, tokens: number): boolean {
  for (let left = tokens; left > 0; left--) {
    if (!cursor.next()) {
      return false;
    }
  }
  return tokens > 0 && (!cursor.is(openParen) || tokens > 1 || cursor.passParens());
}
