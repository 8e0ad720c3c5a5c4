import { detectTable } from '#shared/classify/table.ts';
import type { Detection } from '#shared/domain/detection.ts';
import type { FieldTypeId } from '#shared/domain/field-type-id.ts';
import type { Block, RejectedBatch, RejectedRow, SampleId, TypeProfile } from '#shared/domain/sample.ts';
import { createProfiler, type Profiler } from '#shared/expose/profile.ts';
import { cellsOf, encodeChunk } from '#shared/kernel/column-chunk.ts';
import type { CsvBlock } from '#shared/kernel/csv-table-builder.ts';
import { encryptChunk } from './block-cipher.ts';
import type { BlockFile } from './block-file.ts';

/** Enough rows to tell what a column holds; the figures are then counted over every row. */
const rowsExamined = 2_000;
const rejectedPerBatch = 1_000;

type Studied = { readonly detections: readonly Detection[]; readonly profiler: Profiler };

/**
 * Takes the scanner's blocks and rejected records, classifies and counts them, and appends them to the block file, each
 * column chunk compressed and encrypted by itself. The scanner calls `add…`; the caller then awaits `settle`.
 */
export class BlockStore {
  readonly blocks: Block[] = [];
  readonly rejectedBatches: RejectedBatch[] = [];
  rows = 0;
  rejected = 0;
  readonly #sampleId: SampleId;
  readonly #key: CryptoKey;
  readonly #file: BlockFile;
  #waiting: CsvBlock[] = [];
  #waitingRejected: RejectedRow[] = [];
  #studied: Studied | null = null;
  #headers: readonly string[] | null = null;

  constructor(sampleId: SampleId, key: CryptoKey, file: BlockFile) {
    this.#sampleId = sampleId;
    this.#key = key;
    this.#file = file;
  }

  nameColumns(headers: readonly string[]): void {
    this.#headers = headers;
  }

  addBlock(block: CsvBlock): void {
    this.#waiting.push(block);
    this.rows += block.rows;
  }

  addRejected(row: RejectedRow): void {
    this.#waitingRejected.push(row);
    this.rejected += 1;
  }

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

  /** Writes all that is left. */
  async finish(): Promise<void> {
    await this.settle();
    if (this.#waitingRejected.length > 0) {
      await this.#writeRejected(this.#waitingRejected.splice(0));
    }
  }

  /** What each column was found to hold. */
  get detections(): readonly Detection[] {
    return this.#studied?.detections ?? [];
  }

  /** The figures of every field type over all rows. */
  get profiles(): readonly TypeProfile[] {
    return this.#studied?.profiler.profiles() ?? [];
  }

  #study(columns: readonly (readonly string[])[]): Studied {
    const detections = detectTable(
      this.#headers,
      columns.map((cells) => cells.slice(0, rowsExamined)),
    );
    const types = detections.map(({ fieldType }): FieldTypeId => fieldType);
    return { detections, profiler: createProfiler(types) };
  }

  async #write({ firstRow, rows, columns }: CsvBlock): Promise<void> {
    const cells = columns.map(cellsOf);
    this.#studied ??= this.#study(cells);
    this.#studied.profiler.addBlock(rows, cells);
    const block = this.blocks.length;
    const sealed = await Promise.all(
      columns.map((chunk, column) =>
        encryptChunk(this.#key, { sampleId: this.#sampleId, block, column }, encodeChunk(chunk)),
      ),
    );
    this.blocks.push({ block, firstRow, rows, chunks: sealed.map(this.#file.append) });
  }

  async #writeRejected(batch: readonly RejectedRow[]): Promise<void> {
    const first = this.rejectedBatches.reduce((sum, { count }) => sum + count, 0);
    const plain = new TextEncoder().encode(JSON.stringify(batch));
    const sealed = await encryptChunk(this.#key, { sampleId: this.#sampleId, block: first, column: 'rejected' }, plain);
    this.rejectedBatches.push({ first, count: batch.length, place: this.#file.append(sealed) });
  }
}
