import { type ColumnChunk, encodeChunk } from './column-chunk.ts';
import { type CsvScanner, type CsvScannerOptions, createCsvScanner } from './scan-csv.ts';
import { type CellShapes, describeCells } from './shapes.ts';

/**
 * The work in which an import spends its time, for one job at a time. What the functions return may lie in memory that the
 * next call uses again.
 */
export type Kernels = {
  readonly createCsvScanner: (options: CsvScannerOptions) => CsvScanner;
  readonly encodeChunk: (chunk: ColumnChunk) => Uint8Array<ArrayBuffer>;
  readonly describeCells: (chunk: ColumnChunk) => CellShapes;
};

/** The kernels in plain TypeScript, where WebAssembly is not to be had. */
export const plainKernels: Kernels = { createCsvScanner, encodeChunk, describeCells };
