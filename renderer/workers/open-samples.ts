import { z } from 'zod';
import { type Block, type RejectedRow, rejectedRowSchema, type SampleId } from '#shared/domain/sample.ts';
import { type ColumnChunk, cellsOf, decodeChunk } from '#shared/kernel/column-chunk.ts';
import { decryptChunk } from './block-cipher.ts';
import { type BlockFile, openBlockFile } from './block-file.ts';
import type { SampleLayout } from './sample-worker-api.ts';

const rejectedRowsSchema = z.array(rejectedRowSchema);
const cachedColumns = 96;

/** A stored sample whose rows can be read. Decrypted columns stay in memory only as long as this worker lives. */
export type OpenSample = {
  readonly layout: SampleLayout;
  readonly cells: (block: Block, column: number) => Promise<readonly string[]>;
  readonly rejected: () => Promise<readonly RejectedRow[]>;
  readonly close: () => void;
};

function decoded(chunk: ReturnType<typeof decodeChunk>): ColumnChunk {
  if (!chunk.ok) {
    throw new Error('A block decrypted but does not hold a column. The vault was written by another version.');
  }
  return chunk.value;
}

/** Opens a sample's block file for reading. */
export async function openSample(layout: SampleLayout, key: CryptoKey): Promise<OpenSample> {
  const file: BlockFile = await openBlockFile(layout.id);
  const cache = new Map<string, readonly string[]>();

  function remember(name: string, cells: readonly string[]): readonly string[] {
    cache.delete(name);
    cache.set(name, cells);
    const oldest = cache.keys().next();
    if (cache.size > cachedColumns && oldest.done !== true) {
      cache.delete(oldest.value);
    }
    return cells;
  }

  async function cells({ block, chunks }: Block, column: number): Promise<readonly string[]> {
    const name = `${block}|${column}`;
    const known = cache.get(name);
    const place = chunks[column];
    if (known !== undefined) {
      return remember(name, known);
    }
    if (place === undefined) {
      throw new Error(`Block ${block} has no column ${column}.`);
    }
    const plain = await decryptChunk(key, { sampleId: layout.id, block, column }, file.read(place));
    return remember(name, cellsOf(decoded(decodeChunk(plain))));
  }

  async function rejected(): Promise<readonly RejectedRow[]> {
    const batches = layout.rejectedBatches.map(async ({ first, place }) => {
      const plain = await decryptChunk(
        key,
        { sampleId: layout.id, block: first, column: 'rejected' },
        file.read(place),
      );
      return rejectedRowsSchema.parse(JSON.parse(new TextDecoder().decode(plain)));
    });
    return (await Promise.all(batches)).flat();
  }

  return { layout, cells, rejected, close: file.close };
}

/** The open samples of this worker, by id. */
export type OpenSamples = Map<SampleId, OpenSample>;
