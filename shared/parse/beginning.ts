import type { Encoding } from '../domain/dialect.ts';
import type { ByteSource } from './byte-source.ts';

/** A file of which only a beginning is read. `wasCut` turns true once all of it was read and there is more. */
export type Beginning = ByteSource & { readonly wasCut: () => boolean };

const lineFeed = 0x0a;

/** Where the last line of a piece ends; its length when no line ends in it. `start` is the piece's place in the file. */
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
  return piece.length;
}

/** The first bytes of a file as a file of its own, at most so many of them and cut behind a line where there is one. */
export function beginningOf(content: ByteSource, most: number, encoding: Encoding): Beginning {
  let isCut = false;
  return {
    ...content,
    chunks: async function* chunks() {
      let at = 0;
      for await (const chunk of content.chunks()) {
        const room = most - at;
        if (chunk.length > room || (chunk.length === room && content.byteLength > most)) {
          const piece = chunk.subarray(0, room);
          yield piece.subarray(0, lastLineEnd(piece, at, encoding));
          isCut = true;
          return;
        }
        at += chunk.length;
        yield chunk;
      }
    },
    wasCut: () => isCut,
  };
}
