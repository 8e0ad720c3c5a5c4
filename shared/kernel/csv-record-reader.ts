import { CellPlaces, type RecordReaderOptions, type RecordSink } from './csv-record.ts';

const lf = 0x0a;
const cr = 0x0d;
const byteOrderMark = [0xef, 0xbb, 0xbf];
/** Input is taken in pieces of this size, so that memory stays near the longest record whatever the caller pushes. */
const pieceBytes = 1 << 18;

export const atFileStart = 0;
export const atCell = 1;
const inPlain = 2;
const inQuotes = 3;
const afterQuote = 4;
export const skipping = 5;

/**
 * Cuts bytes into records and cells by RFC 4180. What it finds does not depend on how the file is cut into chunks.
 *
 * A quote that never closes must not swallow the file. It is given up when the record passes its limit, when text follows
 * the closing quote of a cell of several lines, or when the file ends. Then what came before the first line break inside
 * that quote is damaged, and reading goes on behind this line break. The cost stays linear: all quotes of the lines read
 * twice came in pairs, which open nothing when read afresh, so none of these lines is given up again.
 */
export class CsvRecordReader {
  private readonly separator: number;
  private readonly quote: number;
  private readonly maxBytes: number;
  private readonly sink: RecordSink;
  protected readonly cells = new CellPlaces();
  protected buffer = new Uint8Array(1 << 12);
  protected filled = 0;
  protected at = 0;
  protected start = 0;
  protected state = atFileStart;
  protected line = 1;
  protected recordLine = 1;
  protected afterCr = false;
  /** Places below are counted from the record's start. */
  private cellStart = 0;
  private quoteEnd = 0;
  private doubled = 0;
  private quoteLine = 1;
  private firstBreak = -1;

  constructor(options: RecordReaderOptions, sink: RecordSink) {
    this.separator = options.separator;
    this.quote = options.quote;
    this.maxBytes = options.maxRecordBytes;
    this.sink = sink;
  }

  /** Reads on. The chunk may end anywhere, also inside a character; it may be reused afterwards. */
  push(chunk: Uint8Array): void {
    for (let from = 0; from < chunk.length; from += pieceBytes) {
      const piece = chunk.subarray(from, from + pieceBytes);
      if (this.filled + piece.length > this.buffer.length) {
        this.makeRoom(piece.length);
      }
      this.buffer.set(piece, this.filled);
      this.filled += piece.length;
      this.run();
    }
  }

  /** Reads what is left. Returns the line of the quote that was open when the file ended, or null. */
  end(): number | null {
    if (this.state === atFileStart) {
      this.at = this.start;
      this.state = atCell;
      this.run();
    }
    let openLine: number | null = null;
    while (this.state === inQuotes) {
      openLine ??= this.quoteLine;
      if (this.firstBreak < 0) {
        this.giveUpRest();
      } else {
        this.recover();
      }
      this.run();
    }
    if (this.state !== skipping && this.filled > this.start) {
      this.closeLast();
    }
    return openLine;
  }

  private makeRoom(more: number): void {
    const live = this.filled - this.start;
    const need = live + more;
    if (need * 2 > this.buffer.length) {
      // Growing past the need keeps the moves rare: byte-by-byte input must not move a long record every time.
      const grown = new Uint8Array(need * 2);
      grown.set(this.buffer.subarray(this.start, this.filled));
      this.buffer = grown;
    } else {
      this.buffer.copyWithin(0, this.start, this.filled);
    }
    this.at -= this.start;
    this.filled = live;
    this.start = 0;
  }

  private run(): void {
    while (this.at < this.filled) {
      this.step(Math.min(this.filled, this.start + this.maxBytes + 1));
      if (this.at - this.start > this.maxBytes) {
        this.overflow();
      }
    }
  }

  private step(stop: number): void {
    if (this.state === inPlain) {
      this.scanPlain(stop);
    } else if (this.state === inQuotes) {
      this.scanQuoted(stop);
    } else if (this.state === afterQuote) {
      this.leaveQuotes();
    } else if (this.state === skipping) {
      this.skip();
    } else if (this.state === atFileStart) {
      this.passByteOrderMark();
    } else {
      this.beginCell();
    }
  }

  private passByteOrderMark(): void {
    if (this.buffer[this.at] !== byteOrderMark[this.at]) {
      this.at = this.start;
      this.state = atCell;
      return;
    }
    this.at++;
    if (this.at < byteOrderMark.length) {
      return;
    }
    this.start = this.at;
    this.state = atCell;
  }

  private beginCell(): void {
    const byte = this.buffer[this.at];
    if (this.afterCr && this.at === this.start) {
      this.afterCr = false;
      if (byte === lf) {
        this.start = ++this.at;
        return;
      }
    }
    this.cellStart = this.at - this.start;
    if (byte !== this.quote) {
      this.state = inPlain;
      return;
    }
    this.state = inQuotes;
    this.doubled = 0;
    this.quoteLine = this.line;
    this.firstBreak = -1;
    this.at++;
  }

  private scanPlain(stop: number): void {
    const { buffer, separator, quote, start, cells } = this;
    let { at, cellStart } = this;
    for (; at < stop; at++) {
      const byte = buffer[at] ?? 0;
      if (byte > cr ? byte !== separator : byte !== lf && byte !== cr && byte !== separator) {
        continue;
      }
      cells.add(cellStart, at - start, 0);
      if (byte !== separator) {
        this.endRecord(at);
        return;
      }
      cellStart = at + 1 - start;
      // The next cell is begun here when it is seen to be plain: most are, and this loop is where the time goes.
      if (at + 1 < stop && buffer[at + 1] !== quote) {
        continue;
      }
      this.state = atCell;
      at++;
      break;
    }
    this.at = at;
    this.cellStart = cellStart;
  }

  private scanQuoted(stop: number): void {
    const { buffer, quote } = this;
    for (let at = this.at; at < stop; at++) {
      const byte = buffer[at] ?? 0;
      if (byte > quote) {
        continue;
      }
      if (byte === quote) {
        this.state = afterQuote;
        this.quoteEnd = at - this.start;
        this.at = at + 1;
        return;
      }
      if (byte === cr || byte === lf) {
        this.passBreak(at, byte);
      }
    }
    this.at = stop;
  }

  private passBreak(at: number, byte: number): void {
    if (this.firstBreak < 0) {
      this.firstBreak = at - this.start;
    }
    if (byte === cr || this.buffer[at - 1] !== cr) {
      this.line++;
    }
  }

  private leaveQuotes(): void {
    const byte = this.buffer[this.at] ?? 0;
    if (byte === this.quote) {
      this.doubled = 1;
      this.state = inQuotes;
      this.at++;
    } else if (byte === this.separator) {
      this.cells.add(this.cellStart + 1, this.quoteEnd, this.doubled);
      this.state = atCell;
      this.at++;
    } else if (byte === lf || byte === cr) {
      this.cells.add(this.cellStart + 1, this.quoteEnd, this.doubled);
      this.endRecord(this.at);
    } else if (this.firstBreak >= 0) {
      this.recover();
    } else {
      // Text behind the closing quote: the cell is malformed and kept as it stands, its quotes included.
      this.state = inPlain;
    }
  }

  private endRecord(end: number): void {
    this.sink.record(this.buffer, this.start, end, this.recordLine, this.cells);
    this.beginRecord(end, this.line);
  }

  /** Goes on behind the line break at `lineBreak`, which ends line `line`. */
  private beginRecord(lineBreak: number, line: number): void {
    this.afterCr = this.buffer[lineBreak] === cr;
    this.at = lineBreak + 1;
    this.start = this.at;
    this.line = line + 1;
    this.recordLine = this.line;
    this.cells.count = 0;
    this.state = atCell;
  }

  private recover(): void {
    const lineBreak = this.start + this.firstBreak;
    this.sink.damaged(this.buffer, this.start, lineBreak, this.recordLine, 'unclosed-quote');
    this.beginRecord(lineBreak, this.quoteLine);
  }

  private overflow(): void {
    if (this.state === skipping) {
      return;
    }
    const quoted = this.state === inQuotes || this.state === afterQuote;
    if (quoted && this.firstBreak >= 0) {
      this.recover();
      return;
    }
    this.sink.damaged(this.buffer, this.start, this.at, this.recordLine, 'too-long');
    this.state = skipping;
    this.start = this.at;
  }

  /** Drops the rest of a record that is too long, up to the next line break. */
  private skip(): void {
    for (let at = this.at; at < this.filled; at++) {
      const byte = this.buffer[at] ?? 0;
      if (byte === lf || byte === cr) {
        this.beginRecord(at, this.line);
        return;
      }
    }
    this.at = this.filled;
    this.start = this.filled;
  }

  private giveUpRest(): void {
    this.sink.damaged(this.buffer, this.start, this.filled, this.recordLine, 'unclosed-quote');
    this.start = this.filled;
    this.at = this.filled;
    this.state = atCell;
  }

  private closeLast(): void {
    const length = this.filled - this.start;
    if (this.state === afterQuote) {
      this.cells.add(this.cellStart + 1, this.quoteEnd, this.doubled);
    } else {
      this.cells.add(this.state === inPlain ? this.cellStart : length, length, 0);
    }
    this.sink.record(this.buffer, this.start, this.filled, this.recordLine, this.cells);
  }
}
