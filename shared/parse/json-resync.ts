const quote = 0x22;
const lf = 0x0a;
const cr = 0x0d;
const comma = 0x2c;
const openBracket = 0x5b;
const openBrace = 0x7b;
/** Blanks before a record are looked back over for so many bytes, and a first key may be so long. */
export const lookBack = 1 << 10;

/** How a record began, by which the next one is known. */
export type RecordStart = {
  readonly opener: number;
  /** The blanks before it in its line; -1 when something else stands there. */
  readonly indent: number;
  /** Its bytes up to the end of its first key; the opener alone when it has none. */
  readonly signature: Uint8Array;
};

/** How sure a place must be: behind a record that is broken, or inside one that merely does not end. */
export type ResyncNeed = 'broken' | 'unfinished';

/** The line's blanks before `at`, or -1 when something else than blanks stands before it in its line. Looks back to `from`. */
export function indentOf(bytes: Uint8Array, from: number, at: number): number {
  let place = at;
  while (place > from && (bytes[place - 1] === 0x20 || bytes[place - 1] === 0x09)) {
    place--;
  }
  return place > from && (bytes[place - 1] === lf || bytes[place - 1] === cr) ? at - place : -1;
}

function keyEnd(bytes: Uint8Array, at: number, end: number): number {
  let place = at + 1;
  while (place < end && (bytes[place] ?? 0) <= 0x20) {
    place++;
  }
  if (bytes[place] !== quote || place >= end) {
    return at + 1;
  }
  const closed = bytes.subarray(place + 1, Math.min(end, at + lookBack)).indexOf(quote);
  return closed < 0 ? at + 1 : place + 1 + closed + 1;
}

/** Notes how the record began that was read from `at` to `end`. */
export function recordStart(bytes: Uint8Array, at: number, end: number, indent: number): RecordStart {
  const byte = bytes[at] ?? 0;
  const opener = byte === openBracket || byte === quote ? byte : openBrace;
  const signature = byte === openBrace ? bytes.slice(at, keyEnd(bytes, at, end)) : Uint8Array.of(opener);
  return { opener, indent, signature };
}

function hasSignature({ signature }: RecordStart, bytes: Uint8Array, at: number): boolean {
  return signature.every((byte, k) => bytes[at + k] === byte);
}

/** Whether the byte before `at`, over blanks, is a comma or a closing bracket. */
function followsItem(bytes: Uint8Array, from: number, at: number): boolean {
  let place = at - 1;
  const stop = Math.max(from, at - lookBack);
  while (place >= stop && (bytes[place] ?? 0) <= 0x20) {
    place--;
  }
  const byte = place >= stop ? bytes[place] : 0;
  return byte === comma || byte === openBrace + 2 || byte === openBracket + 2;
}

/** The end of a record in [start, end) without the blanks and the one comma behind it. */
export function endWithoutComma(bytes: Uint8Array, start: number, end: number): number {
  let at = end;
  let commas = 0;
  while (at > start && ((bytes[at - 1] ?? 0) <= 0x20 || (bytes[at - 1] === comma && commas++ === 0))) {
    at--;
  }
  return at;
}

/** Whether the opener at `at` begins a record like the one that began as `start`. */
export function beginsRecord(
  bytes: Uint8Array,
  from: number,
  at: number,
  start: RecordStart,
  need: ResyncNeed,
): boolean {
  const isAlike = hasSignature(start, bytes, at);
  const indent = indentOf(bytes, Math.max(from, at - lookBack), at);
  const isLine = indent >= 0 && (start.indent < 0 || indent === start.indent);
  if (need === 'unfinished') {
    return isLine && isAlike && start.indent >= 0;
  }
  return isLine ? isAlike || start.indent >= 0 : isAlike && followsItem(bytes, from, at);
}
