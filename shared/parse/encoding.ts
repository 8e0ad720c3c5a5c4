import type { Encoding } from '../domain/dialect.ts';
import { characterLength } from '../kernel/utf8.ts';

/** What the bytes of a file's beginning say of its encoding. */
export type EncodingGuess = {
  readonly encoding: Encoding;
  /** False when the evidence is thin: then the analyst should compare the candidates. */
  readonly isSure: boolean;
  /** Sentences that say what was seen, with numbers. */
  readonly reasons: readonly string[];
  /** The encodings worth a look, the likeliest first; the guess is the first of them. */
  readonly candidates: readonly Encoding[];
};

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

/** With more malformed characters than one to this many sound ones, the file as a whole is not UTF-8. */
const soundPerMalformed = 10;

function guessOf(encoding: Encoding, reason: string): EncodingGuess {
  return { encoding, isSure: true, reasons: [reason], candidates: [encoding] };
}

/** Tells the encoding of a text from its first bytes. `isWhole` says that they are all of it. */
export function guessEncoding(bytes: Uint8Array, isWhole: boolean): EncodingGuess {
  const utf16 = findUtf16(bytes);
  if (utf16 !== null) {
    return guessOf(utf16, 'Byte order or NULs say UTF-16.');
  }
  const { invalid, valid } = countUtf8(bytes, !isWhole);
  if (invalid * soundPerMalformed <= valid) {
    const warning = `${invalid} malformed characters near its start: their records will be rejected.`;
    return { ...guessOf('utf-8', 'It reads as UTF-8.'), reasons: invalid === 0 ? [] : [warning] };
  }
  return guessOf('gb18030', 'It is not UTF-8.');
}
