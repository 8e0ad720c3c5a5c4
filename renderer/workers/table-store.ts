import { TableStudy } from '#shared/classify/table-study.ts';
import type { FieldTypeId } from '#shared/domain/field-type-id.ts';
import { type Basis, type RejectedRow, rowsPerBlock, type SampleId } from '#shared/domain/sample.ts';
import { type ColumnChunk, decodeChunk } from '#shared/kernel/column-chunk.ts';
import type { Kernels } from '#shared/kernel/kernels.ts';
import type { RowBlock } from '#shared/kernel/row-block.ts';
import { type TableReceiver, type TableSummary, TableWriter } from '#shared/kernel/table-writer.ts';
import { decryptChunk } from './block-cipher.ts';
import { ColumnStore } from './column-store.ts';
import { RowSelection } from './row-selection.ts';
import type { ImportedTable, ImportRequest } from './sample-worker-api.ts';
import { type FingerprintAccess, FingerprintStore } from './search/fingerprint-store.ts';
import type { TableCount, TableCounts } from './table-count.ts';

/** What the stores of one import share. */
export type StoreRun = {
  readonly key: CryptoKey;
  readonly kernels: Kernels;
  readonly counts: TableCounts;
  /** Null leaves the tables without fingerprints. */
  readonly fingerprints: FingerprintAccess | null;
  readonly limits: Pick<ImportRequest, 'rowLimit' | 'selection'>;
};

/**
 * Takes one table as it is read: classifies it by its first rows, counts every row, and stores the rows. Past the limit the
 * stored rows give way to a random selection, while the count goes on over all. The reader calls `on…`; whoever drives it
 * then awaits `settle`.
 */
export class TableStore implements TableReceiver {
  readonly table: string;
  readonly sampleId: SampleId;
  /** Rows read so far, and records that are none. */
  rows = 0;
  rejected = 0;
  readonly #run: StoreRun;
  readonly #store: ColumnStore;
  readonly #selection: RowSelection;
  #fingerprints: FingerprintStore | null;
  #fingerprinting: Promise<void> = Promise.resolve();
  #isProfiled = false;
  readonly #study = new TableStudy();
  #count: TableCount | null = null;
  #headers: readonly string[] | null = null;

  constructor(table: string, sampleId: SampleId, run: StoreRun) {
    this.table = table;
    this.sampleId = sampleId;
    this.#run = run;
    this.#store = new ColumnStore(sampleId, run.key, run.kernels);
    this.#fingerprints = this.#newFingerprints();
    this.#selection = new RowSelection(run.limits.selection.rows, run.limits.selection.seed);
  }

  onColumns = (names: readonly string[]): void => {
    this.#headers = names;
  };

  onBlock = (block: RowBlock): void => {
    this.#countFor(block.columns).addBlock(block);
    this.rows += block.rows;
    if (this.#isProfiled) {
      this.#selection.pass(block);
    } else {
      this.#selection.passStored(block.rows);
      this.#keep(block);
    }
  };

  onRejected = (row: RejectedRow): void => {
    this.#store.addRejected(row);
    this.rejected += 1;
  };

  /** Writes what has come in since the last time. */
  async settle(): Promise<void> {
    await Promise.all([this.#fingerprinting, this.#run.counts.settle()]);
    await this.#store.settle();
    if (!this.#isProfiled && this.rows > this.#run.limits.rowLimit) {
      await this.#giveWay();
    }
  }

  /** Writes all that is left and closes the file. */
  async finish({ columns, endsInsideQuote }: TableSummary): Promise<ImportedTable> {
    if (this.#isProfiled) {
      this.#storeSelection(columns);
    }
    await this.#fingerprinting;
    await this.#store.finish();
    const fingerprints = (await this.#fingerprints?.finish()) ?? null;
    this.#store.close();
    const { rejected, table, sampleId: id } = this;
    const { blocks, rejectedBatches } = this.#store;
    const figures = await this.#count?.figures();
    return {
      ...{ id, table, rejected, endsInsideQuote, basis: this.#basis, blocks, rejectedBatches, fingerprints },
      rows: blocks.reduce((sum, { rows }) => sum + rows, 0),
      columns: this.#study.detections.map((detection, index) => ({
        ...{ header: columns[index] ?? '', detection },
        profile: figures?.columns[index],
      })),
      profiles: figures?.profiles ?? [],
      combinations: figures?.combinations ?? null,
      persons: figures?.persons ?? null,
    };
  }

  /** Removes the file and what is in it. */
  async discard(): Promise<void> {
    // A write still under way would make the file anew.
    await Promise.allSettled([this.#fingerprinting]);
    await this.#fingerprints?.discard();
    await this.#store.discard();
  }

  get #basis(): Basis {
    return this.#isProfiled ? { kind: 'profiled', rowsRead: this.rows, seed: this.#selection.seed } : { kind: 'whole' };
  }

  #newFingerprints(): FingerprintStore | null {
    const { fingerprints, kernels } = this.#run;
    return fingerprints === null ? null : new FingerprintStore(this.sampleId, fingerprints, kernels.hashCells);
  }

  /** Stores a block with its fingerprints. Both take what they need of it before this returns. */
  #keep(block: RowBlock): void {
    const number = this.#store.addBlock(block);
    const made = this.#fingerprints?.addBlock(number, block, this.#types);
    this.#fingerprinting = Promise.all([this.#fingerprinting, made]).then(() => undefined);
  }

  get #types(): readonly FieldTypeId[] {
    return this.#study.detections.map(({ fieldType }) => fieldType);
  }

  /** The count of this table, once it knows of these columns. */
  #countFor(columns: readonly ColumnChunk[]): TableCount {
    if (this.#study.see(columns, this.#headers)) {
      this.#count?.widen(this.#types);
    }
    this.#count ??= this.#run.counts.begin(this.#types);
    return this.#count;
  }

  /** The table is too large: the rows that were drawn are taken from the blocks, and the blocks dropped. */
  async #giveWay(): Promise<void> {
    this.#isProfiled = true;
    await this.#store.finish();
    for (const block of this.#store.blocks) {
      await this.#selection.takeStored(block, async (column) => {
        const address = { sampleId: this.sampleId, block: block.block, column };
        const place = block.chunks[column] ?? { offset: 0, byteLength: 0 };
        const decoded = decodeChunk(await decryptChunk(this.#run.key, address, await this.#store.read(place)));
        if (!decoded.ok) {
          throw new Error(`A block that was just written cannot be read back: ${decoded.error.kind}.`);
        }
        return decoded.value;
      });
    }
    await this.#fingerprints?.discard();
    this.#fingerprints = this.#newFingerprints();
    await this.#store.startAnew();
  }

  #storeSelection(columns: readonly string[]): void {
    const writer = new TableWriter(
      this.table,
      { rowsPerBlock },
      {
        onColumns: () => undefined,
        onBlock: (block) => this.#keep(block),
        onRejected: () => undefined,
      },
    );
    this.#selection.writeTo(writer, columns);
    writer.end();
  }
}
