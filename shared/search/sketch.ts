/** How many of the smallest hashes a sketch keeps. */
const kept = 4096;

/** The top 53 bits of a 64-bit hash as a whole number. */
function numberOf(low: number, high: number): number {
  return high * 2_097_152 + (low >>> 11);
}

/**
 * The smallest hashes of a set, in order; `isWhole` while the set has no more than that. Two sketches of sets hashed under
 * one key tell how much the sets share (A. Broder, 1997: bottom-k sketches).
 */
export type Sketch = { readonly hashes: Float64Array<ArrayBuffer>; readonly isWhole: boolean };

/** Keeps the sketch of a set while its hashes pass by, in any order and any number of times. */
export class SketchMaker {
  readonly #waiting = new Float64Array(2 * kept);
  #count = 0;
  #bound = Number.POSITIVE_INFINITY;

  /** Takes one hash in. */
  add(low: number, high: number): void {
    const hash = numberOf(low, high);
    if (hash < this.#bound) {
      if (this.#count === this.#waiting.length) {
        this.#settle();
      }
      this.#waiting[this.#count++] = hash;
    }
  }

  /** Sorts what has come in and lets go of all but the smallest. */
  #settle(): void {
    const sorted = this.#waiting.subarray(0, this.#count).sort();
    let count = 0;
    for (const hash of sorted) {
      if (count === 0 || hash !== sorted[count - 1]) {
        sorted[count++] = hash;
      }
    }
    if (count > kept) {
      this.#bound = sorted[kept] ?? this.#bound;
      count = kept;
    }
    this.#count = count;
  }

  /** The sketch of all that was taken in so far. */
  sketch(): Sketch {
    this.#settle();
    return { hashes: this.#waiting.slice(0, this.#count), isWhole: this.#bound === Number.POSITIVE_INFINITY };
  }
}
