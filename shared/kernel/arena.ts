import type { KernelInstance } from './kernel-module.ts';

const pageBytes = 65_536;
/** SIMD loads and loose copies reach this far past what they were asked for. */
const slack = 128;
const alignment = 16;

/** A stretch of the kernels' memory. */
export type Region = { readonly at: number; readonly byteLength: number };

/**
 * Hands out stretches of a kernel instance's memory. Nothing is given back: a job reserves what it needs, grows it by
 * doubling, and goes with its instance. Views are made anew when asked for, since memory that grows leaves old ones behind.
 */
export class Arena {
  private readonly memory: KernelInstance['memory'];
  private end: number;
  private view: Uint8Array<ArrayBuffer>;

  constructor(instance: KernelInstance) {
    this.memory = instance.memory;
    this.end = instance.heapBase();
    this.view = new Uint8Array(this.memory.buffer);
  }

  /** The whole memory as it is now. */
  get bytes(): Uint8Array<ArrayBuffer> {
    if (this.view.buffer !== this.memory.buffer) {
      this.view = new Uint8Array(this.memory.buffer);
    }
    return this.view;
  }

  /** Reserves a stretch, with slack behind it. */
  reserve(byteLength: number): Region {
    const at = Math.ceil(this.end / alignment) * alignment;
    this.end = at + byteLength + slack;
    const missing = this.end - this.memory.buffer.byteLength;
    if (missing > 0) {
      this.memory.grow(Math.ceil(missing / pageBytes));
    }
    return { at, byteLength };
  }

  /** A stretch of at least so many bytes: the one given, or a new one of twice the need. */
  atLeast(region: Region, byteLength: number): Region {
    return region.byteLength >= byteLength ? region : this.reserve(byteLength * 2);
  }

  /** The bytes in [at, at + byteLength). */
  slice(at: number, byteLength: number): Uint8Array<ArrayBuffer> {
    return this.bytes.subarray(at, at + byteLength);
  }

  /** So many 32-bit numbers from `at` on. */
  words(at: number, count: number): Uint32Array<ArrayBuffer> {
    return new Uint32Array(this.memory.buffer, at, count);
  }
}
