import type { CaseId } from '#shared/domain/case.ts';
import type { Evidence, OriginalId } from '#shared/domain/evidence.ts';
import type { Sample } from '#shared/domain/sample.ts';
import { holdFiles, releaseFiles } from '../../platform/held-files.ts';
import { type ImportedFile, type ImportProgress, progressSink, sampleWorker } from '../../platform/sample-worker.ts';
import { evidenceById, evidenceWith } from '../../storage/evidence.ts';
import { replaceSample } from '../../storage/sample-deletion.ts';
import { commitImport, type FinishedImport, samplesOf } from '../../storage/samples.ts';
import { endJob, showJob } from '../../ui/jobs/jobs.ts';
import { describeProgress } from './describe-progress.ts';
import { dismissImport, type ImportPlan, type ImportState, importStates } from './import-states.ts';
import { explainBreakOff, explainImportFailure, summariseImport } from './outcome-sentences.ts';
import { Stopwatch } from './stopwatch.ts';

async function discard(imported: ImportedFile): Promise<void> {
  const { tables, original } = imported;
  releaseFiles(imported);
  await Promise.all(tables.map(({ id }) => sampleWorker().discard(id)));
  if (original !== null) {
    await sampleWorker().discardOriginal(original);
  }
}

/** Puts what was read into the vault, in the place of an earlier sample where one is to be replaced. */
async function commit(finished: FinishedImport, replacing: Sample | null): Promise<Sample[]> {
  if (replacing === null) {
    return commitImport(finished);
  }
  return replaceSample(replacing, finished);
}

/** Removes the files that a commit made needless: those of the sample replaced, and a second copy of the original. */
async function tidy(made: Sample | undefined, original: OriginalId | null, replaced: Sample | null): Promise<void> {
  const worker = sampleWorker();
  if (replaced !== null) {
    await worker.discard(replaced.id);
  }
  const kept = made === undefined ? undefined : await evidenceById(made.evidenceId);
  if (original !== null && kept?.original !== original) {
    await worker.discardOriginal(original);
  }
}

async function keep(caseId: CaseId, plan: ImportPlan, imported: ImportedFile): Promise<ImportState> {
  const { sha256, byteLength, tables, original } = imported;
  const { incoming, dialect, reasons, replacing } = plan;
  const { name } = incoming.file;
  const file = { name, byteLength, sha256, bundled: incoming.bundled, original };
  const made = await commit({ caseId, file, dialect, reasons, tables }, replacing).catch(async (cause: unknown) => {
    await discard(imported);
    throw cause;
  });
  releaseFiles(imported);
  const [first] = made;
  await tidy(first, original, replacing);
  return first === undefined
    ? { kind: 'idle' }
    : { kind: 'done', sampleId: first.id, sentence: summariseImport(name, imported) };
}

/** Asks what to do with a file whose bytes the case has already: only the end of a large file shows it. */
async function known(caseId: CaseId, plan: ImportPlan, imported: ImportedFile, twin: Evidence): Promise<ImportState> {
  const { name } = plan.incoming.file;
  const there = (await samplesOf(caseId)).find(({ evidenceId }) => evidenceId === twin.id);
  const settle = (next: () => Promise<ImportState>): void => {
    dismissImport(caseId);
    void next().then((state) => importStates.set(caseId, state), breakOff(caseId, name));
  };
  return {
    kind: 'known',
    sentence: `“${name}” is in this case already: it has the same bytes (SHA-256) as “${twin.name}”, taken in ${new Date(twin.receivedAt).toLocaleString()}. What was read now is not kept yet.`,
    sampleId: there?.id ?? null,
    keep: () => settle(() => keep(caseId, plan, imported)),
    drop: () => settle(() => discard(imported).then(() => ({ kind: 'idle' }))),
  };
}

function breakOff(caseId: CaseId, name: string): (cause: unknown) => void {
  return (cause) => importStates.set(caseId, { kind: 'failed', sentence: explainBreakOff(cause, name), anyway: null });
}

async function importWhole(
  caseId: CaseId,
  importId: string,
  plan: ImportPlan,
  hear: (progress: ImportProgress) => void,
): Promise<ImportState> {
  const { incoming, dialect, tables, leftOut, rowLimit, selection, keepOriginal, replacing, isAgain } = plan;
  const { file } = incoming;
  const outcome = await sampleWorker().importFile(
    { importId, file, dialect, tables, leftOut, rowLimit, selection, keepOriginal },
    progressSink(hear),
  );
  if (!outcome.ok) {
    return { kind: 'failed', sentence: explainImportFailure(outcome.error, file.name), anyway: null };
  }
  const imported = outcome.value;
  holdFiles(imported);
  const twin = replacing === null && !isAgain ? await evidenceWith(caseId, imported.sha256) : undefined;
  return twin === undefined ? keep(caseId, plan, imported) : known(caseId, plan, imported, twin);
}

/** Imports a file into a case as planned. One file at a time per case; a second is refused until the first has ended. */
export async function startImport(caseId: CaseId, plan: ImportPlan): Promise<void> {
  if (importStates.get(caseId).kind === 'running') {
    return;
  }
  const { file } = plan.incoming;
  const { name } = file;
  const importId = crypto.randomUUID();
  const watch = new Stopwatch(performance.now());
  const worker = sampleWorker();
  let progress: ImportProgress = { phase: 'reading', bytesRead: 0, totalBytes: file.size, rows: 0, rejected: 0 };
  let isPaused = false;
  let since = 0;
  const cancel = (): void => void worker.cancelImport(importId);
  const show = (): void => {
    const elapsed = watch.elapsed(performance.now()) - since;
    const share = progress.totalBytes === 0 ? 1 : progress.bytesRead / progress.totalBytes;
    const detail = describeProgress(progress, elapsed, isPaused);
    importStates.set(caseId, { kind: 'running', name, progress, elapsed, isPaused, pause, resume, cancel });
    showJob({ id: importId, label: `Importing ${name}`, share, detail, cancel });
  };
  const pause = (): void => {
    isPaused = true;
    watch.stop(performance.now());
    void worker.pauseImport(importId);
    show();
  };
  const resume = (): void => {
    isPaused = false;
    watch.go(performance.now());
    void worker.resumeImport(importId);
    show();
  };
  show();
  try {
    const state = await importWhole(caseId, importId, plan, (heard) => {
      // Rows come in later than a file is hashed: what the one took says nothing of the other.
      since = heard.phase === progress.phase ? since : watch.elapsed(performance.now());
      progress = heard;
      show();
    });
    importStates.set(caseId, state);
  } catch (cause) {
    breakOff(caseId, name)(cause);
  } finally {
    endJob(importId);
  }
}
