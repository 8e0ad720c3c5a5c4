import { type ColumnChunk, nullCell } from './column-chunk.ts';

/** What a cell's trimmed bytes are, as bits of `CellShapes.bits`. */
export const shapeBits = {
  digit: 1,
  letter: 2,
  /** Any other ASCII character, blanks inside included. */
  otherAscii: 4,
  notAscii: 8,
  /** A blank that is not ASCII may stand at an edge: where the value begins and ends only the text can tell. */
  needsText: 16,
} as const;

/**
 * What can be said of every cell of a chunk without knowing its type: where its value begins in the chunk's bytes once
 * ASCII blanks are trimmed, its length in bytes (0 for a blank or null cell), its 53-bit hash (`tops` × 2^32 + `lows`), and
 * its bits.
 */
export type CellShapes = {
  readonly starts: Uint32Array;
  readonly sizes: Uint32Array;
  readonly lows: Uint32Array;
  readonly tops: Uint32Array;
  readonly bits: Uint8Array;
};

function isBlank(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}

const wideBlankLeads = new Set([0xc2, 0xe1, 0xe2, 0xe3, 0xef]);

function bitOf(byte: number): number {
  if (byte >= 0x80) {
    return shapeBits.notAscii;
  }
  if (byte >= 0x30 && byte <= 0x39) {
    return shapeBits.digit;
  }
  const folded = byte | 0x20;
  return folded >= 0x61 && folded <= 0x7a ? shapeBits.letter : shapeBits.otherAscii;
}

function bitsOf(bytes: Uint8Array, from: number, end: number): number {
  let bits = 0;
  for (let at = from; at < end; at++) {
    bits |= bitOf(bytes[at] ?? 0);
  }
  if ((bits & shapeBits.notAscii) === 0) {
    return bits;
  }
  const size = end - from;
  const last = bytes[size >= 3 ? end - 3 : from] ?? 0;
  const lastButOne = size >= 2 ? bytes[end - 2] : 0;
  const mayHaveWideBlank = wideBlankLeads.has(bytes[from] ?? 0) || wideBlankLeads.has(last) || lastButOne === 0xc2;
  return mayHaveWideBlank ? bits | shapeBits.needsText : bits;
}

function rotl(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

/** The last hash as two words: the low 32 bits, and the 21 above them. */
const hashed = { low: 0, top: 0 };

function hash(bytes: Uint8Array, from: number, end: number): void {
  const length = end - from;
  let a = 0xdeadbeef ^ length;
  let b = 0x41c6ce57 ^ length;
  for (let at = from; at < end; at += 4) {
    let word = bytes[at] ?? 0;
    for (let k = 1; k < 4 && at + k < end; k++) {
      word |= (bytes[at + k] ?? 0) << (k * 8);
    }
    a = rotl(Math.imul(a ^ word, 2654435761), 15);
    b = rotl(Math.imul(b ^ word, 1597334677), 13);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  hashed.low = a >>> 0;
  hashed.top = b & 0x1fffff;
  if (hashed.low === 0 && hashed.top === 0) {
    hashed.low = 1;
  }
}

/**
 * A 53-bit hash of bytes as a positive whole number: two lanes of multiply and rotate, four bytes a step, finished as in
 * MurmurHash3 (Appleby, public domain). Not cryptographic: it tells values apart, and never leaves memory.
 */
export function hashBytes(bytes: Uint8Array, from: number, end: number): number {
  hash(bytes, from, end);
  return hashed.top * 4294967296 + hashed.low;
}

/** Describes the cells of a chunk, in plain TypeScript: the oracle of the kernel, and its stand-in. */
export function describeCells({ rows, bytes, lengths }: ColumnChunk): CellShapes {
  const shapes = {
    starts: new Uint32Array(rows),
    sizes: new Uint32Array(rows),
    lows: new Uint32Array(rows),
    tops: new Uint32Array(rows),
    bits: new Uint8Array(rows),
  };
  let at = 0;
  for (let row = 0; row < rows; row++) {
    const length = lengths[row] ?? nullCell;
    let from = at;
    at += length === nullCell ? 0 : length;
    let end = at;
    while (from < end && isBlank(bytes[from] ?? 0)) {
      from++;
    }
    while (end > from && isBlank(bytes[end - 1] ?? 0)) {
      end--;
    }
    shapes.starts[row] = from;
    shapes.sizes[row] = end - from;
    if (end > from) {
      shapes.bits[row] = bitsOf(bytes, from, end);
      hash(bytes, from, end);
      shapes.lows[row] = hashed.low;
      shapes.tops[row] = hashed.top;
    }
  }
  return shapes;
}
