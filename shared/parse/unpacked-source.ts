import type { ByteSource } from './byte-source.ts';
import { ParseProblem } from './outcome.ts';

/** So much of the beginning is kept: it is looked at several times. */
const headBytes = 1 << 18;
/** A file that must be read at any place, as a workbook or an archive in an archive, is held whole up to this size. */
const mostHeldBytes = 1 << 28;

async function firstBytes(chunks: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array<ArrayBuffer>> {
  let bytes = new Uint8Array(Math.min(most, headBytes));
  let filled = 0;
  for await (const chunk of chunks) {
    const taken = chunk.subarray(0, most - filled);
    if (filled + taken.length > bytes.length) {
      const grown = new Uint8Array(Math.min(most, (filled + taken.length) * 2));
      grown.set(bytes.subarray(0, filled));
      bytes = grown;
    }
    bytes.set(taken, filled);
    filled += taken.length;
    if (filled === most) {
      break;
    }
  }
  return bytes.slice(0, filled);
}

/** Makes a file of what an archive unpacks. Its beginning is kept; a look beyond it unpacks and holds the whole. */
export function createUnpackedSource(
  name: string,
  byteLength: number,
  chunks: () => AsyncIterable<Uint8Array>,
): ByteSource {
  let head: Promise<Uint8Array<ArrayBuffer>> | null = null;
  let whole: Promise<Uint8Array<ArrayBuffer>> | null = null;
  const holdWhole = async (): Promise<Uint8Array<ArrayBuffer>> => {
    const bytes = await firstBytes(chunks(), mostHeldBytes + 1);
    if (bytes.length > mostHeldBytes) {
      throw new ParseProblem({ kind: 'archive', why: `“${name}” in it is too large to be opened inside the archive` });
    }
    return bytes;
  };
  const slice = async (start: number, end: number): Promise<Uint8Array<ArrayBuffer>> => {
    if (end <= headBytes) {
      head ??= firstBytes(chunks(), headBytes);
      return (await head).slice(start, end);
    }
    whole ??= holdWhole();
    return (await whole).slice(start, end);
  };
  return { name, byteLength, slice, chunks };
}
