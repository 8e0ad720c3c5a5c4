import type { Arena, Region } from './arena.ts';
import { type ColumnChunk, chunkVersion, headerBytes, lz4Flag, nullCell, shortNull, wideFlag } from './column-chunk.ts';
import {
  type ExpandChunk,
  expandChunk,
  type FindInPacked,
  findInPacked,
  foldByte,
  noColumn,
  type UnpackChunk,
  unpackChunk,
} from './find.ts';
import type { KernelInstance } from './kernel-module.ts';

const firstBytes = 1 << 18;
/** Places are asked for in runs of so many. */
const placesAtOnce = 1 << 14;

type Header = {
  readonly rows: number;
  readonly isWide: boolean;
  readonly isPacked: boolean;
  readonly textBytes: number;
};

function headerOf(chunk: Uint8Array): Header {
  const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  const flags = view.getUint8(1);
  return {
    ...{ rows: view.getUint32(2, true), textBytes: view.getUint32(6, true) },
    ...{ isWide: (flags & wideFlag) !== 0, isPacked: (flags & lz4Flag) !== 0 },
  };
}

/** How many bytes the lengths of all rows take. */
function lengthBytesOf({ rows, isWide }: Header): number {
  return rows * (isWide ? 4 : 2);
}

/** Walks the cells of a chunk along the places that were found in its text. */
class CellWalk {
  private readonly lengths: Uint16Array | Uint32Array;
  private readonly nullLength: number;
  private row = -1;
  private cellEnd = 0;
  private lastRow = -1;

  constructor(lengths: Uint16Array | Uint32Array) {
    this.lengths = lengths;
    this.nullLength = lengths instanceof Uint16Array ? shortNull : nullCell;
  }

  /** The row whose cell holds [from, to) whole; -1 when it crosses a border or the row was named before. */
  rowOf(from: number, to: number): number {
    while (this.cellEnd <= from) {
      this.row++;
      const length = this.lengths[this.row] ?? 0;
      this.cellEnd += length === this.nullLength ? 0 : length;
    }
    if (to > this.cellEnd || this.row === this.lastRow) {
      return -1;
    }
    this.lastRow = this.row;
    return this.row;
  }
}

/** Searches and unpacks packed chunks in the memory of one kernel instance: the text is expanded there and never leaves it. */
export class PackedSearch {
  private readonly instance: KernelInstance;
  private readonly arena: Arena;
  private input: Region;
  private body: Region;
  private needle: Region;
  private longLengths: Region;
  private readonly places: Region;

  constructor(instance: KernelInstance, arena: Arena) {
    this.instance = instance;
    this.arena = arena;
    this.input = arena.reserve(firstBytes);
    this.body = arena.reserve(firstBytes);
    this.needle = arena.reserve(256);
    this.longLengths = arena.reserve(firstBytes);
    this.places = arena.reserve(placesAtOnce * 4);
  }

  find: FindInPacked = (packed, needle, foldCase) => {
    if (packed[0] !== chunkVersion || packed.length < headerBytes) {
      return findInPacked(packed, needle, foldCase);
    }
    const header = headerOf(packed);
    if (needle.length === 0 || needle.length > header.textBytes) {
      return new Uint32Array(0);
    }
    this.placeBody(packed, header);
    this.takeNeedle(foldCase ? needle.map(foldByte) : needle);
    return this.rows(header, needle.length, foldCase);
  };

  /** How many rows a packed chunk says that it has; 0 for one that is unpacked elsewhere. */
  rowsOf(packed: Uint8Array): number {
    return packed[0] !== chunkVersion || packed.length < headerBytes ? 0 : headerOf(packed).rows;
  }

  unpack: UnpackChunk = (packed): ColumnChunk => {
    const { rows, lengths, bytes } = this.unpackInPlace(packed);
    return { rows, lengths: lengths.slice(), bytes: bytes.slice() };
  };

  /** The same in the kernels' memory, where the next call overwrites it. */
  unpackInPlace: UnpackChunk = (packed): ColumnChunk => {
    if (packed[0] !== chunkVersion || packed.length < headerBytes) {
      return unpackChunk(packed);
    }
    const header = headerOf(packed);
    this.longLengths = this.arena.atLeast(this.longLengths, header.rows * 4);
    this.placeBody(packed, header);
    const { at } = this.longLengths;
    if (this.instance.lengthen(this.body.at, header.rows, header.isWide ? 1 : 0, at) !== header.textBytes) {
      throw new Error(noColumn);
    }
    const lengths = this.arena.words(at, header.rows);
    const text = this.body.at + lengthBytesOf(header);
    return { rows: header.rows, lengths, bytes: this.arena.slice(text, header.textBytes) };
  };

  expand: ExpandChunk = (packed) => {
    if (packed[0] !== chunkVersion || packed.length < headerBytes) {
      return expandChunk(packed);
    }
    const header = headerOf(packed);
    const bodyBytes = lengthBytesOf(header) + header.textBytes;
    this.placeBody(packed, header);
    const expanded = new Uint8Array(headerBytes + bodyBytes);
    expanded.set(packed.subarray(0, headerBytes));
    expanded[1] = header.isWide ? wideFlag : 0;
    expanded.set(this.arena.slice(this.body.at, bodyBytes), headerBytes);
    return expanded;
  };

  /** Puts lengths and text of a chunk into the kernels' memory. */
  private placeBody(packed: Uint8Array, header: Header): void {
    const stored = packed.subarray(headerBytes);
    const byteLength = lengthBytesOf(header) + header.textBytes;
    this.body = this.arena.atLeast(this.body, byteLength);
    if (!header.isPacked) {
      if (stored.length !== byteLength) {
        throw new Error(noColumn);
      }
      this.arena.bytes.set(stored, this.body.at);
      return;
    }
    this.input = this.arena.atLeast(this.input, stored.length);
    this.arena.bytes.set(stored, this.input.at);
    if (this.instance.decompress(this.input.at, stored.length, this.body.at, byteLength) === 0) {
      throw new Error(noColumn);
    }
  }

  private takeNeedle(needle: Uint8Array): void {
    this.needle = this.arena.atLeast(this.needle, needle.length);
    this.arena.bytes.set(needle, this.needle.at);
  }

  private rows(header: Header, needleBytes: number, foldCase: boolean): Uint32Array {
    const text = this.body.at + lengthBytesOf(header);
    const { at: needle } = this.needle;
    const { at } = this.places;
    const fold = foldCase ? 1 : 0;
    const { rows, isWide, textBytes } = header;
    const found: number[] = [];
    let walk: CellWalk | null = null;
    let from = 0;
    let count = placesAtOnce;
    while (count === placesAtOnce) {
      const rest = textBytes - from;
      count = this.instance.findAll(text + from, rest, needle, needleBytes, fold, at, placesAtOnce);
      if (count === 0) {
        break;
      }
      walk ??= new CellWalk(this.lengths(rows, isWide));
      const places = this.arena.words(at, count);
      for (const place of places) {
        const row = walk.rowOf(from + place, from + place + needleBytes);
        if (row >= 0) {
          found.push(row);
        }
      }
      from += (places[count - 1] ?? 0) + 1;
    }
    return Uint32Array.from(found);
  }

  private lengths(rows: number, isWide: boolean): Uint16Array | Uint32Array {
    const { buffer } = this.arena.bytes;
    return isWide ? new Uint32Array(buffer, this.body.at, rows) : new Uint16Array(buffer, this.body.at, rows);
  }
}
