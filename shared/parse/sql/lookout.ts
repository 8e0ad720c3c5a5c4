/**
 * Finds the next place of one byte, or of two in a row, and remembers how far it has looked: asking again from a later
 * place never costs the same bytes twice, which keeps recovery in linear time. Memory is in offsets of the file.
 */
export class Lookout {
  private readonly first: number;
  private readonly second: number;
  private from = 0;
  private to = 0;
  private found = -1;

  /** `second` is -1 to find one byte alone. */
  constructor(first: number, second: number) {
    this.first = first;
    this.second = second;
  }

  /** The first match in [at, stop) of `bytes`, which begin at `base` in the file; -1 when there is none. */
  next(bytes: Uint8Array, base: number, at: number, stop: number): number {
    const offset = base + at;
    if (offset < this.from || offset > this.to || (this.found >= 0 && this.found < offset)) {
      this.from = offset;
      this.to = offset;
      this.found = -1;
    }
    if (this.found < 0) {
      this.look(bytes, base, stop);
    }
    return this.found < 0 || this.found - base >= stop ? -1 : this.found - base;
  }

  private look(bytes: Uint8Array, base: number, stop: number): void {
    const view = bytes.subarray(0, stop);
    const last = this.second < 0 ? stop : stop - 1;
    for (
      let at = view.indexOf(this.first, this.to - base);
      at >= 0 && at < last;
      at = view.indexOf(this.first, at + 1)
    ) {
      if (this.second < 0 || bytes[at + 1] === this.second) {
        this.found = base + at;
        this.to = this.found;
        return;
      }
    }
    this.to = Math.max(this.to, base + last);
  }
}
