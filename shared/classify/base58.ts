import { sha256 } from '@noble/hashes/sha2.js';

const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const values = new Int8Array(128).fill(-1);
for (const [value, character] of [...alphabet].entries()) {
  values[character.charCodeAt(0)] = value;
}

/** Multiplies the number in `bytes`, its lowest byte first, by 58 and adds; gives its new length. */
function appendDigit(bytes: Uint8Array, length: number, digit: number): number {
  let carry = digit;
  let at = 0;
  for (; at < length || carry > 0; at++) {
    carry += 58 * (bytes[at] ?? 0);
    bytes[at] = carry & 0xff;
    carry >>>= 8;
  }
  return at;
}

function decode(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = values[text.charCodeAt(i)] ?? -1;
    if (digit < 0) {
      return null;
    }
    length = appendDigit(bytes, length, digit);
  }
  let zeros = 0;
  while (text.charAt(zeros) === '1') {
    zeros++;
  }
  const decoded = new Uint8Array(zeros + length);
  decoded.set(bytes.subarray(0, length).reverse(), zeros);
  return decoded;
}

/**
 * The bytes of a base58check text (version and content), or null where an alphabet or the check is broken: the last four
 * bytes are the first four of SHA-256, applied twice, of the others. One text in 2^32 passes by chance.
 */
export function decodeBase58Check(text: string): Uint8Array | null {
  const decoded = text.length > 120 ? null : decode(text);
  if (decoded === null || decoded.length < 5) {
    return null;
  }
  const content = decoded.subarray(0, -4);
  const digest = sha256(sha256(content));
  return decoded.subarray(-4).every((byte, i) => byte === digest[i]) ? content : null;
}
