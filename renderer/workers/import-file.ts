import { createSHA256, type IHasher } from 'hash-wasm';
import type { Detection } from '#shared/domain/detection.ts';
import { sha256Schema } from '#shared/domain/evidence.ts';
import { type RejectedRow, rowsPerBlock, type SampleId } from '#shared/domain/sample.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { openTable } from '#shared/parse/formats.ts';
import type { ParseFailure } from '#shared/parse/outcome.ts';
import type { TableReader } from '#shared/parse/read-csv.ts';
import { sniffedBytes } from '#shared/parse/sniff.ts';
import { type BlockFile, openBlockFile, removeBlockFile } from './block-file.ts';
import { BlockStore } from './block-store.ts';
import type { ImportedTable, ImportFailure, ImportProgress } from './sample-worker-api.ts';

const readBytes = 512 * 1024;
const progressEveryMilliseconds = 100;

/** An import that can be stopped between two chunks of the file. */
export type ImportRun = {
  readonly sampleId: SampleId;
  readonly file: File;
  readonly key: CryptoKey;
  readonly onProgress: (progress: ImportProgress) => void;
  readonly isCancelled: () => boolean;
};

type Intake = {
  readonly store: BlockStore;
  readonly reader: TableReader;
  readonly hasher: IHasher;
};

/** What ends an import early without keeping anything. */
class ImportStop extends Error {
  readonly failure: ImportFailure;
  constructor(failure: ImportFailure) {
    super(failure.kind);
    this.failure = failure;
  }
}

async function* chunksOf(file: File): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader({ mode: 'byob' });
  let buffer = new ArrayBuffer(readBytes);
  for (;;) {
    const { done, value } = await reader.read(new Uint8Array(buffer));
    if (value === undefined || (done && value.byteLength === 0)) {
      return;
    }
    yield value;
    buffer = value.buffer;
  }
}

async function openReader(file: File, store: BlockStore): Promise<Result<TableReader, ParseFailure>> {
  const head = new Uint8Array(await file.slice(0, sniffedBytes).arrayBuffer());
  return openTable(head, head.byteLength === file.size, {
    rowsPerBlock,
    onHeader: (header) => store.nameColumns(header),
    onBlock: (block) => store.addBlock(block),
    onRejected: (row: RejectedRow) => store.addRejected(row),
  });
}

async function takeIn({ store, reader, hasher }: Intake, run: ImportRun): Promise<void> {
  let bytesRead = 0;
  let told = 0;
  for await (const chunk of chunksOf(run.file)) {
    if (run.isCancelled()) {
      throw new ImportStop({ kind: 'cancelled', rows: store.rows });
    }
    hasher.update(chunk);
    reader.push(chunk);
    bytesRead += chunk.byteLength;
    await store.settle();
    if (performance.now() - told > progressEveryMilliseconds) {
      told = performance.now();
      run.onProgress({ bytesRead, totalBytes: run.file.size, rows: store.rows, rejected: store.rejected });
    }
  }
}

function columnsOf(headers: readonly string[], detections: readonly Detection[]): ImportedTable['columns'] {
  return detections.map((detection, index) => ({ header: headers[index] ?? '', detection }));
}

async function importInto(blockFile: BlockFile, run: ImportRun): Promise<ImportedTable> {
  const hasher = await createSHA256();
  const store = new BlockStore(run.sampleId, run.key, blockFile);
  const opened = await openReader(run.file, store);
  if (!opened.ok) {
    throw new ImportStop({ kind: 'not-a-table', failure: opened.error });
  }
  const reader = opened.value;
  await takeIn({ store, reader, hasher }, run);
  const ended = reader.end();
  if (!ended.ok) {
    throw new ImportStop({ kind: 'not-a-table', failure: ended.error });
  }
  await store.finish();
  blockFile.flush();
  if (run.isCancelled()) {
    throw new ImportStop({ kind: 'cancelled', rows: store.rows });
  }
  const { header, rows, rejected, endsInsideQuote } = ended.value;
  return {
    ...{ rows, rejected, endsInsideQuote, dialect: reader.dialect, reasons: reader.reasons, byteLength: run.file.size },
    sha256: sha256Schema.parse(hasher.digest('hex')),
    columns: columnsOf(header, store.detections),
    profiles: store.profiles,
    blocks: store.blocks,
    rejectedBatches: store.rejectedBatches,
  };
}

function failureOf(cause: unknown): ImportFailure | null {
  if (cause instanceof ImportStop) {
    return cause.failure;
  }
  if (cause instanceof DOMException) {
    const isFull = cause.name === 'QuotaExceededError' || cause.name === 'NoModificationAllowedError';
    return isFull ? { kind: 'disk-full' } : { kind: 'unreadable', detail: cause.message };
  }
  return null;
}

/** Reads a file into encrypted blocks. On any failure the block file is removed, so that nothing of it is kept. */
export async function importFile(run: ImportRun): Promise<Result<ImportedTable, ImportFailure>> {
  const blockFile = await openBlockFile(run.sampleId, 'new');
  try {
    const table = await importInto(blockFile, run);
    blockFile.close();
    return ok(table);
  } catch (cause) {
    blockFile.close();
    await removeBlockFile(run.sampleId);
    const failure = failureOf(cause);
    if (failure === null) {
      throw cause;
    }
    return err(failure);
  }
}
