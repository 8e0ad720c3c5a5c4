import type { Random } from './seeded-random.ts';

/** A place of the selection that a row takes. */
export type Placing = { readonly slot: number; readonly row: number };

/**
 * Draws a uniform random selection from a stream of unknown length, by row numbers alone (K.-H. Li, "Reservoir-sampling
 * algorithms of time complexity O(n(1 + log(N/n)))", ACM TOMS 20 (1994), algorithm L): rows between two that enter are
 * skipped without drawing.
 */
export class Reservoir {
  readonly size: number;
  private readonly random: Random;
  private seen = 0;
  private weight = 1;
  private next: number;

  constructor(size: number, random: Random) {
    this.size = size;
    this.random = random;
    this.next = size;
    this.weight = this.lessen(1);
    this.next += this.gap();
  }

  /** Passes the next `count` rows of the stream (numbered from 0): which of them enter, in order, and into which places. */
  offer(count: number): Placing[] {
    const placings: Placing[] = [];
    const end = this.seen + count;
    for (; this.seen < Math.min(this.size, end); this.seen++) {
      placings.push({ slot: this.seen, row: this.seen });
    }
    while (this.next < end) {
      placings.push({ slot: Math.floor(this.random() * this.size), row: this.next });
      this.weight = this.lessen(this.weight);
      this.next += this.gap() + 1;
    }
    this.seen = end;
    return placings;
  }

  private lessen(weight: number): number {
    return weight * Math.exp(Math.log(1 - this.random()) / this.size);
  }

  private gap(): number {
    return Math.floor(Math.log(1 - this.random()) / Math.log1p(-this.weight));
  }
}
