/* What can be said of every cell of a chunk without knowing its type (twin: shapes.ts). */

const NULL_CELL: u32 = 0xffffffff;

/** What a cell's bytes are, as bits; the twin has them by name. */
const DIGIT = 1;
const LETTER = 2;
const OTHER_ASCII = 4;
const HIGH = 8;
const NEEDS_TEXT = 16;

function isBlank(byte: u32): bool {
  return byte == 0x20 || (byte >= 0x09 && byte <= 0x0d);
}

/** Whether a blank that is not ASCII may begin with, or end in, this byte: U+00A0, U+1680, U+2000 on, U+3000, U+FEFF. */
function mayBeWideBlank(byte: u32): bool {
  return byte == 0xc2 || byte == 0xe1 || byte == 0xe2 || byte == 0xe3 || byte == 0xef;
}

function bitsOf(from: usize, length: usize): u32 {
  let digits = 0;
  let letters = 0;
  let others = 0;
  let high = 0;
  for (let k: usize = 0; k < length; k += 16) {
    const bytes = v128.load(from + k);
    const rest = length - k;
    const valid = rest >= 16 ? 0xffff : (1 << (<i32>rest)) - 1;
    const digit = i8x16.bitmask(i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(0x30)), i8x16.splat(10)));
    const folded = v128.or(bytes, i8x16.splat(0x20));
    const letter = i8x16.bitmask(i8x16.lt_u(i8x16.sub(folded, i8x16.splat(0x61)), i8x16.splat(26)));
    const above = i8x16.bitmask(bytes);
    digits |= digit & valid;
    letters |= letter & ~above & valid;
    high |= above & valid;
    others |= ~(digit | letter | above) & valid;
  }
  return (digits ? DIGIT : 0) | (letters ? LETTER : 0) | (others ? OTHER_ASCII : 0) | (high ? HIGH : 0);
}

let low: u32 = 0;
let top: u32 = 0;

function word(from: usize, length: usize): u32 {
  return length >= 4 ? load<u32>(from) : load<u32>(from) & ((1 << ((<u32>length) << 3)) - 1);
}

/** The 53-bit hash of `hashBytes` in shapes.ts. */
function hash(from: usize, length: usize): void {
  let a: u32 = 0xdeadbeef ^ <u32>length;
  let b: u32 = 0x41c6ce57 ^ <u32>length;
  for (let k: usize = 0; k < length; k += 4) {
    const next = word(from + k, length - k);
    a = rotl<u32>((a ^ next) * 2654435761, 15);
    b = rotl<u32>((b ^ next) * 1597334677, 13);
  }
  a = ((a ^ (a >> 16)) * 2246822507) ^ ((b ^ (b >> 13)) * 3266489909);
  b = ((b ^ (b >> 16)) * 2246822507) ^ ((a ^ (a >> 13)) * 3266489909);
  low = a;
  top = b & 0x1fffff;
  if ((low | top) == 0) {
    low = 1;
  }
}

/**
 * Describes `rows` cells: where the trimmed value begins in the text, its length (0 for a blank or null cell), its hash in
 * two words, and its bits.
 */
export function describe(
  text: usize,
  lengths: usize,
  rows: u32,
  starts: usize,
  sizes: usize,
  lows: usize,
  tops: usize,
  bits: usize,
): void {
  let at: usize = 0;
  for (let row: u32 = 0; row < rows; row++) {
    const place = (<usize>row) << 2;
    const length = load<u32>(lengths + place);
    let from = at;
    if (length != NULL_CELL) {
      at += length;
    }
    let end = at;
    while (from < end && isBlank(load<u8>(text + from))) {
      from++;
    }
    while (end > from && isBlank(load<u8>(text + end - 1))) {
      end--;
    }
    const size = end - from;
    store<u32>(starts + place, <u32>from);
    store<u32>(sizes + place, <u32>size);
    if (size == 0) {
      store<u8>(bits + row, 0);
      store<u32>(lows + place, 0);
      store<u32>(tops + place, 0);
      continue;
    }
    let found = bitsOf(text + from, size);
    if (found & HIGH) {
      const last: u32 = size >= 3 ? load<u8>(text + end - 3) : load<u8>(text + from);
      const lastButOne: u32 = size >= 2 ? load<u8>(text + end - 2) : 0;
      if (mayBeWideBlank(load<u8>(text + from)) || mayBeWideBlank(last) || lastButOne == 0xc2) {
        found |= NEEDS_TEXT;
      }
    }
    store<u8>(bits + row, <u8>found);
    hash(text + from, size);
    store<u32>(lows + place, low);
    store<u32>(tops + place, top);
  }
}
