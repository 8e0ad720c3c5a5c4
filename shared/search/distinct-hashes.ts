import type { HashList } from './fuse-filter.ts';

const smallest = 1024;

/** Collects different 64-bit hashes in flat arrays that are used again for the next block. */
export class DistinctHashes implements HashList {
  low = new Uint32Array(smallest);
  high = new Uint32Array(smallest);
  count = 0;
  /** Open addressing; holds the index of a hash, plus one. */
  #table = new Int32Array(2 * smallest);

  /** Forgets everything. */
  clear(): void {
    this.count = 0;
    this.#table.fill(0);
  }

  /** Adds a hash; true if it was not there. */
  add(low: number, high: number): boolean {
    const last = this.#table.length - 1;
    let at = low & last;
    for (let there = this.#table[at] ?? 0; there !== 0; there = this.#table[at] ?? 0) {
      if (this.low[there - 1] === low && this.high[there - 1] === high) {
        return false;
      }
      at = (at + 1) & last;
    }
    if (this.count === this.low.length) {
      this.#grow();
      return this.add(low, high);
    }
    this.low[this.count] = low;
    this.high[this.count] = high;
    this.count++;
    this.#table[at] = this.count;
    return true;
  }

  #grow(): void {
    const { low, high, count } = this;
    this.low = new Uint32Array(2 * count);
    this.high = new Uint32Array(2 * count);
    this.#table = new Int32Array(4 * count);
    this.count = 0;
    for (let index = 0; index < count; index++) {
      this.add(low[index] ?? 0, high[index] ?? 0);
    }
  }
}
