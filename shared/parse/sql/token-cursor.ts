import {
  apostrophe,
  asciiText,
  backtick,
  closeBracket,
  closeParen,
  dot,
  doubleQuote,
  isWordByte,
  openBracket,
  openParen,
} from './ascii.ts';
import type { SqlLexer } from './lexer.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A table's name as written: what stands before its last part (joined by dots), and its last part. */
export type SqlName = { readonly schema: string; readonly table: string };

/** Walks over the tokens of a statement's head. */
export class TokenCursor {
  /** The token at hand. */
  at = 0;
  end: number;
  /** Why there is no further token: `needMore` or `broken`; 0 while all is well. */
  signal = 0;
  private readonly lexer: SqlLexer;
  private readonly limit: number;

  /** Stands before the token at `from` or behind it; goes no further than `limit`. */
  constructor(lexer: SqlLexer, from: number, limit: number) {
    this.lexer = lexer;
    this.end = from;
    this.limit = limit;
  }

  /** Goes to the next token; false when there is none. */
  next(): boolean {
    const { lexer } = this;
    const at = lexer.blankEnd(this.end);
    const end = at < 0 ? at : at >= this.limit ? lexer.ranOut('malformed-statement') : lexer.tokenEnd(at);
    if (end < 0) {
      this.signal = end;
      return false;
    }
    this.at = at;
    this.end = end;
    return true;
  }

  is(byte: number): boolean {
    return this.lexer.bytes[this.at] === byte && this.signal === 0;
  }

  /** The word at hand in upper case; '' for any other token. */
  word(): string {
    const { lexer, at, end } = this;
    return this.signal === 0 && isWordByte(lexer.bytes[at]) ? asciiText(lexer.bytes, at, end).toUpperCase() : '';
  }

  isQuoted(): boolean {
    const byte = this.lexer.bytes[this.at];
    const isBracket = byte === openBracket && this.lexer.rules.bracketNames;
    return isBracket || byte === doubleQuote || byte === backtick || byte === apostrophe;
  }

  /** The name at hand, quoted or not; null for any other token. */
  name(): string | null {
    const { lexer, at, end } = this;
    if (this.signal !== 0 || !(this.isQuoted() || isWordByte(lexer.bytes[at]))) {
      return null;
    }
    const text = decoder.decode(lexer.bytes.subarray(at, end));
    if (!this.isQuoted()) {
      return text;
    }
    const quote = String.fromCharCode(lexer.bytes[at] === openBracket ? closeBracket : (lexer.bytes[at] ?? 0));
    return text.slice(1, -1).replaceAll(quote + quote, quote);
  }

  /** Reads a name of several parts from the token at hand on, and goes to the token behind it. */
  qualifiedName(): SqlName | null {
    const parts: string[] = [];
    for (;;) {
      if (this.is(dot)) {
        // Two dots leave the schema out, as in `db..table`.
        parts.push('');
      } else {
        const part = this.name();
        if (part === null) {
          return null;
        }
        parts.push(part);
        if (!this.next() || !this.is(dot)) {
          break;
        }
      }
      if (!this.next()) {
        return null;
      }
    }
    const table = parts.pop() ?? '';
    return { schema: parts.filter((part) => part !== '').join('.'), table };
  }

  /** Past the parenthesis that closes the one at hand, and on to the token behind it. */
  passParens(): boolean {
    this.closingEnd();
    return this.signal === 0;
  }

  /** Does the same, and gives the place behind the closing parenthesis. */
  closingEnd(): number {
    let depth = 0;
    let end = this.end;
    do {
      depth += this.is(openParen) ? 1 : this.is(closeParen) ? -1 : 0;
      end = this.end;
    } while (this.next() && depth > 0);
    return end;
  }

  /** Reads `(name, name …)` from its parenthesis on, and goes to the token behind it; null when it is no such list. */
  names(): readonly string[] | null {
    const names: string[] = [];
    while (this.next()) {
      const name = this.name();
      if (name === null || !this.next()) {
        return null;
      }
      names.push(name);
      // The length of an indexed part and the like: `name(10)`, `name ASC`.
      if (this.is(closeParen)) {
        this.next();
        return names;
      }
      if (!this.is(0x2c)) {
        return null;
      }
    }
    return null;
  }
}
