import { firstInvalidUtf8 } from '../../kernel/utf8.ts';

const hexDigits = new TextEncoder().encode('0123456789ABCDEF');

function isControl(byte: number): boolean {
  return (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) || byte === 0x7f;
}

/**
 * Whether bytes of a binary column are text all the same, as where such a column holds names or hashes: UTF-8 without
 * control characters. NULs at the end only fill a column of fixed length.
 */
export function holdsText(bytes: Uint8Array, start: number, end: number): boolean {
  let last = end;
  while (last > start && bytes[last - 1] === 0) {
    last--;
  }
  if (last === start) {
    return end === start;
  }
  for (let at = start; at < last; at++) {
    if (isControl(bytes[at] ?? 0)) {
      return false;
    }
  }
  return firstInvalidUtf8(bytes, start, last) < 0;
}

/** Spells bytes as `0x…`, the way dumps do that write no raw bytes. Its buffer is used again. */
export class HexSpeller {
  bytes = new Uint8Array(1 << 8);
  length = 0;

  /** Spells the bytes in [start, end). */
  spell(source: Uint8Array, start: number, end: number): void {
    this.length = (end - start + 1) * 2;
    if (this.bytes.length < this.length) {
      this.bytes = new Uint8Array(this.length * 2);
    }
    const { bytes } = this;
    bytes[0] = 0x30;
    bytes[1] = 0x78;
    for (let at = start, to = 2; at < end; at++, to += 2) {
      const byte = source[at] ?? 0;
      bytes[to] = hexDigits[byte >> 4] ?? 0;
      bytes[to + 1] = hexDigits[byte & 0xf] ?? 0;
    }
  }
}
