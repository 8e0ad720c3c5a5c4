/*
 * The tables of the legacy encodings come from @exodus/bytes, which follows the WHATWG Encoding Standard to the letter.
 * TextDecoder does not serve: Node's (ICU) knows neither the Korean syllables beyond KS X 1001 nor Hong Kong's Big5,
 * and reads 0x80 to 0x9F of windows-1252 as control characters, so that the command line and the app would differ.
 */

import type { Encoding } from '../domain/dialect.ts';
import { multibyteDecoder, singlebyteDecoder } from './character-decoders.js';

export type DoubleByteEncoding = 'gb18030' | 'big5' | 'shift_jis' | 'euc-kr';
export type SingleByteEncoding = Exclude<Encoding, DoubleByteEncoding | 'utf-8' | 'utf-16le' | 'utf-16be'>;

/**
 * Characters as their UTF-8 bytes packed into a number, the first byte lowest. `single[byte]` is 0 for a byte that leads a
 * pair and `malformed` for one that may not stand; `pairs[lead << 8 | trail]` is 0 where no character is.
 */
export type DoubleByteTable = { readonly single: Uint32Array; readonly pairs: Uint32Array };

/** What stands for a malformed sequence: the one byte that no UTF-8 holds. */
export const malformed = 0xff;
const replacement = '\uFFFD';
const lineFeed = 0x0a;
const encoder = new TextEncoder();

function packed(character: string): number {
  let bits = 0;
  let shift = 0;
  for (const byte of encoder.encode(character)) {
    bits |= byte << shift;
    shift += 8;
  }
  return bits >>> 0;
}

/** How each of the byte sequences reads; null for one that is no character. They are decoded in one go, a line each. */
function readings(decode: (bytes: Uint8Array) => string, sequences: readonly (readonly number[])[]): (string | null)[] {
  const bytes = Uint8Array.from(sequences.flatMap((sequence) => [...sequence, lineFeed]));
  const lines = decode(bytes).split('\n');
  return sequences.map((_, index) => {
    const line = lines[index] ?? '';
    return line.includes(replacement) || line === '' ? null : line;
  });
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function makeDoubleByteTable(encoding: DoubleByteEncoding): DoubleByteTable {
  const decode = multibyteDecoder(encoding);
  const single = new Uint32Array(256);
  const pairs = new Uint32Array(65_536);
  const upper = range(0x80, 0xff);
  const alone = readings(
    decode,
    upper.map((byte) => [byte]),
  );
  const trails = range(0x40, 0xfe).filter((trail) => trail !== 0x7f);
  upper.forEach((lead, index) => {
    const character = alone[index] ?? null;
    const followed = readings(
      decode,
      trails.map((trail) => [lead, trail]),
    );
    // A byte that leads a pair takes the wrong one after it into its error; a byte that may not stand leaves it one of its own.
    const leads = character === null && decode(Uint8Array.of(lead, 0xff)).length === 1;
    single[lead] = character === null ? (leads ? 0 : malformed) : packed(character);
    trails.forEach((trail, at) => {
      pairs[(lead << 8) | trail] = leads ? packed(followed[at] ?? '') : 0;
    });
  });
  return { single, pairs };
}

const doubleByteTables = new Map<DoubleByteEncoding, DoubleByteTable>();

/** The characters of an encoding of one or two bytes; of GB18030 those of two. Made at first use. */
export function doubleByteTable(encoding: DoubleByteEncoding): DoubleByteTable {
  const known = doubleByteTables.get(encoding);
  if (known !== undefined) {
    return known;
  }
  const table = makeDoubleByteTable(encoding);
  doubleByteTables.set(encoding, table);
  return table;
}

/** The 256 characters of a single-byte encoding, packed like those of a table; `malformed` where none is. */
export function singleByteTable(encoding: SingleByteEncoding): Uint32Array {
  const decode = singlebyteDecoder(encoding);
  return Uint32Array.from(range(0, 255), (byte) => {
    const character = decode(Uint8Array.of(byte));
    return character === replacement ? malformed : packed(character);
  });
}

/** Reads one character of four bytes of GB18030 and packs it; `malformed` when there is none. */
export function fourByteReader(): (bytes: Uint8Array) => number {
  const decode = multibyteDecoder('gb18030');
  return (bytes) => {
    const character = decode(bytes);
    const isTrueReplacement = bytes[0] === 0x84 && bytes[1] === 0x31 && bytes[2] === 0xa4 && bytes[3] === 0x37;
    return character.includes(replacement) && !isTrueReplacement ? malformed : packed(character);
  };
}
