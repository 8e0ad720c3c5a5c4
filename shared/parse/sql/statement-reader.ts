import { asciiText, closeParen, isWordByte, lf, openParen, semicolon, space } from './ascii.ts';
import { broken, needMore, type SqlLexer } from './lexer.ts';
import { nowhere, type RestartFinder } from './statement-start.ts';

/** How much of a statement is looked at to tell what it is. */
const lookedAt = 512;
const routine =
  /^(?:create|alter)\s+(?:or\s+(?:replace|alter)\s+)?(?:definer\s*=\s*\S+\s+)?(?:temp(?:orary)?\s+|aggregate\s+|constraint\s+)?(?:trigger|proc|procedure|function|event|package)\b/i;
const goLine = /^go[ \t\r]*(?:\n|$)/i;
/** Statements in which `),(` stands for something else than rows. */
const mayPairParens = /^(?:create|alter|select|with)\b/i;
const notClosedByEnd = new Set(['if', 'loop', 'while', 'repeat']);

/** Finds the end of a statement whose rows, if any, do not matter. */
export class StatementReader {
  /** What ends a statement, as DELIMITER has set it. */
  delimiter = ';';
  private readonly lexer: SqlLexer;
  private readonly restarts: RestartFinder;
  /** BEGIN and CASE that are not yet closed, and whether END was the last word. */
  private depth = 0;
  private parens = 0;
  /** Whether rows may stand in the statement that are none of the dump's, and whether VALUES was the last word. */
  private mayHoldRows = false;
  private afterValues = false;
  private afterEnd = false;

  constructor(lexer: SqlLexer, restarts: RestartFinder) {
    this.lexer = lexer;
    this.restarts = restarts;
  }

  /**
   * Past the statement that begins at `from`: its `;` or GO, or the place before a line that begins with another statement
   * though nothing ended this one. Broken when that line lies inside a string of this statement: a quote was left open.
   * Broken, too, when it holds what looks like rows: it is the middle of an INSERT and only begins like a statement.
   */
  end(from: number, isTail = false): number {
    const { lexer } = this;
    if (from + lookedAt > lexer.stop && !lexer.isFinal) {
      return needMore;
    }
    const head = asciiText(lexer.bytes, from, Math.min(lexer.stop, from + lookedAt));
    const isRoutine = routine.test(head) && lexer.offset(from) >= lexer.triedBefore;
    this.mayHoldRows = isTail || isRoutine || mayPairParens.test(head);
    this.depth = 0;
    this.parens = 0;
    this.afterEnd = false;
    this.afterValues = false;
    const end = this.run(from, isRoutine);
    if (end >= 0 && !this.mayHoldRows && this.restarts.rowsBehindParens(from, end)) {
      return lexer.fail('malformed-statement');
    }
    if (end === broken && this.delimiter !== ';') {
      this.delimiter = ';';
    }
    return end;
  }

  /** Past what may follow GO: how many times, and nothing else on its line. */
  goEnd(from: number): number {
    const end = this.lexer.lineEnd(from);
    const isAlone = end >= 0 && /^\s*\d*\s*$/.test(asciiText(this.lexer.bytes, from, Math.min(end, from + 64)));
    return end < 0 || isAlone ? end : from;
  }

  private run(from: number, isRoutine: boolean): number {
    const { lexer } = this;
    const { bytes, stop } = lexer;
    const keepsLines = isRoutine || this.delimiter !== ';';
    let at = from;
    while (at < stop) {
      const byte = bytes[at] ?? 0;
      if (byte <= space && byte !== lf) {
        at++;
        continue;
      }
      const ended = byte === lf ? this.lineAfter(at, keepsLines) : this.delimiterEnd(at, isRoutine);
      if (ended !== at) {
        return ended;
      }
      const end = byte === lf ? at + 1 : this.tokenEnd(at, keepsLines);
      if (end < 0) {
        return end;
      }
      at = end;
    }
    return this.fileEnd(isRoutine);
  }

  private fileEnd(isRoutine: boolean): number {
    const { lexer } = this;
    if (!lexer.isFinal) {
      return needMore;
    }
    if (lexer.isEnd && !isRoutine) {
      return lexer.stop;
    }
    lexer.noteTried(lexer.stop);
    return lexer.ranOut('malformed-statement');
  }

  /** Past a line break that ends the statement; the line break itself when it does not. */
  private lineAfter(at: number, keepsLines: boolean): number {
    const { lexer } = this;
    if (lexer.rules.goLines) {
      if (at + 64 > lexer.stop && !lexer.isFinal) {
        return needMore;
      }
      if (goLine.test(asciiText(lexer.bytes, at + 1, Math.min(lexer.stop, at + 64)))) {
        return at + 1;
      }
    }
    if (keepsLines) {
      return at;
    }
    const start = this.restarts.startAfter(at + 1, 'any');
    return start === nowhere ? at : start;
  }

  private delimiterEnd(at: number, isRoutine: boolean): number {
    const { lexer, delimiter } = this;
    if (lexer.bytes[at] !== delimiter.charCodeAt(0)) {
      return at;
    }
    if (delimiter === ';') {
      const isInside = isRoutine && (lexer.rules.goLines || this.depth > 0);
      this.afterEnd = false;
      return isInside ? at : at + 1;
    }
    if (at + delimiter.length > lexer.stop && !lexer.isFinal) {
      return needMore;
    }
    return asciiText(lexer.bytes, at, at + delimiter.length) === delimiter ? at + delimiter.length : at;
  }

  private tokenEnd(at: number, keepsLines: boolean): number {
    const { lexer } = this;
    const comment = lexer.commentEnd(at);
    if (comment !== at) {
      return comment;
    }
    const end = lexer.tokenEnd(at);
    if (end < 0 || lexer.bytes[at] === semicolon) {
      return end;
    }
    if (isWordByte(lexer.bytes[at])) {
      this.countBlock(at, end);
      return end;
    }
    return this.pass(at, end, keepsLines);
  }

  /** Passes a token that is no word; broken when it shows that something before it is missing or was left open. */
  private pass(at: number, end: number, keepsLines: boolean): number {
    const { lexer } = this;
    const byte = lexer.bytes[at];
    const isRow = this.afterValues && byte === openParen && !this.mayHoldRows;
    this.afterEnd = false;
    this.afterValues = false;
    this.parens += byte === openParen ? 1 : byte === closeParen ? -1 : 0;
    if (this.parens < 0 || isRow) {
      return lexer.fail('malformed-statement');
    }
    const line = end > at + 1 && !keepsLines ? this.restarts.rowsWithin(at, end) : nowhere;
    return line === nowhere ? end : line === needMore ? needMore : lexer.fail('unclosed-quote');
  }

  /** Keeps count of BEGIN … END, so that a semicolon inside a routine does not end it. */
  private countBlock(at: number, end: number): void {
    const word = end - at > 6 ? '' : asciiText(this.lexer.bytes, at, end).toLowerCase();
    this.afterValues = word === 'values';
    if (this.afterEnd) {
      this.afterEnd = false;
      this.depth += notClosedByEnd.has(word) ? 1 : 0;
      return;
    }
    this.depth += word === 'begin' || word === 'case' ? 1 : word === 'end' ? -1 : 0;
    this.afterEnd = word === 'end';
  }
}
