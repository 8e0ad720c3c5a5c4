import { v7 } from 'uuid';
import { type RejectedRow, rowsPerBlock, sampleIdSchema } from '#shared/domain/sample.ts';
import type { TableReceiver, TableSummary } from '#shared/kernel/table-writer.ts';
import type { TableSink } from '#shared/parse/table-format.ts';
import type { ImportedTable, ImportRequest } from './sample-worker-api.ts';
import { type StoreRun, TableStore } from './table-store.ts';

/** A table that was not chosen: its rows pass by. */
const passedBy: TableReceiver = {
  onColumns: () => undefined,
  onBlock: () => undefined,
  onRejected: () => undefined,
};

/** The stores of the tables of one file. Records of no table go to the first one. */
export class FileIntake implements TableSink {
  readonly rowsPerBlock = rowsPerBlock;
  readonly stores: TableStore[] = [];
  readonly #request: ImportRequest;
  readonly #run: StoreRun;
  #strays: RejectedRow[] = [];

  constructor(request: ImportRequest, run: Omit<StoreRun, 'limits'>) {
    this.#request = request;
    this.#run = { ...run, limits: request };
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
}
