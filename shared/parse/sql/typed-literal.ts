import { apostrophe, asciiText, closeParen } from './ascii.ts';
import type { SqlLexer } from './lexer.ts';
import { cellKind } from './sql-cells.ts';
import type { Escapes } from './sql-rules.ts';

/** Where the text of a literal lies and how it is written, and the place behind the literal. */
type Literal = { readonly start: number; readonly end: number; readonly kind: number; readonly next: number };

/** No type, and no number, is written longer than this. */
const longest = 128;
const cast = /^(?:try_)?cast\s*\(\s*/i;
const convert = /^(?:try_)?convert\s*\(\s*/i;
const bare = /^(?:null\b|true\b|false\b|0x[\da-f]*|[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?)/i;
const type = '[\\w$."[\\]\\s\\x80-\\xff]+(?:\\([\\w\\s,]*\\))?[\\w\\s[\\]]*';
const behindCast = new RegExp(`^\\s*as\\s${type}\\)$`, 'i');
const typeInFront = new RegExp(`^${type},\\s*`);
const behindTyped = /^\s*(?:,\s*\d+\s*)?\)$/;
const behindConverted = new RegExp(`^\\s*(?:,|using\\s)${type}\\)$`, 'i');
const behindColons = new RegExp(`^(?:\\s*::${type})+$`);
const letterC = 0x63;
const letterT = 0x74;
const colon = 0x3a;

/** How the escapes of a string are written in its cell. */
export function kindOf(escapes: Escapes): number {
  return escapes === 'none' ? cellKind.doubled : cellKind[escapes];
}

function stringAt(lexer: SqlLexer, quoteAt: number, prefix: string): Literal | null {
  const escapes = prefix === 'e' && lexer.rules.prefixes.includes('e') ? 'postgresql' : lexer.rules.strings;
  lexer.sawEscape = false;
  const next = lexer.stringEnd(quoteAt, escapes);
  if (next < 0) {
    return null;
  }
  return prefix === 'x' || prefix === 'b'
    ? { start: quoteAt - 1, end: next, kind: cellKind.plain, next }
    : { start: quoteAt + 1, end: next - 1, kind: lexer.sawEscape ? kindOf(escapes) : cellKind.plain, next };
}

/** The plain literal at `at`; null when something else stands there. */
function literalAt(lexer: SqlLexer, at: number, end: number): Literal | null {
  const { bytes } = lexer;
  if (bytes[at] === apostrophe) {
    return stringAt(lexer, at, '');
  }
  const word = asciiText(bytes, at, Math.min(end, at + longest));
  if (/^[nexb]'/i.test(word)) {
    return stringAt(lexer, at + 1, word.charAt(0).toLowerCase());
  }
  const { length } = word.match(bare)?.[0] ?? '';
  const kind = /^null/i.test(word) ? cellKind.null : cellKind.plain;
  return length === 0 || length === longest ? null : { start: at, end: at + length, kind, next: at + length };
}

function isBehind(lexer: SqlLexer, literal: Literal | null, end: number, pattern: RegExp): literal is Literal {
  return literal !== null && end - literal.next <= longest && pattern.test(asciiText(lexer.bytes, literal.next, end));
}

function called(lexer: SqlLexer, start: number, end: number): Literal | null {
  const head = asciiText(lexer.bytes, start, Math.min(end, start + longest));
  const [cut] = head.match(cast) ?? [];
  if (cut !== undefined) {
    const literal = literalAt(lexer, start + cut.length, end);
    return isBehind(lexer, literal, end, behindCast) ? literal : null;
  }
  const [opening] = head.match(convert) ?? [];
  if (opening === undefined) {
    return null;
  }
  const [typed = ''] = head.slice(opening.length).match(typeInFront) ?? [];
  const second = typed === '' ? null : literalAt(lexer, start + opening.length + typed.length, end);
  if (isBehind(lexer, second, end, behindTyped)) {
    return second;
  }
  const first = literalAt(lexer, start + opening.length, end);
  return isBehind(lexer, first, end, behindConverted) ? first : null;
}

/**
 * The literal in [start, end) when the expression there only says of which type it is: `CAST(N'…' AS datetime)`,
 * `CONVERT(date, '…', 120)`, `'…'::jsonb`. Null for any other expression: its value is not in the file.
 */
export function typedLiteral(lexer: SqlLexer, start: number, end: number): Literal | null {
  const { bytes } = lexer;
  const first = (bytes[start] ?? 0) | 0x20;
  if (bytes[end - 1] === closeParen && (first === letterC || first === letterT)) {
    return called(lexer, start, end);
  }
  if (!lexer.rules.colonCasts || bytes.subarray(start, end).indexOf(colon) < 0) {
    return null;
  }
  const literal = literalAt(lexer, start, end);
  return isBehind(lexer, literal, end, behindColons) ? literal : null;
}
