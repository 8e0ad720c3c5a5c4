import type { RejectReason } from '../../domain/sample.ts';
import type { TableWriter } from '../../kernel/table-writer.ts';
import type { TableSink } from '../table-format.ts';
import { space } from './ascii.ts';
import type { ByteWindow } from './byte-window.ts';
import { needMore, type SqlLexer } from './lexer.ts';
import type { RestartFinder, RowPlaces } from './statement-start.ts';

/** A longer record is rejected; in bytes. */
export const maxRecordBytes = 1 << 20;
/** How much of it is kept. */
const keptBytes = 1 << 16;

/** Hands over what cannot be read, to its table or as a stray, and finds where reading goes on behind it. */
export class Rejection {
  private readonly window: ByteWindow;
  private readonly lexer: SqlLexer;
  private readonly restarts: RestartFinder;
  private readonly onStray: TableSink['onStray'];
  private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  private reason: RejectReason = 'malformed-statement';
  private table: TableWriter | null = null;
  private rows: RowPlaces = 'none';
  /** How far it was looked for a place to go on, from the record's start. */
  private searched = 0;
  private isHandedOver = false;

  constructor(window: ByteWindow, lexer: SqlLexer, restarts: RestartFinder, onStray: TableSink['onStray']) {
    this.window = window;
    this.lexer = lexer;
    this.restarts = restarts;
    this.onStray = onStray;
  }

  /** Hands over the record that ends at `end` and begins where the window does. */
  whole(end: number, reason: RejectReason, table: TableWriter | null): void {
    const { bytes, start } = this.window;
    const isLong = end - start > maxRecordBytes;
    const row = {
      line: this.window.lineAtStart(),
      reason: isLong ? 'too-long' : reason,
      raw: this.decoder.decode(bytes.subarray(start, isLong ? this.cut(start + keptBytes) : end)).trimEnd(),
    } as const;
    if (table === null) {
      this.onStray(row);
    } else {
      table.reject(row);
    }
  }

  /** Begins to look for the end of an unsound record that begins where the window does. */
  begin(reason: RejectReason, table: TableWriter | null, rows: RowPlaces): void {
    const { window } = this;
    while (window.start + 1 < window.filled && (window.bytes[window.start] ?? 0) <= space) {
      window.start++;
    }
    this.reason = reason;
    this.table = table;
    this.rows = rows;
    this.searched = 0;
    this.isHandedOver = false;
  }

  /** Looks on; returns where reading goes on, or `needMore` after it has moved the window as far as it may. */
  step(): number {
    const { window, restarts, lexer } = this;
    const found = restarts.find(window.start + this.searched, this.rows);
    const end = found === needMore ? restarts.resumeAt : found;
    this.searched = end - window.start;
    if (found === needMore && !lexer.isEnd && this.searched <= maxRecordBytes) {
      return needMore;
    }
    if (!this.isHandedOver) {
      this.whole(end, this.reason, this.table);
    }
    if (found === needMore && !lexer.isEnd) {
      this.isHandedOver = true;
      this.searched = 0;
      window.start = end;
      return needMore;
    }
    return end;
  }

  /** The end of the last whole character before `cut`. */
  private cut(cut: number): number {
    let at = cut;
    while (at > cut - 3 && ((this.window.bytes[at] ?? 0) & 0xc0) === 0x80) {
      at--;
    }
    return at;
  }
}
