import { type ColumnChunk, decodeChunk, expandEncoded, nullCell } from './column-chunk.ts';

/**
 * Finds the cells of one column chunk that contain the needle, and answers their rows in order, each once. With `foldCase`
 * the letters A–Z and a–z are the same; all other bytes must be equal. A match never crosses the border of two cells.
 */
type FindInChunk = (bytes: Uint8Array, lengths: Uint32Array, needle: Uint8Array, foldCase: boolean) => Uint32Array;

const none = new Uint32Array(0);

/** A byte with A–Z made small. */
export function foldByte(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte;
}

const upperToLower = Uint8Array.from({ length: 256 }, (_, byte) => foldByte(byte));
const unchanged = Uint8Array.from({ length: 256 }, (_, byte) => byte);

/** How far the needle may move when its last place stands on a byte (R. N. Horspool, 1980). */
function shiftsOf(needle: Uint8Array, fold: Uint8Array): Uint32Array {
  const shifts = new Uint32Array(256).fill(needle.length);
  const last = needle.length - 1;
  for (let byte = 0; byte < 256; byte++) {
    const at = needle.subarray(0, last).lastIndexOf(fold[byte] ?? 0);
    shifts[byte] = at < 0 ? needle.length : last - at;
  }
  return shifts;
}

/** The first place of the needle in [from, end), or -1. */
function nextMatch(
  bytes: Uint8Array,
  from: number,
  end: number,
  { needle, fold, shifts }: { readonly needle: Uint8Array; readonly fold: Uint8Array; readonly shifts: Uint32Array },
): number {
  const last = needle.length - 1;
  const final = needle[last] ?? 0;
  let tail = from + last;
  while (tail < end) {
    const byte = bytes[tail] ?? 0;
    if (fold[byte] === final) {
      let back = last - 1;
      while (back >= 0 && fold[bytes[tail - last + back] ?? 0] === needle[back]) {
        back--;
      }
      if (back < 0) {
        return tail - last;
      }
    }
    tail += shifts[byte] ?? 1;
  }
  return -1;
}

const findInChunk: FindInChunk = (bytes, lengths, needle, foldCase) => {
  if (needle.length === 0) {
    return none;
  }
  const fold = foldCase ? upperToLower : unchanged;
  const folded = needle.map((byte) => fold[byte] ?? 0);
  const pattern = { needle: folded, fold, shifts: shiftsOf(folded, fold) };
  const rows: number[] = [];
  let row = -1;
  let cellEnd = 0;
  let at = nextMatch(bytes, 0, bytes.length, pattern);
  while (at >= 0) {
    while (cellEnd <= at) {
      row++;
      const length = lengths[row] ?? 0;
      cellEnd += length === nullCell ? 0 : length;
    }
    const isInside = at + needle.length <= cellEnd;
    if (isInside) {
      rows.push(row);
    }
    at = nextMatch(bytes, isInside ? cellEnd : at + 1, bytes.length, pattern);
  }
  return Uint32Array.from(rows);
};

/** What is said of bytes that decrypt but are no column chunk. */
export const noColumn = 'A block decrypted but does not hold a column. The vault was written by another version.';

/** Finds the cells of a packed chunk that contain the needle, as `FindInChunk` does. Throws for a chunk that is damaged. */
export type FindInPacked = (packed: Uint8Array, needle: Uint8Array, foldCase: boolean) => Uint32Array;

/** Unpacks a chunk that its cipher has vouched for, into memory of its own. Throws for one that no version of Leakdesk wrote. */
export type UnpackChunk = (packed: Uint8Array) => ColumnChunk;

/** The plain form of unpacking, used where there is no faster one and as its measure. */
export const unpackChunk: UnpackChunk = (packed) => {
  const chunk = decodeChunk(packed);
  if (!chunk.ok) {
    throw new Error(noColumn);
  }
  return chunk.value;
};

/**
 * Gives a packed chunk with its body as it was before compression, in memory of its own: four times as long, and searched or
 * unpacked several times as quickly. One that is not compressed comes back as it is. Throws for a chunk that is damaged.
 */
export type ExpandChunk = (packed: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

/** The plain form of expanding, used where there is no faster one and as its measure. */
export const expandChunk: ExpandChunk = (packed) => {
  const expanded = expandEncoded(packed);
  if (!expanded.ok) {
    throw new Error(noColumn);
  }
  return expanded.value;
};

/** The plain form of the search, used where there is no faster one and as its measure. */
export const findInPacked: FindInPacked = (packed, needle, foldCase) => {
  const { bytes, lengths } = unpackChunk(packed);
  return findInChunk(bytes, lengths, needle, foldCase);
};
