import type { Encoding } from '../domain/dialect.ts';
import type { ByteSource } from './byte-source.ts';

/** A file of which only a beginning is read. `wasCut` turns true once all of it was read and there is more. */
export type Beginning = ByteSource & { readonly wasCut: () => boolean };

const lineFeed = 0x0a;

/** Where the last line of a piece ends; 0 when no line ends in it. `start` is the piece's place in the file. */
function lastLineEnd(piece: Uint8Array, start: number, encoding: Encoding): number {
  for (let at = piece.lastIndexOf(lineFeed); at >= 0; at = at === 0 ? -1 : piece.lastIndexOf(lineFeed, at - 1)) {
    const isEven = (start + at) % 2 === 0;
    if (encoding === 'utf-16le') {
      if (isEven && piece[at + 1] === 0) {
        return at + 2;
      }
    } else if (encoding !== 'utf-16be' || (!isEven && piece[at - 1] === 0)) {
      return at + 1;
    }
  }
  return 0;
}

/** A line that is not finished is held back up to this length, in bytes. */
const longestHeld = 1 << 20;

function joined(held: Uint8Array, piece: Uint8Array): Uint8Array {
  if (held.length === 0) {
    return piece;
  }
  const both = new Uint8Array(held.length + piece.length);
  both.set(held);
  both.set(piece, held.length);
  return both;
}

/** How much of a piece is handed on: up to its last line end, and without one nothing, unless the line must be torn. */
function takenOf(piece: Uint8Array, lineEnd: number, mustTear: boolean): number {
  return lineEnd > 0 || !(mustTear || piece.length >= longestHeld) ? lineEnd : piece.length;
}

/** The first bytes of a file as a file of its own, at most so many of them and cut behind a line where there is one. */
export function beginningOf(content: ByteSource, most: number, encoding: Encoding): Beginning {
  let isCut = false;

  async function* chunks(): AsyncGenerator<Uint8Array> {
    let at = 0;
    let held: Uint8Array = new Uint8Array(0);
    for await (const chunk of content.chunks()) {
      const room = most - at;
      const isLast = chunk.length > room || (chunk.length === room && content.byteLength > most);
      const piece = joined(held, isLast ? chunk.subarray(0, room) : chunk);
      const start = at - held.length;
      // A torn line is better than nothing; behind whole lines it would only look like a row that the file does not have.
      const taken = takenOf(piece, lastLineEnd(piece, start, encoding), isLast && start === 0);
      yield piece.subarray(0, taken);
      if (isLast) {
        isCut = true;
        return;
      }
      at += chunk.length;
      held = piece.slice(taken);
    }
    yield held;
  }

  const { name, byteLength } = content;
  return { name, byteLength, slice: (start, end) => content.slice(start, end), chunks, wasCut: () => isCut };
}
