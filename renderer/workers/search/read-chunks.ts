import type { Block, SampleId } from '#shared/domain/sample.ts';
import type { ExpandChunk } from '#shared/kernel/find.ts';
import type { SampleReader } from '../open-samples.ts';
import type { ChunkCache } from './chunk-cache.ts';

/** So many chunks are under way at once: while one is searched, the engine's own thread decrypts the next ones. */
const atOnce = 12;

/** One column chunk of a block, in clear and perhaps still compressed; null where the block has no such column. */
export type ReadChunk = { readonly block: Block; readonly column: number; readonly packed: Uint8Array | null };

/** The chunks of one sample that are to be read. */
export type Wanted = { readonly block: Block; readonly column: number };

/** Where the chunks of a sample are read from. */
export type ChunkSource = {
  readonly id: SampleId;
  readonly reader: SampleReader;
  readonly cache: ChunkCache;
  readonly expand: ExpandChunk;
};

async function readOne({ id, reader, cache, expand }: ChunkSource, { block, column }: Wanted): Promise<ReadChunk> {
  const name = `${id}|${block.block}|${column}`;
  const known = cache.get(name, expand);
  if (known !== undefined) {
    return { block, column, packed: known };
  }
  const packed = await reader.packed(block, column);
  if (packed !== null) {
    cache.put(name, packed);
  }
  return { block, column, packed };
}

/** Reads chunks in the order given, several ahead of the one that is handed out. */
export async function* readChunks(source: ChunkSource, wanted: Iterable<Wanted>): AsyncGenerator<ReadChunk> {
  const rest = wanted[Symbol.iterator]();
  source.cache.beginTurn();
  const underWay: Promise<ReadChunk>[] = [];
  const begin = (): void => {
    const next = rest.next();
    if (next.done !== true) {
      const reading = readOne(source, next.value);
      // Whoever asks for it hears of a failure; until then it must not count as unheard.
      reading.catch(() => undefined);
      underWay.push(reading);
    }
  };
  for (let count = 0; count < atOnce; count++) {
    begin();
  }
  for (let next = underWay.shift(); next !== undefined; next = underWay.shift()) {
    const chunk = await next;
    begin();
    yield chunk;
  }
}
