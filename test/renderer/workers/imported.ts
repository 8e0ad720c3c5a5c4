import type { Dialect } from '#shared/domain/dialect.ts';
import type { FieldTypeId } from '#shared/domain/field-type-id.ts';
import type { SampleId } from '#shared/domain/sample.ts';
import { err, type Result } from '#shared/lib/result.ts';
import {
  type ImportedFile,
  type ImportedTable,
  type ImportFailure,
  type ImportProgress,
  type ImportRequest,
  progressSink,
  type ReadableFile,
  sampleWorker,
  startSampleWorker,
  stopSampleWorker,
} from '../../../renderer/platform/sample-worker.ts';
import { removeBlockFiles } from './block-files.ts';
import { type CountedTable, countedTable } from './counted.ts';

/** A file that came in through the real worker. */
export type Imported = {
  readonly id: SampleId;
  readonly whole: ImportedFile;
  readonly dialect: Dialect;
  readonly table: ImportedTable;
  readonly types: readonly FieldTypeId[];
};

/** Starts the worker under a key of its own on a disk without block files. */
export async function freshWorker(): Promise<CryptoKey> {
  stopSampleWorker();
  await removeBlockFiles();
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  await startSampleWorker(key);
  return key;
}

const limits = { leftOut: [], keepOriginal: false, rowLimit: 5_000_000, selection: { rows: 1000, seed: 1 } };

/** Puts a file to the worker as the app does: examined, then imported whole as it was examined. */
export async function attempt(
  file: ReadableFile,
  hear: (progress: ImportProgress) => void = () => undefined,
  importId = 'import',
  changed: Partial<ImportRequest> = {},
): Promise<Result<ImportedFile & { readonly dialect: Dialect }, ImportFailure>> {
  const worker = sampleWorker();
  const examined = await worker.examine(file, {});
  if (!examined.ok) {
    return err({ kind: 'not-a-table', failure: examined.error });
  }
  const { dialect } = examined.value;
  const outcome = await worker.importFile(
    { importId, file, dialect, tables: null, ...limits, ...changed },
    progressSink(hear),
  );
  return outcome.ok ? { ok: true, value: { ...outcome.value, dialect } } : outcome;
}

/** Imports a file that must come in, as one table. */
export async function importWhole(file: File): Promise<Imported> {
  const outcome = await attempt(file);
  const [table] = outcome.ok ? outcome.value.tables : [];
  if (!outcome.ok || table === undefined) {
    throw new Error(`The import kept nothing: ${JSON.stringify(outcome)}`);
  }
  const types = table.columns.map(({ detection }) => detection.fieldType);
  return {
    id: table.id,
    whole: outcome.value,
    dialect: outcome.value.dialect,
    table,
    types,
  };
}

/** The same with its rows counted. */
export async function importCounted(file: File): Promise<Imported & { readonly table: CountedTable }> {
  const imported = await importWhole(file);
  return { ...imported, table: await countedTable(imported.table) };
}

/** Opens an imported sample for reading, under the types given or those detected. */
export function openImported({ id, table, types }: Imported, columnTypes = types): Promise<void> {
  const { rows, blocks, rejectedBatches } = table;
  return sampleWorker().open({ id, rows, columnTypes, blocks, rejectedBatches });
}
