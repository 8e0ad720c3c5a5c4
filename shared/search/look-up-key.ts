import { foldByte } from '../kernel/find.ts';

/*
 * The form in which two spellings of one value are the same: full-width as half-width, small letters, one blank for many
 * and none beside Chinese, numbers without separators and without +86. It does not depend on the field type: a column may
 * get another type after its fingerprints were made, and whoever looks a value up may not know what it is.
 */

const blank = 0x20;
const fewestDigits = 8;
const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const dashes = /[\u2010-\u2015\u2212]/g;
const beside = /(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/gu;
const blanks = /\s+/g;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text in one spelling for characters that mean the same. Only what is neither ASCII nor common Chinese needs it. */
function unify(text: string): string {
  const folded = text.normalize('NFKC').replace(invisible, '').replace(dashes, '-').toLowerCase();
  return folded.normalize('NFKC').replace(beside, '').replace(blanks, ' ');
}

/** What a byte can be in a number. A key whose bytes are all of the first four kinds may be one. */
const digit = 1;
const separator = 2;
const check = 4;
const plus = 8;
const other = 16;
/** The signs by which an e-mail address or a URL is known. */
const hostSign = 32;

function kindOf(byte: number): number {
  const character = String.fromCharCode(byte);
  if (character >= '0' && character <= '9') {
    return digit;
  }
  if (' ()-/'.includes(character)) {
    return separator;
  }
  if (character === '@' || character === ':') {
    return other | hostSign;
  }
  return character === '+' ? plus : character === 'x' ? check : other;
}

const kinds = Uint8Array.from({ length: 256 }, (_, byte) => kindOf(byte));
const small = Uint8Array.from({ length: 256 }, (_, byte) => foldByte(byte));

function isBlank(byte: number): boolean {
  return byte === blank || (byte >= 0x09 && byte <= 0x0d);
}

/** The width of a common Chinese character (U+4E00–U+9FFF), which has one spelling only; 0 for any other. */
function hanWidth(lead: number, second: number): number {
  const isHan = lead === 0xe4 ? second >= 0xb8 : lead >= 0xe5 && lead <= 0xe9;
  return isHan ? 3 : 0;
}

/** Writes keys into memory that is used again: `bytes` up to `length` hold the key of the last cell. */
export class KeyWriter {
  bytes = new Uint8Array(256);
  length = 0;
  /** The kinds of all bytes of the key together. */
  #seen = 0;

  /** True if the key may be an e-mail address or a URL. */
  get mayNameHost(): boolean {
    return (this.#seen & hostSign) !== 0;
  }

  /** Writes the key of the cell in [start, end). */
  write(cell: Uint8Array, start: number, end: number): void {
    this.#makeRoom(end - start);
    if (!(this.#copyPlain(cell, start, end) || this.#copy(cell, start, end, false))) {
      const unified = encoder.encode(unify(decoder.decode(cell.subarray(start, end))));
      this.#makeRoom(unified.length);
      this.#copy(unified, 0, unified.length, true);
    }
    if ((this.#seen & other) === 0 && this.#isNumber()) {
      this.#joinNumber();
    }
  }

  /** The key of a text, as bytes of its own. */
  keyOf(text: string): Uint8Array {
    const cell = encoder.encode(text);
    this.write(cell, 0, cell.length);
    return this.bytes.slice(0, this.length);
  }

  #makeRoom(length: number): void {
    if (length > this.bytes.length) {
      this.bytes = new Uint8Array(2 * length);
    }
  }

  #put(byte: number): void {
    const folded = small[byte] ?? 0;
    this.bytes[this.length++] = folded;
    this.#seen |= kinds[folded] ?? 0;
  }

  #putAll(cell: Uint8Array, start: number, end: number): void {
    for (let at = start; at < end; at++) {
      this.#put(cell[at] ?? 0);
    }
  }

  /** Folds a cell of ASCII letters, digits and signs; false at anything else, a blank too. */
  #copyPlain(cell: Uint8Array, start: number, end: number): boolean {
    const { bytes } = this;
    let seen = 0;
    let at = start;
    while (at < end) {
      const byte = cell[at] ?? 0;
      if (byte <= blank || byte >= 0x80) {
        return false;
      }
      const folded = small[byte] ?? 0;
      bytes[at - start] = folded;
      seen |= kinds[folded] ?? 0;
      at++;
    }
    this.length = end - start;
    this.#seen = seen;
    return true;
  }

  /** Folds ASCII letters and blanks. Answers false at a character with several spellings, unless it is `unified`. */
  #copy(cell: Uint8Array, start: number, end: number, unified: boolean): boolean {
    this.length = 0;
    this.#seen = 0;
    let isPending = false;
    let isAfterHan = true;
    let at = start;
    while (at < end) {
      const byte = cell[at] ?? 0;
      if (isBlank(byte)) {
        isPending = true;
        at++;
        continue;
      }
      const width = byte < 0x80 || unified ? 1 : hanWidth(byte, cell[at + 1] ?? 0);
      if (width === 0) {
        return false;
      }
      if (isPending && !isAfterHan && width === 1) {
        this.#put(blank);
      }
      this.#putAll(cell, at, at + width);
      at += width;
      isAfterHan = width > 1;
      isPending = false;
    }
    return true;
  }

  /** True for a number of eight digits or more; a plus may stand before it, and the X of an id at its end. */
  #isNumber(): boolean {
    const { bytes, length } = this;
    if (this.#seen === digit) {
      return length >= fewestDigits;
    }
    let digits = 0;
    for (let at = 0; at < length; at++) {
      const kind = kinds[bytes[at] ?? 0] ?? 0;
      if (kind === digit) {
        digits++;
      } else if ((kind === plus && at > 0) || (kind === check && at < length - 1)) {
        return false;
      }
    }
    return digits >= fewestDigits;
  }

  /** Leaves of a number its digits, and of a Chinese mobile number those without +86. */
  #joinNumber(): void {
    const { bytes } = this;
    let joined = this.length;
    if (this.#seen !== digit) {
      joined = 0;
      for (let at = 0; at < this.length; at++) {
        const byte = bytes[at] ?? 0;
        if (((kinds[byte] ?? 0) & (digit | check)) !== 0) {
          bytes[joined++] = byte;
        }
      }
    }
    this.length = joined;
    if (joined === 13 || joined === 15) {
      this.#dropChinaPrefix();
    }
  }

  #dropChinaPrefix(): void {
    const { bytes, length } = this;
    const zeros = length - 13;
    const hasZeros = zeros === 0 || (bytes[0] === 0x30 && bytes[1] === 0x30);
    if (hasZeros && bytes[zeros] === 0x38 && bytes[zeros + 1] === 0x36 && bytes[zeros + 2] === 0x31) {
      bytes.copyWithin(0, zeros + 2, length);
      this.length = 11;
    }
  }
}

const digitsOnly = /^\d+$/;

/**
 * The keys under which a value that is looked up may be stored: a number of another country is written with `+`, with `00`
 * or with neither, and only whoever asks can tell that these are the same.
 */
export function keysOfValue(value: string): readonly string[] {
  const key = decoder.decode(new KeyWriter().keyOf(value));
  if (!digitsOnly.test(key)) {
    return key === '' ? [] : [key];
  }
  if (unify(value).trim().startsWith('+')) {
    return [key, `00${key}`];
  }
  return key.startsWith('00') && key.length >= 12 ? [key, key.slice(2)] : [key];
}
