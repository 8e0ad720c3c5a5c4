import { asciiText, dash } from './ascii.ts';
import type { CopyHead } from './copy-head.ts';
import { CopyLineReader } from './copy-line.ts';
import type { DumpTable } from './dump-tables.ts';
import { broken, needMore } from './lexer.ts';
import { maxRecordBytes } from './rejection.ts';
import type { RowTools } from './row-tools.ts';
import { nowhere } from './statement-start.ts';

/** Reads the rows that follow a COPY, line by line. */
export class CopyRows {
  /** Whether the rows have ended. */
  isOver = true;
  private readonly tools: RowTools;
  private lines: CopyLineReader | null = null;
  private table: DumpTable | null = null;
  private places: readonly number[] | null = null;
  /** Lines that hold no row: what is left of COPY's own line, and the names of the columns. */
  private linesToPass = 0;
  /** Whether the line to pass is COPY's own: what stands in it behind the statement may be a row. */
  private isHeadLine = false;

  constructor(tools: RowTools) {
    this.tools = tools;
  }

  /** Makes ready for the rows of a COPY; false when its columns are too many for any real table. */
  begin(head: CopyHead): boolean {
    const { tables, lexer } = this.tools;
    const table = tables.table(head.name);
    const places = head.columns === null ? null : table.listed(head.columns);
    if (places === null && head.columns !== null) {
      return false;
    }
    this.table = table;
    this.places = places;
    this.lines = new CopyLineReader(lexer, head);
    this.linesToPass = head.hasHeader ? 2 : 1;
    this.isHeadLine = true;
    this.isOver = false;
    return true;
  }

  /** Reads a line; returns the place behind its line break. */
  step(start: number): number {
    const { lexer } = this.tools;
    const { lines } = this;
    if (this.linesToPass > 0) {
      return this.passLine(start);
    }
    const end = lines === null ? lexer.stop : lines.end(start);
    if (end === needMore || lines === null) {
      return end;
    }
    if (end === broken || (end >= lexer.stop && !lexer.isEnd && lexer.isFinal)) {
      return this.giveUpLine(start, end === broken && lexer.isEnd);
    }
    const next = Math.min(end + 1, lexer.stop);
    if (lines.isEnd(start, end)) {
      this.isOver = true;
      return next;
    }
    return this.row(start, end, lines) ?? next;
  }

  private passLine(start: number): number {
    const { lexer, rejection } = this.tools;
    const end = lexer.lineEnd(start);
    if (end < 0) {
      return end;
    }
    if (this.isHeadLine && asciiText(lexer.bytes, start, end).trim() !== '') {
      rejection.whole(end, 'malformed-statement', this.table?.writer ?? null);
    }
    this.isHeadLine = false;
    // A line longer than what is looked at goes on.
    this.linesToPass -= end < lexer.stop ? 1 : 0;
    return Math.min(end + 1, lexer.stop);
  }

  /** Gives up a line that is too long, or a quote that is never closed; reading goes on at the next line. */
  private giveUpLine(start: number, isQuote: boolean): number {
    const { lexer, rejection } = this.tools;
    const lineEnd = lexer.lineEnd(start);
    const end = lineEnd < 0 ? lexer.stop : lineEnd;
    rejection.whole(end, isQuote ? 'unclosed-quote' : 'too-long', this.table?.writer ?? null);
    this.linesToPass = 1;
    return end;
  }

  /** Takes the row in [start, end). Gives a place only when it shows that the rows ended without a mark, or `needMore`. */
  private row(start: number, end: number, lines: CopyLineReader): number | null {
    const { lexer, rejection, cellWriter } = this.tools;
    const { table } = this;
    const { cells } = lines;
    if (table === null || (lines.isBlank(start, end) && (this.places ?? table.order)?.length !== 1)) {
      return null;
    }
    const places = this.places ?? table.unlisted(cells.count);
    if (end - start > maxRecordBytes) {
      rejection.whole(end, 'too-long', table.writer);
    } else if (cells.count !== places.length) {
      const statement = this.statementAt(start);
      if (statement !== nowhere) {
        this.isOver = statement !== needMore;
        return statement;
      }
      rejection.whole(end, cells.count < places.length ? 'too-few-cells' : 'too-many-cells', table.writer);
    } else if (!cellWriter.row(table, places, lexer.bytes, cells)) {
      rejection.whole(end, 'not-utf-8', table.writer);
    }
    return null;
  }

  private statementAt(start: number): number {
    const { lexer, restarts } = this.tools;
    const isComment = lexer.bytes[start] === dash && lexer.bytes[start + 1] === dash;
    return isComment ? start : restarts.startAfter(start, 'any');
  }
}
