const mostKept = 200;

/** Rows that speak against a sample: how many there are, and the first two hundred of them. */
export class CounterRows {
  readonly first: number[] = [];
  count = 0;
  #last = -1;

  /** Takes in a row by its number; a row with several faults counts once. Rows come in order. */
  add(row: number): void {
    if (row === this.#last) {
      return;
    }
    this.#last = row;
    this.count++;
    if (this.first.length < mostKept) {
      this.first.push(row);
    }
  }
}
