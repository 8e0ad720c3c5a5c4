import { characterLength } from '../kernel/utf8.ts';
import type { LikelyEncoding } from './outcome.ts';

/** How the bytes from 0x80 up read as UTF-8: the first malformed one (or -1), and counts of malformed and sound characters. */
export type Utf8Census = { readonly firstInvalid: number; readonly invalid: number; readonly valid: number };

/** Reads bytes as strict UTF-8. With `cutOff`, a character that only lacks its end at the very end is not held against them. */
export function countUtf8(bytes: Uint8Array, cutOff: boolean): Utf8Census {
  let firstInvalid = -1;
  let invalid = 0;
  let valid = 0;
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] ?? 0) < 0x80) {
      continue;
    }
    const length = characterLength(bytes, at, bytes.length);
    if (length > 0) {
      valid++;
      at += length - 1;
      continue;
    }
    if (length < 0 && cutOff) {
      break;
    }
    if (firstInvalid < 0) {
      firstInvalid = at;
    }
    invalid++;
  }
  return { firstInvalid, invalid, valid };
}

/**
 * UTF-16 by its byte order mark, or by NULs that stand nearly all on one side of the byte pairs, as in text with many
 * ASCII characters. Null when neither shows.
 */
export function findUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return 'utf-16le';
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return 'utf-16be';
  }
  const nuls = [0, 0];
  bytes.forEach((byte, at) => {
    if (byte === 0) {
      nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
    }
  });
  const [even = 0, odd = 0] = nuls;
  const many = Math.max(bytes.length / 8, 3);
  if (odd > many && even * 20 < odd) {
    return 'utf-16le';
  }
  if (even > many && odd * 20 < even) {
    return 'utf-16be';
  }
  return null;
}

/**
 * Guesses the encoding of text that is not UTF-8: GB18030 when most pairs that open with a high byte are Chinese
 * characters of the GB 2312 plane (lead B0–F7, trail A1–FE).
 */
export function guessEncoding(bytes: Uint8Array): LikelyEncoding {
  let pairs = 0;
  let chinese = 0;
  for (let at = 0; at + 1 < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      continue;
    }
    const trail = bytes[++at] ?? 0;
    pairs++;
    if (lead >= 0xb0 && lead <= 0xf7 && trail >= 0xa1 && trail <= 0xfe) {
      chinese++;
    }
  }
  return pairs > 0 && chinese * 10 >= pairs * 6 ? 'gb18030' : 'unknown';
}
