/*
 * Leakdesk transcodes by tables of its own rather than with TextDecoder: that one makes strings in fresh memory, cannot
 * tell a malformed sequence from a true U+FFFD, and differs between Node and Chromium (see character-tables.ts).
 */
import type { Encoding } from '../domain/dialect.ts';
import { singleByteTable } from './character-tables.ts';
import { DoubleByteWriter } from './double-byte.ts';
import { createUtf16Writer } from './utf16.ts';

/** Turns a file's bytes into UTF-8, chunk by chunk. What it returns may be overwritten by the next call. */
export type Transcoder = {
  readonly push: (bytes: Uint8Array) => Uint8Array;
  readonly end: () => Uint8Array;
};

/**
 * Writes the characters of one encoding as UTF-8, from `at` on, and returns where it stopped. It takes at most
 * `maxGrowth` bytes for each byte read, and for each it still holds from before.
 */
type CharacterWriter = {
  readonly write: (bytes: Uint8Array, out: Uint8Array, at: number) => number;
  readonly finish: (out: Uint8Array, at: number) => number;
};

const maxGrowth = 3;
const maxHeld = 4;
const nothing = new Uint8Array(0);
const byteOrderMark = [0xef, 0xbb, 0xbf];

function createSingleByteWriter(table: Uint32Array): CharacterWriter {
  return {
    write: (bytes, out, start) => {
      let at = start;
      for (let index = 0; index < bytes.length; index++) {
        const byte = bytes[index] ?? 0;
        if (byte < 0x80) {
          out[at++] = byte;
          continue;
        }
        for (let rest = table[byte] ?? 0; rest !== 0; rest >>>= 8) {
          out[at++] = rest & 0xff;
        }
      }
      return at;
    },
    finish: (_, at) => at,
  };
}

function writerFor(encoding: Exclude<Encoding, 'utf-8'>): CharacterWriter {
  switch (encoding) {
    case 'utf-16le':
    case 'utf-16be':
      return createUtf16Writer(encoding === 'utf-16le');
    case 'gb18030':
    case 'big5':
    case 'shift_jis':
    case 'euc-kr':
      return new DoubleByteWriter(encoding);
    default:
      return createSingleByteWriter(singleByteTable(encoding));
  }
}

function through(writer: CharacterWriter): Transcoder {
  let out = new Uint8Array(0);
  return {
    push: (bytes) => {
      const most = (bytes.length + maxHeld) * maxGrowth;
      if (out.length < most) {
        out = new Uint8Array(most);
      }
      return out.subarray(0, writer.write(bytes, out, 0));
    },
    end: () => {
      const last = new Uint8Array(maxHeld * maxGrowth);
      return last.subarray(0, writer.finish(last, 0));
    },
  };
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** Leaves out a byte order mark at the very start, even one that comes in pieces. */
function withoutMark({ push, end }: Transcoder): Transcoder {
  let held: Uint8Array | null = nothing;
  const release = (bytes: Uint8Array, isLast: boolean): Uint8Array => {
    if (held === null) {
      return bytes;
    }
    const start = held.length === 0 ? bytes : joined(held, bytes);
    const mayBeMark = byteOrderMark.every((byte, at) => at >= start.length || start[at] === byte);
    if (mayBeMark && start.length < byteOrderMark.length && !isLast) {
      held = start.slice();
      return nothing;
    }
    held = null;
    return mayBeMark && start.length >= byteOrderMark.length ? start.subarray(byteOrderMark.length) : start;
  };
  return { push: (bytes) => release(push(bytes), false), end: () => release(end(), true) };
}

/**
 * A transcoder from an encoding. A malformed sequence becomes the byte 0xFF, so that its record is rejected and not
 * altered; a U+FFFD that the source holds stays one. UTF-8 passes as it is: who reads it judges its characters.
 */
export function createTranscoder(encoding: Encoding): Transcoder {
  return withoutMark(
    encoding === 'utf-8' ? { push: (bytes) => bytes, end: () => nothing } : through(writerFor(encoding)),
  );
}
