import { carryTypes } from '#shared/annotate/carry-types.ts';
import { annotationIdSchema } from '#shared/domain/annotation.ts';
import type { OriginalId } from '#shared/domain/evidence.ts';
import { firstRevision } from '#shared/domain/record.ts';
import type { Sample } from '#shared/domain/sample.ts';
import { annotations, annotationsOfSample } from './annotations.ts';
import { recordEvent } from './audit-events.ts';
import { cases, touchCase } from './cases.ts';
import { newId, now } from './clock-and-ids.ts';
import { evidence } from './evidence.ts';
import { columnNames, commitImport, directory, type FinishedImport, samples, samplesOf } from './samples.ts';
import { inOneStep } from './sealed-table.ts';
import { dropChecks, verdicts } from './verdicts.ts';

const touched = [samples, directory, annotations, evidence, cases, verdicts];

/**
 * Removes a sample's records, called inside a step. Its evidence goes with the last sample that was read from it; that the
 * file was there, with its SHA-256, stays in the history. Answers the kept original that is nobody's now.
 */
async function removeRecords(sample: Sample, replaced: boolean): Promise<OriginalId | null> {
  const { id, caseId, evidenceId, name, rows, rejected } = sample;
  const at = now();
  await samples.remove(id, at);
  for (const page of await directory.where('sampleId', id)) {
    await directory.remove(page.id, at);
  }
  for (const annotation of await annotationsOfSample(id)) {
    await annotations.remove(annotation.id, at);
  }
  await dropChecks(sample);
  const isStillUsed = (await samplesOf(caseId)).some((other) => other.evidenceId === evidenceId);
  const freed = isStillUsed ? null : ((await evidence.get(evidenceId))?.original ?? null);
  if (!isStillUsed) {
    await evidence.remove(evidenceId, at);
  }
  await touchCase(caseId);
  await recordEvent(caseId, { kind: 'sample-deleted', sampleId: id, name, rows, rejected, replaced });
  return freed;
}

/**
 * Deletes a sample as one step: record, directory, annotations and unused evidence. Its block file is then an orphan, and
 * so is the kept original that is answered.
 */
export async function deleteSample(sample: Sample): Promise<OriginalId | null> {
  // Dexie keeps a step open across awaits only for a function that is itself async.
  return inOneStep(touched, async () => await removeRecords(sample, false));
}

/** Gives the new samples that are the same table as the old one the analyst's verdicts on its columns. */
async function carryVerdicts(old: Sample, made: readonly Sample[]): Promise<void> {
  const verdicts = await annotationsOfSample(old.id);
  const at = now();
  for (const sample of made.filter(({ table }) => table === old.table || made.length === 1)) {
    const { caseId, id: sampleId } = sample;
    for (const { column, to: fieldType } of carryTypes(columnNames(old), verdicts, columnNames(sample))) {
      const id = newId(annotationIdSchema);
      await annotations.put({ id, caseId, sampleId, column, fieldType, ...firstRevision(at) });
    }
  }
}

/** Puts a file read anew in the place of a sample, as one step. */
export function replaceSample(old: Sample, finished: FinishedImport): Promise<Sample[]> {
  return inOneStep(touched, async () => {
    const made = await commitImport(finished);
    await carryVerdicts(old, made);
    await removeRecords(old, true);
    return made;
  });
}
