import { Gunzip } from 'fflate';
import type { ByteSource } from './byte-source.ts';
import { createCrc32 } from './crc32.ts';
import { ParseProblem } from './outcome.ts';
import { createBombGuard } from './unpacked-size.ts';

/*
 * fflate's Gunzip reads members one after another, which the engine's DecompressionStream does not everywhere, but checks
 * neither checksum nor length. Both stand in the last eight bytes of each member and are compared here.
 */

/** So much at a time keeps what one step can unpack to 16 MiB. */
const stepBytes = 1 << 14;
const trailerBytes = 8;

/** Whether a file begins as gzip files with deflated content do. */
export function startsAsGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;
}

function damaged(why: string): ParseProblem {
  return new ParseProblem({ kind: 'archive', why });
}

/** Keeps the last bytes that were read, to look up a member's trailer once its end is known. */
class Tail {
  private bytes = new Uint8Array(0);
  private end = 0;

  add(chunk: Uint8Array): void {
    const joined = new Uint8Array(Math.min(this.bytes.length, stepBytes + trailerBytes) + chunk.length);
    const kept = this.bytes.subarray(this.bytes.length - (joined.length - chunk.length));
    joined.set(kept);
    joined.set(chunk, kept.length);
    this.bytes = joined;
    this.end += chunk.length;
  }

  /** Checksum and length in the trailer that ends at this place of the file. */
  trailerBefore(place: number): { readonly crc: number; readonly length: number } {
    const at = this.bytes.length - (this.end - place) - trailerBytes;
    if (at < 0) {
      throw damaged('it is damaged or cut off');
    }
    const view = new DataView(this.bytes.buffer, this.bytes.byteOffset + at, trailerBytes);
    return { crc: view.getUint32(0, true), length: view.getUint32(4, true) };
  }
}

/** The content of a gzip file, all its members end to end. Throws a `ParseProblem` when it is damaged or a bomb. */
export async function* gunzip(source: ByteSource): AsyncGenerator<Uint8Array> {
  const guard = createBombGuard(source.byteLength);
  const tail = new Tail();
  const crc = createCrc32();
  let pieces: Uint8Array[] = [];
  let total = 0;
  let memberBytes = 0;
  const checkMember = (end: number): void => {
    const stated = tail.trailerBefore(end);
    if (stated.crc !== crc.value() || stated.length !== memberBytes % 2 ** 32) {
      throw damaged('its content does not match its checksum');
    }
    crc.reset();
    memberBytes = 0;
  };
  const unpacker = new Gunzip((piece) => {
    crc.update(piece);
    memberBytes += piece.length;
    total += piece.length;
    guard(total);
    if (piece.length > 0) {
      pieces.push(piece);
    }
  });
  unpacker.onmember = checkMember;
  const push = (bytes: Uint8Array, isLast: boolean): readonly Uint8Array[] => {
    pieces = [];
    tail.add(bytes);
    try {
      unpacker.push(bytes, isLast);
    } catch (cause) {
      throw cause instanceof ParseProblem ? cause : damaged('it is damaged or cut off');
    }
    return pieces;
  };
  let read = 0;
  for await (const chunk of source.chunks()) {
    for (let at = 0; at < chunk.length; at += stepBytes) {
      // A copy: the source may reuse its chunk, and the unpacker looks back.
      yield* push(chunk.slice(at, at + stepBytes), false);
    }
    read += chunk.length;
  }
  yield* push(new Uint8Array(0), true);
  checkMember(read);
}
