import {
  apostrophe,
  asterisk,
  backslash,
  backtick,
  closeBracket,
  dash,
  dollar,
  doubleQuote,
  hash,
  isWordByte,
  lf,
  openBracket,
  slash,
  space,
} from './ascii.ts';
import type { ByteWindow } from './byte-window.ts';
import { Lookout } from './lookout.ts';
import type { Escapes, SqlRules } from './sql-rules.ts';

/** Instead of a place: the bytes at hand end before it is certain what they mean. */
export const needMore = -1;
/** Instead of a place: what stands here is not sound; `reason` says why. */
export const broken = -2;

const longestTag = 64;

type Unsound = 'unclosed-quote' | 'malformed-statement' | 'too-long';

/**
 * Finds where the words, strings and comments of SQL end. Every method takes a place and returns the place behind what
 * stands there, `needMore` or `broken`. What it says never depends on how much lies beyond, so a caller may ask again.
 */
export class SqlLexer {
  /** Only what a dump says of its strings changes them on the way. */
  rules: SqlRules;
  bytes: Uint8Array = new Uint8Array(0);
  /** The end of the bytes that may be looked at. */
  stop = 0;
  /** Nothing comes after `stop`: the file ends there (`isEnd`), or what is being read is too long. */
  isFinal = false;
  isEnd = false;
  reason: Unsound = 'malformed-statement';
  /** Whether it is a quote that was still open when the file ended. */
  endsInside = false;
  /** Set when a string that was passed holds a backslash escape or a doubled quote. */
  sawEscape = false;
  /**
   * Before this offset of the file a dollar opens no string, a row holds no comment and CREATE begins no routine: they were
   * tried once and did not hold. Trying each of them again inside the one that failed could take for ever.
   */
  triedBefore = 0;
  /** The offset up to which they were tried. */
  triedTo = 0;
  private base = 0;
  private readonly commentClose = new Lookout(asterisk, slash);
  private readonly lineBreak = new Lookout(lf, -1);

  constructor(rules: SqlRules) {
    this.rules = rules;
  }

  /** Looks at the window from now on, up to `stop`. */
  open(window: ByteWindow, stop: number, isFinal: boolean, isEnd: boolean): void {
    this.bytes = window.bytes;
    this.base = window.base;
    this.stop = stop;
    this.isFinal = isFinal;
    this.isEnd = isEnd;
  }

  /** The offset in the file of a place. */
  offset(at: number): number {
    return this.base + at;
  }

  /** Notes why what stands here is not sound. */
  fail(reason: Unsound): number {
    this.reason = reason;
    this.endsInside = false;
    return broken;
  }

  /** What to say when the bytes end inside something. */
  ranOut(reason: Unsound): number {
    if (!this.isFinal) {
      return needMore;
    }
    this.fail(this.isEnd ? reason : 'too-long');
    this.endsInside = this.reason === 'unclosed-quote';
    return broken;
  }

  /** Past blanks and comments; `stop` when only they are left for good. */
  blankEnd(from: number): number {
    const { bytes, stop } = this;
    let at = from;
    while (at < stop) {
      if ((bytes[at] ?? 0) <= space) {
        at++;
        continue;
      }
      const end = this.offset(at) < this.triedBefore ? at : this.commentEnd(at);
      if (end === at || end === needMore) {
        return end;
      }
      this.noteTried(end === broken ? stop : end);
      if (end === broken) {
        return broken;
      }
      at = end;
    }
    return this.isFinal ? stop : needMore;
  }

  /** Past the comment at `at`, up to its line break where that ends it; `at` itself when there is none. */
  commentEnd(at: number): number {
    const { bytes, stop, rules } = this;
    const byte = bytes[at];
    if (byte === hash && rules.hashComments) {
      return this.lineEnd(at);
    }
    if (byte !== dash && byte !== slash) {
      return at;
    }
    if (at + 2 >= stop && !this.isFinal) {
      return needMore;
    }
    return byte === dash ? this.dashCommentEnd(at) : this.blockCommentEnd(at);
  }

  private dashCommentEnd(at: number): number {
    const { bytes, stop, rules } = this;
    const isBehindBlank = at + 2 >= stop || (bytes[at + 2] ?? 0) <= space;
    const isComment = at + 1 < stop && bytes[at + 1] === dash && (isBehindBlank || !rules.hashComments);
    return isComment ? this.lineEnd(at) : at;
  }

  private blockCommentEnd(at: number): number {
    const { bytes, stop } = this;
    if (at + 1 >= stop || bytes[at + 1] !== asterisk) {
      return at;
    }
    const close = this.commentClose.next(bytes, this.base, at + 2, stop);
    return close < 0 ? this.ranOut('unclosed-quote') : close + 2;
  }

  /** The line break that ends the line of `at`, or the end of the file. */
  lineEnd(at: number): number {
    const end = this.lineBreak.next(this.bytes, this.base, at, this.stop);
    return end >= 0 ? end : this.isFinal ? this.stop : needMore;
  }

  /** Past the string or quoted name at `at`; a doubled quote does not end it. */
  stringEnd(at: number, escapes: Escapes): number {
    const { bytes, stop } = this;
    const quote = bytes[at];
    const escaping = escapes === 'none' ? -1 : backslash;
    for (let k = at + 1; k < stop; k++) {
      const byte = bytes[k];
      if (byte !== quote && byte !== escaping) {
        continue;
      }
      if (byte === quote && (k + 1 >= stop || bytes[k + 1] !== quote)) {
        return k + 1 < stop || this.isFinal ? k + 1 : needMore;
      }
      this.sawEscape = true;
      k++;
    }
    return this.ranOut('unclosed-quote');
  }

  /** Past a token that is neither blank nor comment: a string, a quoted name, a word, or a single byte. */
  tokenEnd(at: number): number {
    const { bytes, rules } = this;
    const byte = bytes[at];
    if (byte === apostrophe || byte === doubleQuote) {
      return this.stringEnd(at, rules.strings);
    }
    if (byte === backtick) {
      return this.stringEnd(at, 'none');
    }
    if (byte === openBracket && rules.bracketNames) {
      return this.bracketEnd(at);
    }
    if (byte === dollar && rules.dollarQuotes) {
      return this.dollarEnd(at);
    }
    return isWordByte(byte) ? this.wordEnd(at) : at + 1;
  }

  /** Past a word; with the string that E stands before. */
  wordEnd(from: number): number {
    const { bytes, stop } = this;
    let at = from;
    while (at < stop && isWordByte(bytes[at])) {
      at++;
    }
    if (at >= stop && !this.isFinal) {
      return needMore;
    }
    const isEscaped = this.rules.prefixes.includes('e') && at === from + 1 && ((bytes[from] ?? 0) | 0x20) === 0x65;
    return isEscaped && at < stop && bytes[at] === apostrophe ? this.stringEnd(at, 'postgresql') : at;
  }

  /** Past `$tag$ … $tag$`; past the dollar alone when it begins no such string. */
  dollarEnd(at: number): number {
    const { bytes, stop } = this;
    let end = at + 1;
    while (end < stop && end - at < longestTag && isWordByte(bytes[end]) && bytes[end] !== dollar) {
      end++;
    }
    if (end >= stop) {
      return this.isFinal ? at + 1 : needMore;
    }
    if (bytes[end] !== dollar || this.offset(at) < this.triedBefore) {
      return at + 1;
    }
    const length = end + 1 - at;
    const view = bytes.subarray(0, stop);
    for (let close = view.indexOf(dollar, end + 1); close >= 0; close = view.indexOf(dollar, close + 1)) {
      if (this.isTag(at, close, length)) {
        this.noteTried(close + length);
        return close + length;
      }
    }
    if (this.isFinal) {
      this.noteTried(stop);
    }
    return this.ranOut('unclosed-quote');
  }

  /** Notes that something was read up to a place in the hope that it is one whole. */
  noteTried(at: number): void {
    this.triedTo = Math.max(this.triedTo, this.offset(at));
  }

  private isTag(at: number, close: number, length: number): boolean {
    if (close + length > this.stop) {
      return false;
    }
    for (let k = 1; k < length; k++) {
      if (this.bytes[at + k] !== this.bytes[close + k]) {
        return false;
      }
    }
    return true;
  }

  private bracketEnd(at: number): number {
    const { bytes, stop } = this;
    for (let k = at + 1; k < stop; k++) {
      if (bytes[k] !== closeBracket) {
        continue;
      }
      if (k + 1 >= stop) {
        return this.isFinal ? stop : needMore;
      }
      if (bytes[k + 1] !== closeBracket) {
        return k + 1;
      }
      k++;
    }
    return this.ranOut('unclosed-quote');
  }
}
