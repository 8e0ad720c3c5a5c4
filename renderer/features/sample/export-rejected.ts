import type { Sample } from '#shared/domain/sample.ts';
import { ask } from '../../platform/desk.ts';
import { type RejectedView, sampleWorker } from '../../platform/sample-worker.ts';
import { recordRejectedExport } from '../../storage/samples.ts';

/** A file of rejected records: which, how many, and in which form. */
export type RejectedExport = { readonly view: RejectedView; readonly count: number; readonly form: 'text' | 'csv' };

/** Writes rejected records in clear to a file that the analyst names, and the fact to the history. Says how it ended. */
export async function exportRejected(sample: Sample, { view, count, form }: RejectedExport): Promise<string | null> {
  const text = await sampleWorker().revealRejectedGroup(sample.id, view, form);
  const suggestedName = `rejected-${view}.${form === 'csv' ? 'csv' : 'txt'}`;
  const outcome = await ask('saveText', { suggestedName, form, text });
  switch (outcome.kind) {
    case 'cancelled':
      return null;
    case 'failed':
      return `“${outcome.name}” was not written (${outcome.detail}). Save it to another place.`;
    case 'saved':
      await recordRejectedExport(sample, count, outcome.name);
      return `${count.toLocaleString('en')} records are in “${outcome.name}”, in clear. The history notes it. Delete the file when you no longer need it.`;
  }
}
