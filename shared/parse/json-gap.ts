const lf = 0x0a;
const cr = 0x0d;
const comma = 0x2c;
const slash = 0x2f;
const star = 0x2a;
/** A star was seen in a block comment; a slash may close it. */
const starSeen = -1;

/** Passes what stands between the records of a JSON file: blanks, commas and comments, cut into chunks anywhere. */
export class JsonGap {
  at = 0;
  /** The blanks before `at` in its line; -1 when something else stands there. */
  indent = 0;
  private comment = 0;

  /** Goes on from `at`, where something else than a gap ended. */
  begin(at: number, indent: number): void {
    this.at = at;
    this.indent = indent;
  }

  /** Passes the gap at `at`. True when something else follows, false when more bytes are needed to tell. */
  pass(bytes: Uint8Array, end: number, isLast: boolean): boolean {
    while (this.at < end) {
      const byte = bytes[this.at] ?? 0;
      if (this.comment !== 0) {
        this.passComment(byte);
      } else if (byte <= 0x20 || byte === comma) {
        this.passBlank(byte);
      } else if (byte !== slash) {
        return true;
      } else {
        const begun = this.openComment(bytes[this.at + 1], this.at + 1 === end, isLast);
        if (begun !== true) {
          return begun === false;
        }
      }
    }
    return false;
  }

  /** Begins a comment if there is one; null when that cannot be told before more bytes are there. */
  private openComment(next: number | undefined, isEnd: boolean, isLast: boolean): boolean | null {
    if (isEnd) {
      return isLast ? false : null;
    }
    if (next !== slash && next !== star) {
      return false;
    }
    this.comment = next;
    this.at += 2;
    return true;
  }

  private passBlank(byte: number): void {
    if (byte === lf || byte === cr) {
      this.indent = 0;
    } else if (byte === comma) {
      this.indent = -1;
    } else if (this.indent >= 0) {
      this.indent++;
    }
    this.at++;
  }

  private passComment(byte: number): void {
    if (this.comment === slash) {
      if (byte === lf || byte === cr) {
        this.comment = 0;
        this.indent = 0;
      }
    } else if (this.comment === starSeen && byte === slash) {
      this.comment = 0;
      this.indent = -1;
    } else {
      this.comment = byte === star ? starSeen : star;
    }
    this.at++;
  }
}
