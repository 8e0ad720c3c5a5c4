/*
 * Binary fuse filter with 8 bits a value (T. M. Graf, D. Lemire: Binary fuse filters, 2022): never denies a value it was
 * made of, and says yes to any other with a chance of 1 in 256. Own code: the one npm package is bound to its own hash.
 * The values are keyed hashes already, so that mixing in a seed is all the hashing there is.
 */

/** The share of other values that a filter says yes to. */
export const falseShare = 1 / 256;

const headerBytes = 8;
const mostTries = 64;

/** Sets of 64-bit hashes as two halves, all different; the first `count` are meant. */
export type HashList = { readonly low: Uint32Array; readonly high: Uint32Array; readonly count: number };

type Shape = { readonly segmentBits: number; readonly segments: number };

function shapeFor(count: number): Shape {
  const size = Math.max(count, 2);
  const segmentBits = Math.min(13, Math.max(2, Math.floor(Math.log(size) / Math.log(3.33) + 2.25)));
  const factor = Math.max(1.125, 0.875 + (0.25 * Math.log(1_000_000)) / Math.log(size));
  const slots = Math.ceil(size * factor);
  return { segmentBits, segments: Math.max(1, Math.ceil(slots / 2 ** segmentBits) - 2) };
}

function slotsOf({ segmentBits, segments }: Shape): number {
  return (segments + 2) << segmentBits;
}

function mix(half: number, seed: number): number {
  const mixed = Math.imul(half ^ seed, 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** The three slots of a value and its eight bits, kept in one place so that none is allocated. */
class Probe {
  first = 0;
  second = 0;
  third = 0;
  bits = 0;

  set({ segmentBits, segments }: Shape, seed: number, lowHalf: number, highHalf: number): void {
    const low = mix(lowHalf, seed);
    const high = mix(highHalf, ~seed);
    const segment = 1 << segmentBits;
    this.first = Math.floor((high / 4_294_967_296) * (segments << segmentBits));
    this.second = (this.first + segment) ^ ((low >>> 18) & (segment - 1));
    this.third = (this.first + 2 * segment) ^ ((low >>> 4) & (segment - 1));
    this.bits = (high ^ low) & 0xff;
  }
}

/** Makes filters, one after the other, in memory that is used again. */
export class FuseBuilder {
  readonly #probe = new Probe();
  #counts = new Uint8Array(0);
  /** For each slot, the indexes of its values, all combined by exclusive or: one that stands alone can be read off. */
  #members = new Uint32Array(0);
  #waiting = new Uint32Array(0);
  #order = new Uint32Array(0);
  #alone = new Uint32Array(0);

  /** The filter of the given values, as the bytes that `FuseFilter` reads. */
  build(hashes: HashList): Uint8Array<ArrayBuffer> {
    const shape = shapeFor(hashes.count);
    for (let seed = 0; seed < mostTries; seed++) {
      if (this.#peel(hashes, shape, seed)) {
        return this.#assign(hashes, shape, seed);
      }
    }
    throw new Error('No filter could be made of these values: they are not all different.');
  }

  #makeRoom(slots: number, count: number): void {
    if (this.#counts.length < slots) {
      this.#counts = new Uint8Array(2 * slots);
      this.#members = new Uint32Array(2 * slots);
      this.#waiting = new Uint32Array(2 * slots);
    }
    if (this.#order.length < count) {
      this.#order = new Uint32Array(2 * count);
      this.#alone = new Uint32Array(2 * count);
    }
    this.#counts.fill(0, 0, slots);
    this.#members.fill(0, 0, slots);
  }

  #toggle(slot: number, index: number, step: number): number {
    const count = (this.#counts[slot] ?? 0) + step;
    this.#counts[slot] = count;
    this.#members[slot] = (this.#members[slot] ?? 0) ^ index;
    return count;
  }

  /** Takes values off the slots in which they stand alone, until none is left; false if that gets stuck. */
  #peel(hashes: HashList, shape: Shape, seed: number): boolean {
    const slots = slotsOf(shape);
    this.#makeRoom(slots, hashes.count);
    const probe = this.#probe;
    for (let index = 0; index < hashes.count; index++) {
      probe.set(shape, seed, hashes.low[index] ?? 0, hashes.high[index] ?? 0);
      this.#toggle(probe.first, index, 1);
      this.#toggle(probe.second, index, 1);
      this.#toggle(probe.third, index, 1);
    }
    let waiting = 0;
    for (let slot = 0; slot < slots; slot++) {
      if (this.#counts[slot] === 1) {
        this.#waiting[waiting++] = slot;
      }
    }
    let taken = 0;
    while (waiting > 0) {
      const slot = this.#waiting[--waiting] ?? 0;
      if (this.#counts[slot] === 1) {
        const index = this.#members[slot] ?? 0;
        this.#order[taken] = index;
        this.#alone[taken++] = slot;
        probe.set(shape, seed, hashes.low[index] ?? 0, hashes.high[index] ?? 0);
        waiting = this.#takeOff(probe.first, index, waiting);
        waiting = this.#takeOff(probe.second, index, waiting);
        waiting = this.#takeOff(probe.third, index, waiting);
      }
    }
    return taken === hashes.count;
  }

  #takeOff(slot: number, index: number, waiting: number): number {
    if (this.#toggle(slot, index, -1) !== 1) {
      return waiting;
    }
    this.#waiting[waiting] = slot;
    return waiting + 1;
  }

  /** Gives each value, the last taken off first, the byte that makes its three slots combine to its eight bits. */
  #assign(hashes: HashList, shape: Shape, seed: number): Uint8Array<ArrayBuffer> {
    const filter = new Uint8Array(headerBytes + slotsOf(shape));
    const header = new DataView(filter.buffer);
    header.setUint8(0, seed);
    header.setUint8(1, shape.segmentBits);
    header.setUint32(4, shape.segments, true);
    const bits = filter.subarray(headerBytes);
    const probe = this.#probe;
    for (let step = hashes.count - 1; step >= 0; step--) {
      const index = this.#order[step] ?? 0;
      probe.set(shape, seed, hashes.low[index] ?? 0, hashes.high[index] ?? 0);
      const combined = (bits[probe.first] ?? 0) ^ (bits[probe.second] ?? 0) ^ (bits[probe.third] ?? 0);
      // The value's own slot is still zero here.
      bits[this.#alone[step] ?? 0] = combined ^ probe.bits;
    }
    return filter;
  }
}

/** A filter as it was stored. */
export class FuseFilter {
  readonly #bits: Uint8Array;
  readonly #shape: Shape;
  readonly #seed: number;
  readonly #probe = new Probe();

  constructor(stored: Uint8Array) {
    const header = new DataView(stored.buffer, stored.byteOffset, stored.byteLength);
    this.#seed = header.getUint8(0);
    this.#shape = { segmentBits: header.getUint8(1), segments: header.getUint32(4, true) };
    this.#bits = stored.subarray(headerBytes);
  }

  /** False only for a value that the filter was not made of. */
  mayHold(low: number, high: number): boolean {
    const probe = this.#probe;
    const bits = this.#bits;
    probe.set(this.#shape, this.#seed, low, high);
    return ((bits[probe.first] ?? 0) ^ (bits[probe.second] ?? 0) ^ (bits[probe.third] ?? 0)) === probe.bits;
  }
}
