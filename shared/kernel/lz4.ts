import { err, ok, type Result } from '../lib/result.ts';

/** Why a block is no LZ4 block of the promised length. `atByte` is the place in the input where reading stopped. */
export type Lz4Failure = {
  readonly kind: 'lz4-corrupt';
  readonly why: 'truncated' | 'overrun' | 'bad-offset' | 'wrong-length';
  readonly atByte: number;
};

const minMatch = 4;
/** The format's end rules: no match starts in the last 12 bytes, none reaches into the last 5. */
const lastMatchStart = 12;
const lastLiterals = 5;
const maxOffset = 0xffff;
const hashBits = 14;
/** After two to the power of so many misses the strides over what does not repeat grow by one. */
const strideBits = 4;
/** A larger output buffer is not kept between calls. */
const keptScratch = 1 << 22;

const positions = new Int32Array(1 << hashBits);
let scratch = new Uint8Array(1 << 16);

function scratchFor(inputLength: number): Uint8Array {
  const bound = inputLength + Math.ceil(inputLength / 255) + 16;
  if (bound <= scratch.length) {
    return scratch;
  }
  const grown = new Uint8Array(bound);
  if (bound <= keptScratch) {
    scratch = grown;
  }
  return grown;
}

function copyBytes(from: Uint8Array, start: number, length: number, to: Uint8Array, at: number): void {
  if (length > 48) {
    to.set(from.subarray(start, start + length), at);
    return;
  }
  for (let k = 0; k < length; k++) {
    to[at + k] = from[start + k] ?? 0;
  }
}

/** Writes what of a length did not fit the token's nibble. */
function writeLength(out: Uint8Array, at: number, length: number): number {
  let rest = length - 15;
  let next = at;
  for (; rest >= 255; rest -= 255) {
    out[next++] = 255;
  }
  out[next++] = rest;
  return next;
}

function writeLiterals(
  input: Uint8Array,
  start: number,
  end: number,
  out: Uint8Array,
  at: number,
  matchNibble: number,
): number {
  const length = end - start;
  out[at] = (Math.min(length, 15) << 4) | matchNibble;
  const next = length < 15 ? at + 1 : writeLength(out, at + 1, length);
  copyBytes(input, start, length, out, next);
  return next + length;
}

function writeMatch(out: Uint8Array, at: number, offset: number, extra: number): number {
  out[at] = offset & 0xff;
  out[at + 1] = offset >>> 8;
  return extra < 15 ? at + 2 : writeLength(out, at + 2, extra);
}

function matchEnd(input: Uint8Array, from: number, earlier: number, limit: number): number {
  let end = from;
  let other = earlier;
  while (end < limit && input[end] === input[other]) {
    end++;
    other++;
  }
  return end;
}

/**
 * Compresses into one LZ4 block (block format of the LZ4 project, no frame). The same input gives the same output. Only eight
 * equal bytes count as a match: shorter ones save next to nothing, and each costs a step when the block is expanded.
 * Scratch memory is reused between calls; only the result is allocated.
 */
export function lz4Compress(input: Uint8Array): Uint8Array<ArrayBuffer> {
  const out = scratchFor(input.length);
  const view = new DataView(input.buffer, input.byteOffset, input.byteLength);
  const lastStart = input.length - lastMatchStart;
  positions.fill(0);
  let written = 0;
  let literals = 0;
  let at = 0;
  let misses = 0;
  while (at <= lastStart) {
    const word = view.getInt32(at, true);
    const next = view.getInt32(at + 4, true);
    const slot = (Math.imul(word, 0x9e3779b1) ^ Math.imul(next, 0x85ebca6b)) >>> (32 - hashBits);
    let earlier = (positions[slot] ?? 0) - 1;
    positions[slot] = at + 1;
    const isNear = earlier >= 0 && at - earlier <= maxOffset;
    if (!isNear || view.getInt32(earlier, true) !== word || view.getInt32(earlier + 4, true) !== next) {
      // Text that does not repeat is stepped over in ever longer strides.
      at += 1 + (misses++ >>> strideBits);
      continue;
    }
    misses = 0;
    const end = matchEnd(input, at + minMatch, earlier + minMatch, input.length - lastLiterals);
    while (at > literals && earlier > 0 && input[at - 1] === input[earlier - 1]) {
      at--;
      earlier--;
    }
    const extra = end - at - minMatch;
    written = writeLiterals(input, literals, at, out, written, Math.min(extra, 15));
    written = writeMatch(out, written, at - earlier, extra);
    at = end;
    literals = end;
  }
  written = writeLiterals(input, literals, input.length, out, written, 0);
  return out.slice(0, written);
}

/** Reads a length that began in a token; -1 when the input ends inside it. `cursor.at` moves past it. */
function readLength(input: Uint8Array, cursor: { at: number }, nibble: number): number {
  if (nibble < 15) {
    return nibble;
  }
  let length = 15;
  let byte = 255;
  while (byte === 255) {
    if (cursor.at >= input.length) {
      return -1;
    }
    byte = input[cursor.at++] ?? 0;
    length += byte;
  }
  return length;
}

function copyMatch(out: Uint8Array, at: number, offset: number, length: number): void {
  if (offset >= length && length > 48) {
    out.copyWithin(at, at - offset, at - offset + length);
    return;
  }
  const end = at + length;
  for (let to = at; to < end; to++) {
    out[to] = out[to - offset] ?? 0;
  }
}

function corrupt(why: Lz4Failure['why'], atByte: number): Result<never, Lz4Failure> {
  return err({ kind: 'lz4-corrupt', why, atByte });
}

/** Copies one sequence's literals; the failure's reason, or the new end of the output. */
function readLiterals(
  input: Uint8Array,
  cursor: { at: number },
  token: number,
  out: Uint8Array,
  filled: number,
): number | Lz4Failure['why'] {
  const length = readLength(input, cursor, token >>> 4);
  if (length < 0 || cursor.at + length > input.length) {
    return 'truncated';
  }
  if (filled + length > out.length) {
    return 'overrun';
  }
  copyBytes(input, cursor.at, length, out, filled);
  cursor.at += length;
  return filled + length;
}

/** Copies one sequence's match; the failure's reason, or the new end of the output. */
function readMatch(
  input: Uint8Array,
  cursor: { at: number },
  token: number,
  out: Uint8Array,
  filled: number,
): number | Lz4Failure['why'] {
  if (cursor.at + 2 > input.length) {
    return 'truncated';
  }
  const offset = (input[cursor.at] ?? 0) | ((input[cursor.at + 1] ?? 0) << 8);
  cursor.at += 2;
  if (offset === 0 || offset > filled) {
    return 'bad-offset';
  }
  const extra = readLength(input, cursor, token & 15);
  if (extra < 0) {
    return 'truncated';
  }
  const length = extra + minMatch;
  if (filled + length > out.length) {
    return 'overrun';
  }
  copyMatch(out, filled, offset, length);
  return filled + length;
}

/**
 * Expands one LZ4 block to exactly `byteLength` bytes. Any input is safe: it fails with where and why, and neither reads
 * nor writes outside its arrays, nor allocates more than a block of that size can hold.
 */
export function lz4Decompress(input: Uint8Array, byteLength: number): Result<Uint8Array<ArrayBuffer>, Lz4Failure> {
  // One input byte expands to 255 bytes at most, so a larger promise is a lie not worth allocating for.
  if (!(byteLength >= 0) || byteLength > input.length * 255) {
    return corrupt('wrong-length', 0);
  }
  const out = new Uint8Array(byteLength);
  const cursor = { at: 0 };
  let filled = 0;
  while (cursor.at < input.length) {
    const token = input[cursor.at++] ?? 0;
    const literalEnd = readLiterals(input, cursor, token, out, filled);
    if (typeof literalEnd === 'string') {
      return corrupt(literalEnd, cursor.at);
    }
    // Literals end the block; a match never does.
    if (cursor.at === input.length) {
      return literalEnd === byteLength ? ok(out) : corrupt('wrong-length', cursor.at);
    }
    const matchEnded = readMatch(input, cursor, token, out, literalEnd);
    if (typeof matchEnded === 'string') {
      return corrupt(matchEnded, cursor.at);
    }
    filled = matchEnded;
  }
  return corrupt('truncated', cursor.at);
}
