import { asciiText, isWordByte, lf, semicolon, space } from './ascii.ts';
import { broken, needMore, type SqlLexer } from './lexer.ts';
import { nowhere, type RestartFinder } from './statement-start.ts';

/** How much of a statement is looked at to tell what it is. */
const lookedAt = 512;
const routine =
  /^(?:create|alter)\s+(?:or\s+(?:replace|alter)\s+)?(?:definer\s*=\s*\S+\s+)?(?:temp(?:orary)?\s+|aggregate\s+|constraint\s+)?(?:trigger|proc|procedure|function|event|package)\b/i;
const goLine = /^go[ \t\r]*(?:\n|$)/i;
const notClosedByEnd = new Set(['if', 'loop', 'while', 'repeat']);

/** Finds the end of a statement whose rows, if any, do not matter. */
export class StatementReader {
  /** What ends a statement, as DELIMITER has set it. */
  delimiter = ';';
  private readonly lexer: SqlLexer;
  private readonly restarts: RestartFinder;
  /** BEGIN and CASE that are not yet closed, and whether END was the last word. */
  private depth = 0;
  private afterEnd = false;

  constructor(lexer: SqlLexer, restarts: RestartFinder) {
    this.lexer = lexer;
    this.restarts = restarts;
  }

  /**
   * Past the statement that begins at `from`: its `;` or GO, or the place before a line that begins with another statement
   * though nothing ended this one. Broken when that line lies inside a string of this statement: a quote was left open.
   */
  end(from: number): number {
    const { lexer } = this;
    if (from + lookedAt > lexer.stop && !lexer.isFinal) {
      return needMore;
    }
    const head = asciiText(lexer.bytes, from, Math.min(lexer.stop, from + lookedAt));
    const isRoutine = routine.test(head) && lexer.offset(from) >= lexer.triedBefore;
    this.depth = 0;
    this.afterEnd = false;
    const end = this.run(from, isRoutine);
    if (end === broken && this.delimiter !== ';') {
      this.delimiter = ';';
    }
    return end;
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
    this.afterEnd = false;
    if (end > at + 1 && !keepsLines) {
      const line = this.restarts.rowsWithin(at, end);
      return line === nowhere ? end : line === needMore ? needMore : lexer.fail('unclosed-quote');
    }
    return end;
  }

  /** Keeps count of BEGIN … END, so that a semicolon inside a routine does not end it. */
  private countBlock(at: number, end: number): void {
    const word = end - at > 6 ? '' : asciiText(this.lexer.bytes, at, end).toLowerCase();
    if (this.afterEnd) {
      this.afterEnd = false;
      this.depth += notClosedByEnd.has(word) ? 1 : 0;
      return;
    }
    this.depth += word === 'begin' || word === 'case' ? 1 : word === 'end' ? -1 : 0;
    this.afterEnd = word === 'end';
  }
}
