/** Who hears the lines of a file. Bytes are [start, end) of a buffer that is reused: take what you need before you return. */
export type LineSink = {
  /** A line without its line break, blank or not; `line` counts from 1. */
  readonly line: (bytes: Uint8Array, start: number, end: number, line: number) => void;
  /** A line over the limit: only its beginning, which is longer than what is kept of a rejected record. */
  readonly tooLong: (bytes: Uint8Array, start: number, end: number, line: number) => void;
};

const lf = 0x0a;
const cr = 0x0d;
const byteOrderMark = [0xef, 0xbb, 0xbf];
const defaultLineBytes = 1 << 20;

/** The first line break at or after `from`, or `end`. */
function breakIn(bytes: Uint8Array, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte <= cr && (byte === lf || byte === cr)) {
      return at;
    }
  }
  return end;
}

/**
 * Cuts bytes into lines (LF, CRLF or CR); a leading byte order mark is skipped. What it finds does not depend on how the
 * file is cut into chunks. A line that lies within a chunk is not copied; of a longer one up to `maxLineBytes` are held.
 */
export class LineReader {
  private readonly sink: LineSink;
  private readonly maxBytes: number;
  private held = new Uint8Array(1 << 12);
  private filled = 0;
  private isOverLimit = false;
  private afterCr = false;
  private line = 1;

  constructor(sink: LineSink, maxLineBytes = defaultLineBytes) {
    this.sink = sink;
    this.maxBytes = maxLineBytes;
  }

  /** Reads on. The chunk may end anywhere, also inside a character; it may be reused afterwards. */
  push(chunk: Uint8Array): void {
    let from = 0;
    while (from < chunk.length) {
      if (this.afterCr) {
        this.afterCr = false;
        if (chunk[from] === lf) {
          from++;
          continue;
        }
      }
      const end = breakIn(chunk, from, chunk.length);
      if (end === chunk.length) {
        this.hold(chunk, from, end);
        return;
      }
      this.close(chunk, from, end);
      this.afterCr = chunk[end] === cr;
      from = end + 1;
    }
  }

  /** Reads the last line, if the file does not end with a line break. */
  end(): void {
    if (this.filled > 0) {
      this.close(this.held, 0, 0);
    }
  }

  private close(bytes: Uint8Array, start: number, end: number): void {
    if (this.filled === 0) {
      this.tell(bytes, start, end, end - start > this.maxBytes);
    } else {
      this.hold(bytes, start, end);
      this.tell(this.held, 0, this.filled, this.isOverLimit);
    }
    this.filled = 0;
    this.isOverLimit = false;
    this.line++;
  }

  private tell(bytes: Uint8Array, start: number, end: number, isOverLimit: boolean): void {
    const from = this.line === 1 && byteOrderMark.every((byte, k) => bytes[start + k] === byte) ? start + 3 : start;
    if (isOverLimit) {
      this.sink.tooLong(bytes, from, end, this.line);
    } else {
      this.sink.line(bytes, from, Math.max(from, end), this.line);
    }
  }

  private hold(bytes: Uint8Array, start: number, end: number): void {
    if (this.isOverLimit) {
      return;
    }
    const room = this.maxBytes - this.filled;
    this.isOverLimit = end - start > room;
    const taken = bytes.subarray(start, this.isOverLimit ? start + room : end);
    if (this.filled + taken.length > this.held.length) {
      const grown = new Uint8Array((this.filled + taken.length) * 2);
      grown.set(this.held.subarray(0, this.filled));
      this.held = grown;
    }
    this.held.set(taken, this.filled);
    this.filled += taken.length;
  }
}
