/** What a sum of two words without sign carries into the high half. */
function carry(sum: number): number {
  return sum > 4_294_967_295 ? 1 : 0;
}

/** The little-endian word at `at`. */
function wordOf(key: Uint8Array, at: number): number {
  return new DataView(key.buffer, key.byteOffset, key.byteLength).getInt32(at, true);
}

/**
 * SipHash-2-4 under one key (J.-P. Aumasson, D. J. Bernstein: SipHash, a fast short-input PRF, 2012). Own code: WebCrypto
 * takes microseconds a call, and what npm has works on strings or allocates. 64-bit words are two halves here.
 */
export class SipHash {
  /** The two halves of the last hash, as 32 bits without a sign. */
  low = 0;
  high = 0;
  readonly #key: readonly [number, number, number, number];
  #bytes = new Uint8Array(256);
  #words = new Int32Array(this.#bytes.buffer);

  /** Takes a key of 16 bytes. */
  constructor(key: Uint8Array) {
    this.#key = [wordOf(key, 0), wordOf(key, 4), wordOf(key, 8), wordOf(key, 12)];
  }

  /** Copies the message with its padding; answers how many words it fills. */
  #load(message: Uint8Array, start: number, end: number): number {
    const length = end - start;
    const padded = (length & ~7) + 8;
    if (padded > this.#bytes.length) {
      this.#bytes = new Uint8Array(2 * padded);
      this.#words = new Int32Array(this.#bytes.buffer);
    }
    const bytes = this.#bytes;
    for (let at = 0; at < length; at++) {
      bytes[at] = message[start + at] ?? 0;
    }
    for (let at = length; at < padded; at++) {
      bytes[at] = 0;
    }
    bytes[padded - 1] = length;
    return padded >> 2;
  }

  /** Hashes the bytes in [start, end) and leaves the result in `low` and `high`. */
  hash(message: Uint8Array, start: number, end: number): void {
    const count = this.#load(message, start, end);
    const words = this.#words;
    const [k0, k1, k2, k3] = this.#key;
    let v0 = k0 ^ 0x70736575;
    let w0 = k1 ^ 0x736f6d65;
    let v1 = k2 ^ 0x6e646f6d;
    let w1 = k3 ^ 0x646f7261;
    let v2 = k0 ^ 0x6e657261;
    let w2 = k1 ^ 0x6c796765;
    let v3 = k2 ^ 0x79746573;
    let w3 = k3 ^ 0x74656462;
    let t = 0;
    // Two rounds for each two words, then four more; a round begins at an even number where a word is mixed in.
    for (let round = 0; round < count + 4; round++) {
      const first = round < count && (round & 1) === 0;
      const last = round < count && (round & 1) === 1;
      if (first) {
        v3 ^= words[round] ?? 0;
        w3 ^= words[round + 1] ?? 0;
      } else if (round === count) {
        v2 ^= 0xff;
      }
      t = (v0 >>> 0) + (v1 >>> 0);
      w0 = (w0 + w1 + carry(t)) | 0;
      v0 = t | 0;
      t = (v2 >>> 0) + (v3 >>> 0);
      w2 = (w2 + w3 + carry(t)) | 0;
      v2 = t | 0;
      t = (v1 << 13) | (w1 >>> 19);
      w1 = ((w1 << 13) | (v1 >>> 19)) ^ w0;
      v1 = t ^ v0;
      t = (v3 << 16) | (w3 >>> 16);
      w3 = ((w3 << 16) | (v3 >>> 16)) ^ w2;
      v3 = t ^ v2;
      t = v0;
      v0 = w0;
      w0 = t;
      t = (v2 >>> 0) + (v1 >>> 0);
      w2 = (w2 + w1 + carry(t)) | 0;
      v2 = t | 0;
      t = (v0 >>> 0) + (v3 >>> 0);
      w0 = (w0 + w3 + carry(t)) | 0;
      v0 = t | 0;
      t = (v1 << 17) | (w1 >>> 15);
      w1 = ((w1 << 17) | (v1 >>> 15)) ^ w2;
      v1 = t ^ v2;
      t = (v3 << 21) | (w3 >>> 11);
      w3 = ((w3 << 21) | (v3 >>> 11)) ^ w0;
      v3 = t ^ v0;
      t = v2;
      v2 = w2;
      w2 = t;
      if (last) {
        v0 ^= words[round - 1] ?? 0;
        w0 ^= words[round] ?? 0;
      }
    }
    this.low = (v0 ^ v1 ^ v2 ^ v3) >>> 0;
    this.high = (w0 ^ w1 ^ w2 ^ w3) >>> 0;
  }
}
