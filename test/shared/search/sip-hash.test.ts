import { describe, expect, it } from 'vitest';
import { SipHash } from '#shared/search/sip-hash.ts';

/** Key 00…0f, messages 00, 00 01, … as in the paper's appendix and its reference vectors (bytes little-endian). */
const vectors: readonly (readonly [number, string])[] = [
  [0, '726fdb47dd0e0e31'],
  [1, '74f839c593dc67fd'],
  [2, '0d6c8009d9a94f5a'],
  [3, '85676696d7fb7e2d'],
  [4, 'cf2794e0277187b7'],
  [5, '18765564cd99a68d'],
  [6, 'cbc9466e58fee3ce'],
  [7, 'ab0200f58b01d137'],
  [8, '93f5f5799a932462'],
  [9, '9e0082df0ba9e4b0'],
  [15, 'a129ca6149be45e5'],
  [16, '3f2acc7f57c29bdb'],
  [63, '958a324ceb064572'],
];

const key = Uint8Array.from({ length: 16 }, (_, at) => at);
const message = Uint8Array.from({ length: 64 }, (_, at) => at);

function hex(word: number): string {
  return word.toString(16).padStart(8, '0');
}

describe('SipHash-2-4', () => {
  it.each(vectors)('of %i bytes is as published', (length, expected) => {
    const hash = new SipHash(key);
    hash.hash(message, 0, length);
    expect(hex(hash.high) + hex(hash.low)).toBe(expected);
  });

  it('depends on nothing but the bytes meant, and on all of the key', () => {
    const hash = new SipHash(key);
    hash.hash(message, 3, 20);
    const first = [hash.low, hash.high];
    hash.hash(Uint8Array.from([9, 9, ...message.subarray(3, 20), 9]), 2, 19);
    expect([hash.low, hash.high]).toEqual(first);
    for (const at of key.keys()) {
      const other = new SipHash(key.with(at, 255));
      other.hash(message, 3, 20);
      expect([other.low, other.high]).not.toEqual(first);
    }
  });

  it('takes messages longer than its memory', () => {
    const hash = new SipHash(key);
    const long = new Uint8Array(5000).fill(7);
    hash.hash(long, 0, 5000);
    const whole = [hash.low, hash.high];
    hash.hash(long, 0, 4999);
    expect([hash.low, hash.high]).not.toEqual(whole);
  });
});
