const ascii = /^[\x20-\x7e]*$/;
const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const blanks = /\s+/g;
const hanBlanks = /(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/gu;

/** One form for full-width and half-width characters, without characters that do not show. */
function normal(text: string): string {
  return ascii.test(text) ? text : text.normalize('NFKC').replace(invisible, '');
}

/** The form in which words are compared: lower case, one blank for many, none beside Chinese, none at the edges. */
export function foldText(text: string): string {
  const folded = normal(text).toLowerCase().replace(blanks, ' ').trim();
  return ascii.test(folded) ? folded : folded.replace(hanBlanks, '');
}

const hanOnly = /^\p{Script=Han}{2,}$/u;

/** True for Chinese without anything else: a name has two to four characters, an address more. */
export function isHanOnly(folded: string): boolean {
  return hanOnly.test(folded);
}

/** What may stand between the digits of one number. */
const separated = /^[\d\s().+/_\-\u2010-\u2015]*[\dxX]\s*$/;
const notDigit = /[^\dX]/g;
const chinaPrefix = /^(?:00)?86(?=1\d{10}$)/;

/** The digits of a value that is nothing but a number (the last may be the X of a resident ID), without +86; else null. */
export function digitKey(value: string): string | null {
  const plain = normal(value);
  if (!separated.test(plain)) {
    return null;
  }
  return plain.toUpperCase().replace(notDigit, '').replace(chinaPrefix, '');
}

const date = /^\s*(?:19|20)\d\d([-/.]?)(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])\s*$/;

/** True for a plain date. A reply is full of dates, and a date alone names nobody. */
export function isDate(value: string): boolean {
  return date.test(value);
}

/** The numbers of a text: `joined` across separators, to be searched inside, and `alone`, each as it stands by itself. */
export type DigitRuns = { readonly joined: readonly string[]; readonly alone: ReadonlySet<string> };

const run = /[\d+(](?:[ \t\u00a0().+/_\-\u2010-\u2015]{0,3}\d)*[xX]?/g;
const group = /(?<!\d)\d+[xX]?/g;

/** Finds the numbers of a text. Digits with up to three separators between them may be one number. */
export function digitRuns(text: string): DigitRuns {
  const plain = normal(text);
  const keyOf = (found: string): string => found.toUpperCase().replace(notDigit, '');
  const joined = [...plain.matchAll(run)].map(({ 0: found }) => keyOf(found));
  const single = [...plain.matchAll(group)].map(({ 0: found }) => keyOf(found));
  return { joined, alone: new Set([...joined, ...joined.map((digits) => digits.replace(chinaPrefix, '')), ...single]) };
}
