import type { RejectReason } from '../../domain/sample.ts';
import { closeParen, comma, openParen, semicolon } from './ascii.ts';
import { ByteWindow } from './byte-window.ts';
import type { DumpTable } from './dump-tables.ts';
import { SqlLexer } from './lexer.ts';
import { maxRecordBytes } from './rejection.ts';
import type { RowTools } from './row-tools.ts';
import { TokenCursor } from './token-cursor.ts';
import { TupleReader } from './tuple-reader.ts';

type Stretch = { readonly start: number; readonly end: number };

/** A SELECT of values alone: its place, and that of each value without the name that it may be given. */
type SelectedRow = Stretch & { readonly values: readonly Stretch[] };

const wordsBehindValue = new Set(['AS', 'UNION', 'FROM', 'WHERE', 'GROUP', 'HAVING', 'ORDER', 'LIMIT', 'ON']);
const setOperators = new Set(['UNION', 'ALL', 'DISTINCT']);

function isBehindValue(cursor: TokenCursor): boolean {
  return cursor.is(comma) || cursor.is(semicolon) || cursor.is(closeParen) || wordsBehindValue.has(cursor.word());
}

/** Passes a value up to the comma or word behind it. */
function passValue(cursor: TokenCursor): Stretch {
  const start = cursor.at;
  let end = start;
  while (cursor.signal === 0 && !isBehindValue(cursor)) {
    if (cursor.is(openParen)) {
      end = cursor.closingEnd();
    } else {
      end = cursor.end;
      cursor.next();
    }
  }
  if (cursor.word() === 'AS' && cursor.next()) {
    cursor.next();
  }
  return { start, end };
}

/** Reads a SELECT from its first value on; null when it selects from a table. */
function readSelect(cursor: TokenCursor, start: number): SelectedRow | null {
  const values: Stretch[] = [];
  let hasMore = true;
  while (hasMore) {
    values.push(passValue(cursor));
    hasMore = cursor.is(comma) && cursor.next();
  }
  if (cursor.word() === 'FROM' && (!cursor.next() || cursor.word() !== 'DUAL' || !cursor.next())) {
    return cursor.word() === 'DUAL' ? { start, end: cursor.end, values } : null;
  }
  return { start, end: values.at(-1)?.end ?? start, values };
}

/** Reads `SELECT 1, 'x' UNION ALL SELECT 2, 'y'` in [from, end); null when it is more than values. */
function readSelects(lexer: SqlLexer, from: number, end: number): readonly SelectedRow[] | null {
  const cursor = new TokenCursor(lexer, from, end);
  const rows: SelectedRow[] = [];
  let isNext = cursor.next();
  while (isNext && cursor.word() === 'SELECT') {
    const { at } = cursor;
    const row = cursor.next() ? readSelect(cursor, at) : null;
    if (row === null) {
      return null;
    }
    rows.push(row);
    isNext = false;
    while (setOperators.has(cursor.word()) && cursor.next()) {
      isNext = true;
    }
  }
  const isOver = cursor.signal !== 0 || cursor.is(semicolon) || cursor.is(closeParen) || cursor.word() === 'ON';
  return isOver && rows.length > 0 ? rows : null;
}

/** Reads the rows of an INSERT whose query selects values that stand in it, from no table. */
export class SelectRows {
  private readonly tools: RowTools;
  private readonly window = new ByteWindow();
  private readonly lexer: SqlLexer;
  private readonly tuples: TupleReader;

  constructor(tools: RowTools) {
    this.tools = tools;
    this.lexer = new SqlLexer(tools.lexer.rules);
    this.tuples = new TupleReader(this.lexer);
  }

  /** The rows in [from, end) of the file's bytes at hand; null when the query is of another kind. */
  find(from: number, end: number): readonly SelectedRow[] | null {
    return readSelects(this.tools.lexer, from, end);
  }

  /** Takes a row that was found. Its values are set as if they stood in parentheses. */
  take({ start, end, values }: SelectedRow, table: DumpTable, listed: readonly number[] | null): void {
    const { window, lexer, tools } = this;
    const source = tools.lexer.bytes;
    const length = values.reduce((sum, value) => sum + value.end - value.start + 1, 1);
    window.bytes = new Uint8Array(length);
    window.bytes[0] = openParen;
    let at = 1;
    for (const value of values) {
      window.bytes.set(source.subarray(value.start, value.end), at);
      at += value.end - value.start;
      window.bytes[at++] = comma;
    }
    window.bytes[length - 1] = closeParen;
    lexer.rules = tools.lexer.rules;
    lexer.open(window, length, true, true);
    const reason = this.write(table, listed);
    if (reason !== null) {
      tools.window.start = start;
      tools.rejection.whole(end, reason, table.writer);
    }
  }

  private write(table: DumpTable, listed: readonly number[] | null): RejectReason | null {
    const { lexer, tuples, tools } = this;
    const { cells } = tuples;
    const isLong = lexer.stop > maxRecordBytes;
    if (isLong || tuples.end(0) !== lexer.stop) {
      return isLong ? 'too-long' : 'malformed-statement';
    }
    const places = listed ?? table.unlisted(cells.count);
    if (cells.count !== places.length) {
      return cells.count < places.length ? 'too-few-cells' : 'too-many-cells';
    }
    return tools.cellWriter.row(table, places, lexer.bytes, cells) ? null : 'not-utf-8';
  }
}
