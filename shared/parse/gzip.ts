import { FlateErrorCode, Gunzip } from 'fflate';
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

/** Keeps the last bytes that were read, to look up a member's trailer (its checksum and its length) there. */
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

  /** Whether the bytes before this place of the file are the trailer. */
  hasBefore(place: number, trailer: Uint8Array): boolean {
    return this.isAt(this.bytes.length - (this.end - place) - trailer.length, trailer);
  }

  /** Whether the trailer is there and nothing but zeros behind it, as tapes and disks fill up what they store. */
  isPadded(trailer: Uint8Array): boolean {
    const last = this.bytes.findLastIndex((byte) => byte !== 0);
    for (let at = Math.max(0, last - trailer.length + 1); at <= last + 1; at++) {
      if (this.isAt(at, trailer)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the bytes end within the trailer, behind one of its bytes at least. */
  endsWithin(trailer: Uint8Array): boolean {
    for (let length = trailer.length - 1; length > 0; length--) {
      if (this.isAt(this.bytes.length - length, trailer.subarray(0, length))) {
        return true;
      }
    }
    return false;
  }

  private isAt(at: number, wanted: Uint8Array): boolean {
    return at >= 0 && wanted.every((byte, k) => this.bytes[at + k] === byte);
  }
}

/** One gzip file on its way through the unpacker. */
class Unpacking {
  /** True once a member that was checked has nothing but padding behind it. */
  isOver = false;
  total = 0;
  private readonly tail = new Tail();
  private readonly crc = createCrc32();
  private readonly unpacker: Gunzip;
  private pieces: Uint8Array[] = [];
  private memberBytes = 0;

  constructor(guard: (total: number) => void) {
    this.unpacker = new Gunzip((piece) => {
      this.crc.update(piece);
      this.memberBytes += piece.length;
      this.total += piece.length;
      guard(this.total);
      if (piece.length > 0) {
        this.pieces.push(piece);
      }
    });
    this.unpacker.onmember = (end) => {
      if (!this.tail.hasBefore(end, this.trailer())) {
        throw damaged('its content does not match its checksum');
      }
      this.crc.reset();
      this.memberBytes = 0;
    };
  }

  push(bytes: Uint8Array): readonly Uint8Array[] {
    this.pieces = [];
    this.tail.add(bytes);
    if (this.isOver) {
      if (bytes.some((byte) => byte !== 0)) {
        throw damaged('what stands behind its content is no gzip');
      }
      return [];
    }
    try {
      this.unpacker.push(bytes, false);
    } catch (cause) {
      this.isOver = !(cause instanceof ParseProblem) && this.memberBytes > 0 && this.tail.isPadded(this.trailer());
      if (!this.isOver) {
        throw cause instanceof ParseProblem ? cause : damaged('it is damaged or cut off');
      }
    }
    return this.pieces;
  }

  /** Ends the file. False when its last member is cut off; what was unpacked of it has been handed over. */
  end(read: number): boolean {
    if (this.isOver || this.endsSound(read)) {
      return true;
    }
    if (this.total === 0) {
      throw damaged('it is damaged or cut off');
    }
    return false;
  }

  private endsSound(read: number): boolean {
    try {
      this.unpacker.push(new Uint8Array(0), true);
    } catch (cause) {
      if (cause instanceof Error && 'code' in cause && cause.code === FlateErrorCode.UnexpectedEOF) {
        return false;
      }
      throw damaged('it is damaged or cut off');
    }
    const trailer = this.trailer();
    if (this.tail.hasBefore(read, trailer) || (this.memberBytes > 0 && this.tail.isPadded(trailer))) {
      return true;
    }
    if (this.tail.endsWithin(trailer) && !this.tail.hasBefore(read, trailer.subarray(trailerBytes / 2))) {
      return false;
    }
    throw damaged('its content does not match its checksum');
  }

  private trailer(): Uint8Array {
    const view = new DataView(new ArrayBuffer(trailerBytes));
    view.setUint32(0, this.crc.value(), true);
    view.setUint32(4, this.memberBytes % 2 ** 32, true);
    return new Uint8Array(view.buffer);
  }
}

/**
 * The content of a gzip file, all its members end to end; zeros behind the last one are padding. Throws a `ParseProblem`
 * when it is damaged or a bomb. Where the last member is cut off, all that could be unpacked comes, and then `onCut` is called.
 */
export async function* gunzip(source: ByteSource, onCut: () => void): AsyncGenerator<Uint8Array> {
  const unpacking = new Unpacking(createBombGuard(source.byteLength));
  let read = 0;
  for await (const chunk of source.chunks()) {
    for (let at = 0; at < chunk.length; at += stepBytes) {
      // A copy: the source may reuse its chunk, and the unpacker looks back.
      yield* unpacking.push(chunk.slice(at, at + stepBytes));
    }
    read += chunk.length;
  }
  if (!unpacking.end(read)) {
    onCut();
  }
}
