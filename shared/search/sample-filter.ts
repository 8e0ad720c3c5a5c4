import { DistinctHashes } from './distinct-hashes.ts';
import { FuseBuilder, FuseFilter, falseShare } from './fuse-filter.ts';

/*
 * The filter of one whole column. It is cut into parts by a few bits of the hash, so that making it takes little memory,
 * and each part is two fuse filters that share no hashing: both say yes to a value that is not there once in 65,536.
 */

/** The share of other values that a sample filter says yes to. */
export const sampleFalseShare = falseShare * falseShare;

const valuesPerPart = 65_536;
const headerBytes = 4;

function partOf(low: number, parts: number): number {
  return (low ^ (low >>> 13)) & (parts - 1);
}

/** Collects the hashes of a column and makes its filter. */
export class SampleFilterMaker {
  #low = new Uint32Array(valuesPerPart);
  #high = new Uint32Array(valuesPerPart);
  #count = 0;

  /** Takes a hash in; the same one may come again. */
  add(low: number, high: number): void {
    if (this.#count === this.#low.length) {
      this.#low = doubled(this.#low);
      this.#high = doubled(this.#high);
    }
    this.#low[this.#count] = low;
    this.#high[this.#count] = high;
    this.#count++;
  }

  /** The filter as the bytes that `SampleFilter` reads. */
  build(): Uint8Array<ArrayBuffer> {
    const parts = 2 ** Math.max(0, Math.ceil(Math.log2(this.#count / valuesPerPart)));
    const builder = new FuseBuilder();
    const distinct = new DistinctHashes();
    const built: Uint8Array[] = [];
    for (let part = 0; part < parts; part++) {
      distinct.clear();
      for (let at = 0; at < this.#count; at++) {
        const low = this.#low[at] ?? 0;
        if (partOf(low, parts) === part) {
          distinct.add(low, this.#high[at] ?? 0);
        }
      }
      const { low, high, count } = distinct;
      built.push(builder.build({ low, high, count }), builder.build({ low: high, high: low, count }));
    }
    return joined(built);
  }
}

function doubled(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * numbers.length);
  larger.set(numbers);
  return larger;
}

/** How many filters there are, how long each is, then the filters. */
function joined(filters: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const start = headerBytes * (1 + filters.length);
  const all = new Uint8Array(filters.reduce((sum, { length }) => sum + length, start));
  const header = new DataView(all.buffer);
  header.setUint32(0, filters.length, true);
  let at = start;
  for (const [index, filter] of filters.entries()) {
    header.setUint32(headerBytes * (1 + index), filter.length, true);
    all.set(filter, at);
    at += filter.length;
  }
  return all;
}

/** The filter of a whole column as it was stored. */
export class SampleFilter {
  readonly #filters: readonly FuseFilter[];

  constructor(stored: Uint8Array) {
    const header = new DataView(stored.buffer, stored.byteOffset, stored.byteLength);
    const count = header.getUint32(0, true);
    let at = headerBytes * (1 + count);
    this.#filters = Array.from({ length: count }, (_, index) => {
      const start = at;
      at += header.getUint32(headerBytes * (1 + index), true);
      return new FuseFilter(stored.subarray(start, at));
    });
  }

  /** False only for a value that is not in the column. */
  mayHold(low: number, high: number): boolean {
    const first = 2 * partOf(low, this.#filters.length / 2);
    return this.#filters[first]?.mayHold(low, high) === true && this.#filters[first + 1]?.mayHold(high, low) === true;
  }
}
