import { asciiText, closeParen, comma, lf, openParen, semicolon, space } from './ascii.ts';
import { needMore, type SqlLexer } from './lexer.ts';

/** How much of a line is looked at to tell whether a statement begins there. */
const lookedAt = 160;

const name = /[\w$."`[\]@#\u0080-\u00ff]+/.source;
const insert = `insert\\s+(?:into|ignore|or|delayed|low_priority|high_priority)\\s|insert\\s+(?:[\`"[]|${name}\\s*(?:\\(|values?\\b))|replace\\s+into\\s`;
const copy = `copy\\s+${name}\\s*(?:\\(|from\\b)`;
const rowStart = new RegExp(`^(?:${insert}|${copy})`, 'i');
const ddl = 'create\\s+(?:\\w+\\s+)?table\\s|drop\\s+table\\s|alter\\s+table\\s|(?:un)?lock\\s+tables\\b|/\\*!\\d';
const others = 'go\\s*(?:\\n|$)|set\\s+identity_insert\\s|commit\\s*;';
const anyStart = new RegExp(`^(?:${insert}|${copy}|${ddl}|${others})`, 'i');

/** Instead of a place: nothing of what was looked for stands here. */
export const nowhere = -3;

/** What the statements above begin with. */
const firstLetters = new Set(['in', 're', 'co', 'cr', 'dr', 'al', 'lo', 'un', 'go', 'se', '/*']);

/** What a line must begin with: a statement that brings rows, or any statement that dumps are made of. */
export type StartKind = 'rows' | 'any';

/** Whether text such as a dump's line begins with a statement of dumps. */
export function beginsStatement(text: string, kind: StartKind): boolean {
  return (kind === 'rows' ? rowStart : anyStart).test(text);
}

/** Where a row may be taken to begin: behind `),`, behind any comma (what was passed is no row), or nowhere. */
export type RowPlaces = 'behind-row' | 'behind-comma' | 'none';

const marks: Readonly<Record<RowPlaces, number>> = { 'behind-row': closeParen, 'behind-comma': comma, none: -1 };

/**
 * Looks for places where reading can go on after something unsound: a line that begins with a statement that dumps are
 * made of, a semicolon that such a statement follows, or (if asked) a `(` where a row may begin.
 */
export class RestartFinder {
  /** Where to look on, once more bytes are there. */
  resumeAt = 0;
  private readonly lexer: SqlLexer;

  constructor(lexer: SqlLexer) {
    this.lexer = lexer;
  }

  /** The first place in [from, stop) to go on from; `needMore` when there is none yet, which at the end means never. */
  find(from: number, rows: RowPlaces): number {
    const { bytes, stop } = this.lexer;
    const mark = marks[rows];
    for (let at = from; at < stop; at++) {
      const byte = bytes[at];
      if (byte !== lf && byte !== semicolon && byte !== mark) {
        continue;
      }
      const found = byte === mark ? this.rowAfter(at + 1, rows) : this.startAfter(at + 1, byte === lf ? 'any' : 'rows');
      if (found === needMore) {
        this.resumeAt = at;
        return needMore;
      }
      if (found !== nowhere) {
        return found;
      }
    }
    this.resumeAt = stop;
    return needMore;
  }

  /** The statement that begins after `at` on the same line; `nowhere` when there is none. */
  startAfter(from: number, kind: StartKind): number {
    const { bytes, stop, isFinal } = this.lexer;
    const at = this.passIndent(from);
    if (at >= stop) {
      return isFinal ? nowhere : needMore;
    }
    if (at + 1 < stop && !firstLetters.has(asciiText(bytes, at, at + 2).toLowerCase())) {
      return nowhere;
    }
    if (at + lookedAt > stop && !isFinal) {
      return needMore;
    }
    return beginsStatement(asciiText(bytes, at, Math.min(stop, at + lookedAt)), kind) ? at : nowhere;
  }

  private passIndent(from: number): number {
    const { bytes, stop } = this.lexer;
    let at = from;
    while (at < stop && bytes[at] !== lf && (bytes[at] ?? 0) <= space) {
      at++;
    }
    return at;
  }

  /** A line inside [start, end) that begins with a statement that brings rows; `nowhere` when there is none. */
  rowsWithin(start: number, end: number): number {
    const { bytes } = this.lexer;
    for (let at = start; at < end; at++) {
      const found = bytes[at] === lf ? this.startAfter(at + 1, 'rows') : nowhere;
      if (found !== nowhere) {
        return found;
      }
    }
    return nowhere;
  }

  /** Whether `),(` stands anywhere in [start, end). */
  rowsBehindParens(start: number, end: number): boolean {
    const { bytes } = this.lexer;
    for (let at = start; at < end; at++) {
      const row = bytes[at] === closeParen ? this.rowAfter(at + 1, 'behind-row') : nowhere;
      if (row >= 0 && row < end) {
        return true;
      }
    }
    return false;
  }

  private rowAfter(from: number, rows: RowPlaces): number {
    const { bytes, stop, isFinal } = this.lexer;
    let commas = rows === 'behind-comma' ? 1 : 0;
    // No dump sets its rows farther apart; without a limit a long run of blanks would be looked at again and again.
    const last = Math.min(stop, from + lookedAt);
    let at = from;
    while (at < last && ((bytes[at] ?? 0) <= space || bytes[at] === comma)) {
      commas += bytes[at] === comma ? 1 : 0;
      at++;
    }
    if (at < last || commas > 1) {
      return bytes[at] === openParen && commas === 1 ? at : nowhere;
    }
    return isFinal || last === from + lookedAt ? nowhere : needMore;
  }
}
