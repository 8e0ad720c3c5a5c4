import type { Block } from '#shared/domain/sample.ts';

/** Collects rows of a sample, block by block, each once; within a block they may come in any order. */
export class RowMarks {
  #block: Block | null = null;
  #marks = new Uint8Array(0);
  #rows = new Uint32Array(64);
  #count = 0;
  #inBlock = 0;

  /** How many different rows there are so far. */
  get count(): number {
    return this.#count + this.#inBlock;
  }

  /** Turns to a block; the one before is done with. */
  enter(block: Block): void {
    if (this.#block !== block) {
      this.#leave();
      this.#block = block;
      this.#marks = this.#marks.length < block.rows ? new Uint8Array(block.rows) : this.#marks;
    }
  }

  /** Marks a row by its place in the block; true if it was not marked. */
  mark(row: number): boolean {
    if (this.#marks[row] !== 0) {
      return false;
    }
    this.#marks[row] = 1;
    this.#inBlock++;
    return true;
  }

  #leave(): void {
    const first = this.#block?.firstRow ?? 0;
    if (this.#inBlock > 0) {
      for (const [row, mark] of this.#marks.entries()) {
        if (mark === 1) {
          this.#push(first + row);
        }
      }
      this.#marks.fill(0);
    }
    this.#inBlock = 0;
    this.#block = null;
  }

  #push(row: number): void {
    if (this.#count === this.#rows.length) {
      const larger = new Uint32Array(2 * this.#count);
      larger.set(this.#rows);
      this.#rows = larger;
    }
    this.#rows[this.#count++] = row;
  }

  /** The rows in order. */
  rows(): Uint32Array {
    this.#leave();
    return this.#rows.slice(0, this.#count);
  }
}
