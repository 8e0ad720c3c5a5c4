import { TableStudy } from '#shared/classify/table-study.ts';
import type { FieldTypeId } from '#shared/domain/field-type-id.ts';
import { type Basis, type Block, type RejectedRow, rowsPerBlock, type SampleId } from '#shared/domain/sample.ts';
import type { Kernels } from '#shared/kernel/kernels.ts';
import type { RowBlock } from '#shared/kernel/row-block.ts';
import { type TableReceiver, type TableSummary, TableWriter } from '#shared/kernel/table-writer.ts';
import { decryptChunk } from './block-cipher.ts';
import { ColumnStore } from './column-store.ts';
import type { ImportControl } from './import-control.ts';
import { RowSelection } from './row-selection.ts';
import type { ImportedTable, ImportRequest } from './sample-worker-api.ts';
import type { TableCount, TableCounts } from './table-count.ts';

/** What the stores of one import share. */
export type StoreRun = {
  readonly key: CryptoKey;
  readonly kernels: Kernels;
  readonly counts: TableCounts;
  readonly control: Pick<ImportControl, 'isCancelled'>;
  readonly limits: Pick<ImportRequest, 'rowLimit' | 'selection'>;
};

/**
 * Takes one table as it is read: classifies it by its first rows, and stores the rows; they are counted later. Past the
 * limit the stored rows give way to a random selection: then all of them are counted here, as nobody can do it afterwards.
 * The reader calls `on…`; whoever drives it then awaits `settle`.
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
  readonly #study = new TableStudy();
  /** The count over all rows, once they are too many to be stored. */
  #count: TableCount | null = null;
  #headers: readonly string[] | null = null;

  constructor(table: string, sampleId: SampleId, run: StoreRun) {
    this.table = table;
    this.sampleId = sampleId;
    this.#run = run;
    this.#store = new ColumnStore(sampleId, run.key, run.kernels);
    this.#selection = new RowSelection(run.limits.selection.rows, run.limits.selection.seed);
  }

  onColumns = (names: readonly string[]): void => {
    this.#headers = names;
  };

  onBlock = (block: RowBlock): void => {
    if (this.#study.see(block.columns, this.#headers)) {
      this.#count?.widen(this.#types);
    }
    this.rows += block.rows;
    if (this.#count === null) {
      this.#selection.passStored(block.rows);
      this.#store.addBlock(block);
    } else {
      this.#count.addBlock(block);
      this.#selection.pass(block);
    }
  };

  onRejected = (row: RejectedRow): void => {
    this.#store.addRejected(row);
    this.rejected += 1;
  };

  /** Writes what has come in since the last time. */
  async settle(): Promise<void> {
    await this.#run.counts.settle();
    await this.#store.settle();
    if (this.#count === null && this.rows > this.#run.limits.rowLimit) {
      this.#count = this.#run.counts.begin(this.#types);
      await this.#giveWay(this.#count);
    }
  }

  /** Takes over the rejected records of a store that has no row to keep them with. */
  async adopt(rowless: TableStore): Promise<void> {
    await this.#store.takeRejected(rowless.#store, rowless.table);
    this.rejected += rowless.rejected;
  }

  /** Writes all that is left and closes the file. */
  async finish({ columns, endsInsideQuote, notes = [] }: TableSummary): Promise<ImportedTable> {
    if (this.#count !== null) {
      this.#storeSelection(columns);
    }
    await this.#store.finish();
    this.#store.close();
    const { rejected, table, sampleId: id } = this;
    const { blocks, rejectedBatches } = this.#store;
    const figures = await this.#count?.figures();
    return {
      ...{ id, table, rejected, endsInsideQuote, notes, basis: this.#basis, blocks, rejectedBatches },
      rows: blocks.reduce((sum, { rows }) => sum + rows, 0),
      columns: this.#study.detections.map((detection, index) => ({
        ...{ header: columns[index] ?? '', detection },
        profile: figures?.columns[index],
      })),
      profiles: figures?.profiles ?? null,
      combinations: figures?.combinations ?? null,
      persons: figures?.persons ?? null,
    };
  }

  /** Removes the file and what is in it. */
  discard(): Promise<void> {
    return this.#store.discard();
  }

  get #basis(): Basis {
    return this.#count === null
      ? { kind: 'whole' }
      : { kind: 'profiled', rowsRead: this.rows, seed: this.#selection.seed };
  }

  get #types(): readonly FieldTypeId[] {
    return this.#study.detections.map(({ fieldType }) => fieldType);
  }

  /** The table is too large: its stored rows are counted, those that were drawn are taken, and the blocks dropped. */
  async #giveWay(count: TableCount): Promise<void> {
    await this.#store.finish();
    for (const block of this.#store.blocks) {
      if (this.#run.control.isCancelled) {
        return;
      }
      const rows = await this.#readBack(block);
      count.addBlock(rows);
      this.#selection.takeStored(rows);
      await this.#run.counts.settle();
    }
    await this.#store.startAnew();
  }

  async #readBack({ block, firstRow, rows, chunks }: Block): Promise<RowBlock> {
    const { key, kernels } = this.#run;
    const columns = chunks.map(async (place, column) => {
      const address = { sampleId: this.sampleId, block, column };
      return kernels.unpackChunk(await decryptChunk(key, address, await this.#store.read(place)));
    });
    return { firstRow, rows, columns: await Promise.all(columns) };
  }

  #storeSelection(columns: readonly string[]): void {
    const writer = new TableWriter(
      this.table,
      { rowsPerBlock },
      {
        onColumns: () => undefined,
        onBlock: (block) => this.#store.addBlock(block),
        onRejected: () => undefined,
      },
    );
    this.#selection.writeTo(writer, columns);
    writer.end();
  }
}
