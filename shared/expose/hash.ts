/**
 * A 53-bit hash of a string, as a positive whole number. Two 32-bit lanes of multiply-and-xor after cyrb53 (bryc, public
 * domain), finished as in MurmurHash3. Not cryptographic: it tells values apart, and never leaves memory.
 */
export function hashOf(text: string): number {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    low = Math.imul(low ^ code, 2654435761);
    high = Math.imul(high ^ code, 1597334677);
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  // Zero marks a free place in the hash set.
  return 4294967296 * (2097151 & high) + (low >>> 0) || 1;
}
