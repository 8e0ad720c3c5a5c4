import type { TextReader } from './table-format.ts';

/**
 * A reader that must see a file's beginning before it can begin: up to `headBytes` are held back, `open` sees them (or the
 * whole file, if it is shorter), and then everything is read in order.
 */
export function readFromHead(headBytes: number, open: (head: Uint8Array, isWhole: boolean) => TextReader): TextReader {
  let held = new Uint8Array(Math.min(headBytes, 1 << 12));
  let filled = 0;
  let reader: TextReader | null = null;

  function start(isWhole: boolean): TextReader {
    const head = held.subarray(0, filled);
    const opened = open(head, isWhole);
    opened.push(head);
    held = new Uint8Array(0);
    reader = opened;
    return opened;
  }

  return {
    push: (chunk) => {
      if (reader !== null) {
        reader.push(chunk);
        return;
      }
      const taken = chunk.subarray(0, headBytes - filled);
      if (filled + taken.length > held.length) {
        const grown = new Uint8Array(Math.min(headBytes, (filled + taken.length) * 2));
        grown.set(held.subarray(0, filled));
        held = grown;
      }
      held.set(taken, filled);
      filled += taken.length;
      if (taken.length < chunk.length) {
        start(false).push(chunk.subarray(taken.length));
      }
    },
    end: () => (reader ?? start(true)).end(),
  };
}
