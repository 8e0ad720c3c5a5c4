import { apostrophe, asciiText, closeParen, comma, dash, dollar, doubleQuote, hash, slash, space } from './ascii.ts';
import { ExpressionReader } from './expression-reader.ts';
import { needMore, type SqlLexer } from './lexer.ts';
import { cellKind, SqlCells } from './sql-cells.ts';
import type { Escapes } from './sql-rules.ts';
import { kindOf, typedLiteral } from './typed-literal.ts';

const underscore = 0x5f;
const binaryWord = '_binary';

/**
 * Reads one `(…)` of an INSERT: where its cells lie and how each is written. A literal that is told its type is
 * that literal; any other value that is no string is taken as it is written. It is strict about what may stand beside a quote, because that is how a wrong quote betrays itself.
 */
export class TupleReader {
  readonly cells = new SqlCells();
  private readonly lexer: SqlLexer;
  private readonly expressions: ExpressionReader;
  private readonly expressionKind: number;
  private readonly prefixLetters: readonly number[];

  constructor(lexer: SqlLexer) {
    this.lexer = lexer;
    this.expressions = new ExpressionReader(lexer);
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
    const first = lexer.bytes[from] ?? 0;
    if (first === apostrophe && from < lexer.stop) {
      return this.string(from, from, lexer.rules.strings);
    }
    const isBlank = first <= space || first === dash || first === slash || first === hash;
    const at = isBlank ? lexer.blankEnd(from) : from;
    if (at < 0) {
      return at;
    }
    return at >= lexer.stop ? lexer.ranOut('malformed-statement') : this.value(at);
  }

  private value(at: number): number {
    const { lexer } = this;
    const { rules } = lexer;
    const byte = lexer.bytes[at] ?? 0;
    if (byte === apostrophe || byte === doubleQuote) {
      return this.string(at, at, rules.strings);
    }
    if (byte === closeParen && this.cells.count === 0) {
      return at;
    }
    if (byte === dollar && rules.dollarQuotes) {
      return this.dollars(at);
    }
    if (byte === underscore && rules.introducers) {
      return this.introduced(at);
    }
    return this.prefixLetters.includes(byte | 0x20) ? this.prefixed(at) : this.expression(at, at);
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
    const behind = this.behind(end);
    if (behind < 0) {
      return behind;
    }
    if (lexer.bytes[behind] === comma || lexer.bytes[behind] === closeParen) {
      this.cells.add(quoteAt + 1, end - 1, kind);
      return behind;
    }
    const after = this.expressions.afterString(end);
    return after < 0 ? after : this.expression(start, end);
  }

  /** Past the blanks behind a string; something must follow. */
  private behind(end: number): number {
    const { lexer } = this;
    const at = lexer.blankEnd(end);
    return at >= lexer.stop ? lexer.ranOut('malformed-statement') : at;
  }

  /** Reads `$tag$ … $tag$`, whose text is the value. */
  private dollars(at: number): number {
    const { lexer } = this;
    const { bytes } = lexer;
    const end = lexer.dollarEnd(at);
    if (end < 0 || end === at + 1) {
      return end < 0 ? end : this.expression(at, at);
    }
    const next = this.behind(end);
    if (next < 0) {
      return next;
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
    if (lexer.bytes[quote] !== apostrophe || quote >= lexer.stop) {
      return this.expression(at, at);
    }
    const isBinary = word - at === binaryWord.length && asciiText(lexer.bytes, at, word).toLowerCase() === binaryWord;
    const before = this.cells.count;
    const end = this.string(at, quote, lexer.rules.strings);
    if (isBinary && this.cells.count > before) {
      this.cells.markBinary(before);
    }
    return end;
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
    const { lexer, expressions } = this;
    const at = expressions.end(start, from);
    if (at < 0) {
      return at;
    }
    const end = expressions.textEnd;
    if (end === start) {
      return lexer.fail('malformed-statement');
    }
    const literal = typedLiteral(lexer, start, end);
    if (literal !== null) {
      this.cells.add(literal.start, literal.end, literal.kind);
      return at;
    }
    const isNull = end - start === 4 && asciiText(lexer.bytes, start, end).toLowerCase() === 'null';
    this.cells.add(start, end, isNull ? cellKind.null : this.expressionKind);
    return at;
  }
}
