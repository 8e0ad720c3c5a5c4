import type { ByteText } from './byte-text.ts';
import { maxDepth } from './json-scan.ts';

const quote = 0x22;
const backslash = 0x5c;
const slash = 0x2f;
const star = 0x2a;
const lf = 0x0a;
const cr = 0x0d;
const comma = 0x2c;
const colon = 0x3a;
const openBrace = 0x7b;
const openBracket = 0x5b;
const openParen = 0x28;
const closeParen = 0x29;
const decoder = new TextDecoder();

/** Letters, digits, `_`, `$`, `+`, `-` and `.`: what numbers and words are made of. */
function isWordByte(byte: number): boolean {
  const letter = byte | 0x20;
  return (
    (letter >= 0x61 && letter <= 0x7a) ||
    (byte >= 0x30 && byte <= 0x39) ||
    byte === 0x5f ||
    byte === 0x24 ||
    byte === 0x2b ||
    byte === 0x2d ||
    byte === 0x2e
  );
}

const number = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const words = new Set(['true', 'false', 'null', 'undefined', 'NaN', 'Infinity', '-Infinity']);

/** Whether the bytes are digits only, perhaps behind a sign: what most numbers are. */
function isInteger(bytes: Uint8Array, start: number, end: number): boolean {
  const from = bytes[start] === 0x2d ? start + 1 : start;
  for (let at = from; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x30 || byte > 0x39) {
      return false;
    }
  }
  return from < end;
}

function closesComment(bytes: Uint8Array, at: number, isBlock: boolean): boolean {
  const byte = bytes[at];
  return isBlock ? byte === slash && bytes[at - 1] === star : byte === lf || byte === cr;
}

/**
 * Reads the tokens of one JSON record in memory. Beyond JSON it knows what exports hold: comments, a comma behind the last
 * item, keys without quotes, NaN and Infinity, and the mongo shell's `ObjectId("…")`.
 */
export class JsonCursor {
  bytes: Uint8Array = new Uint8Array(0);
  at = 0;
  end = 0;
  /** What the last string or word was, without its quotes; of a call in the mongo shell's manner its arguments. */
  tokenStart = 0;
  tokenEnd = 0;
  /** Whether the last string holds escapes. */
  isEscaped = false;
  /** The name before the brackets of a call, such as `ISODate`; '' for anything else. */
  callee = '';

  /** Goes to the start of a record. */
  begin(bytes: Uint8Array, start: number, end: number): void {
    this.bytes = bytes;
    this.at = start;
    this.end = end;
  }

  /** The byte at hand, or -1 at the end. */
  peek(): number {
    return this.at < this.end ? (this.bytes[this.at] ?? 0) : -1;
  }

  /** Passes blanks and comments, and gives the byte at hand, or -1 at the end. */
  next(): number {
    while (this.at < this.end) {
      const byte = this.bytes[this.at] ?? 0;
      if (byte <= 0x20) {
        this.at++;
      } else if (byte !== slash || !this.passComment()) {
        return byte;
      }
    }
    return -1;
  }

  /** Passes a byte if it comes next, behind blanks. */
  take(byte: number): boolean {
    if (this.next() !== byte) {
      return false;
    }
    this.at++;
    return true;
  }

  /** Passes what separates items: false when the list ends here, which its closing byte must show; null when it is broken. */
  separate(closer: number): boolean | null {
    if (this.take(comma)) {
      return !this.take(closer);
    }
    return this.take(closer) ? false : null;
  }

  /** Passes a string; false when it is not closed or a line break stands in it. */
  passString(): boolean {
    const { bytes, end } = this;
    this.isEscaped = false;
    this.tokenStart = this.at + 1;
    for (let at = this.tokenStart; at < end; at++) {
      const byte = bytes[at] ?? 0;
      if (byte > quote && byte !== backslash) {
        continue;
      }
      if (byte === quote) {
        this.tokenEnd = at;
        this.at = at + 1;
        return true;
      }
      if (byte === backslash) {
        this.isEscaped = true;
        at++;
      } else if (byte === lf || byte === cr) {
        return false;
      }
    }
    return false;
  }

  /** Passes a key and the colon behind it. */
  passKey(): boolean {
    const isKey = this.next() === quote ? this.passString() : this.passWord();
    return isKey && this.take(colon);
  }

  /** Passes a number, a word of JSON, or a call in the mongo shell's manner. */
  passScalar(): boolean {
    this.callee = '';
    if (!this.passWord()) {
      return false;
    }
    if (isInteger(this.bytes, this.tokenStart, this.tokenEnd)) {
      return true;
    }
    const word = this.tokenText();
    if (word === 'new' && this.next() >= 0) {
      return this.passScalar() && this.callee !== '';
    }
    if (this.peek() === openParen) {
      this.callee = word;
      return this.passArguments();
    }
    return words.has(word) || number.test(word);
  }

  /** The text of the last token, as it stands. */
  tokenText(): string {
    return decoder.decode(this.bytes.subarray(this.tokenStart, this.tokenEnd));
  }

  /** Passes a value and adds it to `out` without blanks and comments. False when it is malformed. */
  copyValue(out: ByteText, depth = 0): boolean {
    const byte = this.next();
    if (byte === openBrace || byte === openBracket) {
      return depth < maxDepth && this.copyItems(out, byte, depth + 1);
    }
    const start = this.at;
    const isSound = byte === quote ? this.passString() : this.passScalar();
    out.putBytes(this.bytes, start, this.at);
    return isSound;
  }

  private copyItems(out: ByteText, opener: number, depth: number): boolean {
    this.at++;
    out.put(opener);
    const closer = opener + 2;
    let goesOn: boolean | null = !this.take(closer);
    while (goesOn) {
      if ((opener === openBrace && !this.copyKey(out)) || !this.copyValue(out, depth)) {
        return false;
      }
      goesOn = this.separate(closer);
      if (goesOn) {
        out.put(comma);
      }
    }
    out.put(closer);
    return goesOn !== null;
  }

  private copyKey(out: ByteText): boolean {
    if (!this.passKey()) {
      return false;
    }
    out.put(quote);
    out.putBytes(this.bytes, this.tokenStart, this.tokenEnd);
    out.put(quote);
    out.put(colon);
    return true;
  }

  private passWord(): boolean {
    this.isEscaped = false;
    this.tokenStart = this.at;
    while (this.at < this.end && isWordByte(this.bytes[this.at] ?? 0)) {
      this.at++;
    }
    this.tokenEnd = this.at;
    return this.at > this.tokenStart;
  }

  /** Passes the brackets of a call. A single string or word in them becomes the token, anything else as it stands. */
  private passArguments(): boolean {
    this.at++;
    const first = this.next();
    const start = this.at;
    const isRead = first === quote ? this.passString() : this.passWord();
    if (isRead && this.take(closeParen)) {
      return true;
    }
    this.at = start;
    this.isEscaped = false;
    for (let byte = first; byte !== closeParen; byte = this.next()) {
      if (byte < 0 || (byte === quote && !this.passString())) {
        return false;
      }
      this.at += byte === quote ? 0 : 1;
    }
    this.tokenStart = start;
    this.tokenEnd = this.at++;
    return true;
  }

  private passComment(): boolean {
    const { bytes, end } = this;
    const kind = bytes[this.at + 1];
    if (this.at + 1 >= end || (kind !== slash && kind !== star)) {
      return false;
    }
    let at = this.at + (kind === star ? 3 : 2);
    while (at < end && !closesComment(bytes, at, kind === star)) {
      at++;
    }
    this.at = Math.min(at + 1, end);
    return true;
  }
}
