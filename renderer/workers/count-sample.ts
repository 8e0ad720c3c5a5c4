import type { HashCells } from '#shared/kernel/kernels.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { removeSampleFile } from './block-file.ts';
import { readBlock, type SampleReader } from './open-samples.ts';
import type { CountProgress, CountRequest, HearNews, SampleCount } from './sample-worker-api.ts';
import { type FingerprintAccess, FingerprintStore } from './search/fingerprint-store.ts';
import type { TableCount, TableCounts } from './table-count.ts';
import type { WorkerRun } from './worker-run.ts';

type Work = {
  readonly run: WorkerRun;
  readonly counts: TableCounts;
  readonly onNews: HearNews<CountProgress>;
};

type CountTools = Work & {
  /** Null leaves the sample without fingerprints. */
  readonly access: FingerprintAccess | null;
  readonly hashCells: HashCells | null;
};

/** Goes through all blocks; false where it was stopped on the way. */
async function passBlocks(
  { layout: { blocks, columnTypes } }: CountRequest,
  reader: SampleReader,
  count: TableCount | null,
  { run, counts, fingerprints, onNews }: Work & { readonly fingerprints: FingerprintStore | null },
): Promise<boolean> {
  for (const block of blocks) {
    const read = await readBlock(reader, block);
    count?.addBlock(read);
    await fingerprints?.addBlock(block.block, read, columnTypes);
    await counts.settle();
    if ((await run.stop()) !== null) {
      return false;
    }
    if (run.isNewsDue()) {
      void onNews({ rows: block.firstRow + block.rows });
    }
  }
  return true;
}

/**
 * Counts every row of a stored sample and makes its fingerprints, in one pass over its blocks. What is stopped leaves
 * nothing; the fingerprints of a pass that was cut off are removed first.
 */
export async function countSample(
  request: CountRequest,
  reader: SampleReader,
  { access, hashCells, ...work }: CountTools,
): Promise<Result<SampleCount, 'cancelled'>> {
  const { layout, wants } = request;
  const count = wants.figures ? work.counts.begin(layout.columnTypes) : null;
  if (wants.fingerprints) {
    await removeSampleFile(layout.id, 'fingerprints');
  }
  const fingerprints =
    wants.fingerprints && access !== null ? new FingerprintStore(layout.id, access, hashCells) : null;
  try {
    if (!(await passBlocks(request, reader, count, { ...work, fingerprints }))) {
      await fingerprints?.discard();
      return err('cancelled');
    }
    const figures = (await count?.figures()) ?? null;
    return ok({ figures, fingerprints: (await fingerprints?.finish()) ?? null });
  } catch (cause) {
    await fingerprints?.discard();
    throw cause;
  } finally {
    work.counts.stop();
  }
}
