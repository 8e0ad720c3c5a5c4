import type { Dialect, FormatId } from '#shared/domain/dialect.ts';
import type { TableReceiver, TableSummary } from '#shared/kernel/table-writer.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { ByteSource } from '#shared/parse/byte-source.ts';
import { explainParseFailure, type ParseFailure } from '#shared/parse/outcome.ts';
import type { Output } from './output.ts';
import { passedBy, type Reading, readAll, rejectedOf, type TablesRead } from './read-all.ts';
import { RowLines } from './row-lines.ts';

/** Which rows of a file to print, and what stands around each row. */
export type RowsWanted = {
  /** The table's name; null for the one with the most rows. */
  readonly table: string | null;
  readonly limit: number;
  readonly before: string;
  readonly after: string;
};

/** What a file came to: the table that was printed, all of them, and the records that are no row of any. */
export type RowsRead = Pick<TablesRead, 'tables'> & { readonly table: TableSummary; readonly rejected: number };

/**
 * Formats that hold one table whose width is known before its first row, so that it can be printed while it is read. All
 * others are read twice, first to learn which table is the largest and which columns it has: keeping the rows instead
 * would take as much memory as the file is large. A format that is missing here is only slower.
 */
const streamed: ReadonlySet<FormatId> = new Set<FormatId>(['csv', 'dash-list', 'combo', 'ulp', 'text']);

function countAll(source: ByteSource, dialect: Dialect): Promise<Result<TablesRead | null, ParseFailure>> {
  return readAll({ source, dialect, openTable: () => passedBy, afterStretch: () => Promise.resolve(true) });
}

/** Reads a file and prints the rows of the tables that `isPrinted` names; with `stopsAtLimit` it reads no further. */
function printAll(
  { source, dialect }: Pick<Reading, 'source' | 'dialect'>,
  { lines, out }: { lines: RowLines; out: Output },
  { isPrinted, stopsAtLimit }: { isPrinted: (name: string) => boolean; stopsAtLimit: boolean },
): Promise<Result<TablesRead | null, ParseFailure>> {
  const printed: TableReceiver = { ...passedBy, onBlock: (block) => lines.add(block) };
  return readAll({
    ...{ source, dialect, openTable: (name) => (isPrinted(name) ? printed : passedBy) },
    afterStretch: async () => {
      const piece = lines.take();
      if (piece.length > 0) {
        await out.write(piece);
      }
      return !(stopsAtLimit && lines.isDone);
    },
  });
}

function sameName(name: string): (table: TableSummary) => boolean {
  const wanted = name.toLowerCase();
  return (table) => table.name.toLowerCase() === wanted;
}

/** The table asked for by its name, letter for letter or at least regardless of case; or the one with the most rows. */
function choose(tables: readonly TableSummary[], wanted: string | null): TableSummary | undefined {
  if (wanted !== null) {
    return tables.find(({ name }) => name === wanted) ?? tables.find(sameName(wanted));
  }
  return tables.reduce<TableSummary | undefined>(
    (best, table) => (best === undefined || table.rows > best.rows ? table : best),
    undefined,
  );
}

function missingTable(fileName: string, tables: readonly TableSummary[], wanted: string | null): string {
  const names = tables.map(({ name }) => name).filter((name) => name !== '');
  if (wanted === null) {
    return `“${fileName}” holds no table.`;
  }
  return names.length === 0
    ? `“${fileName}” is one table without a name: leave --table away.`
    : `“${fileName}” has no table “${wanted}”. Its tables are ${names.join(', ')}.`;
}

/** Prints the rows of one table of a file and says what all of its tables came to. The failure is a sentence. */
export async function readRows(
  source: ByteSource,
  dialect: Dialect,
  wanted: RowsWanted,
  out: Output,
): Promise<Result<RowsRead, string>> {
  const isStreamed = streamed.has(dialect.format) && wanted.table === null;
  const linesOf = (width: number): RowLines => new RowLines({ ...wanted, width });
  const read = isStreamed
    ? await printAll({ source, dialect }, { lines: linesOf(0), out }, { isPrinted: () => true, stopsAtLimit: false })
    : await countAll(source, dialect);
  if (!read.ok) {
    return err(explainParseFailure(read.error, source.name));
  }
  const { tables, strays } = read.value ?? { tables: [], strays: 0 };
  const table = choose(tables, wanted.table);
  const found = tables.reduce((sum, { rows }) => sum + rows, 0);
  const rejected = rejectedOf({ tables, strays });
  if (found === 0 && rejected > 0) {
    return err(explainParseFailure({ kind: 'no-rows', rejected }, source.name));
  }
  if (table === undefined) {
    return err(missingTable(source.name, tables, wanted.table));
  }
  if (!isStreamed && wanted.limit > 0) {
    const lines = linesOf(table.columns.length);
    const isPrinted = (name: string): boolean => name === table.name;
    const printed = await printAll({ source, dialect }, { lines, out }, { isPrinted, stopsAtLimit: true });
    if (!printed.ok) {
      return err(explainParseFailure(printed.error, source.name));
    }
  }
  return ok({ table, tables, rejected });
}
