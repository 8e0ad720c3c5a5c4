import { v7 } from 'uuid';
import { sha256Schema } from '#shared/domain/evidence.ts';
import { type RejectedRow, rowsPerBlock, sampleIdSchema } from '#shared/domain/sample.ts';
import type { Kernels } from '#shared/kernel/kernels.ts';
import type { TableReceiver, TableSummary } from '#shared/kernel/table-writer.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { ParseProblem } from '#shared/parse/outcome.ts';
import { readTables } from '#shared/parse/read-tables.ts';
import type { TableSink } from '#shared/parse/table-format.ts';
import { createFileHasher, type FileHasher } from './file-hasher.ts';
import { fileSource } from './file-source.ts';
import type { ImportControl } from './import-control.ts';
import type { ImportedFile, ImportedTable, ImportFailure, ImportProgress, ImportRequest } from './sample-worker-api.ts';
import type { FingerprintAccess } from './search/fingerprint-store.ts';
import { createTableCounts, type TableCounts } from './table-counts.ts';
import { type StoreRun, TableStore } from './table-store.ts';

const progressEveryMilliseconds = 100;

/** An import that can be paused and stopped between two chunks of the file. */
export type ImportRun = {
  readonly request: ImportRequest;
  readonly key: CryptoKey;
  /** The kernels of this import alone. */
  readonly kernels: Kernels;
  /** What the kernels were compiled into, for the threads of the import; null where they are plain. */
  readonly compiled: WebAssembly.Module | null;
  /** Null leaves the tables without fingerprints. */
  readonly fingerprints: FingerprintAccess | null;
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

/** A table that was not chosen: its rows pass by. */
const passedBy: TableReceiver = {
  onColumns: () => undefined,
  onBlock: () => undefined,
  onRejected: () => undefined,
};

/** The stores of the tables of one file. Records of no table go to the first one. */
class FileIntake implements TableSink {
  readonly rowsPerBlock = rowsPerBlock;
  readonly stores: TableStore[] = [];
  readonly #request: ImportRequest;
  readonly #run: StoreRun;
  readonly #counts: TableCounts;
  #strays: RejectedRow[] = [];

  constructor({ request, key, kernels, compiled, fingerprints }: ImportRun) {
    this.#request = request;
    this.#counts = createTableCounts(kernels, compiled);
    this.#run = { key, kernels, counts: this.#counts, fingerprints, limits: request };
  }

  openTable = (name: string): TableReceiver => {
    const { tables, leftOut } = this.#request;
    if (tables?.includes(name) === false || leftOut.includes(name)) {
      return passedBy;
    }
    const store = new TableStore(name, sampleIdSchema.parse(v7()), this.#run);
    this.stores.push(store);
    this.#strays.splice(0).forEach(store.onRejected);
    return store;
  };

  onStray = (row: RejectedRow): void => {
    const [first] = this.stores;
    if (first === undefined) {
      this.#strays.push(row);
    } else {
      first.onRejected(row);
    }
  };

  get rows(): number {
    return this.stores.reduce((sum, { rows }) => sum + rows, 0);
  }

  get rejected(): number {
    return this.#strays.length + this.stores.reduce((sum, { rejected }) => sum + rejected, 0);
  }

  async settle(): Promise<void> {
    for (const store of this.stores) {
      await store.settle();
    }
  }

  /** Closes the stores and gives those that hold rows; a table without any leaves nothing. */
  async finish(summaries: readonly TableSummary[]): Promise<ImportedTable[]> {
    const kept: ImportedTable[] = [];
    for (const store of this.stores) {
      const summary = summaries.find(({ name }) => name === store.table);
      if (store.rows === 0 || summary === undefined) {
        await store.discard();
      } else {
        kept.push(await store.finish(summary));
      }
    }
    return kept;
  }

  async discard(): Promise<void> {
    for (const store of this.stores) {
      await store.discard();
    }
  }

  /** Ends the threads of the import. */
  stop(): void {
    this.#counts.stop();
  }
}

async function takeIn(
  intake: FileIntake,
  hasher: FileHasher,
  { request, kernels, control, onProgress }: ImportRun,
): Promise<ImportedFile> {
  const { file, dialect } = request;
  let bytesRead = 0;
  let told = 0;
  const source = fileSource(file, async (chunk) => {
    await hasher.update(chunk);
    bytesRead += chunk.byteLength;
  });
  const reading = readTables(source, dialect, intake, kernels);
  let step = await reading.next();
  while (step.done !== true) {
    await intake.settle();
    await control.passed();
    if (control.isCancelled) {
      await reading.return(ok([]));
      throw new ImportStop({ kind: 'cancelled', rows: intake.rows });
    }
    if (performance.now() - told > progressEveryMilliseconds) {
      told = performance.now();
      onProgress({ bytesRead, totalBytes: file.size, rows: intake.rows, rejected: intake.rejected });
    }
    step = await reading.next();
  }
  if (!step.value.ok) {
    throw new ImportStop({ kind: 'not-a-table', failure: step.value.error });
  }
  if (intake.rows === 0) {
    throw new ParseProblem({ kind: 'no-rows', rejected: intake.rejected });
  }
  const [sha256, tables] = await Promise.all([hasher.digest(), intake.finish(step.value.value)]);
  return { sha256: sha256Schema.parse(sha256), byteLength: file.size, tables };
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
  const intake = new FileIntake(run);
  const hasher = await createFileHasher();
  try {
    return ok(await takeIn(intake, hasher, run));
  } catch (cause) {
    hasher.stop();
    await intake.discard();
    const failure = failureOf(cause);
    if (failure === null) {
      throw cause;
    }
    return err(failure);
  } finally {
    intake.stop();
  }
}
