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
const closeBrace = 0x7d;
const closeBracket = 0x5d;
const openParen = 0x28;
const closeParen = 0x29;

const inStructure = 0;
const inString = 1;
const afterString = 2;
const inLineComment = 3;
const inBlockComment = 4;

/** Deeper nesting than this is no data: the record is broken. */
export const maxDepth = 1000;

/** What a scan came to: its end was found, more bytes are needed, or it cannot be JSON. */
export type ScanOutcome = 'done' | 'more' | 'broken';

/** A value ends with its last bracket, or before what separates it; a member is a key, a colon and a value. */
export type ScanKind = 'value' | 'member';

function isBreak(byte: number | undefined): boolean {
  return byte === lf || byte === cr;
}

/** The first quote, backslash or line break in [from, end), or `end`. */
function stringStop(bytes: Uint8Array, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte <= quote ? byte === quote || byte === lf || byte === cr : byte === backslash) {
      return at;
    }
  }
  return end;
}

/**
 * Finds the end of one JSON value or member by its strings, brackets and comments. It sees at once what cannot be JSON (a
 * line break in a string, brackets that do not fit, text behind a string), so that a broken record swallows little; numbers
 * and words are left to whoever reads the record.
 */
export class JsonScan {
  /** The place reached: behind the value when it is done, where it broke when it is broken. */
  at = 0;
  private kind: ScanKind = 'value';
  private state = inStructure;
  private depth = 0;
  private readonly openers = new Uint8Array(maxDepth + 1);
  private previous = comma;
  private isBegun = false;

  /** Begins at the first byte of a value or member. */
  begin(at: number, kind: ScanKind): void {
    this.at = at;
    this.kind = kind;
    this.state = inStructure;
    this.depth = 0;
    this.previous = comma;
    this.isBegun = false;
  }

  /** Scans on to `end`. When `isLast` nothing follows `end`. */
  run(bytes: Uint8Array, end: number, isLast: boolean): ScanOutcome {
    while (this.at < end) {
      const outcome = this.step(bytes, end);
      if (outcome !== null) {
        return outcome === 'more' && isLast ? 'broken' : outcome;
      }
    }
    if (!isLast) {
      return 'more';
    }
    const isClosed = this.depth === 0 && this.state !== inString && this.state !== inBlockComment;
    return isClosed ? 'done' : 'broken';
  }

  private step(bytes: Uint8Array, end: number): ScanOutcome | null {
    if (this.state === inString) {
      return this.scanString(bytes, end);
    }
    if (this.state === inStructure) {
      return this.scanStructure(bytes, end);
    }
    return this.state === afterString ? this.scanAfterString(bytes) : this.scanComment(bytes, end);
  }

  private scanString(bytes: Uint8Array, end: number): ScanOutcome | null {
    const at = stringStop(bytes, this.at, end);
    this.at = at;
    if (at === end) {
      return null;
    }
    if (bytes[at] === quote) {
      this.at++;
      this.state = afterString;
      this.previous = quote;
      return this.depth === 0 && this.kind === 'value' ? 'done' : null;
    }
    if (bytes[at] !== backslash || isBreak(bytes[at + 1])) {
      return 'broken';
    }
    if (at + 1 === end) {
      return 'more';
    }
    this.at += 2;
    return null;
  }

  private scanAfterString(bytes: Uint8Array): ScanOutcome | null {
    const byte = bytes[this.at] ?? 0;
    if (byte <= 0x20) {
      this.at++;
      return null;
    }
    this.state = inStructure;
    const mayFollow =
      byte === comma ||
      byte === colon ||
      byte === closeBrace ||
      byte === closeBracket ||
      byte === closeParen ||
      byte === slash;
    return mayFollow ? null : 'broken';
  }

  private scanStructure(bytes: Uint8Array, end: number): ScanOutcome | null {
    while (this.at < end) {
      const byte = bytes[this.at] ?? 0;
      if (byte <= 0x20) {
        if (this.depth === 0 && this.kind === 'value' && this.isBegun) {
          return 'done';
        }
        this.at++;
        continue;
      }
      const outcome = byte === slash ? this.takeSlash(bytes, end) : this.take(byte);
      if (outcome !== null || this.state !== inStructure) {
        return outcome;
      }
    }
    return null;
  }

  private takeSlash(bytes: Uint8Array, end: number): ScanOutcome | null {
    const isComment = this.openComment(bytes, end);
    if (isComment === false) {
      this.previous = slash;
      this.at++;
    }
    return isComment === null ? 'more' : null;
  }

  /** Begins a comment if there is one; null when that cannot be told before more bytes are there. */
  private openComment(bytes: Uint8Array, end: number): boolean | null {
    const next = bytes[this.at + 1];
    const isBlock = next === star;
    if (this.at + 1 < end && next !== slash && !isBlock) {
      return false;
    }
    // The byte behind `/*` does not close it, so it is passed at once.
    const length = isBlock ? 3 : 2;
    if (this.at + length > end) {
      return null;
    }
    this.state = isBlock ? inBlockComment : inLineComment;
    this.at += length;
    return true;
  }

  private take(byte: number): ScanOutcome | null {
    this.isBegun = true;
    if (byte === quote) {
      return this.openString();
    }
    if (byte === openBrace || byte === openBracket) {
      return this.open(byte);
    }
    if (byte === closeBrace || byte === closeBracket) {
      return this.close(byte);
    }
    if (byte === comma && this.depth === 0) {
      return 'done';
    }
    this.previous = byte;
    this.at++;
    return null;
  }

  private openString(): ScanOutcome | null {
    const { previous } = this;
    if (
      previous !== comma &&
      previous !== colon &&
      previous !== openBrace &&
      previous !== openBracket &&
      previous !== openParen
    ) {
      return 'broken';
    }
    this.state = inString;
    this.at++;
    return null;
  }

  private open(byte: number): ScanOutcome | null {
    const inside = this.depth === 0 ? 0 : this.openers[this.depth - 1];
    const fits =
      inside === openBrace
        ? this.previous === colon
        : this.previous === comma || this.previous === openBracket || this.previous === colon;
    if (!fits || this.depth === maxDepth) {
      return 'broken';
    }
    this.openers[this.depth++] = byte;
    this.previous = byte;
    this.at++;
    return null;
  }

  private close(byte: number): ScanOutcome | null {
    if (this.depth === 0) {
      return 'done';
    }
    if (this.openers[this.depth - 1] !== byte - 2) {
      return 'broken';
    }
    this.depth--;
    this.previous = byte;
    this.at++;
    return this.depth === 0 && this.kind === 'value' ? 'done' : null;
  }

  private scanComment(bytes: Uint8Array, end: number): ScanOutcome | null {
    for (let { at } = this; at < end; at++) {
      const byte = bytes[at];
      const isOver = this.state === inLineComment ? isBreak(byte) : byte === slash && bytes[at - 1] === star;
      if (isOver) {
        this.at = at + 1;
        this.state = inStructure;
        return null;
      }
    }
    this.at = end;
    return null;
  }
}
