import { digitKey, digitRuns, foldText, isDate, isHanOnly } from './leak-keys.ts';

/** Tells whether a value of a sample occurs in an outgoing text. */
export type LeakGuard = { readonly contains: (value: string) => boolean };

/** Numbers of this many digits are looked for inside longer runs; shorter ones only where they stand alone. */
const wholeDigits = 8;
const fewestDigits = 6;
const fewestLetters = 6;
const probe = 4;
const letterOrDigit = /[\p{L}\p{N}]/u;
const han = /\p{Script=Han}/u;

/** Every piece of that length of the given texts. */
function piecesOf(texts: readonly string[], length: number): Set<string> {
  const pieces = new Set<string>();
  for (const text of texts) {
    for (let at = 0; at + length <= text.length; at++) {
      pieces.add(text.slice(at, at + length));
    }
  }
  return pieces;
}

/** Finds digits in a text: one set of pieces per length of number, made when a number of that length is first asked for. */
function createDigitFinder(text: string): (digits: string) => boolean {
  const { joined, alone } = digitRuns(text);
  const byLength = new Map<number, Set<string>>();
  return (digits) => {
    if (digits.length < wholeDigits) {
      return alone.has(digits);
    }
    const known = byLength.get(digits.length);
    const pieces = known ?? piecesOf(joined, digits.length);
    if (known === undefined) {
      byLength.set(digits.length, pieces);
    }
    return pieces.has(digits);
  };
}

/** True where a word begins or ends: "single" is not in "singled". Chinese has no such edges. */
function isEdge(inside: string, outside: string): boolean {
  return (
    inside === '' || outside === '' || han.test(inside) || !letterOrDigit.test(inside) || !letterOrDigit.test(outside)
  );
}

function createWordFinder(text: string): (folded: string) => boolean {
  const pieces = piecesOf([text], probe);
  return (folded) => {
    if (folded.length >= probe && !pieces.has(folded.slice(0, probe))) {
      return false;
    }
    for (let at = text.indexOf(folded); at >= 0; at = text.indexOf(folded, at + 1)) {
      const end = at + folded.length;
      const opens = isEdge(folded.charAt(0), text.charAt(at - 1));
      if (opens && isEdge(folded.charAt(folded.length - 1), text.charAt(end))) {
        return true;
      }
    }
    return false;
  };
}

function createFinder(text: string): (value: string) => boolean {
  const hasDigits = createDigitFinder(text);
  const hasWords = createWordFinder(foldText(text));
  return (value) => {
    const digits = digitKey(value);
    if (digits !== null) {
      return digits.length >= fewestDigits && !isDate(value) && hasDigits(digits);
    }
    const folded = foldText(value);
    const long = folded.length >= fewestLetters || isHanOnly(folded);
    return long && !masked.test(folded) && hasWords(folded);
  };
}

/** A value that hides most of itself is fit to be sent. */
const masked = /\*{3}/;

/**
 * Prepares a text that is about to leave, so that millions of values can be looked up in it. The rule: a number of 6 or
 * more digits counts however it is separated, with or without +86 (6 and 7 digits only where they stand alone; a plain
 * date never); Chinese of 2 or more characters counts anywhere; any other value counts from 6 characters on, as whole
 * words, whatever its case and blanks. Shorter values name nobody and are not looked for, nor are masked ones, nor what
 * `ownWords`, the template without its facts, says by itself.
 * @example createLeakGuard(reply, template).contains('138 1234 5678')
 */
export function createLeakGuard(text: string, ownWords = ''): LeakGuard {
  const inText = createFinder(text);
  const inOwnWords = createFinder(ownWords);
  return { contains: (value) => inText(value) && !inOwnWords(value) };
}
