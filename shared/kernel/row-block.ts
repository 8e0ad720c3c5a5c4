import type { ColumnChunk } from './column-chunk.ts';

/**
 * A run of consecutive rows, one chunk per column; `firstRow` counts from 0. The chunks may lie in memory that is used
 * again: take what you need before you return.
 */
export type RowBlock = { readonly firstRow: number; readonly rows: number; readonly columns: readonly ColumnChunk[] };
