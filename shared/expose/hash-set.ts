const smallest = 2048;
/** Fresh memory is dear: a set that grows does so by far, and one that shrinks stays where it is. */
const growth = 4;
let scratch = new Uint32Array(0);
const twoTo32 = 4294967296;

/** A set of 53-bit hashes in one flat array of words: a built-in set would make an object of each number. */
export class HashSet {
  /** Low and high word of each entry side by side; both zero is a free place. */
  private words = new Uint32Array(smallest * 2);
  private count = 0;

  /** How many hashes there are. */
  get size(): number {
    return this.count;
  }

  /** Adds a hash given as a number; true if it was not there. */
  add(hash: number): boolean {
    return this.addWords(hash >>> 0, Math.floor(hash / twoTo32));
  }

  /** Adds a hash given as its low 32 bits and the bits above them; true if it was not there. */
  addWords(low: number, top: number): boolean {
    if (!this.place(low, top)) {
      return false;
    }
    this.count++;
    // Three quarters full; an entry takes two words.
    if (this.count * 8 > this.words.length * 3) {
      this.rebuild(this.words.length * growth, 0);
    }
    return true;
  }

  /** Hears every hash, as its low 32 bits and the bits above them. */
  visit(hear: (low: number, top: number) => void): void {
    const { words } = this;
    for (let at = 0; at < words.length; at += 2) {
      const low = words[at] ?? 0;
      const top = words[at + 1] ?? 0;
      if (low !== 0 || top !== 0) {
        hear(low, top);
      }
    }
  }

  /** Keeps only the hashes whose low bits under this mask are zero. */
  keep(mask: number): void {
    this.rebuild(this.words.length, mask);
  }

  private rebuild(length: number, mask: number): void {
    const { words } = this;
    if (scratch.length < this.count * 2) {
      scratch = new Uint32Array(this.count * 2);
    }
    let kept = 0;
    for (let at = 0; at < words.length; at += 2) {
      const low = words[at] ?? 0;
      const top = words[at + 1] ?? 0;
      if ((low !== 0 || top !== 0) && (low & mask) === 0) {
        scratch[kept++] = low;
        scratch[kept++] = top;
      }
    }
    this.words = length === words.length ? words.fill(0) : new Uint32Array(length);
    for (let at = 0; at < kept; at += 2) {
      this.place(scratch[at] ?? 0, scratch[at + 1] ?? 0);
    }
    this.count = kept / 2;
  }

  /** Puts a hash into its place; false if it is there already. */
  private place(low: number, top: number): boolean {
    const { words } = this;
    const last = words.length - 1;
    // The low bits choose which hashes a distinct counter keeps, so the place must come from other bits.
    let at = ((top ^ Math.imul(low >>> 12, 0x9e3779b1)) << 1) & last;
    for (;;) {
      const there = words[at];
      const above = words[at + 1];
      if (there === low && above === top) {
        return false;
      }
      if (there === 0 && above === 0) {
        words[at] = low;
        words[at + 1] = top;
        return true;
      }
      at = (at + 2) & last;
    }
  }
}
