import type { Fingerprints } from '#shared/domain/sample.ts';
import type { Kernels } from '#shared/kernel/kernels.ts';
import { CellHasher } from '#shared/search/cell-hasher.ts';
import { isLookedUp } from '#shared/search/looked-up-types.ts';
import { SampleFilterMaker } from '#shared/search/sample-filter.ts';
import { readBlock, type SampleReader } from '../open-samples.ts';
import type { SampleLayout } from '../sample-worker-api.ts';
import { type FingerprintAccess, FingerprintStore } from './fingerprint-store.ts';

async function wholeColumn(
  { blocks }: SampleLayout,
  column: number,
  reader: SampleReader,
  hasher: CellHasher,
): Promise<Uint8Array<ArrayBuffer>> {
  const maker = new SampleFilterMaker();
  const take = (low: number, high: number): void => maker.add(low, high);
  for (const block of blocks) {
    const chunk = await reader.chunk(block, column);
    if (chunk !== null) {
      hasher.hashColumn(chunk, take, take);
    }
  }
  return maker.build();
}

/**
 * Makes the fingerprints of a sample from its rows, with the filters of whole columns. Those of single blocks would say yes
 * to anything once there are hundreds of blocks and no rows left to look into.
 */
export async function makeFingerprints(
  layout: SampleLayout,
  reader: SampleReader,
  access: FingerprintAccess,
  { hashCells }: Kernels,
): Promise<Fingerprints> {
  const { blocks, columnTypes } = layout;
  const store = new FingerprintStore(layout.id, access, hashCells);
  const hasher = new CellHasher(access.secret, hashCells);
  try {
    for (const block of blocks) {
      await store.addBlock(block.block, await readBlock(reader, block), columnTypes);
    }
    const whole = [];
    for (const [column, type] of columnTypes.entries()) {
      if (isLookedUp(type)) {
        whole.push({ column, filter: await wholeColumn(layout, column, reader, hasher) });
      }
    }
    return await store.finish(whole);
  } catch (cause) {
    await store.discard();
    throw cause;
  }
}
