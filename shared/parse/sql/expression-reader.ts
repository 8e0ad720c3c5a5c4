import {
  apostrophe,
  asciiText,
  backslash,
  backtick,
  closeBracket,
  closeParen,
  comma,
  doubleQuote,
  isWordByte,
  openBracket,
  openParen,
  semicolon,
  space,
} from './ascii.ts';
import type { SqlLexer } from './lexer.ts';

/** Deeper nesting than any real value has; the limit keeps the search for a sound row linear. */
const maxDepth = 32;

/** What ends the run of bytes that an expression simply holds. */
const special = new Uint8Array(256);
special.fill(1, 0, space + 1);
for (const byte of [
  ...[apostrophe, doubleQuote, backtick, openParen, closeParen, openBracket, closeBracket],
  ...[comma, semicolon, backslash],
]) {
  special[byte] = 1;
}

const wordsBeforeString = new Set(['date', 'time', 'timestamp', 'interval', 'binary']);
const wordsAfterString = new Set(['collate', 'at']);
const prefixes = new Set(['n', 'x', 'b', 'e', 'q']);

function isQuote(byte: number | undefined): boolean {
  return byte === apostrophe || byte === doubleQuote || byte === backtick;
}

/** How a byte changes the depth of nesting. */
const nesting = new Int8Array(256);
nesting[openParen] = 1;
nesting[openBracket] = 1;
nesting[closeParen] = -1;
nesting[closeBracket] = -1;

/**
 * Reads values that are no mere strings: numbers, calls, casts, words. They are taken as written up to the comma or
 * parenthesis behind them. Quotes may stand only where SQL has them, because a quote elsewhere shows that one is wrong.
 */
export class ExpressionReader {
  /** The end of the expression that was read, without the blanks behind it. */
  textEnd = 0;
  private readonly lexer: SqlLexer;

  constructor(lexer: SqlLexer) {
    this.lexer = lexer;
  }

  /** Reads on from `from` in an expression that began at `start`; the place of the comma or parenthesis behind it. */
  end(start: number, from: number): number {
    const { lexer } = this;
    const { bytes, stop } = lexer;
    let depth = 0;
    let at = from;
    this.textEnd = from;
    for (;;) {
      at = this.plainEnd(at);
      if (at >= stop) {
        return lexer.ranOut('malformed-statement');
      }
      const byte = bytes[at] ?? 0;
      if (depth === 0 && (byte === comma || byte === closeParen)) {
        return at;
      }
      depth += nesting[byte] ?? 0;
      const next = depth < 0 || depth > maxDepth ? lexer.fail('malformed-statement') : this.pass(start, at, depth);
      if (next < 0) {
        return next;
      }
      at = next;
    }
  }

  private plainEnd(from: number): number {
    const { bytes, stop } = this.lexer;
    let at = from;
    while (at < stop && special[bytes[at] ?? 0] === 0) {
      at++;
    }
    this.textEnd = at === from ? this.textEnd : at;
    return at;
  }

  /** Past what is more than a byte to hold: blanks and comments, a string, a parenthesis. */
  private pass(start: number, at: number, depth: number): number {
    const { lexer } = this;
    const byte = lexer.bytes[at] ?? 0;
    if (byte <= space) {
      return lexer.blankEnd(at);
    }
    if (byte === semicolon || byte === backslash) {
      return lexer.fail('malformed-statement');
    }
    const end = isQuote(byte) ? this.inner(start, at, depth) : at + 1;
    this.textEnd = end;
    return end;
  }

  /** Past a string inside an expression, where one may stand. */
  private inner(start: number, at: number, depth: number): number {
    const { lexer } = this;
    const { bytes } = lexer;
    if (!this.mayHoldString(start, at, depth)) {
      return lexer.fail('malformed-statement');
    }
    const isE = at === start + 1 && lexer.rules.prefixes.includes('e') && ((bytes[start] ?? 0) | 0x20) === 0x65;
    const end = lexer.stringEnd(at, bytes[at] === backtick ? 'none' : isE ? 'postgresql' : lexer.rules.strings);
    if (end < 0 || depth > 0) {
      return end;
    }
    return this.afterString(end);
  }

  /** Looks behind a string that is part of an expression; returns its end when that may stand there. */
  afterString(end: number): number {
    const { lexer } = this;
    const { bytes } = lexer;
    const at = lexer.blankEnd(end);
    if (at < 0) {
      return at;
    }
    if (isQuote(bytes[at]) || (at === end && isWordByte(bytes[at]))) {
      return lexer.fail('malformed-statement');
    }
    if (!isWordByte(bytes[at])) {
      return end;
    }
    const wordEnd = lexer.wordEnd(at);
    if (wordEnd < 0) {
      return wordEnd;
    }
    const word = asciiText(bytes, at, wordEnd).toLowerCase();
    return wordsAfterString.has(word) ? end : lexer.fail('malformed-statement');
  }

  private mayHoldString(start: number, at: number, depth: number): boolean {
    const { bytes } = this.lexer;
    let before = at - 1;
    while (before >= start && (bytes[before] ?? 0) <= space) {
      before--;
    }
    const byte = bytes[before];
    if (before < start || !isWordByte(byte)) {
      return before < start || !(isQuote(byte) || byte === closeParen || byte === closeBracket);
    }
    let from = before;
    while (from > start && before - from < 12 && isWordByte(bytes[from - 1])) {
      from--;
    }
    const word = asciiText(bytes, from, before + 1).toLowerCase();
    if (before === at - 1) {
      return prefixes.has(word) || word.startsWith('_');
    }
    return depth > 0 || wordsBeforeString.has(word);
  }
}
