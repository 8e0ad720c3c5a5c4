import type { ByteSource } from './byte-source.ts';

/** How far a file is read on behind its beginning, in bytes of its content. */
const readOnBytes = 1 << 24;
/** So many places behind that are looked at, each for so many bytes. */
const probes = 16;
/** How much is kept from the first such character on. */
const keptBytes = 1 << 18;
const lineFeed = 0x0a;

/**
 * Bytes that tell a file's encoding, from a line's start on where there is one. `line` is that line (first = 1), null where
 * what stands before was not read; `isLast` says that the file ends with them.
 */
type TellingBytes = { readonly bytes: Uint8Array; readonly line: number | null; readonly isLast: boolean };

/** What lies behind a beginning of ASCII alone; `looked` is how many bytes of the file were looked at where there is nothing else. */
export type LateCharacters =
  | ({ readonly kind: 'found' } & TellingBytes)
  | { readonly kind: 'none'; readonly looked: number; readonly isWhole: boolean };

/** The first byte beyond ASCII, or -1. */
export function firstBeyondAscii(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] ?? 0) >= 0x80) {
      return at;
    }
  }
  return -1;
}

/** Reads a file in order and keeps it from the first character beyond ASCII on, until that is enough. */
class Reading {
  private readonly bytes = new Uint8Array(keptBytes);
  private filled = 0;
  private looked = 0;
  private lines = 0;
  private isFound = false;

  /** False once nothing more needs to be read. */
  take(chunk: Uint8Array): boolean {
    const start = this.isFound ? 0 : this.startIn(chunk);
    const taken = chunk.subarray(start, start + keptBytes - this.filled);
    this.bytes.set(taken, this.filled);
    this.filled += taken.length;
    this.looked += chunk.length;
    return this.isFound ? this.filled < keptBytes : this.looked < readOnBytes;
  }

  end(isLast: boolean): LateCharacters {
    const { looked, lines, filled } = this;
    return this.isFound
      ? { kind: 'found', bytes: this.bytes.subarray(0, filled), line: lines + 1, isLast }
      : { kind: 'none', looked, isWhole: isLast };
  }

  /** Where the line with the first such character begins in a chunk, as far as it stands there; its length without one. */
  private startIn(chunk: Uint8Array): number {
    const first = firstBeyondAscii(chunk);
    this.isFound = first >= 0;
    const start = first < 0 ? chunk.length : chunk.lastIndexOf(lineFeed, first) + 1;
    for (let at = chunk.indexOf(lineFeed); at >= 0 && at < start; at = chunk.indexOf(lineFeed, at + 1)) {
      this.lines++;
    }
    return start;
  }
}

async function readOn(content: ByteSource): Promise<LateCharacters> {
  const reading = new Reading();
  for await (const chunk of content.chunks()) {
    if (!reading.take(chunk)) {
      return reading.end(false);
    }
  }
  return reading.end(true);
}

/** Looks at places that lie evenly between `from` and the end of the file, which is the last of them. */
async function probe(content: ByteSource, from: number): Promise<LateCharacters> {
  const last = Math.max(content.byteLength - keptBytes, from);
  let looked = from;
  for (let count = 1; count <= probes; count++) {
    const start = from + Math.floor(((last - from) * count) / probes);
    const bytes = await content.slice(start, start + keptBytes);
    looked += bytes.length;
    // The place may lie within a character; behind a line end none is torn.
    const whole = bytes.subarray(bytes.indexOf(lineFeed) + 1);
    if (firstBeyondAscii(whole) >= 0) {
      return { kind: 'found', bytes: whole, line: null, isLast: start + bytes.length >= content.byteLength };
    }
  }
  return { kind: 'none', looked, isWhole: from >= content.byteLength };
}

/**
 * Looks for characters beyond ASCII behind a beginning that has none, as dumps often begin. The file is read on for 16 MiB;
 * where it can be read `anyPlace` without unpacking it, 16 places behind are looked at, too.
 */
export async function findLateCharacters(content: ByteSource, anyPlace: boolean): Promise<LateCharacters> {
  const next = await readOn(content);
  return next.kind === 'found' || next.isWhole || !anyPlace ? next : probe(content, next.looked);
}
