import type { Block, ChunkPlace, RejectedRow, SampleId } from '#shared/domain/sample.ts';
import type { ColumnChunk } from '#shared/kernel/column-chunk.ts';
import { ColumnText } from '#shared/kernel/column-text.ts';
import type { UnpackChunk } from '#shared/kernel/find.ts';
import type { RowBlock } from '#shared/kernel/row-block.ts';
import { decryptChunk } from './block-cipher.ts';
import { openBlockFile } from './block-file.ts';
import { unsealRejected } from './rejected-batch.ts';
import type { SampleLayout } from './sample-worker-api.ts';

const leastCachedColumns = 96;
const cachedBlocks = 3;

/** The rows of one sample in clear. Decrypted columns stay in memory only as long as this worker lives. */
export type SampleReader = {
  /** The cells of a column in a block; null is no value. */
  readonly cells: (block: Block, column: number) => Promise<readonly (string | null)[]>;
  /** One of them, by its place in the block. */
  readonly cell: (block: Block, column: number, row: number) => Promise<string | null>;
  /** A column chunk decrypted but still compressed; null for a column that was first met in a later block. */
  readonly packed: (block: Block, column: number) => Promise<Uint8Array<ArrayBuffer>> | null;
  /** The same unpacked; it is not remembered. */
  readonly chunk: (block: Block, column: number) => Promise<ColumnChunk> | null;
  readonly rejected: (batches: SampleLayout['rejectedBatches']) => Promise<readonly RejectedRow[]>;
  readonly close: () => void;
};

/** A stored sample whose rows can be read, under the column types that hold now. */
export type OpenSample = {
  readonly layout: SampleLayout;
  readonly cells: SampleReader['cells'];
  readonly cell: SampleReader['cell'];
  readonly packed: SampleReader['packed'];
  readonly chunk: SampleReader['chunk'];
  readonly rejected: () => Promise<readonly RejectedRow[]>;
};

/** Opens a sample's block file for reading. A sample's blocks never change, so one reader serves all its layouts. */
export async function openReader(sampleId: SampleId, key: CryptoKey, unpack: UnpackChunk): Promise<SampleReader> {
  const file = await openBlockFile(sampleId, 'stored');
  // The promises, so that a hundred rows that want one column decrypt it once.
  const cache = new Map<string, Promise<ColumnText>>();

  function remember(name: string, text: Promise<ColumnText>, columns: number): Promise<ColumnText> {
    cache.delete(name);
    cache.set(name, text);
    const oldest = cache.keys().next();
    if (cache.size > Math.max(leastCachedColumns, cachedBlocks * columns) && oldest.done !== true) {
      cache.delete(oldest.value);
    }
    return text;
  }

  function decrypted(block: number, column: number, place: ChunkPlace): Promise<Uint8Array<ArrayBuffer>> {
    return decryptChunk(key, { sampleId, block, column }, file.read(place));
  }

  async function read(block: number, column: number, place: ChunkPlace): Promise<ColumnText> {
    return new ColumnText(unpack(await decrypted(block, column, place)));
  }

  function packed({ block, chunks }: Block, column: number): Promise<Uint8Array<ArrayBuffer>> | null {
    const place = chunks[column];
    return place === undefined ? null : decrypted(block, column, place);
  }

  function chunk(block: Block, column: number): Promise<ColumnChunk> | null {
    return packed(block, column)?.then(unpack) ?? null;
  }

  /** Null for a column that was first met in a later block. */
  function text({ block, chunks }: Block, column: number): Promise<ColumnText> | null {
    const name = `${block}|${column}`;
    const place = chunks[column];
    return place === undefined ? null : remember(name, cache.get(name) ?? read(block, column, place), chunks.length);
  }

  async function rejected(batches: SampleLayout['rejectedBatches']): Promise<readonly RejectedRow[]> {
    const read = batches.map(({ first, place }) => unsealRejected(key, { sampleId, first }, file.read(place)));
    return (await Promise.all(read)).flat();
  }

  return {
    cells: async (block, column) => (await text(block, column))?.cells() ?? [],
    cell: async (block, column, row) => (await text(block, column))?.at(row) ?? null,
    ...{ packed, chunk, rejected, close: file.close },
  };
}

/** A stored block in clear; columns that were first met in a later one are not among its columns. */
export async function readBlock(reader: SampleReader, block: Block): Promise<RowBlock> {
  const { firstRow, rows, chunks } = block;
  const columns = await Promise.all(chunks.flatMap((_, column) => reader.chunk(block, column) ?? []));
  return { firstRow, rows, columns };
}

/** A sample under one layout. */
export function underLayout(reader: SampleReader, layout: SampleLayout): OpenSample {
  return {
    layout,
    cells: reader.cells,
    cell: reader.cell,
    packed: reader.packed,
    chunk: reader.chunk,
    rejected: () => reader.rejected(layout.rejectedBatches),
  };
}
