import type { ByteText } from './byte-text.ts';

const backslash = 0x5c;
const letterU = 0x75;

/** What stands behind a backslash (`"`, `\`, `/`, b, f, n, r, t), and the character it means. */
const simple = new Map([
  [0x22, 0x22],
  [0x5c, 0x5c],
  [0x2f, 0x2f],
  [0x62, 0x08],
  [0x66, 0x0c],
  [0x6e, 0x0a],
  [0x72, 0x0d],
  [0x74, 0x09],
]);

function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) {
    return byte - 0x30;
  }
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

/** The UTF-16 unit of the `\uXXXX` at `at`, or -1 when there is none. */
function unitAt(bytes: Uint8Array, at: number, end: number): number {
  if (at + 6 > end || bytes[at] !== backslash || bytes[at + 1] !== letterU) {
    return -1;
  }
  let unit = 0;
  for (let k = at + 2; k < at + 6; k++) {
    const digit = hexDigit(bytes[k] ?? 0);
    if (digit < 0) {
      return -1;
    }
    unit = unit * 16 + digit;
  }
  return unit;
}

/** Adds the character escaped at `at` and gives the place behind it; -1 when the escape is malformed. */
function unescapeAt(bytes: Uint8Array, at: number, end: number, out: ByteText): number {
  const plain = at + 1 < end ? simple.get(bytes[at + 1] ?? 0) : undefined;
  if (plain !== undefined) {
    out.put(plain);
    return at + 2;
  }
  const unit = unitAt(bytes, at, end);
  if (unit < 0) {
    return -1;
  }
  const low = unit >= 0xd800 && unit <= 0xdbff ? unitAt(bytes, at + 6, end) : -1;
  if (low >= 0xdc00 && low <= 0xdfff) {
    out.putCodePoint(0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00));
    return at + 12;
  }
  out.putCodePoint(unit);
  return at + 6;
}

/** Adds to `out` what the JSON string between its quotes means; half a surrogate pair becomes U+FFFD. False when an escape is malformed. */
export function unescapeJson(bytes: Uint8Array, start: number, end: number, out: ByteText): boolean {
  let from = start;
  let at = start;
  while (at < end) {
    if (bytes[at] !== backslash) {
      at++;
      continue;
    }
    out.putBytes(bytes, from, at);
    at = unescapeAt(bytes, at, end, out);
    if (at < 0) {
      return false;
    }
    from = at;
  }
  out.putBytes(bytes, from, end);
  return true;
}
