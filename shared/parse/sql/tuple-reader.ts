import {
  apostrophe,
  asciiText,
  backslash,
  backtick,
  closeBracket,
  closeParen,
  comma,
  dash,
  dollar,
  doubleQuote,
  hash,
  isWordByte,
  openBracket,
  openParen,
  semicolon,
  slash,
  space,
} from './ascii.ts';
import { needMore, type SqlLexer } from './lexer.ts';
import { cellKind, SqlCells } from './sql-cells.ts';
import type { Escapes } from './sql-rules.ts';

/** Deeper nesting than any real value has; the limit keeps the search for a sound row linear. */
const maxDepth = 32;
const underscore = 0x5f;

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

function kindOf(escapes: Escapes): number {
  return escapes === 'none' ? cellKind.doubled : cellKind[escapes];
}

/**
 * Reads one `(…)` of an INSERT: where its cells lie and how each is written. A value that is no string is taken as it is
 * written. It is strict about what may stand beside a quote, because that is how a wrong quote betrays itself.
 */
export class TupleReader {
  readonly cells = new SqlCells();
  private readonly lexer: SqlLexer;
  private readonly expressionKind: number;
  private readonly prefixLetters: readonly number[];

  constructor(lexer: SqlLexer) {
    this.lexer = lexer;
    this.expressionKind = lexer.rules.spelledControls ? cellKind.spelled : cellKind.plain;
    this.prefixLetters = lexer.rules.prefixes.map((letter) => letter.charCodeAt(0));
  }

  /** Past the row whose parenthesis opens at `from`; `needMore` or `broken`. */
  end(from: number): number {
    const { lexer, cells } = this;
    cells.count = 0;
    let at = from;
    do {
      at = this.cell(at + 1);
    } while (at >= 0 && lexer.bytes[at] === comma);
    return at < 0 ? at : at + 1;
  }

  /** Reads a cell; returns the place of the comma or parenthesis behind it. */
  private cell(from: number): number {
    const { lexer } = this;
    const { bytes } = lexer;
    let at = from;
    const first = bytes[at] ?? 0;
    if (first !== apostrophe && (first <= space || first === dash || first === slash || first === hash)) {
      at = lexer.blankEnd(at);
      if (at < 0) {
        return at;
      }
    }
    if (at >= lexer.stop) {
      return lexer.ranOut('malformed-statement');
    }
    const byte = bytes[at] ?? 0;
    if (byte === apostrophe || byte === doubleQuote) {
      return this.string(at, at, lexer.rules.strings);
    }
    if (byte === closeParen && this.cells.count === 0) {
      return at;
    }
    if (byte === dollar && lexer.rules.dollarQuotes) {
      return this.dollars(at);
    }
    if (byte === underscore && lexer.rules.introducers) {
      return this.introduced(at);
    }
    if (this.prefixLetters.includes(byte | 0x20)) {
      return this.prefixed(at);
    }
    return this.expression(at, at);
  }

  private string(start: number, quoteAt: number, escapes: Escapes): number {
    const { lexer } = this;
    lexer.sawEscape = false;
    const end = lexer.stringEnd(quoteAt, escapes);
    if (end < 0) {
      return end;
    }
    const kind = lexer.sawEscape ? kindOf(escapes) : cellKind.plain;
    const next = lexer.bytes[end];
    if (end < lexer.stop && (next === comma || next === closeParen)) {
      this.cells.add(quoteAt + 1, end - 1, kind);
      return end;
    }
    const behind = lexer.blankEnd(end);
    if (behind < 0 || behind >= lexer.stop) {
      return behind < 0 ? behind : lexer.ranOut('malformed-statement');
    }
    if (lexer.bytes[behind] === comma || lexer.bytes[behind] === closeParen) {
      this.cells.add(quoteAt + 1, end - 1, kind);
      return behind;
    }
    const after = this.afterString(end);
    return after < 0 ? after : this.expression(start, end);
  }

  /** Reads `$tag$ … $tag$`, whose text is the value. */
  private dollars(at: number): number {
    const { lexer } = this;
    const { bytes } = lexer;
    const end = lexer.dollarEnd(at);
    if (end < 0 || end === at + 1) {
      return end < 0 ? end : this.expression(at, at);
    }
    const next = lexer.blankEnd(end);
    if (next < 0 || next >= lexer.stop) {
      return next < 0 ? next : lexer.ranOut('malformed-statement');
    }
    if (bytes[next] !== comma && bytes[next] !== closeParen) {
      return lexer.fail('malformed-statement');
    }
    const tag = bytes.indexOf(dollar, at + 1) + 1 - at;
    this.cells.add(at + tag, end - tag, cellKind.plain);
    return next;
  }

  private introduced(at: number): number {
    const { lexer } = this;
    const word = lexer.wordEnd(at);
    const quote = word < 0 ? word : lexer.blankEnd(word);
    if (quote < 0) {
      return quote;
    }
    return lexer.bytes[quote] === apostrophe && quote < lexer.stop
      ? this.string(at, quote, lexer.rules.strings)
      : this.expression(at, at);
  }

  private prefixed(at: number): number {
    const { lexer } = this;
    if (at + 1 >= lexer.stop && !lexer.isFinal) {
      return needMore;
    }
    if (at + 1 >= lexer.stop || lexer.bytes[at + 1] !== apostrophe) {
      return this.expression(at, at);
    }
    const isE = ((lexer.bytes[at] ?? 0) | 0x20) === 0x65;
    return this.string(at, at + 1, isE ? 'postgresql' : lexer.rules.strings);
  }

  /** Reads on in an expression that began at `start`. */
  private expression(start: number, from: number): number {
    const { lexer } = this;
    const { bytes, stop } = lexer;
    let depth = 0;
    let textEnd = from;
    let at = from;
    for (;;) {
      while (at < stop && special[bytes[at] ?? 0] === 0) {
        at++;
        textEnd = at;
      }
      if (at >= stop) {
        return lexer.ranOut('malformed-statement');
      }
      const byte = bytes[at] ?? 0;
      if (depth === 0 && (byte === comma || byte === closeParen)) {
        return this.endExpression(start, textEnd, at);
      }
      const isBlank = byte <= space;
      const next = isBlank ? lexer.blankEnd(at) : isQuote(byte) ? this.inner(start, at, depth) : this.pass(byte, at);
      if (next < 0) {
        return next;
      }
      depth += byte === openParen || byte === openBracket ? 1 : byte === closeParen || byte === closeBracket ? -1 : 0;
      if (depth < 0 || depth > maxDepth) {
        return lexer.fail('malformed-statement');
      }
      at = next;
      textEnd = isBlank ? textEnd : next;
    }
  }

  private pass(byte: number, at: number): number {
    return byte === semicolon || byte === backslash ? this.lexer.fail('malformed-statement') : at + 1;
  }

  private endExpression(start: number, end: number, at: number): number {
    if (end === start) {
      return this.lexer.fail('malformed-statement');
    }
    const { bytes } = this.lexer;
    const isNull = end - start === 4 && asciiText(bytes, start, end).toLowerCase() === 'null';
    this.cells.add(start, end, isNull ? cellKind.null : this.expressionKind);
    return at;
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
  private afterString(end: number): number {
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
