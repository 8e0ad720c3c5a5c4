import { useEffect, useState } from 'react';
import type { CaseId } from '#shared/domain/case.ts';
import type { Evidence } from '#shared/domain/evidence.ts';
import type { Sample } from '#shared/domain/sample.ts';
import { type ReadableFile, sampleWorker } from '../../platform/sample-worker.ts';
import { evidenceWith } from '../../storage/evidence.ts';
import { samplesOf } from '../../storage/samples.ts';

/** A file that the case has already, and what was read from it. */
export type KnownFile = { readonly evidence: Evidence; readonly samples: readonly Sample[] };

/** A larger file is hashed while it is imported: hashing it first would read it twice. */
const hashedAtOnce = 256 * 1024 * 1024;

/** Ends a hash; that its worker is gone, and the hash with it, is as good. */
async function stopHashing(runId: string): Promise<void> {
  await sampleWorker().cancelRun(runId);
}

async function find(caseId: CaseId, file: ReadableFile, runId: string): Promise<KnownFile | null> {
  if (file.size > hashedAtOnce) {
    return null;
  }
  const evidence = await evidenceWith(caseId, await sampleWorker().hashFile(runId, file));
  if (evidence === undefined) {
    return null;
  }
  const samples = (await samplesOf(caseId)).filter(({ evidenceId }) => evidenceId === evidence.id);
  return { evidence, samples };
}

/** Whether the case has these bytes already; null while that is not known, and when it has not. */
export function useKnownFile(caseId: CaseId, file: ReadableFile): KnownFile | null {
  const [known, setKnown] = useState<KnownFile | null>(null);
  useEffect(() => {
    let isWanted = true;
    const runId = crypto.randomUUID();
    // A file that cannot be read says so in its preview.
    find(caseId, file, runId).then(
      (found) => isWanted && setKnown(found),
      () => isWanted && setKnown(null),
    );
    return () => {
      isWanted = false;
      // The import hashes the file itself: it must not have to share the machine with this one.
      stopHashing(runId).catch(() => undefined);
    };
  }, [caseId, file]);
  return known;
}
