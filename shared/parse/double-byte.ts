import { type DoubleByteEncoding, doubleByteTable, fourByteReader, malformed } from './character-tables.ts';

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
const isLead = (byte: number): boolean => byte >= 0x81 && byte <= 0xfe;

/** Writes the bytes of a packed character and returns where it stopped. */
function put(packed: number, out: Uint8Array, start: number): number {
  let at = start;
  for (let rest = packed; rest !== 0; rest >>>= 8) {
    out[at++] = rest & 0xff;
  }
  return at;
}

/**
 * Reads GB18030, Big5, Shift_JIS or EUC-KR and writes UTF-8, by the decoders of the WHATWG Encoding Standard: an ASCII
 * byte that cannot end a character is read again on its own, so that a torn character never swallows a line break.
 */
export class DoubleByteWriter {
  private readonly single: Uint32Array;
  private readonly pairs: Uint32Array;
  private readonly readFour: ((bytes: Uint8Array) => number) | null;
  private readonly four = new Uint8Array(4);
  private lead = 0;
  private second = 0;
  private third = 0;

  constructor(encoding: DoubleByteEncoding) {
    const { single, pairs } = doubleByteTable(encoding);
    this.single = single;
    this.pairs = pairs;
    this.readFour = encoding === 'gb18030' ? fourByteReader() : null;
  }

  write(bytes: Uint8Array, out: Uint8Array, start: number): number {
    let at = start;
    let index = 0;
    while (index < bytes.length) {
      const byte = bytes[index] ?? 0;
      if (byte < 0x80 && this.lead === 0) {
        out[at++] = byte;
        index++;
        continue;
      }
      // Nearly all pairs end here: to write them without leaving the loop doubles the speed.
      const packed = this.lead === 0 ? this.wholePair(bytes, index) : 0;
      if (packed > 0xffff && packed <= 0xffffff) {
        out[at] = packed & 0xff;
        out[at + 1] = (packed >>> 8) & 0xff;
        out[at + 2] = packed >>> 16;
        at += 3;
        index += 2;
        continue;
      }
      at = this.writeByte(byte, out, at);
      index++;
    }
    return at;
  }

  finish(out: Uint8Array, start: number): number {
    if (this.lead === 0) {
      return start;
    }
    // The standard has one error for what is left, however long.
    out[start] = malformed;
    return start + 1;
  }

  private wholePair(bytes: Uint8Array, index: number): number {
    const lead = bytes[index] ?? 0;
    const isWhole = this.single[lead] === 0 && index + 1 < bytes.length;
    return isWhole ? (this.pairs[(lead << 8) | (bytes[index + 1] ?? 0)] ?? 0) : 0;
  }

  private writeByte(byte: number, out: Uint8Array, at: number): number {
    if (this.lead === 0) {
      return this.writeFirst(byte, out, at);
    }
    return this.second === 0 ? this.writeSecond(byte, out, at) : this.writeFurther(byte, out, at);
  }

  private writeFirst(byte: number, out: Uint8Array, at: number): number {
    if (byte < 0x80) {
      out[at] = byte;
      return at + 1;
    }
    const packed = this.single[byte] ?? 0;
    this.lead = packed === 0 ? byte : 0;
    return put(packed, out, at);
  }

  private writeSecond(byte: number, out: Uint8Array, at: number): number {
    const packed = this.pairs[(this.lead << 8) | byte] ?? 0;
    if (packed !== 0) {
      this.lead = 0;
      return put(packed, out, at);
    }
    if (this.readFour !== null && isDigit(byte)) {
      this.second = byte;
      return at;
    }
    this.lead = 0;
    out[at] = malformed;
    return byte < 0x80 ? this.writeFirst(byte, out, at + 1) : at + 1;
  }

  /** The third or fourth byte of a character of GB18030; when it fits none, all but the first are read again. */
  private writeFurther(byte: number, out: Uint8Array, start: number): number {
    const { lead, second, third } = this;
    if (third === 0 && isLead(byte)) {
      this.third = byte;
      return start;
    }
    this.lead = 0;
    this.second = 0;
    this.third = 0;
    if (third !== 0 && isDigit(byte)) {
      this.four.set([lead, second, third, byte]);
      return put(this.readFour?.(this.four) ?? malformed, out, start);
    }
    out[start] = malformed;
    out[start + 1] = second;
    this.lead = third;
    return this.writeByte(byte, out, start + 2);
  }
}
