import { lf } from './ascii.ts';

/** The part of a file that is at hand: what was pushed and is not read yet. Places are indexes into `bytes`. */
export class ByteWindow {
  bytes = new Uint8Array(1 << 12);
  /** Where reading goes on, and the end of what is there. */
  start = 0;
  filled = 0;
  /** The offset in the file of the first byte. */
  base = 0;
  private line = 1;
  private counted = 0;

  /** Takes in more of the file. */
  append(piece: Uint8Array): void {
    if (this.filled + piece.length > this.bytes.length) {
      this.makeRoom(piece.length);
    }
    this.bytes.set(piece, this.filled);
    this.filled += piece.length;
  }

  /** The line (first = 1) of the place where reading goes on. */
  lineAtStart(): number {
    const { bytes, start } = this;
    for (let at = this.counted; at < start; at++) {
      if (bytes[at] === lf) {
        this.line++;
      }
    }
    this.counted = start;
    return this.line;
  }

  private makeRoom(more: number): void {
    this.lineAtStart();
    const live = this.filled - this.start;
    const need = live + more;
    if (need * 2 > this.bytes.length) {
      // Growing past the need keeps the moves rare: byte-by-byte input must not move a long record every time.
      const grown = new Uint8Array(need * 2);
      grown.set(this.bytes.subarray(this.start, this.filled));
      this.bytes = grown;
    } else {
      this.bytes.copyWithin(0, this.start, this.filled);
    }
    this.base += this.start;
    this.filled = live;
    this.start = 0;
    this.counted = 0;
  }
}
