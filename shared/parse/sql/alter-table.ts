import { comma, openParen, semicolon } from './ascii.ts';
import type { SqlLexer } from './lexer.ts';
import { type ColumnDefinition, passWords, readColumns, readTableName } from './table-definition.ts';
import { type SqlName, TokenCursor } from './token-cursor.ts';

/** How ALTER TABLE changes the cells of a row: a column comes behind another ('' is none) or last, or one goes. */
export type ColumnChange =
  | { readonly kind: 'add'; readonly column: ColumnDefinition; readonly behind: string | null }
  | { readonly kind: 'drop'; readonly name: string };

/** The changes that an ALTER TABLE makes to the columns of a table, in order. */
export type TableAlteration = { readonly name: SqlName; readonly changes: readonly ColumnChange[] };

const beforeTable = new Set(['ALTER', 'ONLINE', 'OFFLINE', 'IGNORE']);
const beforeName = new Set(['TABLE', 'IF', 'EXISTS', 'ONLY']);
const beforeColumn = new Set(['COLUMN', 'IF', 'NOT', 'EXISTS']);
/** What may be added or dropped beside columns and constraints. */
const otherParts = new Set(['DEFAULT', 'PARTITION', 'SYSTEM', 'GENERATED']);

/** Passes the rest of a part, and notes where in the row its column goes. */
function passPart(cursor: TokenCursor): string | null {
  let behind: string | null = null;
  while (cursor.signal === 0 && !cursor.is(comma) && !cursor.is(semicolon)) {
    if (cursor.is(openParen)) {
      cursor.passParens();
      continue;
    }
    const word = cursor.word();
    behind = word === 'FIRST' ? '' : behind;
    if (cursor.next() && word === 'AFTER') {
      behind = cursor.name() ?? behind;
    }
  }
  return behind;
}

function isOther(lexer: SqlLexer, cursor: TokenCursor): boolean {
  const word = cursor.word();
  return !cursor.isQuoted() && (lexer.rules.constraintWords.has(word) || otherParts.has(word));
}

/** Reads what stands behind ADD. */
function readAdded(lexer: SqlLexer, cursor: TokenCursor): readonly ColumnChange[] {
  if (cursor.is(openParen)) {
    const columns = readColumns(lexer, cursor) ?? [];
    passPart(cursor);
    return columns.map((column) => ({ kind: 'add', column, behind: null }));
  }
  const name = isOther(lexer, cursor) ? null : cursor.name();
  if (name === null) {
    passPart(cursor);
    return [];
  }
  const isBinary = cursor.next() && lexer.rules.binaryTypes.has(cursor.word());
  return [{ kind: 'add', column: { name, isBinary }, behind: passPart(cursor) }];
}

/** Reads what stands behind DROP. */
function readDropped(lexer: SqlLexer, cursor: TokenCursor): readonly ColumnChange[] {
  const name = isOther(lexer, cursor) ? null : cursor.name();
  passPart(cursor);
  return name === null ? [] : [{ kind: 'drop', name }];
}

/** Reads the parts between commas. SQL Server writes ADD and DROP once for all the parts that follow. */
function readChanges(lexer: SqlLexer, cursor: TokenCursor): readonly ColumnChange[] {
  const changes: ColumnChange[] = [];
  let verb = '';
  do {
    const word = cursor.word();
    const isVerb = word === 'ADD' || word === 'DROP';
    verb = isVerb || !lexer.rules.bracketNames ? word : verb;
    const isRead = (!isVerb || cursor.next()) && passWords(cursor, beforeColumn);
    if (isRead && verb === 'ADD') {
      changes.push(...readAdded(lexer, cursor));
    } else if (isRead && verb === 'DROP') {
      changes.push(...readDropped(lexer, cursor));
    } else {
      passPart(cursor);
    }
  } while (cursor.is(comma) && cursor.next());
  return changes;
}

/** Reads the statement in [from, end) when it is an ALTER TABLE that adds or drops columns; null for any other. */
export function readTableAlteration(lexer: SqlLexer, from: number, end: number): TableAlteration | null {
  const cursor = new TokenCursor(lexer, from, end);
  const name = readTableName(cursor, beforeTable, beforeName);
  const changes = name === null ? [] : readChanges(lexer, cursor);
  return name === null || changes.length === 0 ? null : { name, changes };
}
