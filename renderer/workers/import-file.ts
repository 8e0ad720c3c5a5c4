import type { Kernels } from '#shared/kernel/kernels.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { ParseProblem } from '#shared/parse/outcome.ts';
import { readTables } from '#shared/parse/read-tables.ts';
import { FileIntake } from './file-intake.ts';
import type { ImportControl } from './import-control.ts';
import { IncomingFile } from './incoming-file.ts';
import type { ImportedFile, ImportFailure, ImportProgress, ImportRequest } from './sample-worker-api.ts';
import { createTableCounts } from './table-counts.ts';

const progressEveryMilliseconds = 250;

/** An import that can be paused and stopped between two chunks of the file. */
export type ImportRun = {
  readonly request: ImportRequest;
  readonly key: CryptoKey;
  /** The kernels of this import alone. */
  readonly kernels: Kernels;
  /** What the kernels were compiled into, for the threads of the import; null where they are plain. */
  readonly compiled: WebAssembly.Module | null;
  readonly onProgress: (progress: ImportProgress) => void;
  readonly control: ImportControl;
};

/** What ends an import early without keeping anything. */
class ImportStop extends Error {
  readonly failure: ImportFailure;
  constructor(failure: ImportFailure) {
    super(failure.kind);
    this.failure = failure;
  }
}

/** Goes through the steps of a reading; between two it stores what came, waits where it is held, and may stop. */
async function driven<T>(
  steps: AsyncGenerator<void, T>,
  intake: FileIntake,
  incoming: IncomingFile,
  { control, onProgress }: ImportRun,
): Promise<T> {
  let told = 0;
  let step = await steps.next();
  while (step.done !== true) {
    await intake.settle();
    await control.passed();
    if (control.isCancelled) {
      // Thrown inside, so that the reader lets go of the file.
      await steps.throw(new ImportStop({ kind: 'cancelled', rows: intake.rows }));
    }
    if (performance.now() - told > progressEveryMilliseconds) {
      told = performance.now();
      onProgress({ ...incoming.progress, rows: intake.rows, rejected: intake.rejected });
    }
    step = await steps.next();
  }
  return step.value;
}

async function takeIn(intake: FileIntake, incoming: IncomingFile, run: ImportRun): Promise<ImportedFile> {
  const { file, dialect } = run.request;
  await driven(incoming.takeAhead(), intake, incoming, run);
  const read = await driven(readTables(incoming.source, dialect, intake, run.kernels), intake, incoming, run);
  if (!read.ok) {
    throw new ImportStop({ kind: 'not-a-table', failure: read.error });
  }
  if (intake.rows === 0) {
    throw new ParseProblem({ kind: 'no-rows', rejected: intake.rejected });
  }
  const stored = await intake.finish(read.value);
  const taken = await incoming.finish();
  if (run.control.isCancelled) {
    throw new ImportStop({ kind: 'cancelled', rows: intake.rows });
  }
  return { ...taken, byteLength: file.size, ...stored };
}

function failureOf(cause: unknown): ImportFailure | null {
  if (cause instanceof ImportStop) {
    return cause.failure;
  }
  if (cause instanceof ParseProblem) {
    return { kind: 'not-a-table', failure: cause.failure };
  }
  if (cause instanceof DOMException) {
    const isFull = cause.name === 'QuotaExceededError' || cause.name === 'NoModificationAllowedError';
    return isFull ? { kind: 'disk-full' } : { kind: 'unreadable', detail: cause.message };
  }
  return null;
}

/** Reads a file into encrypted blocks. On any failure the block files are removed, so that nothing of it is kept. */
export async function importFile(run: ImportRun): Promise<Result<ImportedFile, ImportFailure>> {
  const counts = createTableCounts(run.kernels, run.compiled);
  const intake = new FileIntake(run.request, { ...run, counts });
  const incoming = await IncomingFile.open(run.request, run.key);
  try {
    return ok(await takeIn(intake, incoming, run));
  } catch (cause) {
    await intake.discard();
    await incoming.discard();
    const failure = failureOf(cause);
    if (failure === null) {
      throw cause;
    }
    return err(failure);
  } finally {
    counts.stop();
  }
}
