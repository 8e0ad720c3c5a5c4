import { TableStudy } from '#shared/classify/table-study.ts';
import type { CheckResult } from '#shared/domain/check.ts';
import type { ColumnProfile } from '#shared/domain/column-profile.ts';
import type { Detection } from '#shared/domain/detection.ts';
import type { Dialect } from '#shared/domain/dialect.ts';
import type { TypeProfile } from '#shared/domain/sample.ts';
import { createProfiler, type Profiler } from '#shared/expose/profile.ts';
import { plainKernels } from '#shared/kernel/kernels.ts';
import type { RowBlock } from '#shared/kernel/row-block.ts';
import type { TableReceiver, TableSummary } from '#shared/kernel/table-writer.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { ByteSource } from '#shared/parse/byte-source.ts';
import { explainParseFailure } from '#shared/parse/outcome.ts';
import type { CheckedTable } from '#shared/verify/checked-table.ts';
import { checkTables } from './check-tables.ts';
import type { Decided } from './dialect-options.ts';
import { examine } from './examine.ts';
import { readAll } from './read-all.ts';

/** One column as the classifier and the count over every row see it. */
export type AnalysedColumn = {
  readonly header: string;
  readonly detection: Detection;
  readonly profile: ColumnProfile;
};

export type AnalysedTable = {
  readonly summary: TableSummary;
  readonly columns: readonly AnalysedColumn[];
  readonly profiles: readonly TypeProfile[];
  /** What the checks of authenticity found, those that a lone file allows. */
  readonly checks: readonly CheckResult[];
};

/** What a file came to. Records of no table count with the first table. */
export type AnalysedFile = { readonly dialect: Dialect; readonly tables: readonly AnalysedTable[] };

/** Classifies and counts one table while it is read. */
class TableAnalysis implements TableReceiver {
  readonly #study = new TableStudy();
  #profiler: Profiler | null = null;
  #names: readonly string[] | null = null;

  onColumns = (names: readonly string[]): void => {
    this.#names = names;
  };

  onBlock = ({ rows, columns }: RowBlock): void => {
    const isWider = this.#study.see(columns, this.#names);
    const types = this.#study.detections.map(({ fieldType }) => fieldType);
    this.#profiler ??= createProfiler(types);
    if (isWider) {
      this.#profiler.widen(types);
    }
    this.#profiler.addBlock(rows, (place) => {
      const chunk = columns[place];
      return chunk === undefined ? null : { chunk, shapes: plainKernels.describeCells(chunk) };
    });
  };

  onRejected = (): void => undefined;

  analysed(summary: TableSummary): Omit<AnalysedTable, 'checks'> {
    const counted = this.#profiler?.columns() ?? [];
    const columns = this.#study.detections.flatMap((detection, place) => {
      const profile = counted[place];
      return profile === undefined ? [] : [{ header: summary.columns[place] ?? '', detection, profile }];
    });
    return { summary, columns, profiles: this.#profiler?.profiles() ?? [] };
  }
}

/** What the checks are told of a file that comes alone: no claims, no seller, no other samples. */
function checkedTable(
  { summary, columns }: Omit<AnalysedTable, 'checks'>,
  { encoding }: Dialect,
  now: string,
): CheckedTable {
  return {
    columns: columns.map(({ header, detection: { fieldType } }) => ({ header, fieldType })),
    ...{ rows: summary.rows, rejected: summary.rejected, encoding, now },
    ...{ claims: [], postedAt: null, country: null, earlier: null, seller: null },
  };
}

async function checked(
  source: ByteSource,
  dialect: Dialect,
  tables: readonly Omit<AnalysedTable, 'checks'>[],
  now: string,
): Promise<Result<AnalysedFile, string>> {
  const toCheck = new Map(tables.map((table) => [table.summary.name, checkedTable(table, dialect, now)]));
  const results = await checkTables(source, dialect, toCheck);
  return results.ok
    ? ok({
        dialect,
        tables: tables.map((table) => ({ ...table, checks: results.value.get(table.summary.name) ?? [] })),
      })
    : err(explainParseFailure(results.error, source.name));
}

/**
 * Examines a file, classifies the columns of its tables, counts every row and checks whether they look real. `now` is an
 * ISO date with time. The failure is a sentence.
 */
export async function analyseFile(
  source: ByteSource,
  decided: Decided,
  now: string,
): Promise<Result<AnalysedFile, string>> {
  const examination = await examine(source, decided);
  if (!examination.ok) {
    return err(explainParseFailure(examination.error, source.name));
  }
  const { dialect } = examination.value;
  const analyses = new Map<string, TableAnalysis>();
  const read = await readAll({
    source,
    dialect,
    openTable: (name) => {
      const analysis = new TableAnalysis();
      analyses.set(name, analysis);
      return analysis;
    },
    afterStretch: () => Promise.resolve(true),
  });
  if (!read.ok) {
    return err(explainParseFailure(read.error, source.name));
  }
  const { tables, strays } = read.value ?? { tables: [], strays: 0 };
  const rejected = tables.reduce((sum, summary) => sum + summary.rejected, strays);
  const withRows = tables.filter(({ rows }) => rows > 0);
  if (withRows.length === 0) {
    return err(explainParseFailure({ kind: 'no-rows', rejected }, source.name));
  }
  const analysed = withRows.map((summary, place) => {
    const counted = place === 0 ? { ...summary, rejected: summary.rejected + strays } : summary;
    return (analyses.get(summary.name) ?? new TableAnalysis()).analysed(counted);
  });
  return checked(source, dialect, analysed, now);
}
