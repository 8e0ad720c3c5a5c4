import type { Dialect } from '#shared/domain/dialect.ts';
import type { TableReceiver, TableSummary } from '#shared/kernel/table-writer.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import type { ByteSource } from '#shared/parse/byte-source.ts';
import type { ParseFailure } from '#shared/parse/outcome.ts';
import { readTables } from '#shared/parse/read-tables.ts';

/** What a file came to. */
export type TablesRead = {
  readonly tables: readonly TableSummary[];
  /** Records that belong to no table. */
  readonly strays: number;
};

/** How many records of a file are no row of any table. */
export function rejectedOf({ tables, strays }: TablesRead): number {
  return tables.reduce((sum, { rejected }) => sum + rejected, strays);
}

const blockSize = { rowsPerBlock: 1024, maxBlockBytes: 1 << 20 };

/** A table whose rows are not wanted. */
export const passedBy: TableReceiver = {
  onColumns: () => undefined,
  onBlock: () => undefined,
  onRejected: () => undefined,
};

/** A reading of a whole file, table by table. */
export type Reading = {
  readonly source: ByteSource;
  readonly dialect: Dialect;
  readonly openTable: (name: string) => TableReceiver;
  /** Runs after each stretch; false ends the reading early. */
  readonly afterStretch: () => Promise<boolean>;
};

/** Reads all tables of a file; null when it was ended early. */
export async function readAll(reading: Reading): Promise<Result<TablesRead | null, ParseFailure>> {
  const { source, dialect, openTable, afterStretch } = reading;
  let strays = 0;
  const onStray = (): void => {
    strays++;
  };
  const steps = readTables(source, dialect, { ...blockSize, openTable, onStray });
  try {
    for (;;) {
      const step = await steps.next();
      const goesOn = await afterStretch();
      if (step.done === true) {
        return step.value.ok ? ok({ tables: step.value.value, strays }) : step.value;
      }
      if (!goesOn) {
        return ok(null);
      }
    }
  } finally {
    await steps.return(ok([]));
  }
}
