import type { Encoding } from '../../domain/dialect.ts';
import type { TableSummary } from '../../kernel/table-writer.ts';
import type { TableSink, TextReader } from '../table-format.ts';
import { asciiText, backslash, isWordByte, openParen, semicolon, space } from './ascii.ts';
import { ByteWindow } from './byte-window.ts';
import { CellWriter } from './cell-writer.ts';
import { readCopyHead } from './copy-head.ts';
import { CopyRows } from './copy-rows.ts';
import { DumpTables, type OpenQuote } from './dump-tables.ts';
import { executedCommentEdge } from './executed-comment.ts';
import { InsertRows } from './insert-rows.ts';
import { learnStatement } from './learn-statement.ts';
import { broken, needMore, SqlLexer } from './lexer.ts';
import { readPsqlCommand } from './psql-command.ts';
import { Rejection } from './rejection.ts';
import type { OnBinary } from './row-tools.ts';
import type { SqlRules } from './sql-rules.ts';
import { StatementReader } from './statement-reader.ts';
import { RestartFinder } from './statement-start.ts';
import { statementWords } from './statement-words.ts';

/** Input is taken in pieces of this size, so that memory stays near the longest record whatever the caller pushes. */
const pieceBytes = 1 << 18;
/** How far is read in the hope that a record ends soundly, though it may be too long to be kept. */
const longestRead = 1 << 23;
const byteOrderMark = [0xef, 0xbb, 0xbf];

type Mode = 'statements' | 'insert' | 'copy' | 'unsound';

/**
 * Reads a dump: statement by statement, and the rows of INSERT and COPY one by one. Each step reads one whole thing (a
 * comment, a row, a statement) from bytes that are at hand and is done again when they end too early, so what is found
 * does not depend on how the file is cut; waiting for twice the bytes each time keeps that linear.
 *
 * What is not sound is rejected up to the next place where a statement or a row clearly begins. A quote that was left open
 * shows itself in what stands behind the string it seems to close; the search for that place therefore begins at the
 * start of the unsound record, not at its end.
 */
export class SqlReader implements TextReader {
  private readonly window = new ByteWindow();
  private readonly lexer: SqlLexer;
  private readonly tables: DumpTables;
  private readonly statements: StatementReader;
  private readonly rejection: Rejection;
  private readonly insert: InsertRows;
  private readonly copy: CopyRows;
  private mode: Mode = 'statements';
  /** How many bytes must be at hand before it is worth trying again. */
  private wanted = 0;
  private sawStatement = false;
  /** The first quote that was still open when the file ended. */
  private openQuote: OpenQuote | null = null;

  constructor(rules: SqlRules, sink: TableSink, hasOwnBytes: boolean, onBinary: OnBinary | null) {
    const { window } = this;
    const lexer = new SqlLexer(rules);
    const tables = new DumpTables(sink, rules.foldsNames);
    const restarts = new RestartFinder(lexer);
    const statements = new StatementReader(lexer, restarts);
    const rejection = new Rejection(window, lexer, restarts, sink.onStray);
    const cellWriter = new CellWriter(hasOwnBytes);
    const tools = { window, lexer, tables, restarts, statements, rejection, cellWriter, onBinary };
    this.lexer = lexer;
    this.tables = tables;
    this.statements = statements;
    this.rejection = rejection;
    this.insert = new InsertRows(tools);
    this.copy = new CopyRows(tools);
  }

  push(utf8: Uint8Array): void {
    for (let from = 0; from < utf8.length; from += pieceBytes) {
      this.window.append(utf8.subarray(from, from + pieceBytes));
      this.run(false);
    }
  }

  /** Where in the file a row begins of which not all is there; null when none does. */
  rowAtHand(): number | null {
    const { bytes, start, filled, base } = this.window;
    const isRow = this.mode === 'insert' && this.insert.table !== null;
    return isRow && start < filled && bytes[start] === openParen ? base + start : null;
  }

  end(): readonly TableSummary[] {
    this.run(true);
    return this.tables.end(this.openQuote);
  }

  private run(isLast: boolean): void {
    const { window, lexer } = this;
    while (window.start < window.filled) {
      const live = window.filled - window.start;
      if (live < this.wanted && !isLast) {
        return;
      }
      const isCut = live >= longestRead && this.mode !== 'unsound';
      const isEnd = isLast && (!isCut || live === longestRead);
      lexer.open(window, isCut ? window.start + longestRead : window.filled, isCut || isLast, isEnd);
      if (!this.goOn(this.step(window.start))) {
        return;
      }
    }
  }

  /** Goes to where a step has led; false when more of the file is needed. */
  private goOn(end: number): boolean {
    const { window } = this;
    if (end === needMore) {
      this.wanted = this.mode === 'unsound' ? 0 : Math.min((window.filled - window.start) * 2, longestRead);
      return false;
    }
    this.wanted = 0;
    if (end === broken) {
      this.giveUp();
    } else {
      window.start = end;
    }
    return true;
  }

  private step(start: number): number {
    switch (this.mode) {
      case 'statements':
        return this.statement(start);
      case 'insert':
        return this.after(this.insert.step(start), this.insert.isOver);
      case 'copy':
        return this.after(this.copy.step(start), this.copy.isOver);
      case 'unsound':
        return this.unsound();
    }
  }

  private after(end: number, isOver: boolean): number {
    if (end >= 0 && isOver) {
      this.mode = 'statements';
    }
    return end;
  }

  private giveUp(): void {
    const { lexer, insert, window } = this;
    const table = this.mode === 'insert' ? (insert.table?.writer ?? null) : null;
    lexer.triedBefore = lexer.triedTo;
    if (lexer.endsInside) {
      this.openQuote ??= { writer: table, line: window.lineAtStart() };
    }
    const mayBeRows = this.mode === 'insert' || insert.table !== null || !this.sawStatement;
    const isRow = this.mode !== 'insert' || lexer.bytes[window.start] === openParen;
    this.rejection.begin(lexer.reason, table, mayBeRows ? (isRow ? 'behind-row' : 'behind-comma') : 'none');
    this.mode = 'unsound';
  }

  private unsound(): number {
    const end = this.rejection.step();
    if (end === needMore) {
      return needMore;
    }
    const isRow = end < this.lexer.stop && this.lexer.bytes[end] === openParen;
    this.mode = isRow ? 'insert' : 'statements';
    if (isRow) {
      this.insert.resume();
    }
    return end;
  }

  /** Reads a statement, or what stands between two. */
  private statement(start: number): number {
    const { lexer, insert } = this;
    const { bytes } = lexer;
    const rows = insert.passSameHead(start);
    if (rows !== start) {
      this.mode = 'insert';
      return rows;
    }
    const at = this.passBlanks(start);
    if (at !== start) {
      return at;
    }
    const byte = bytes[at];
    const edge = executedCommentEdge(lexer, at);
    const comment = edge === at ? lexer.commentEnd(at) : edge;
    if (comment !== at) {
      return comment;
    }
    if (byte === backslash && lexer.rules.psql) {
      return this.command(at);
    }
    if (byte === openParen && (insert.table !== null || !this.sawStatement)) {
      insert.resume();
      this.mode = 'insert';
      return at;
    }
    return isWordByte(byte) && byte !== byteOrderMark[0] ? this.worded(at) : this.markOrBroken(at);
  }

  private passBlanks(start: number): number {
    const { bytes, stop } = this.lexer;
    let at = start;
    while (at < stop && ((bytes[at] ?? 0) <= space || bytes[at] === semicolon)) {
      at++;
    }
    return at;
  }

  private markOrBroken(at: number): number {
    const { lexer } = this;
    const isMark = byteOrderMark.every((byte, k) => at + k >= lexer.stop || lexer.bytes[at + k] === byte);
    if (isMark && at + 3 > lexer.stop && !lexer.isFinal) {
      return needMore;
    }
    return isMark ? Math.min(at + 3, lexer.stop) : lexer.fail('malformed-statement');
  }

  /** A line for psql, not for the server. */
  private command(at: number): number {
    const { lexer, tables } = this;
    const end = lexer.lineEnd(at);
    if (end < 0) {
      return end;
    }
    const command = readPsqlCommand(asciiText(lexer.bytes, at, Math.min(end, at + 256)));
    if (command === null) {
      return lexer.fail('malformed-statement');
    }
    if (command.database !== null) {
      tables.database = command.database;
      tables.schema = '';
      this.insert.forgetHead();
    }
    this.sawStatement = true;
    return end;
  }

  private worded(at: number): number {
    const { lexer, insert } = this;
    const end = lexer.wordEnd(at);
    if (end < 0) {
      return end;
    }
    const word = end - at > 16 ? '' : asciiText(lexer.bytes, at, end).toUpperCase();
    if (word === 'INSERT' || word === 'REPLACE') {
      const rows = insert.begin(at);
      this.mode = rows >= 0 && !insert.isOver ? 'insert' : this.mode;
      this.sawStatement ||= rows >= 0;
      return rows;
    }
    if (word === 'DELIMITER' && lexer.rules.delimiterLines) {
      return this.setDelimiter(end);
    }
    if (word === 'GO' && lexer.rules.goLines) {
      return this.statements.goEnd(end);
    }
    if (word === 'COPY' && lexer.rules.psql) {
      return this.startCopy(at);
    }
    return statementWords.has(word) ? this.other(at, word) : lexer.fail('malformed-statement');
  }

  private setDelimiter(from: number): number {
    const { lexer } = this;
    const end = lexer.lineEnd(from);
    if (end >= 0) {
      const written = asciiText(lexer.bytes, from, Math.min(end, from + 32)).trim();
      this.statements.delimiter = written === '' ? ';' : written;
    }
    return end;
  }

  private startCopy(at: number): number {
    const reading = readCopyHead(this.lexer, at);
    if (reading.kind === 'stopped') {
      return reading.signal;
    }
    if (reading.kind === 'other') {
      return this.statements.end(at);
    }
    this.sawStatement = true;
    if (!this.copy.begin(reading.head)) {
      return this.lexer.fail('malformed-statement');
    }
    this.mode = 'copy';
    return reading.end;
  }

  private other(at: number, word: string): number {
    const end = this.statements.end(at);
    if (end < 0) {
      return end;
    }
    this.sawStatement = true;
    if (learnStatement(this.lexer, this.tables, at, end, word)) {
      this.insert.forgetHead();
    }
    return end;
  }
}

/**
 * Reads a dump of this dialect of SQL: each table that it defines or fills becomes a table of the sink. `encoding` is what
 * the text was before it became UTF-8.
 */
export function createSqlReader(rules: SqlRules, sink: TableSink, encoding: Encoding = 'utf-8'): TextReader {
  return new SqlReader(rules, sink, encoding === 'utf-8', null);
}
