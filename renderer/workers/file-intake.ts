import { v7 } from 'uuid';
import { type RejectedRow, rowsPerBlock, sampleIdSchema } from '#shared/domain/sample.ts';
import type { TableReceiver, TableSummary } from '#shared/kernel/table-writer.ts';
import type { TableSink } from '#shared/parse/table-format.ts';
import type { ImportedFile, ImportedTable, ImportRequest, RowlessTable } from './sample-worker-api.ts';
import { type StoreRun, TableStore } from './table-store.ts';

/** A table that was not chosen: its rows pass by. */
const passedBy: TableReceiver = {
  onColumns: () => undefined,
  onBlock: () => undefined,
  onRejected: () => undefined,
};

function summaryOf(table: string, summaries: readonly TableSummary[]): TableSummary {
  const summary = summaries.find(({ name }) => name === table);
  if (summary === undefined) {
    throw new Error('A table was opened and never ended.');
  }
  return summary;
}

/** The stores of the tables of one file. */
export class FileIntake implements TableSink {
  readonly rowsPerBlock = rowsPerBlock;
  readonly #stores: TableStore[] = [];
  readonly #request: ImportRequest;
  readonly #run: StoreRun;
  /** Holds the records of no table until it is known which table they can be kept with. */
  #strays: TableStore | null = null;

  constructor(request: ImportRequest, run: Omit<StoreRun, 'limits'>) {
    this.#request = request;
    this.#run = { ...run, limits: request };
  }

  openTable = (name: string): TableReceiver => {
    const { tables, leftOut } = this.#request;
    if (tables?.includes(name) === false || leftOut.includes(name)) {
      return passedBy;
    }
    const store = this.#newStore(name);
    this.#stores.push(store);
    return store;
  };

  onStray = (row: RejectedRow): void => {
    this.#strays ??= this.#newStore('');
    this.#strays.onRejected(row);
  };

  get rows(): number {
    return this.#stores.reduce((sum, { rows }) => sum + rows, 0);
  }

  get rejected(): number {
    return this.#all.reduce((sum, { rejected }) => sum + rejected, 0);
  }

  async settle(): Promise<void> {
    for (const store of this.#all) {
      await store.settle();
    }
  }

  /** Closes the stores that hold rows. What the others rejected goes to the first of them, and nothing else of them is left. */
  async finish(summaries: readonly TableSummary[]): Promise<Pick<ImportedFile, 'tables' | 'rowless'>> {
    const [first, ...others] = this.#stores.filter(({ rows }) => rows > 0);
    if (first === undefined) {
      throw new Error('An import without rows has nothing to finish.');
    }
    const rowless: RowlessTable[] = [];
    for (const store of this.#all.filter(({ rows }) => rows === 0)) {
      const { table, rejected } = store;
      if (rejected > 0) {
        await first.adopt(store);
      }
      if (rejected > 0 && store !== this.#strays) {
        rowless.push({ table, rejected });
      }
      await store.discard();
    }
    const tables: ImportedTable[] = [];
    for (const store of [first, ...others]) {
      tables.push(await store.finish(summaryOf(store.table, summaries)));
    }
    return { tables, rowless };
  }

  async discard(): Promise<void> {
    for (const store of this.#all) {
      await store.discard();
    }
  }

  get #all(): readonly TableStore[] {
    return this.#strays === null ? this.#stores : [this.#strays, ...this.#stores];
  }

  #newStore(table: string): TableStore {
    return new TableStore(table, sampleIdSchema.parse(v7()), this.#run);
  }
}
