import { detectTable } from '#shared/classify/table.ts';
import type { Detection } from '#shared/domain/detection.ts';
import type { Block, RejectedBatch, RejectedRow, SampleId } from '#shared/domain/sample.ts';
import { createProfiler, type Profiler } from '#shared/expose/profile.ts';
import { cellsOf, encodeChunk } from '#shared/kernel/column-chunk.ts';
import type { RowBlock } from '#shared/kernel/row-block.ts';
import type { TableReceiver, TableSummary } from '#shared/kernel/table-writer.ts';
import { encryptChunk } from './block-cipher.ts';
import { type BlockFile, openBlockFile, removeBlockFile } from './block-file.ts';
import type { ImportedTable } from './sample-worker-api.ts';
import { type FingerprintAccess, FingerprintStore } from './search/fingerprint-store.ts';

/** Enough rows to tell what a column holds; the figures are then counted over every row. */
const rowsExamined = 2_000;
const rejectedPerBatch = 1_000;

type Studied = { readonly detections: readonly Detection[]; readonly profiler: Profiler };

/**
 * Takes one table's blocks and rejected records, classifies and counts them, and appends them to its block file, each
 * column chunk compressed and encrypted by itself. The reader calls `on…`; whoever drives it then awaits `settle`.
 */
export class TableStore implements TableReceiver {
  readonly table: string;
  readonly sampleId: SampleId;
  rows = 0;
  rejected = 0;
  readonly #key: CryptoKey;
  readonly #fingerprints: FingerprintStore | null;
  readonly #blocks: Block[] = [];
  readonly #rejectedBatches: RejectedBatch[] = [];
  #file: BlockFile | null = null;
  #waiting: RowBlock[] = [];
  #waitingRejected: RejectedRow[] = [];
  #studied: Studied | null = null;
  #headers: readonly string[] | null = null;

  constructor(table: string, sampleId: SampleId, key: CryptoKey, access: FingerprintAccess | null) {
    this.table = table;
    this.sampleId = sampleId;
    this.#key = key;
    this.#fingerprints = access === null ? null : new FingerprintStore(sampleId, access);
  }

  onColumns = (names: readonly string[]): void => {
    this.#headers = names;
  };

  onBlock = (block: RowBlock): void => {
    this.#waiting.push(block);
    this.rows += block.rows;
  };

  onRejected = (row: RejectedRow): void => {
    this.#waitingRejected.push(row);
    this.rejected += 1;
  };

  /** Writes what has come in since the last time; of rejected records only full batches. */
  async settle(): Promise<void> {
    const blocks = this.#waiting;
    this.#waiting = [];
    for (const block of blocks) {
      await this.#write(block);
    }
    while (this.#waitingRejected.length >= rejectedPerBatch) {
      await this.#writeRejected(this.#waitingRejected.splice(0, rejectedPerBatch));
    }
  }

  /** Writes all that is left, flushes and closes the file. */
  async finish({ columns, endsInsideQuote }: TableSummary): Promise<ImportedTable> {
    await this.settle();
    if (this.#waitingRejected.length > 0) {
      await this.#writeRejected(this.#waitingRejected.splice(0));
    }
    this.#file?.flush();
    this.#file?.close();
    const fingerprints = (await this.#fingerprints?.finish()) ?? null;
    const { rows, rejected, table, sampleId: id } = this;
    const detections = this.#studied?.detections ?? [];
    return {
      ...{ id, table, rows, rejected, fingerprints, endsInsideQuote, basis: { kind: 'whole' } },
      columns: detections.map((detection, index) => ({ header: columns[index] ?? '', detection })),
      profiles: this.#studied?.profiler.profiles() ?? [],
      blocks: this.#blocks,
      rejectedBatches: this.#rejectedBatches,
    };
  }

  /** Removes the file and what is in it. */
  async discard(): Promise<void> {
    this.#file?.close();
    await this.#fingerprints?.discard();
    await removeBlockFile(this.sampleId);
  }

  async #append(bytes: Uint8Array): Promise<{ readonly offset: number; readonly byteLength: number }> {
    this.#file ??= await openBlockFile(this.sampleId, 'new');
    return this.#file.append(bytes);
  }

  #study(columns: readonly (readonly string[])[]): Studied {
    const detections = detectTable(
      this.#headers,
      columns.map((cells) => cells.slice(0, rowsExamined)),
    );
    return { detections, profiler: createProfiler(detections.map(({ fieldType }) => fieldType)) };
  }

  async #write({ firstRow, rows, columns }: RowBlock): Promise<void> {
    const cells = columns.map((chunk) => cellsOf(chunk));
    this.#studied ??= this.#study(cells);
    this.#studied.profiler.addBlock(rows, cells);
    const block = this.#blocks.length;
    const types = this.#studied.detections.map(({ fieldType }) => fieldType);
    await this.#fingerprints?.addBlock(block, { rows, columns }, types);
    const sealed = await Promise.all(
      columns.map((chunk, column) =>
        encryptChunk(this.#key, { sampleId: this.sampleId, block, column }, encodeChunk(chunk)),
      ),
    );
    const chunks = [];
    for (const bytes of sealed) {
      chunks.push(await this.#append(bytes));
    }
    this.#blocks.push({ block, firstRow, rows, chunks });
  }

  async #writeRejected(batch: readonly RejectedRow[]): Promise<void> {
    const first = this.#rejectedBatches.reduce((sum, { count }) => sum + count, 0);
    const plain = new TextEncoder().encode(JSON.stringify(batch));
    const sealed = await encryptChunk(this.#key, { sampleId: this.sampleId, block: first, column: 'rejected' }, plain);
    this.#rejectedBatches.push({ first, count: batch.length, place: await this.#append(sealed) });
  }
}
