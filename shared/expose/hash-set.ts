/** A set of 53-bit hashes in one flat array: a built-in set would make an object of each number. */
export type HashSet = {
  /** Adds a hash; true if it was not there. */
  add(hash: number): boolean;
  size(): number;
  /** The hashes for which `keep` holds, as a new set. */
  filter(keep: (hash: number) => boolean): HashSet;
  forEach(visit: (hash: number) => void): void;
};

const smallest = 1024;

/** Puts a hash into an open-addressed table of a power-of-two length; false if it was there. */
function place(table: Float64Array, hash: number): boolean {
  const last = table.length - 1;
  // The low bits choose which hashes a distinct counter keeps, so the place must come from other bits.
  let at = ((hash / 4294967296) & last) ^ (Math.imul(hash >>> 12, 0x9e3779b1) & last);
  for (;;) {
    const there = table[at];
    if (there === hash) {
      return false;
    }
    if (there === 0) {
      table[at] = hash;
      return true;
    }
    at = (at + 1) & last;
  }
}

/** Makes an empty set. It doubles when half full. */
export function createHashSet(): HashSet {
  let table = new Float64Array(smallest);
  let size = 0;

  function grow(): void {
    const larger = new Float64Array(table.length * 2);
    for (const hash of table) {
      if (hash !== 0) {
        place(larger, hash);
      }
    }
    table = larger;
  }

  const forEach = (visit: (hash: number) => void): void => {
    for (const hash of table) {
      if (hash !== 0) {
        visit(hash);
      }
    }
  };

  return {
    add(hash) {
      if (!place(table, hash)) {
        return false;
      }
      size++;
      if (size * 2 > table.length) {
        grow();
      }
      return true;
    },
    size: () => size,
    filter(keep) {
      const kept = createHashSet();
      forEach((hash) => {
        if (keep(hash)) {
          kept.add(hash);
        }
      });
      return kept;
    },
    forEach,
  };
}
