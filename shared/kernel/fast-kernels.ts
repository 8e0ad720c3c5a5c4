import { Arena, type Region } from './arena.ts';
import type { ColumnChunk } from './column-chunk.ts';
import { FastCsvScanner } from './fast-csv-scanner.ts';
import { PackedSearch } from './fast-find.ts';
import { instantiateKernels, type KernelInstance } from './kernel-module.ts';
import type { HashCells, Kernels } from './kernels.ts';
import type { CellShapes } from './shapes.ts';

const headerBytes = 10;
const firstBytes = 1 << 16;
const shapeBytes = 17;
const keyBytes = 16;
const hashBytes = 9;

type PlacedChunk = {
  readonly text: number;
  readonly textBytes: number;
  readonly lengths: number;
  readonly rows: number;
};

/** Work on chunks in the memory of one kernel instance. Its regions are used again from call to call. */
class ChunkWork {
  private readonly instance: KernelInstance;
  private readonly arena: Arena;
  private text: Region;
  private lengths: Region;
  private scratch: Region;
  private encoded: Region;
  private shapes: Region;
  private hashes: Region;

  constructor(instance: KernelInstance, arena: Arena) {
    this.instance = instance;
    this.arena = arena;
    this.text = arena.reserve(firstBytes);
    this.lengths = arena.reserve(firstBytes);
    this.scratch = arena.reserve(firstBytes);
    this.encoded = arena.reserve(firstBytes);
    this.shapes = arena.reserve(firstBytes);
    this.hashes = arena.reserve(firstBytes);
  }

  encode = (chunk: ColumnChunk): Uint8Array<ArrayBuffer> => {
    const { text, textBytes, lengths, rows } = this.place(chunk);
    const bodyBytes = textBytes + rows * 4;
    this.scratch = this.arena.atLeast(this.scratch, bodyBytes);
    this.encoded = this.arena.atLeast(this.encoded, headerBytes + bodyBytes + Math.ceil(bodyBytes / 255));
    const size = this.instance.encodeChunk(text, textBytes, lengths, rows, this.scratch.at, this.encoded.at);
    return this.arena.slice(this.encoded.at, size);
  };

  /** Sees that descriptions of so many rows need no more memory: a chunk that lies in it would move. */
  makeRoom(rows: number): void {
    this.shapes = this.arena.atLeast(this.shapes, rows * shapeBytes);
  }

  describe = (chunk: ColumnChunk): CellShapes => {
    this.makeRoom(chunk.rows);
    const { text, lengths, rows } = this.place(chunk);
    const starts = this.shapes.at;
    const [sizes, lows, tops, bits] = [1, 2, 3, 4].map((k) => starts + rows * 4 * k);
    const places = [sizes ?? 0, lows ?? 0, tops ?? 0, bits ?? 0] as const;
    this.instance.describe(text, lengths, rows, starts, ...places);
    return {
      starts: this.arena.words(starts, rows),
      sizes: this.arena.words(places[0], rows),
      lows: this.arena.words(places[1], rows),
      tops: this.arena.words(places[2], rows),
      bits: this.arena.slice(places[3], rows),
    };
  };

  hash: HashCells = (chunk, key) => {
    const rows = chunk.lengths.length;
    this.hashes = this.arena.atLeast(this.hashes, keyBytes + rows * hashBytes);
    // Asked for only now: a chunk in this memory moves with it.
    const placed = this.place({ bytes: chunk.bytes, lengths: chunk.lengths, rows });
    const keyAt = this.hashes.at;
    const hashesAt = keyAt + keyBytes;
    const statesAt = hashesAt + rows * 8;
    this.arena.bytes.set(key, keyAt);
    this.instance.hashCells(placed.text, placed.lengths, rows, keyAt, statesAt, hashesAt);
    return { states: this.arena.slice(statesAt, rows), hashes: this.arena.words(hashesAt, rows * 2) };
  };

  /** Where a chunk lies in the kernels' memory; one from elsewhere is copied there. */
  private place({ bytes, lengths, rows }: ColumnChunk): PlacedChunk {
    const { buffer } = this.arena.bytes;
    if (bytes.buffer === buffer && lengths.buffer === buffer) {
      return { text: bytes.byteOffset, textBytes: bytes.length, lengths: lengths.byteOffset, rows };
    }
    this.text = this.arena.atLeast(this.text, bytes.length);
    this.lengths = this.arena.atLeast(this.lengths, rows * 4);
    this.arena.bytes.set(bytes, this.text.at);
    this.arena.words(this.lengths.at, rows).set(lengths.subarray(0, rows));
    return { text: this.text.at, textBytes: bytes.length, lengths: this.lengths.at, rows };
  }
}

/** The kernels compiled to WebAssembly, with a memory of their own for one job. Throws when the module is another build's. */
export function fastKernels(module: WebAssembly.Module): Kernels {
  const instance = instantiateKernels(module);
  const arena = new Arena(instance);
  const work = new ChunkWork(instance, arena);
  const search = new PackedSearch(instance, arena);
  return {
    // The kernel knows one table at a time: one scanner for each job.
    createCsvScanner: (options) => {
      const scanner = new FastCsvScanner(instance, arena, options);
      return { push: scanner.push, end: scanner.end };
    },
    encodeChunk: work.encode,
    describeCells: work.describe,
    hashCells: work.hash,
    findInPacked: search.find,
    unpackChunk: search.unpack,
    expandChunk: search.expand,
    describePacked: (packed) => {
      work.makeRoom(search.rowsOf(packed));
      const chunk = search.unpackInPlace(packed);
      return { chunk, shapes: work.describe(chunk) };
    },
  };
}
