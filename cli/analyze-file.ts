import { TableStudy } from '#shared/classify/table-study.ts';
import type { ColumnProfile } from '#shared/domain/column-profile.ts';
import type { Combinations } from '#shared/domain/combinations.ts';
import type { Detection } from '#shared/domain/detection.ts';
import type { Dialect } from '#shared/domain/dialect.ts';
import type { Persons } from '#shared/domain/persons.ts';
import type { TypeProfile } from '#shared/domain/sample.ts';
import { shapedColumns } from '#shared/expose/cell-judge.ts';
import { createProfiler, type Profiler } from '#shared/expose/profile.ts';
import { plainKernels } from '#shared/kernel/kernels.ts';
import type { RowBlock } from '#shared/kernel/row-block.ts';
import type { TableReceiver, TableSummary } from '#shared/kernel/table-writer.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { ByteSource } from '#shared/parse/byte-source.ts';
import { explainParseFailure } from '#shared/parse/outcome.ts';
import type { Decided } from './dialect-options.ts';
import { examine } from './examine.ts';
import { readAll, rejectedOf } from './read-all.ts';

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
  readonly combinations: Combinations | null;
  readonly persons: Persons | null;
};

/** What a file came to: its tables with rows. Rejected records of any other, and those of no table, count with the first. */
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
    this.#profiler.addBlock(rows, shapedColumns(columns, plainKernels.describeCells));
  };

  onRejected = (): void => undefined;

  analysed(summary: TableSummary): AnalysedTable {
    const counted = this.#profiler?.columns() ?? [];
    const columns = this.#study.detections.flatMap((detection, place) => {
      const profile = counted[place];
      return profile === undefined ? [] : [{ header: summary.columns[place] ?? '', detection, profile }];
    });
    const profiles = this.#profiler?.profiles() ?? [];
    const combinations = this.#profiler?.combinations() ?? null;
    const persons = this.#profiler?.persons(new Date().toISOString().slice(0, 10)) ?? null;
    return { summary, columns, profiles, combinations, persons };
  }
}

/** Examines a file, classifies the columns of its tables and counts every row. The failure is a sentence. */
export async function analyseFile(source: ByteSource, decided: Decided): Promise<Result<AnalysedFile, string>> {
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
  const withRows = tables.filter(({ rows }) => rows > 0);
  const homeless = rejectedOf({ tables: tables.filter(({ rows }) => rows === 0), strays });
  if (withRows.length === 0) {
    return err(explainParseFailure({ kind: 'no-rows', rejected: homeless }, source.name));
  }
  const analysed = withRows.map((summary, place) => {
    const counted = place === 0 ? { ...summary, rejected: summary.rejected + homeless } : summary;
    return (analyses.get(summary.name) ?? new TableAnalysis()).analysed(counted);
  });
  return ok({ dialect, tables: analysed });
}
