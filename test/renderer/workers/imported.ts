import type { FieldTypeId } from '#shared/domain/field-type-id.ts';
import type { SampleId } from '#shared/domain/sample.ts';
import type { Result } from '#shared/lib/result.ts';
import {
  type ImportedTable,
  type ImportFailure,
  type ImportProgress,
  progressSink,
  sampleWorker,
  startSampleWorker,
  stopSampleWorker,
} from '../../../renderer/platform/sample-worker.ts';
import { newSampleId } from '../../../renderer/storage/samples.ts';
import { removeBlockFiles } from './block-files.ts';

/** A file that came in through the real worker. */
export type Imported = { readonly id: SampleId; readonly table: ImportedTable; readonly types: readonly FieldTypeId[] };

/** Starts the worker under a key of its own on a disk without block files. */
export async function freshWorker(): Promise<CryptoKey> {
  stopSampleWorker();
  await removeBlockFiles();
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  await startSampleWorker(key);
  return key;
}

/** Puts a file to the worker as the app does. */
export function attempt(
  file: File,
  id = newSampleId(),
  hear: (progress: ImportProgress) => void = () => undefined,
): Promise<Result<ImportedTable, ImportFailure>> {
  return sampleWorker().importFile(id, file, progressSink(hear));
}

/** Imports a file that must come in. */
export async function importWhole(file: File): Promise<Imported> {
  const id = newSampleId();
  const outcome = await attempt(file, id);
  if (!outcome.ok) {
    throw new Error(`The import kept nothing: ${JSON.stringify(outcome.error)}`);
  }
  return { id, table: outcome.value, types: outcome.value.columns.map(({ detection }) => detection.fieldType) };
}

/** Opens an imported sample for reading, under the types given or those detected. */
export function openImported({ id, table, types }: Imported, columnTypes = types): Promise<void> {
  const { rows, blocks, rejectedBatches } = table;
  return sampleWorker().open({ id, rows, columnTypes, blocks, rejectedBatches });
}
