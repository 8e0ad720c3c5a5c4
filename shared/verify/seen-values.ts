import { hashOf } from '../expose/hash.ts';
import { HashSet } from '../expose/hash-set.ts';

const mostKept = 1 << 20;
const twoTo32 = 4_294_967_296;

/**
 * Remembers which texts were seen, in bounded memory: of a table with more than a million rows it looks at a part only,
 * chosen by the hash of the text, so that all copies of one are in or out together.
 */
export class SeenValues {
  readonly #seen = new HashSet();
  readonly #mask: number;

  constructor(rows: number) {
    this.#mask = rows <= mostKept ? 0 : 2 ** Math.ceil(Math.log2(rows / mostKept)) - 1;
  }

  /** True for a text not seen before, false for a copy, null for one that is not looked at. */
  isNew(text: string): boolean | null {
    const hash = hashOf(text);
    return this.isNewHash(hash >>> 0, Math.floor(hash / twoTo32));
  }

  /** The same for a text given by the low 32 bits of its hash and some 20 bits above them. */
  isNewHash(low: number, top: number): boolean | null {
    return (top & this.#mask) === 0 ? this.#seen.addWords(low, top) : null;
  }
}
