import { type ColumnChunk, encodeChunk } from './column-chunk.ts';
import {
  type ExpandChunk,
  expandChunk,
  type FindInPacked,
  findInPacked,
  type UnpackChunk,
  unpackChunk,
} from './find.ts';
import { type CsvScanner, type CsvScannerOptions, createCsvScanner } from './scan-csv.ts';
import { type CellShapes, describeCells } from './shapes.ts';

/**
 * The work in which imports and searches spend their time, for one job at a time. What the functions return may lie in memory that the
 * next call uses again.
 */
export type Kernels = {
  readonly createCsvScanner: (options: CsvScannerOptions) => CsvScanner;
  readonly encodeChunk: (chunk: ColumnChunk) => Uint8Array<ArrayBuffer>;
  readonly describeCells: (chunk: ColumnChunk) => CellShapes;
  readonly findInPacked: FindInPacked;
  readonly unpackChunk: UnpackChunk;
  readonly expandChunk: ExpandChunk;
  readonly describePacked: DescribePacked;
  /** Hashes cells by SipHash-2-4 under 16 bytes; null where only `CellHasher` of shared/search can. */
  readonly hashCells: HashCells | null;
};

/**
 * What became of each cell: its state, and its hash as two words, low and high. `twin` is one whose look-up key is not the
 * cell in small letters, so that it has no hash here; `host` has one, and may name a host besides.
 */
export type HashCells = (
  chunk: Pick<ColumnChunk, 'bytes' | 'lengths'>,
  key: Uint8Array,
) => { readonly states: Uint8Array; readonly hashes: Uint32Array };
export const hashState = { blank: 0, done: 1, host: 2, twin: 3 } as const;

/** Unpacks a chunk and describes its cells: quicker than one after the other, as nothing is copied in between. */
export type DescribePacked = (packed: Uint8Array) => { readonly chunk: ColumnChunk; readonly shapes: CellShapes };

/** The kernels in plain TypeScript, where WebAssembly is not to be had. */
export const plainKernels: Kernels = {
  ...{ createCsvScanner, encodeChunk, describeCells, findInPacked, unpackChunk, expandChunk, hashCells: null },
  describePacked: (packed) => {
    const chunk = unpackChunk(packed);
    return { chunk, shapes: describeCells(chunk) };
  },
};
