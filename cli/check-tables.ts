import type { CheckResult } from '#shared/domain/check.ts';
import type { ClaimContent } from '#shared/domain/claim.ts';
import type { Dialect } from '#shared/domain/dialect.ts';
import type { Assessment, Observation } from '#shared/domain/verdict.ts';
import { cellsOf } from '#shared/kernel/column-chunk.ts';
import type { RowBlock } from '#shared/kernel/row-block.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import type { ByteSource } from '#shared/parse/byte-source.ts';
import type { ParseFailure } from '#shared/parse/outcome.ts';
import { type CheckedTable, claimedFacts, type TextRows } from '#shared/verify/checked-table.ts';
import { observationOf, observeSample } from '#shared/verify/observe-sample.ts';
import { proposeVerdict } from '#shared/verify/propose-verdict.ts';
import { verifySample } from '#shared/verify/verify-sample.ts';
import type { AnalysedFile, AnalysedTable } from './analyze-file.ts';
import { passedBy, readAll } from './read-all.ts';

/** A table with what the checks found in its rows, what these show beside, and the verdict that is proposed. */
export type CheckedAnalysis = AnalysedTable & {
  readonly checks: readonly CheckResult[];
  readonly observed: Observation;
  readonly verdict: Assessment;
};

/** What a file is checked against: what the listing claims (nothing, where there is none), and the present moment (ISO). */
export type CheckedAgainst = { readonly claims: readonly ClaimContent[]; readonly now: string };

/** What the checks are told of a file: no other samples, and nothing of the seller but what the listing says. */
function checkedTable(
  { summary, columns }: AnalysedTable,
  { encoding }: Dialect,
  { claims, now }: CheckedAgainst,
): CheckedTable {
  return {
    columns: columns.map(({ header, detection: { fieldType } }) => ({ header, fieldType })),
    ...{ rows: summary.rows, rejected: summary.rejected, encoding, now },
    ...claimedFacts(claims),
    ...{ earlier: null, seller: null },
  };
}

/** What takes the rows of one table: the checks, and what takes note of days and countries beside them. */
function readerOf(table: AnalysedTable, dialect: Dialect, against: CheckedAgainst) {
  const checked = checkedTable(table, dialect, against);
  const verifier = verifySample(checked);
  const observer = observeSample(checked, table.profiles);
  return {
    addBlock(rows: TextRows): void {
      verifier.addBlock(rows);
      observer.addBlock(rows);
    },
    finish: (): Pick<CheckedAnalysis, 'checks' | 'observed'> => ({
      checks: verifier.finish(),
      observed: observationOf(observer.finish()),
    }),
  };
}

/**
 * Reads a file once more and runs the checks of authenticity over each of its tables. They begin with what a whole table
 * comes to, so that the reading that classified it cannot run them.
 */
export async function checkTables(
  source: ByteSource,
  { dialect, tables }: AnalysedFile,
  against: CheckedAgainst,
): Promise<Result<CheckedAnalysis[], ParseFailure>> {
  const readers = tables.map((table) => ({ table, reader: readerOf(table, dialect, against) }));
  const byName = new Map(readers.map(({ table, reader }) => [table.summary.name, reader]));
  const read = await readAll({
    source,
    dialect,
    openTable: (name) => {
      const reader = byName.get(name);
      const onBlock = ({ firstRow, rows, columns }: RowBlock): void =>
        reader?.addBlock({ firstRow, rows, columns: columns.map((chunk) => cellsOf(chunk, null)) });
      return { ...passedBy, onBlock };
    },
    afterStretch: () => Promise.resolve(true),
  });
  if (!read.ok) {
    return read;
  }
  return ok(
    readers.map(({ table, reader }) => {
      const found = reader.finish();
      const verdict = proposeVerdict(found.checks, { rows: table.summary.rows, seller: null });
      return { ...table, ...found, verdict };
    }),
  );
}
