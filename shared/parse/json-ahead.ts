import type { JsonCursor } from './json-cursor.ts';

const openBracket = 0x5b;
const openBrace = 0x7b;
/** A key before a table may be so long. */
const maxKeyBytes = 1 << 16;

/** A property that may be entered: its key, and the place behind the bracket or brace of its value. */
export type PropertyAhead = {
  readonly name: string;
  /** An array that begins with an object or an array, or an object. */
  readonly holds: 'records' | 'properties';
  readonly inside: number;
};

/** The property at `at`, a key in quotes. Null when its value is something else; `more` when more bytes are needed to tell. */
export function propertyAhead(
  cursor: JsonCursor,
  bytes: Uint8Array,
  [at, filled]: readonly [number, number],
  isLast: boolean,
): PropertyAhead | null | 'more' {
  const end = Math.min(filled, at + maxKeyBytes);
  cursor.begin(bytes, at, end);
  const isKey = cursor.passKey();
  const { tokenStart, tokenEnd } = cursor;
  const isObject = isKey && cursor.next() === openBrace;
  const isArray = isKey && cursor.take(openBracket);
  const inside = isObject ? cursor.at + 1 : cursor.at;
  const first = isArray ? cursor.next() : -1;
  // A key without its end leaves the cursor where it was.
  const isCut = cursor.at === at || cursor.at + 1 >= end;
  if (isCut && !isLast && end < at + maxKeyBytes) {
    return 'more';
  }
  const holdsRecords = first === openBrace || first === openBracket;
  if (!holdsRecords && !isObject) {
    return null;
  }
  const name = new TextDecoder().decode(bytes.subarray(tokenStart, tokenEnd));
  return { name, holds: holdsRecords ? 'records' : 'properties', inside };
}
