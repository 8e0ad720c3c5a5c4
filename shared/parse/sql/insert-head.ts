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
  | { readonly kind: 'query'; readonly name: SqlName; readonly columns: readonly string[] | null; readonly at: number }
  | { readonly kind: 'stopped'; readonly signal: number };

const modifiers = new Set(['LOW_PRIORITY', 'DELAYED', 'HIGH_PRIORITY', 'IGNORE', 'OVERWRITE', 'INTO', 'TABLE']);
const queries = new Set(['SELECT', 'EXEC', 'EXECUTE', 'TABLE']);
/** Words between the name and VALUES, and how many tokens belong to them. */
const clauses: Readonly<Record<string, number>> = { OVERRIDING: 3, AS: 2, PARTITION: 1, WITH: 1 };

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
  const isListed = cursor.is(openParen);
  const start = cursor.end;
  const columns = isListed ? cursor.names() : null;
  if (isListed && columns === null) {
    return cursor.signal === 0 ? readQuery(lexer, start, name, null) : stopped(cursor);
  }
  return cursor.is(openParen) ? readQuery(lexer, cursor.end, name, columns) : readClauses(cursor, name, columns);
}

function readClauses(cursor: TokenCursor, name: SqlName, columns: readonly string[] | null): InsertHead {
  while (cursor.signal === 0) {
    const word = cursor.word();
    if (word === 'VALUES' || word === 'VALUE') {
      return { kind: 'values', name, columns, end: cursor.end };
    }
    if (queries.has(word)) {
      return { kind: 'query', name, columns, at: cursor.at };
    }
    if (!passClause(cursor, word)) {
      break;
    }
  }
  return stopped(cursor);
}

/** Looks behind a parenthesis that opens no list of columns: a query may stand there. */
function readQuery(lexer: SqlLexer, from: number, name: SqlName, columns: readonly string[] | null): InsertHead {
  const cursor = new TokenCursor(lexer, from, lexer.stop);
  return cursor.next() && queries.has(cursor.word())
    ? { kind: 'query', name, columns, at: cursor.at }
    : stopped(cursor);
}

/** Passes a clause between the name and VALUES; false when it is none that is known. */
function passClause(cursor: TokenCursor, word: string): boolean {
  let left = clauses[word] ?? 0;
  const isKnown = left > 0;
  while (left > 0 && cursor.next()) {
    left--;
  }
  return isKnown && left === 0 && (!cursor.is(openParen) || cursor.passParens());
}
