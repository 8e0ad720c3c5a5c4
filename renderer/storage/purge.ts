import type { OriginalId } from '#shared/domain/evidence.ts';
import { revise } from '#shared/domain/record.ts';
import { type Fingerprints, isCounted, type Sample, type SampleId } from '#shared/domain/sample.ts';
import { recordEvent } from './audit-events.ts';
import { cases, touchCase } from './cases.ts';
import { now } from './clock-and-ids.ts';
import { evidence } from './evidence.ts';
import { allSampleIds, directory, samples } from './samples.ts';
import { inOneStep } from './sealed-table.ts';

/**
 * Commits that the rows of a sample are gone for good: its directory and its rejected records go, its figures and the
 * fingerprints that were made for this stay. A kept original holds the rows too: it goes with them, whatever other tables
 * are in it. The caller then removes the block file and the original that is answered; if it is kept from that, they are
 * orphans and go at the next start.
 */
export function purgeSample(id: SampleId, fingerprints: Fingerprints): Promise<OriginalId | null> {
  return inOneStep([samples, directory, cases, evidence], async () => {
    const sample = await samples.get(id);
    if (sample === undefined || sample.purgedAt !== null) {
      return null;
    }
    const at = now();
    await samples.put(revise(sample, { purgedAt: at, rejectedBatches: [], fingerprints }, at));
    for (const page of await directory.where('sampleId', id)) {
      await directory.remove(page.id, at);
    }
    const file = await evidence.get(sample.evidenceId);
    if (file !== undefined && file.original !== null) {
      await evidence.put(revise(file, { original: null }, at));
    }
    const { caseId, name, rows } = sample;
    await recordEvent(caseId, { kind: 'sample-purged', sampleId: id, name, rows });
    await touchCase(caseId);
    return file?.original ?? null;
  });
}

/** Whether the rows of a sample can be removed: they are there, and the figures that outlive them are known. */
export function canBePurged(sample: Sample): boolean {
  return sample.purgedAt === null && isCounted(sample);
}

/** The ids of samples without rows. Read from the directory's keys: no record is decrypted for it. */
export async function purgedSampleIds(): Promise<SampleId[]> {
  const withRows = new Set(await directory.values('sampleId'));
  return (await allSampleIds()).filter((id) => !withRows.has(id));
}
