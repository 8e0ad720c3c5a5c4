import type { CheckResult } from '#shared/domain/check.ts';
import type { Dialect } from '#shared/domain/dialect.ts';
import { cellsOf } from '#shared/kernel/column-chunk.ts';
import type { RowBlock } from '#shared/kernel/row-block.ts';
import type { Result } from '#shared/lib/result.ts';
import { ok } from '#shared/lib/result.ts';
import type { ByteSource } from '#shared/parse/byte-source.ts';
import type { ParseFailure } from '#shared/parse/outcome.ts';
import type { CheckedTable } from '#shared/verify/checked-table.ts';
import { verifySample } from '#shared/verify/verify-sample.ts';
import { passedBy, readAll } from './read-all.ts';

/**
 * Reads a file once more and runs the checks of authenticity over each of its tables. They begin with what a whole table
 * comes to, so that the reading that classified it cannot run them. Gives the results by the tables' names.
 */
export async function checkTables(
  source: ByteSource,
  dialect: Dialect,
  tables: ReadonlyMap<string, CheckedTable>,
): Promise<Result<ReadonlyMap<string, readonly CheckResult[]>, ParseFailure>> {
  const verifiers = new Map([...tables].map(([name, table]) => [name, verifySample(table)]));
  const read = await readAll({
    source,
    dialect,
    openTable: (name) => {
      const verifier = verifiers.get(name);
      const onBlock = ({ firstRow, rows, columns }: RowBlock): void =>
        verifier?.addBlock({ firstRow, rows, columns: columns.map((chunk) => cellsOf(chunk, null)) });
      return { ...passedBy, onBlock };
    },
    afterStretch: () => Promise.resolve(true),
  });
  return read.ok ? ok(new Map([...verifiers].map(([name, verifier]) => [name, verifier.finish()]))) : read;
}
