import type { Block, ChunkPlace, RejectedBatch, RejectedRow, SampleId } from '#shared/domain/sample.ts';
import type { Kernels } from '#shared/kernel/kernels.ts';
import type { RowBlock } from '#shared/kernel/row-block.ts';
import { encryptChunk, type SealedChunk } from './block-cipher.ts';
import { type BlockFile, openBlockFile, removeBlockFile } from './block-file.ts';
import { sealRejected, unsealRejected } from './rejected-batch.ts';

const rejectedPerBatch = 1_000;
/** So many blocks may be in the hands of the cipher while the next ones are read. */
const blocksInFlight = 4;

type Sealing = Omit<Block, 'chunks'> & { readonly chunks: readonly Promise<SealedChunk>[] };

/**
 * Writes the blocks and rejected records of one sample to its block file, each column chunk compressed and encrypted by
 * itself. `add…` takes what it is given before it returns; `settle` writes what the cipher has done with.
 */
export class ColumnStore {
  readonly blocks: Block[] = [];
  readonly rejectedBatches: RejectedBatch[] = [];
  readonly #sampleId: SampleId;
  readonly #key: CryptoKey;
  readonly #kernels: Kernels;
  #file: BlockFile | null = null;
  #sealing: Sealing[] = [];
  #rejected: RejectedRow[] = [];
  #nextBlock = 0;

  constructor(sampleId: SampleId, key: CryptoKey, kernels: Kernels) {
    this.#sampleId = sampleId;
    this.#key = key;
    this.#kernels = kernels;
  }

  /** Takes a block and gives the number it has in the directory. */
  addBlock({ firstRow, rows, columns }: RowBlock): number {
    const block = this.#nextBlock++;
    const chunks = columns.map((chunk, column) =>
      encryptChunk(this.#key, { sampleId: this.#sampleId, block, column }, this.#kernels.encodeChunk(chunk)),
    );
    this.#sealing.push({ block, firstRow, rows, chunks });
    return block;
  }

  addRejected(row: RejectedRow): void {
    this.#rejected.push(row);
  }

  /** Takes over what another store rejected, batch by batch; `table` names the table it was meant for ('': none). */
  async takeRejected(other: ColumnStore, table: string): Promise<void> {
    await other.finish();
    for (const { first, place } of other.rejectedBatches) {
      const rows = await unsealRejected(this.#key, { sampleId: other.#sampleId, first }, await other.read(place));
      this.#rejected.push(...(table === '' ? rows : rows.map((row) => ({ ...row, table }))));
      await this.settle();
    }
  }

  /** Writes what has been encrypted, save the last blocks; of rejected records only full batches. */
  async settle(): Promise<void> {
    await this.#write(blocksInFlight);
    while (this.#rejected.length >= rejectedPerBatch) {
      await this.#writeRejected(this.#rejected.splice(0, rejectedPerBatch));
    }
  }

  /** Writes all that is left, and sees it on the disk. The file stays open. */
  async finish(): Promise<void> {
    await this.settle();
    await this.#write(0);
    if (this.#rejected.length > 0) {
      await this.#writeRejected(this.#rejected.splice(0));
    }
    this.#file?.flush();
  }

  /** Drops the rows that were written, so that others may take their place; rejected records stay. */
  async startAnew(): Promise<void> {
    await this.#write(0);
    const file = await this.#opened();
    const kept = this.rejectedBatches.map(({ first, count, place }) => ({
      first,
      count,
      bytes: file.read(place).slice(),
    }));
    file.empty();
    this.blocks.length = 0;
    this.#nextBlock = 0;
    this.rejectedBatches.length = 0;
    for (const { first, count, bytes } of kept) {
      this.rejectedBatches.push({ first, count, place: file.append(bytes) });
    }
  }

  /** Reads a chunk back, as it lies in the file. */
  async read(place: ChunkPlace): Promise<Uint8Array<ArrayBuffer>> {
    return (await this.#opened()).read(place).slice();
  }

  close(): void {
    this.#file?.close();
    this.#file = null;
  }

  /** Removes the file and what is in it. */
  async discard(): Promise<void> {
    await Promise.allSettled(this.#sealing.flatMap(({ chunks }) => chunks));
    this.close();
    await removeBlockFile(this.#sampleId);
  }

  async #opened(): Promise<BlockFile> {
    this.#file ??= await openBlockFile(this.#sampleId, 'new');
    return this.#file;
  }

  async #write(left: number): Promise<void> {
    const file = await this.#opened();
    while (this.#sealing.length > left) {
      const [first, ...rest] = this.#sealing;
      this.#sealing = rest;
      if (first !== undefined) {
        const chunks = await Promise.all(first.chunks);
        this.blocks.push({ ...first, chunks: file.appendAll(chunks) });
      }
    }
  }

  async #writeRejected(batch: readonly RejectedRow[]): Promise<void> {
    const first = this.rejectedBatches.reduce((sum, { count }) => sum + count, 0);
    const sealed = await sealRejected(this.#key, { sampleId: this.#sampleId, first }, batch);
    const place = (await this.#opened()).append(...sealed);
    this.rejectedBatches.push({ first, count: batch.length, place });
  }
}
