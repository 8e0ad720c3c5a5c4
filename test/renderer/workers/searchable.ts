import type { FieldTypeId } from '#shared/domain/field-type-id.ts';
import {
  type LookUpNews,
  newsSink,
  progressSink,
  type SearchEnd,
  type SearchedSample,
  type SearchNews,
  type SearchRequest,
  sampleWorker,
  startSampleWorker,
  stopSampleWorker,
} from '../../../renderer/platform/sample-worker.ts';
import { removeBlockFiles } from './block-files.ts';
import { type CountedTable, countedTable } from './counted.ts';

/** The secret of the made-up vault of these tests. */
const secret = Uint8Array.from({ length: 32 }, (_, at) => 3 * at + 1);

let key: CryptoKey | null = null;

/** Starts the worker of a vault with fingerprints on a disk without block files. */
export async function freshSearchWorker(): Promise<void> {
  stopSampleWorker();
  await removeBlockFiles();
  key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  await startSampleWorker(key, secret);
}

/** Starts the worker of the same vault anew: no file is open then. */
export async function restartSearchWorker(): Promise<void> {
  if (key === null) {
    throw new Error('There was no vault yet.');
  }
  await startSampleWorker(key, secret);
}

/** Imports a file of one table as the app does, and counts it. */
export async function importedTable(file: File): Promise<CountedTable> {
  const examined = await sampleWorker().examine(file, {});
  if (!examined.ok) {
    throw new Error(`The file was refused: ${examined.error.kind}`);
  }
  const request = { importId: file.name, file, dialect: examined.value.dialect, tables: null };
  const limits = { leftOut: [], keepOriginal: false, rowLimit: 5_000_000, selection: { rows: 1000, seed: 1 } };
  const outcome = await sampleWorker().importFile(
    { ...request, ...limits },
    progressSink(() => undefined),
  );
  const [table] = outcome.ok ? outcome.value.tables : [];
  if (table === undefined) {
    throw new Error(`The import kept nothing: ${JSON.stringify(outcome)}`);
  }
  return countedTable(table);
}

/** A table as it is searched, under the types that were detected or under others. */
export function searchedSample(table: CountedTable, types?: readonly FieldTypeId[]): SearchedSample {
  const { id, rows, blocks, rejectedBatches, fingerprints } = table;
  const columnTypes = types ?? table.columns.map(({ detection }) => detection.fieldType);
  return { id, rows, columnTypes, blocks, rejectedBatches, fingerprints, hasRows: true };
}

/** Runs a search to its end; for each sample the last that was heard of it. */
export async function searched(
  request: Omit<SearchRequest, 'shown'>,
): Promise<{ readonly end: SearchEnd; readonly news: ReadonlyMap<string, SearchNews> }> {
  const news = new Map<string, SearchNews>();
  const sink = newsSink((heard: SearchNews) => void news.set(heard.sampleId, heard));
  const outcome = await sampleWorker().search({ ...request, shown: 5 }, sink);
  if (!outcome.ok) {
    throw new Error(`Not searched: ${outcome.error.kind}`);
  }
  return { end: outcome.value, news };
}

/** Runs a look-up to its end. */
export async function lookedUp(
  values: readonly string[],
  samples: readonly SearchedSample[],
  searchId = 'look-up',
): Promise<readonly LookUpNews[]> {
  const news: LookUpNews[] = [];
  await sampleWorker().lookUp(
    { searchId, values, samples },
    newsSink((heard: LookUpNews) => void news.push(heard)),
  );
  return news;
}
