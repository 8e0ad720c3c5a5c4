import type { JsonCursor } from './json-cursor.ts';

const openBracket = 0x5b;
const openBrace = 0x7b;
/** A key before a table may be so long. */
const maxKeyBytes = 1 << 16;

/**
 * The array of records that is the property at `at`: its key, and the place behind its bracket. Null when the property is
 * something else; `more` when more bytes are needed to tell.
 */
export function tableAhead(
  cursor: JsonCursor,
  bytes: Uint8Array,
  [at, filled]: readonly [number, number],
  isLast: boolean,
): { readonly name: string; readonly inside: number } | null | 'more' {
  const end = Math.min(filled, at + maxKeyBytes);
  cursor.begin(bytes, at, end);
  const isKey = cursor.passKey();
  const { tokenStart, tokenEnd } = cursor;
  const isArray = isKey && cursor.take(openBracket);
  const inside = cursor.at;
  const first = isArray ? cursor.next() : -1;
  if (cursor.at + 1 >= end && !isLast && end < at + maxKeyBytes) {
    return 'more';
  }
  const holdsRecords = first === openBrace || first === openBracket;
  return holdsRecords ? { name: new TextDecoder().decode(bytes.subarray(tokenStart, tokenEnd)), inside } : null;
}
