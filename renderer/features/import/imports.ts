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
import { commitImport, newSampleId } from '../../storage/samples.ts';
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

async function keep(
  caseId: CaseId,
  id: SampleId,
  { file, bundled }: IncomingFile,
  table: ImportedTable,
): Promise<Sample> {
  const { sha256, byteLength, endsInsideQuote: _, ...facts } = table;
  const { name } = file;
  return commitImport({ ...facts, id, caseId, name, file: { name, byteLength, sha256, bundled } });
}

/** Imports a file into a case. One file at a time per case; a second is refused until the first has ended. */
export async function startImport(caseId: CaseId, incoming: IncomingFile): Promise<void> {
  if (states.get(caseId)?.kind === 'running') {
    return;
  }
  const { file } = incoming;
  const { name } = file;
  const id = newSampleId();
  const startedAt = performance.now();
  const worker = sampleWorker();
  const cancel = (): void => void worker.cancelImport(id);
  const hear = (progress: ImportProgress): void => {
    publish(caseId, { kind: 'running', name, progress, startedAt, cancel });
    const share = progress.totalBytes === 0 ? 1 : progress.bytesRead / progress.totalBytes;
    showJob({
      id,
      label: `Importing ${name}`,
      share,
      detail: describeProgress(progress, performance.now() - startedAt),
      cancel,
    });
  };
  hear({ bytesRead: 0, totalBytes: file.size, rows: 0, rejected: 0 });
  try {
    const outcome = await worker.importFile(id, file, progressSink(hear));
    const twin = outcome.ok ? await evidenceWith(caseId, outcome.value.sha256) : undefined;
    if (twin !== undefined) {
      await worker.discard(id);
      publish(caseId, {
        kind: 'failed',
        sentence: `“${name}” is in this case already: it has the same bytes (SHA-256) as “${twin.name}”, taken in ${new Date(twin.receivedAt).toLocaleString()}. Nothing was changed.`,
      });
    } else if (outcome.ok) {
      await keep(caseId, id, incoming, outcome.value);
      publish(caseId, { kind: 'done', sampleId: id, sentence: summarise(name, outcome.value) });
    } else {
      publish(caseId, { kind: 'failed', sentence: explainImportFailure(outcome.error, name) });
    }
  } catch (cause) {
    await worker.discard(id);
    publish(caseId, {
      kind: 'failed',
      sentence: `The import of “${name}” broke off (${String(cause)}). Nothing of it was kept.`,
    });
  } finally {
    endJob(id);
  }
}
