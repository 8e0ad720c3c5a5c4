/* SipHash-2-4 of the cells of a column chunk by their look-up keys (twin: shared/search/cell-hasher.ts). */

/** The cell is blank: no hash. */
const BLANK: u8 = 0;
/** The hash is that of the cell's key. */
const DONE: u8 = 1;
/** So it is, and the cell may be an e-mail address or a URL, whose domains are for the twin. */
const HOST: u8 = 2;
/** The key is not the cell with small letters: the whole cell is for the twin. */
const TWIN: u8 = 3;

const NULL_CELL: u32 = 0xffffffff;
const DIGIT: u32 = 1;
const SIGN: u32 = 2;
const OTHER: u32 = 4;
const HOST_SIGN: u32 = 8;
const TWIN_KIND: u8 = 16;
const HAN_KIND: u8 = 32;
/** What each byte can be in a key; 16 marks those that only the twin can judge. */
const kinds = memory.data(256);
memory.fill(kinds, TWIN_KIND, 256);
for (let byte = 0x21; byte < 0x80; byte++) {
  store<u8>(kinds + byte, OTHER);
}
for (let byte = 0x30; byte <= 0x39; byte++) {
  store<u8>(kinds + byte, DIGIT);
}
// ( ) + - / X x stand inside numbers; : and @ may name a host.
store<u8>(kinds, SIGN, 0x28);
store<u8>(kinds, SIGN, 0x29);
store<u8>(kinds, SIGN, 0x2b);
store<u8>(kinds, SIGN, 0x2d);
store<u8>(kinds, SIGN, 0x2f);
store<u8>(kinds, SIGN, 0x58);
store<u8>(kinds, SIGN, 0x78);
store<u8>(kinds, OTHER | HOST_SIGN, 0x3a);
store<u8>(kinds, OTHER | HOST_SIGN, 0x40);
memory.fill(kinds + 0xe4, HAN_KIND, 6);

function fold8(word: u64): u64 {
  // A–Z of eight bytes at once; none of them is 0x80 or more where a letter stands.
  const low7 = word & 0x7f7f7f7f7f7f7f7f;
  const atLeastA = low7 + 0x3f3f3f3f3f3f3f3f;
  const aboveZ = low7 + 0x2525252525252525;
  const upper = atLeastA & ~aboveZ & ~word & 0x8080808080808080;
  return word | (upper >> 2);
}

function sip(at: usize, length: u32, k0: u64, k1: u64): u64 {
  let v0 = k0 ^ 0x736f6d6570736575;
  let v1 = k1 ^ 0x646f72616e646f6d;
  let v2 = k0 ^ 0x6c7967656e657261;
  let v3 = k1 ^ 0x7465646279746573;
  const whole = at + (length & ~7);
  let rounds = 2;
  let word: u64 = 0;
  // Two rounds for each word of eight bytes, then four to end with.
  for (let p = at; rounds < 8; p += 8) {
    if (rounds == 2) {
      word = fold8(load<u64>(p));
      if (p >= whole) {
        const rest = (length & 7) << 3;
        word = (word & (((<u64>1) << rest) - 1)) | ((<u64>length) << 56);
      }
      v3 ^= word;
    }
    for (let round = 0; round < rounds; round++) {
      v0 += v1;
      v2 += v3;
      v1 = rotl(v1, 13) ^ v0;
      v3 = rotl(v3, 16) ^ v2;
      v0 = rotl(v0, 32);
      v2 += v1;
      v0 += v3;
      v1 = rotl(v1, 17) ^ v2;
      v3 = rotl(v3, 21) ^ v0;
      v2 = rotl(v2, 32);
    }
    if (rounds == 2) {
      v0 ^= word;
    }
    if (p >= whole) {
      v2 ^= rounds == 2 ? 0xff : 0;
      rounds *= 2;
    }
  }
  return v0 ^ v1 ^ v2 ^ v3;
}

/** What a cell is: looks at every byte once. */
function stateOf(at: usize, length: u32): u8 {
  let seen: u32 = 0;
  let digits: u32 = 0;
  const end = at + length;
  for (let p = at; p < end; p++) {
    const kind: u32 = load<u8>(kinds + load<u8>(p));
    if (kind >= 16) {
      // U+4E00–U+9FFF stands for itself.
      if (kind == 32 && (load<u8>(p) != 0xe4 || load<u8>(p + 1) >= 0xb8)) {
        p += 2;
        seen |= OTHER;
        continue;
      }
      return TWIN;
    }
    seen |= kind;
    digits += kind & DIGIT;
  }
  if (seen & OTHER) {
    return seen & HOST_SIGN ? HOST : DONE;
  }
  // A number of eight digits or more may have to be joined, or lose its +86.
  return digits >= 8 && (seen & SIGN || length == 13 || length == 15) ? TWIN : DONE;
}

/** Writes the state (u8) and the hash (u64) of each cell under the 16 bytes at `key`. The text needs 8 readable bytes behind it. */
export function hashCells(text: usize, lengths: usize, rows: u32, key: usize, states: usize, hashes: usize): void {
  const k0 = load<u64>(key);
  const k1 = load<u64>(key, 8);
  let at = text;
  for (let row: u32 = 0; row < rows; row++) {
    const length = load<u32>(lengths + ((<usize>row) << 2));
    if (length == NULL_CELL || length == 0) {
      store<u8>(states + row, BLANK);
      continue;
    }
    const state = stateOf(at, length);
    store<u8>(states + row, state);
    if (state != TWIN) {
      store<u64>(hashes + ((<usize>row) << 3), sip(at, length, k0, k1));
    }
    at += length;
  }
}
