/* Substring search over the text of a column chunk (twin: find.ts). */

function fold(byte: u32): u32 {
  return byte - 0x41 < 26 ? byte | 0x20 : byte;
}

function isMatch(at: usize, needle: usize, length: usize, foldCase: bool): bool {
  for (let k: usize = 0; k < length; k++) {
    const byte: u32 = load<u8>(at + k);
    if ((foldCase ? fold(byte) : byte) != <u32>load<u8>(needle + k)) {
      return false;
    }
  }
  return true;
}

/**
 * Writes the places (u32) in the text at which the needle stands to `out`, at most `most` of them, and gives their number.
 * With `foldCase` the needle must be in lower case. The text needs 16 readable bytes behind it.
 */
export function findAll(
  text: usize,
  textBytes: usize,
  needle: usize,
  needleBytes: usize,
  foldCase: bool,
  out: usize,
  most: u32,
): u32 {
  if (needleBytes == 0 || needleBytes > textBytes) {
    return 0;
  }
  const first: u32 = load<u8>(needle);
  const final: u32 = load<u8>(needle + needleBytes - 1);
  const isLetter = first - 0x61 < 26;
  const isFinalLetter = final - 0x61 < 26;
  const firsts = i8x16.splat(<i8>first);
  const finals = i8x16.splat(<i8>final);
  const firstCase = i8x16.splat(foldCase && isLetter ? 0x20 : 0);
  const finalCase = i8x16.splat(foldCase && isFinalLetter ? 0x20 : 0);
  const end = text + textBytes - needleBytes + 1;
  const rest = needleBytes - 1;
  let count: u32 = 0;
  let p = text;
  for (; p < end; p += 16) {
    // Most of the text holds no candidate: 64 bytes of it at a time are passed over.
    while (p + 64 <= end) {
      const a = v128.and(
        i8x16.eq(v128.or(v128.load(p), firstCase), firsts),
        i8x16.eq(v128.or(v128.load(p + rest), finalCase), finals),
      );
      const b = v128.and(
        i8x16.eq(v128.or(v128.load(p, 16), firstCase), firsts),
        i8x16.eq(v128.or(v128.load(p + rest, 16), finalCase), finals),
      );
      const c = v128.and(
        i8x16.eq(v128.or(v128.load(p, 32), firstCase), firsts),
        i8x16.eq(v128.or(v128.load(p + rest, 32), finalCase), finals),
      );
      const d = v128.and(
        i8x16.eq(v128.or(v128.load(p, 48), firstCase), firsts),
        i8x16.eq(v128.or(v128.load(p + rest, 48), finalCase), finals),
      );
      if (v128.any_true(v128.or(v128.or(a, b), v128.or(c, d)))) {
        break;
      }
      p += 64;
    }
    const head = i8x16.eq(v128.or(v128.load(p), firstCase), firsts);
    const tail = i8x16.eq(v128.or(v128.load(p + needleBytes - 1), finalCase), finals);
    let mask = i8x16.bitmask(v128.and(head, tail));
    while (mask) {
      const place = p + ctz(mask);
      mask &= mask - 1;
      if (place < end && isMatch(place, needle, needleBytes, foldCase)) {
        store<u32>(out + ((<usize>count) << 2), <u32>(place - text));
        if (++count >= most) {
          return count;
        }
      }
    }
  }
  return count;
}
