import { backslash } from './ascii.ts';
import type { Escapes } from './sql-rules.ts';

type Meanings = Readonly<Record<string, number>>;

/** What a letter after a backslash stands for; other characters stand for themselves. */
const meanings: Readonly<Record<Escapes, Meanings>> = {
  none: {},
  mysql: { '0': 0x00, b: 0x08, n: 0x0a, r: 0x0d, t: 0x09, Z: 0x1a },
  postgresql: { b: 0x08, f: 0x0c, n: 0x0a, r: 0x0d, t: 0x09 },
  copy: { b: 0x08, f: 0x0c, n: 0x0a, r: 0x0d, t: 0x09, v: 0x0b },
};

function tableOf(names: Meanings): Int16Array {
  const table = new Int16Array(256).fill(-1);
  for (const [letter, byte] of Object.entries(names)) {
    table[letter.charCodeAt(0)] = byte;
  }
  return table;
}

const tables: Readonly<Record<Escapes, Int16Array>> = {
  none: tableOf(meanings.none),
  mysql: tableOf(meanings.mysql),
  postgresql: tableOf(meanings.postgresql),
  copy: tableOf(meanings.copy),
};

const percent = 0x25;
const underscore = 0x5f;
const codeLengths: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

function digitOf(byte: number | undefined, radix: number): number {
  const digit = Number.parseInt(String.fromCharCode(byte ?? 0), radix);
  return Number.isNaN(digit) ? -1 : digit;
}

/** Turns the inside of a string into the bytes it stands for. Its buffer is used again. */
export class Unescaper {
  bytes = new Uint8Array(1 << 10);
  length = 0;
  private readonly encoder = new TextEncoder();

  /** Reads [start, end) with these escapes; `doubled` is the quote that is halved, or -1. */
  read(source: Uint8Array, start: number, end: number, escapes: Escapes, doubled: number): void {
    if (this.bytes.length < end - start) {
      this.bytes = new Uint8Array((end - start) * 2);
    }
    this.length = 0;
    const escaping = escapes === 'none' ? -1 : backslash;
    let at = start;
    while (at < end) {
      const byte = source[at] ?? 0;
      if (byte === escaping && at + 1 < end) {
        at = this.escape(source, at + 1, end, escapes);
        continue;
      }
      this.put(byte);
      at += byte === doubled ? 2 : 1;
    }
  }

  private put(byte: number): void {
    this.bytes[this.length++] = byte;
  }

  /** Reads what follows a backslash and returns the place behind it. */
  private escape(source: Uint8Array, at: number, end: number, escapes: Escapes): number {
    const letter = source[at] ?? 0;
    const meaning = tables[escapes][letter] ?? -1;
    if (meaning >= 0) {
      this.put(meaning);
      return at + 1;
    }
    if (escapes === 'mysql') {
      // MySQL keeps the backslash of these two, which only a LIKE pattern reads.
      if (letter === percent || letter === underscore) {
        this.put(backslash);
      }
      this.put(letter);
      return at + 1;
    }
    return this.code(source, at, end, escapes === 'postgresql');
  }

  /** Reads a code in octal or hexadecimal digits; anything else stands for itself. */
  private code(source: Uint8Array, at: number, end: number, isWide: boolean): number {
    const letter = String.fromCharCode(source[at] ?? 0);
    const isOctal = digitOf(source[at], 8) >= 0;
    const length = isOctal ? 3 : isWide || letter === 'x' ? (codeLengths[letter] ?? 0) : 0;
    const radix = isOctal ? 8 : 16;
    const first = isOctal ? at : at + 1;
    let next = first;
    let code = 0;
    for (; next < end && next - first < length && digitOf(source[next], radix) >= 0; next++) {
      code = code * radix + digitOf(source[next], radix);
    }
    if (next === first) {
      this.put(source[at] ?? 0);
      return at + 1;
    }
    if (length <= 3) {
      this.put(code & 0xff);
    } else {
      this.putCharacter(code);
    }
    return next;
  }

  private putCharacter(code: number): void {
    const character = code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
    for (const byte of this.encoder.encode(character)) {
      this.put(byte);
    }
  }
}
