/* LZ4 block format (twin: lz4.ts). The compressor gives the same bytes as its twin. */

const MIN_MATCH: usize = 4;
const LAST_MATCH_START: usize = 12;
const LAST_LITERALS: usize = 5;
const MAX_OFFSET: usize = 0xffff;
const HASH_BITS: u32 = 14;
const STRIDE_BITS: u32 = 4;
/** Where the positions of the last words by hash lie. */
const positions = memory.data(1 << 16, 16);

function writeLength(at: usize, length: usize): usize {
  let rest = length - 15;
  let next = at;
  for (; rest >= 255; rest -= 255) {
    store<u8>(next++, 255);
  }
  store<u8>(next++, <u8>rest);
  return next;
}

/** Copies a little more than asked for: the room behind it must be there. */
function copyLoosely(to: usize, from: usize, length: usize): void {
  if (length > 64) {
    memory.copy(to, from, length);
    return;
  }
  for (let k: usize = 0; k < length; k += 16) {
    v128.store(to + k, v128.load(from + k));
  }
}

function writeLiterals(from: usize, end: usize, at: usize, matchNibble: u32): usize {
  const length = end - from;
  store<u8>(at, <u8>(((<u32>min<usize>(length, 15)) << 4) | matchNibble));
  const next = length < 15 ? at + 1 : writeLength(at + 1, length);
  copyLoosely(next, from, length);
  return next + length;
}

function matchEnd(from: usize, earlier: usize, limit: usize): usize {
  let end = from;
  let other = earlier;
  while (end + 8 <= limit) {
    const difference = load<u64>(end) ^ load<u64>(other);
    if (difference) {
      return end + <usize>(ctz(difference) >> 3);
    }
    end += 8;
    other += 8;
  }
  while (end < limit && load<u8>(end) == load<u8>(other)) {
    end++;
    other++;
  }
  return end;
}

/** Compresses `length` bytes at `from` to `to` (room: length + length / 255 + 96) and gives the size of the result. */
export function compress(from: usize, length: usize, to: usize): usize {
  memory.fill(positions, 0, 1 << 16);
  const end = from + length;
  const lastStart = <isize>length - <isize>LAST_MATCH_START;
  let written = to;
  let literals = from;
  let at: usize = from;
  let misses: u32 = 0;
  while (<isize>(at - from) <= lastStart) {
    const word = load<u32>(at);
    const following = load<u32>(at, 4);
    const hash: u32 = (word * 0x9e3779b1) ^ (following * 0x85ebca6b);
    const slot = positions + ((<usize>(hash >> (32 - HASH_BITS))) << 2);
    const earlierPlace = load<u32>(slot);
    store<u32>(slot, <u32>(at - from) + 1);
    let earlier = from + earlierPlace - 1;
    if (earlierPlace == 0 || at - earlier > MAX_OFFSET || load<u64>(earlier) != load<u64>(at)) {
      at += 1 + (misses++ >> STRIDE_BITS);
      continue;
    }
    misses = 0;
    const matched = matchEnd(at + MIN_MATCH, earlier + MIN_MATCH, end - LAST_LITERALS);
    while (at > literals && earlier > from && load<u8>(at - 1) == load<u8>(earlier - 1)) {
      at--;
      earlier--;
    }
    const extra = matched - at - MIN_MATCH;
    written = writeLiterals(literals, at, written, <u32>min<usize>(extra, 15));
    store<u16>(written, <u16>(at - earlier));
    written = extra < 15 ? written + 2 : writeLength(written + 2, extra);
    at = matched;
    literals = matched;
  }
  return writeLiterals(literals, end, written, 0) - to;
}

/** Where `readLength` stopped reading. */
let cursor: usize = 0;

/** Reads the rest of a length whose token says 15, from `at` on; -1 when the input ends inside it. */
function readLength(at: usize, end: usize): isize {
  let length: isize = 15;
  let byte: u32 = 255;
  while (byte == 255) {
    if (at >= end) {
      return -1;
    }
    byte = load<u8>(at++);
    length += byte;
  }
  cursor = at;
  return length;
}

/** Repeats what lies `offset` before `out`. Writes up to 31 bytes more than asked for. */
function copyMatch(out: usize, offset: usize, length: usize): void {
  const stop = out + length;
  let from = out - offset;
  let to = out;
  if (offset < 16) {
    // A short pattern repeats itself: once it is 16 bytes long, a multiple of the offset leads back to the same bytes.
    const near = min<usize>(stop, out + 16);
    while (to < near) {
      store<u8>(to++, load<u8>(from++));
    }
    from = to - offset * ((15 + offset) / offset);
  }
  while (to < stop) {
    v128.store(to, v128.load(from));
    to += 16;
    from += 16;
  }
}

/**
 * Expands `size` bytes at `from` to exactly `length` bytes at `to` (room: length + 64); false when they are damaged. It
 * never writes outside that room.
 */
export function decompress(from: usize, size: usize, to: usize, length: usize): bool {
  const end = from + size;
  const full = to + length;
  let at = from;
  let out = to;
  while (at < end) {
    const token: u32 = load<u8>(at++);
    let literals = <isize>(token >> 4);
    if (literals == 15) {
      literals = readLength(at, end);
      if (literals < 0) {
        return false;
      }
      at = cursor;
    }
    if (at + literals > end || out + literals > full) {
      return false;
    }
    if (literals <= 16) {
      v128.store(out, v128.load(at));
    } else {
      copyLoosely(out, at, literals);
    }
    at += literals;
    out += literals;
    if (at == end) {
      return out == full;
    }
    if (at + 2 > end) {
      return false;
    }
    const offset: usize = load<u16>(at);
    at += 2;
    if (offset == 0 || offset > out - to) {
      return false;
    }
    let extra = <isize>(token & 15);
    if (extra == 15) {
      extra = readLength(at, end);
      if (extra < 0) {
        return false;
      }
      at = cursor;
    }
    const matched = <usize>extra + MIN_MATCH;
    if (out + matched > full) {
      return false;
    }
    if (offset >= 16 && matched <= 32) {
      v128.store(out, v128.load(out - offset));
      v128.store(out + 16, v128.load(out + 16 - offset));
    } else {
      copyMatch(out, offset, matched);
    }
    out += matched;
  }
  return false;
}

/**
 * Writes the lengths of `rows` cells as a chunk in memory has them, 32 bits each, and gives their sum: how long the text is.
 * What is null in short lengths is null in long ones.
 */
export function lengthen(from: usize, rows: u32, wide: bool, to: usize): f64 {
  let sum: u64 = 0;
  for (let row: usize = 0; row < <usize>rows; row++) {
    let length: u32 = wide ? load<u32>(from + (row << 2)) : <u32>load<u16>(from + (row << 1));
    if (length == (wide ? 0xffffffff : 0xffff)) {
      length = 0xffffffff;
    } else {
      sum += length;
    }
    store<u32>(to + (row << 2), length);
  }
  return <f64>sum;
}

/**
 * Packs a column chunk as `encodeChunk` of column-chunk.ts does. `scratch` has room for lengths and text, `to` for that and
 * its 255th part and 128 bytes more. Gives the size of the result.
 */
export function encodeChunk(
  text: usize,
  textBytes: usize,
  lengths: usize,
  rows: u32,
  scratch: usize,
  to: usize,
): usize {
  let wide = false;
  for (let row: u32 = 0; row < rows; row++) {
    const length = load<u32>(lengths + ((<usize>row) << 2));
    wide = wide || (length >= 0xffff && length != 0xffffffff);
  }
  const lengthBytes = (<usize>rows) << (wide ? 2 : 1);
  if (wide) {
    memory.copy(scratch, lengths, lengthBytes);
  } else {
    for (let row: u32 = 0; row < rows; row++) {
      const length = load<u32>(lengths + ((<usize>row) << 2));
      store<u16>(scratch + ((<usize>row) << 1), <u16>min<u32>(length, 0xffff));
    }
  }
  memory.copy(scratch + lengthBytes, text, textBytes);
  const bodyBytes = lengthBytes + textBytes;
  const packed = compress(scratch, bodyBytes, to + 10);
  const isPacked = packed < bodyBytes;
  store<u8>(to, 2);
  store<u8>(to, (wide ? 1 : 0) | (isPacked ? 2 : 0), 1);
  store<u32>(to, rows, 2);
  store<u32>(to, <u32>textBytes, 6);
  if (!isPacked) {
    memory.copy(to + 10, scratch, bodyBytes);
  }
  return 10 + (isPacked ? packed : bodyBytes);
}
