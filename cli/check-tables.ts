import type { CheckResult } from '#shared/domain/check.ts';
import type { Dialect } from '#shared/domain/dialect.ts';
import type { Assessment } from '#shared/domain/verdict.ts';
import { cellsOf } from '#shared/kernel/column-chunk.ts';
import type { RowBlock } from '#shared/kernel/row-block.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import type { ByteSource } from '#shared/parse/byte-source.ts';
import type { ParseFailure } from '#shared/parse/outcome.ts';
import type { CheckedTable } from '#shared/verify/checked-table.ts';
import { proposeVerdict } from '#shared/verify/propose-verdict.ts';
import { verifySample } from '#shared/verify/verify-sample.ts';
import type { AnalysedFile, AnalysedTable } from './analyze-file.ts';
import { passedBy, readAll } from './read-all.ts';

/** A table with what the checks found in its rows, and the verdict they propose. */
export type CheckedAnalysis = AnalysedTable & {
  readonly checks: readonly CheckResult[];
  readonly verdict: Assessment;
};

/** What the checks are told of a file that comes alone: no claims, no seller, no other samples. */
function checkedTable({ summary, columns }: AnalysedTable, { encoding }: Dialect, now: string): CheckedTable {
  return {
    columns: columns.map(({ header, detection: { fieldType } }) => ({ header, fieldType })),
    ...{ rows: summary.rows, rejected: summary.rejected, encoding, now },
    ...{ claims: [], postedAt: null, country: null, earlier: null, seller: null },
  };
}

/**
 * Reads a file once more and runs the checks of authenticity over each of its tables. They begin with what a whole table
 * comes to, so that the reading that classified it cannot run them. `now` is an ISO date with time.
 */
export async function checkTables(
  source: ByteSource,
  { dialect, tables }: AnalysedFile,
  now: string,
): Promise<Result<CheckedAnalysis[], ParseFailure>> {
  const verifiers = new Map(
    tables.map((table) => [table.summary.name, verifySample(checkedTable(table, dialect, now))]),
  );
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
  if (!read.ok) {
    return read;
  }
  return ok(
    tables.map((table) => {
      const checks = verifiers.get(table.summary.name)?.finish() ?? [];
      return { ...table, checks, verdict: proposeVerdict(checks, { rows: table.summary.rows, seller: null }) };
    }),
  );
}
