import { hashBytes } from '../kernel/shapes.ts';

const encoder = new TextEncoder();
let scratch = new Uint8Array(1 << 10);

/** The 53-bit hash of a string: that of its UTF-8 bytes, so that values count alike whether they were made strings or not. */
export function hashOf(text: string): number {
  if (text.length * 3 > scratch.length) {
    scratch = new Uint8Array(text.length * 3);
  }
  return hashBytes(scratch, 0, encoder.encodeInto(text, scratch).written);
}
