import { useSyncExternalStore } from 'react';
import type { CaseId } from '#shared/domain/case.ts';
import type { Sample, SampleId } from '#shared/domain/sample.ts';
import { assertNever } from '#shared/lib/assert-never.ts';
import { counted } from '#shared/lib/counted.ts';
import { explainParseFailure } from '#shared/parse/outcome.ts';
import {
  type ImportedTable,
  type ImportFailure,
  type ImportProgress,
  progressSink,
  sampleWorker,
} from '../../platform/sample-worker.ts';
import { evidenceWith } from '../../storage/evidence.ts';
import { commitImport, type FinishedImport } from '../../storage/samples.ts';
import { endJob, showJob } from '../../ui/jobs/jobs.ts';
import { describeProgress } from './describe-progress.ts';

/** A file on its way into a case. `bundled` marks made-up material. */
export type IncomingFile = { readonly file: File; readonly bundled: boolean };

/** Where the import into a case stands. It outlives the screen that began it. */
export type ImportState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running';
      readonly name: string;
      readonly progress: ImportProgress;
      readonly startedAt: number;
      readonly cancel: () => void;
    }
  | { readonly kind: 'failed'; readonly sentence: string }
  | { readonly kind: 'done'; readonly sampleId: SampleId; readonly sentence: string };

const idle: ImportState = { kind: 'idle' };
let states: ReadonlyMap<CaseId, ImportState> = new Map();
const listeners = new Set<() => void>();

function publish(caseId: CaseId, state: ImportState): void {
  states = new Map(states).set(caseId, state);
  for (const tell of listeners) {
    tell();
  }
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** Where the import into a case stands, for a component. */
export function useImport(caseId: CaseId): ImportState {
  return useSyncExternalStore(subscribe, () => states.get(caseId) ?? idle);
}

/** Puts the last outcome away. */
export function dismissImport(caseId: CaseId): void {
  publish(caseId, idle);
}

/** Says why an import kept nothing, and what to do. */
function explainImportFailure(failure: ImportFailure, name: string): string {
  switch (failure.kind) {
    case 'not-a-table':
      return explainParseFailure(failure.failure, name);
    case 'cancelled':
      return `You stopped the import of “${name}” after ${counted(failure.rows, 'row')}. None of them was kept; the file itself is untouched.`;
    case 'disk-full':
      return `The disk is full. Nothing of “${name}” was kept, and everything stored before is as it was. Free some space, then import the file again.`;
    case 'unreadable':
      return `“${name}” could not be read to its end (${failure.detail}). Nothing of it was kept. Check that the file is still there and did not change while it was read.`;
    default:
      return assertNever(failure);
  }
}

function summarise(name: string, { rows, rejected, endsInsideQuote }: ImportedTable): string {
  const stored = `${counted(rows, 'row')} of “${name}” ${rows === 1 ? 'is' : 'are'} stored.`;
  if (rejected === 0) {
    return stored;
  }
  const cut =
    endsInsideQuote === null
      ? ''
      : ` The file ends inside a quoted cell that opens in line ${endsInsideQuote}: it looks cut off.`;
  return `${stored} ${rejected.toLocaleString('en')} could not be read as rows; each is kept with its line and reason.${cut}`;
}

/** A stored table as it may be too large to store whole. */
const limits = { rowLimit: 5_000_000, selection: { rows: 100_000, seed: 1 } };

async function importWhole(
  caseId: CaseId,
  importId: string,
  { file, bundled }: IncomingFile,
  hear: (progress: ImportProgress) => void,
): Promise<ImportState> {
  const { name } = file;
  const worker = sampleWorker();
  const examined = await worker.examine(file, {});
  if (!examined.ok) {
    return { kind: 'failed', sentence: explainParseFailure(examined.error, name) };
  }
  const { dialect, reasons } = examined.value;
  const outcome = await worker.importFile({ importId, file, dialect, tables: null, ...limits }, progressSink(hear));
  if (!outcome.ok) {
    return { kind: 'failed', sentence: explainImportFailure(outcome.error, name) };
  }
  const { sha256, byteLength, tables } = outcome.value;
  const twin = await evidenceWith(caseId, sha256);
  if (twin !== undefined) {
    await Promise.all(tables.map(({ id }) => worker.discard(id)));
    return {
      kind: 'failed',
      sentence: `“${name}” is in this case already: it has the same bytes (SHA-256) as “${twin.name}”, taken in ${new Date(twin.receivedAt).toLocaleString()}. Nothing was changed.`,
    };
  }
  const [first] = await keepOrDiscard({
    caseId,
    file: { name, byteLength, sha256, bundled },
    dialect,
    reasons,
    tables,
  });
  const sentence = tables.map((table) => summarise(name, table)).join(' ');
  return first === undefined ? idle : { kind: 'done', sampleId: first.id, sentence };
}

async function keepOrDiscard(finished: FinishedImport): Promise<Sample[]> {
  try {
    return await commitImport(finished);
  } catch (cause) {
    await Promise.all(finished.tables.map(({ id }) => sampleWorker().discard(id)));
    throw cause;
  }
}

/** Imports a file into a case. One file at a time per case; a second is refused until the first has ended. */
export async function startImport(caseId: CaseId, incoming: IncomingFile): Promise<void> {
  if (states.get(caseId)?.kind === 'running') {
    return;
  }
  const { file } = incoming;
  const { name } = file;
  const importId = crypto.randomUUID();
  const startedAt = performance.now();
  const worker = sampleWorker();
  const cancel = (): void => void worker.cancelImport(importId);
  const hear = (progress: ImportProgress): void => {
    publish(caseId, { kind: 'running', name, progress, startedAt, cancel });
    const share = progress.totalBytes === 0 ? 1 : progress.bytesRead / progress.totalBytes;
    showJob({
      id: importId,
      label: `Importing ${name}`,
      share,
      detail: describeProgress(progress, performance.now() - startedAt),
      cancel,
    });
  };
  hear({ bytesRead: 0, totalBytes: file.size, rows: 0, rejected: 0 });
  try {
    publish(caseId, await importWhole(caseId, importId, incoming, hear));
  } catch (cause) {
    publish(caseId, {
      kind: 'failed',
      sentence: `The import of “${name}” broke off (${String(cause)}). Nothing of it was kept.`,
    });
  } finally {
    endJob(importId);
  }
}
