import type { RejectReason } from '../../domain/sample.ts';
import { asterisk, comma, isWordByte, openParen, semicolon } from './ascii.ts';
import type { DumpTable } from './dump-tables.ts';
import { executedCommentEdge } from './executed-comment.ts';
import { type InsertHead, readInsertHead } from './insert-head.ts';
import { needMore } from './lexer.ts';
import { maxRecordBytes } from './rejection.ts';
import type { RowTools } from './row-tools.ts';
import { SelectRows } from './select-rows.ts';
import { cellKind } from './sql-cells.ts';
import { nowhere } from './statement-start.ts';
import { statementWords } from './statement-words.ts';
import { TokenCursor } from './token-cursor.ts';
import { TupleReader } from './tuple-reader.ts';

/** Where the rows of the INSERT at hand go; without `places` the table says it. */
type Plan = { readonly table: DumpTable; readonly places: readonly number[] | null };

type QueryHead = Extract<InsertHead, { readonly kind: 'query' }>;

/** Words that may follow the last row of an INSERT and belong to it. */
const tailWords = new Set(['ON', 'RETURNING', 'AS', 'OPTION']);

/** Reads INSERT and REPLACE: the head, then row by row, so that a statement may be longer than memory. */
export class InsertRows {
  /** Whether the statement has ended. */
  isOver = true;
  private readonly tools: RowTools;
  private readonly tuples: TupleReader;
  private readonly selects: SelectRows;
  private plan: Plan | null = null;
  /** The head of the last INSERT as it was written: dumps repeat it, and then it need not be read again. */
  private head = new Uint8Array(0);

  constructor(tools: RowTools) {
    this.tools = tools;
    this.tuples = new TupleReader(tools.lexer);
    this.selects = new SelectRows(tools);
  }

  /** The table of the last INSERT. */
  get table(): DumpTable | null {
    return this.plan?.table ?? null;
  }

  /** Forgets how the last head was read, because names mean something else from now on. */
  forgetHead(): void {
    this.head = new Uint8Array(0);
  }

  /** Past the head at `start` when it is the same as that of the last INSERT; else `start`. */
  passSameHead(start: number): number {
    const { head } = this;
    const { bytes, stop } = this.tools.lexer;
    const { length } = head;
    if (length === 0 || start + length >= stop || isWordByte(bytes[start + length])) {
      return start;
    }
    for (let k = 0; k < length; k++) {
      if (bytes[start + k] !== head[k]) {
        return start;
      }
    }
    this.isOver = false;
    return start + length;
  }

  /** Reads the statement that begins at `start` with INSERT or REPLACE, up to its rows. */
  begin(start: number): number {
    const { lexer, tables } = this.tools;
    this.isOver = true;
    const head = readInsertHead(lexer, start);
    if (head.kind === 'stopped') {
      return head.signal;
    }
    if (head.kind === 'query') {
      return this.query(start, head);
    }
    const table = tables.table(head.name);
    const places = head.columns === null ? null : table.listed(head.columns);
    if (places === null && head.columns !== null) {
      return lexer.fail('malformed-statement');
    }
    this.plan = { table, places };
    this.head = lexer.bytes.slice(start, head.end);
    this.isOver = false;
    return head.end;
  }

  /** Goes on with rows that stand where their statement is not known: those of the last INSERT, or of the nameless table. */
  resume(): void {
    this.isOver = false;
  }

  /** Reads a row, or what stands between two. */
  step(start: number): number {
    const { lexer } = this.tools;
    const { bytes } = lexer;
    const at = lexer.blankEnd(start);
    if (at < 0) {
      return at;
    }
    if (at >= lexer.stop) {
      this.isOver = true;
      return at;
    }
    const byte = bytes[at];
    if (byte === openParen) {
      return this.tuple(at);
    }
    if (byte === comma) {
      return at + 1;
    }
    if (byte === semicolon) {
      this.isOver = true;
      return at + 1;
    }
    if (byte === asterisk) {
      return this.commentClose(at);
    }
    return isWordByte(byte) ? this.word(at) : lexer.fail('malformed-statement');
  }

  /** Past the end of the executed comment that the statement stands in. */
  private commentClose(at: number): number {
    const { lexer } = this.tools;
    const end = executedCommentEdge(lexer, at);
    if (end === at) {
      return lexer.fail('malformed-statement');
    }
    this.isOver = end >= 0;
    return end;
  }

  private word(at: number): number {
    const { lexer, statements } = this.tools;
    const cursor = new TokenCursor(lexer, at, lexer.stop);
    if (!cursor.next()) {
      return cursor.signal;
    }
    const word = cursor.word();
    if (word === 'ROW') {
      return cursor.end;
    }
    if (tailWords.has(word)) {
      const end = statements.end(at, true);
      this.isOver = end >= 0;
      return end;
    }
    if (word !== 'INSERT' && word !== 'REPLACE' && !statementWords.has(word)) {
      return lexer.fail('malformed-statement');
    }
    this.isOver = true;
    return at;
  }

  private tuple(at: number): number {
    const end = this.tuples.end(at);
    if (end < 0) {
      this.tools.window.start = at;
      return end;
    }
    const { cells } = this.tuples;
    const plan = this.plan ?? this.nameless(cells.count);
    const places = plan === null ? null : (plan.places ?? plan.table.unlisted(cells.count));
    if (plan === null || places === null) {
      return this.reject(at, end, 'malformed-statement');
    }
    if (end - at > maxRecordBytes) {
      return this.reject(at, end, 'too-long');
    }
    if (cells.count !== places.length) {
      return this.wrongCount(at, end, cells.count < places.length);
    }
    const { lexer, cellWriter } = this.tools;
    this.tellBinary(plan.table, places);
    return cellWriter.row(plan.table, places, lexer.bytes, cells) ? end : this.reject(at, end, 'not-utf-8');
  }

  private tellBinary({ binary }: DumpTable, places: readonly number[]): void {
    const { lexer, onBinary } = this.tools;
    const { cells } = this.tuples;
    if (onBinary === null) {
      return;
    }
    for (const [index, place] of places.entries()) {
      if (cells.kind(index) >= cellKind.binary || binary.has(place)) {
        onBinary(lexer.offset(cells.start(index)), lexer.offset(cells.end(index)));
      }
    }
  }

  private wrongCount(at: number, end: number, isShort: boolean): number {
    const { restarts, lexer, window } = this.tools;
    const swallowed = restarts.rowsWithin(at, end);
    if (swallowed !== nowhere) {
      window.start = at;
      return swallowed === needMore ? needMore : lexer.fail('unclosed-quote');
    }
    return this.reject(at, end, isShort ? 'too-few-cells' : 'too-many-cells');
  }

  private reject(at: number, end: number, reason: RejectReason): number {
    const { window, rejection } = this.tools;
    window.start = at;
    rejection.whole(end, reason, this.plan?.table.writer ?? null);
    return end;
  }

  /** Rows before any INSERT: the file was cut at its start. A single value in parentheses may be anything. */
  private nameless(count: number): Plan | null {
    if (count < 2) {
      return null;
    }
    this.plan = { table: this.tools.tables.table({ schema: '', table: '' }), places: null };
    return this.plan;
  }

  /** An INSERT whose rows come from a query has no rows of its own, unless it selects mere values. */
  private query(start: number, { name, columns, at }: QueryHead): number {
    const { statements, rejection, window, tables } = this.tools;
    const end = statements.end(start);
    if (end < 0) {
      return end;
    }
    const rows = this.selects.find(at, end);
    const table = rows === null ? null : tables.table(name);
    const places = columns === null ? null : (table?.listed(columns) ?? null);
    if (rows !== null && table !== null && (places !== null || columns === null)) {
      for (const row of rows) {
        this.selects.take(row, table, places);
      }
    } else if (!this.readsTables(start, end)) {
      window.start = start;
      rejection.whole(end, 'malformed-statement', null);
    }
    return end;
  }

  private readsTables(start: number, end: number): boolean {
    const cursor = new TokenCursor(this.tools.lexer, start, end);
    while (cursor.next()) {
      const word = cursor.word();
      if (word === 'FROM' || word === 'EXEC' || word === 'EXECUTE') {
        return true;
      }
    }
    return false;
  }
}
