import { backslash, doubleQuote, lf } from './ascii.ts';
import type { CopyHead } from './copy-head.ts';
import { needMore, type SqlLexer } from './lexer.ts';
import { cellKind, SqlCells } from './sql-cells.ts';

const cr = 0x0d;

/** Cuts the lines between COPY and `\.` into cells. */
export class CopyLineReader {
  readonly cells = new SqlCells();
  private readonly lexer: SqlLexer;
  private readonly head: CopyHead;
  private readonly nullBytes: Uint8Array;

  constructor(lexer: SqlLexer, head: CopyHead) {
    this.lexer = lexer;
    this.head = head;
    this.nullBytes = new TextEncoder().encode(head.null);
  }

  /** Whether the line in [start, end) ends the rows. */
  isEnd(start: number, end: number): boolean {
    const { bytes } = this.lexer;
    const length = end - start - (bytes[end - 1] === cr ? 1 : 0);
    return length === 2 && bytes[start] === backslash && bytes[start + 1] === 0x2e;
  }

  /** Whether nothing stands in the line. */
  isBlank(start: number, end: number): boolean {
    return end === start || (end === start + 1 && this.lexer.bytes[start] === cr);
  }

  /** The line break that ends the row that begins at `from`, or the end of the file. */
  end(from: number): number {
    const { lexer, cells, head } = this;
    const { bytes, stop } = lexer;
    const escaping = head.isCsv ? -1 : backslash;
    const quote = head.isCsv ? doubleQuote : -1;
    cells.count = 0;
    let start = from;
    let kind: number = cellKind.plain;
    let at = from;
    for (; at < stop; at++) {
      const byte = bytes[at];
      if (byte === head.delimiter) {
        this.add(start, at, kind);
        start = at + 1;
        kind = cellKind.plain;
      } else if (byte === lf) {
        break;
      } else if (byte === escaping) {
        kind = cellKind.copy;
        at++;
      } else if (byte === quote && at === start) {
        const end = lexer.stringEnd(at, 'none');
        if (end < 0) {
          return end;
        }
        kind = cellKind.doubled;
        at = end - 1;
      }
    }
    return this.addLast(start, at, kind);
  }

  /** A carriage return at the end of a line belongs to the line break: in a cell it would be written as an escape. */
  private addLast(start: number, at: number, kind: number): number {
    const { stop, isFinal } = this.lexer;
    if (at >= stop && !isFinal) {
      return needMore;
    }
    const end = Math.min(at, stop);
    this.add(start, end > start && this.lexer.bytes[end - 1] === cr ? end - 1 : end, kind);
    return end;
  }

  private add(start: number, end: number, kind: number): void {
    if (kind === cellKind.doubled) {
      this.cells.add(start + 1, end - 1, kind);
      return;
    }
    this.cells.add(start, end, this.isNull(start, end) ? cellKind.null : kind);
  }

  private isNull(start: number, end: number): boolean {
    const { nullBytes, lexer } = this;
    if (end - start !== nullBytes.length) {
      return false;
    }
    for (let k = 0; k < nullBytes.length; k++) {
      if (lexer.bytes[start + k] !== nullBytes[k]) {
        return false;
      }
    }
    return true;
  }
}
