import type { CellHasher } from '#shared/search/cell-hasher.ts';

const halfRange = 4_294_967_296;

/** The values of a look-up by the hashes under which they may be stored. */
export class WantedValues {
  readonly #low: number[] = [];
  readonly #high: number[] = [];
  readonly #valuesOf: (readonly number[])[] = [];
  /** By the low half, since both together are no exact number. */
  readonly #byLow = new Map<number, number[]>();

  constructor(values: readonly string[], hasher: CellHasher) {
    for (const [value, text] of values.entries()) {
      hasher.hashesOf(text, (low, high) => this.#add(low, high, value));
    }
  }

  /** How many different hashes are looked for. */
  get count(): number {
    return this.#low.length;
  }

  #add(low: number, high: number, value: number): void {
    const sameLow = this.#byLow.get(low) ?? [];
    const known = sameLow.find((index) => this.#high[index] === high);
    if (known !== undefined) {
      this.#valuesOf[known] = [...(this.#valuesOf[known] ?? []), value];
      return;
    }
    this.#byLow.set(low, [...sameLow, this.#low.length]);
    this.#low.push(low);
    this.#high.push(high);
    this.#valuesOf.push([value]);
  }

  /** The values that a stored hash stands for; none for most. */
  valuesFor(low: number, high: number): readonly number[] {
    const index = this.#byLow.get(low)?.find((at) => this.#high[at] === high);
    return index === undefined ? [] : (this.#valuesOf[index] ?? []);
  }

  /** The values of which a filter says that it may hold them. */
  passing(mayHold: (low: number, high: number) => boolean): readonly number[] {
    const passing = new Set<number>();
    for (let index = 0; index < this.#low.length; index++) {
      if (mayHold(this.#low[index] ?? halfRange, this.#high[index] ?? halfRange)) {
        for (const value of this.#valuesOf[index] ?? []) {
          passing.add(value);
        }
      }
    }
    return [...passing];
  }

  /** True if a filter may hold any of them. */
  anyPasses(mayHold: (low: number, high: number) => boolean): boolean {
    return this.#low.some((low, index) => mayHold(low, this.#high[index] ?? halfRange));
  }
}
