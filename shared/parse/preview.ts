import type { Dialect } from '../domain/dialect.ts';
import type { RejectedRow, RejectReason } from '../domain/sample.ts';
import { cellsOf } from '../kernel/column-chunk.ts';
import type { RowBlock } from '../kernel/row-block.ts';
import type { TableReceiver, TableSummary } from '../kernel/table-writer.ts';
import { ok, type Result } from '../lib/result.ts';
import { beginningOf } from './beginning.ts';
import type { ByteSource } from './byte-source.ts';
import { textFormat } from './formats.ts';
import { openContent } from './open-content.ts';
import type { ParseFailure } from './outcome.ts';
import { readTables } from './read-tables.ts';
import type { TableSink } from './table-format.ts';
import { type FaultyRow, faultWeight, type PreviewRow, worstRows } from './worst-rows.ts';

/** How much of the content a preview reads unless told otherwise, in bytes. */
export const previewedBytes = 1 << 21;
/** How many of the first rows, and of the rejected records, are shown. */
const shown = 50;
const shownWorst = 20;
const shownPerReason = 5;
/** Rows that are kept to learn what is usual in a column; those behind them are only counted. */
const studied = 4_000;

/** One table as far as it was read. */
export type PreviewTable = {
  readonly name: string;
  /** As found in the file; '' where a column has no name. Null when the table names none. */
  readonly header: readonly string[] | null;
  readonly width: number;
  readonly rows: readonly PreviewRow[];
  readonly rowsSeen: number;
  readonly rejectedSeen: number;
};

/** A record that looks wrong under this reading: not read as a row at all, or read as one and unlike the others. */
export type WorstRecord =
  | ({ readonly kind: 'rejected' } & RejectedRow)
  | ({ readonly kind: 'row'; readonly table: string } & FaultyRow);

/** What a dialect makes of a file's beginning. */
export type Preview = {
  /** In the order of the file; a table further on is not among them. */
  readonly tables: readonly PreviewTable[];
  readonly rejected: {
    readonly seen: number;
    readonly groups: readonly { readonly reason: RejectReason; readonly count: number }[];
    readonly first: readonly RejectedRow[];
  };
  /** The worst first. */
  readonly worst: readonly WorstRecord[];
  /** True if the whole file was read. */
  readonly isWhole: boolean;
  /** The line where a quote opened that a file read whole never closes, or null. */
  readonly endsInsideQuote: number | null;
};

/** Collects one table. */
class TableCollector implements TableReceiver {
  readonly name: string;
  readonly rows: PreviewRow[] = [];
  header: readonly string[] | null = null;
  width = 0;
  rowsSeen = 0;
  rejectedSeen = 0;
  textBytes = 0;
  readonly #reject: (row: RejectedRow) => boolean;

  constructor(name: string, reject: (row: RejectedRow) => boolean) {
    this.name = name;
    this.#reject = reject;
  }

  onColumns = (names: readonly string[]): void => {
    this.header = names;
    this.width = Math.max(this.width, names.length);
  };

  onBlock = ({ rows, columns }: RowBlock): void => {
    const first = this.rowsSeen;
    this.rowsSeen += rows;
    this.width = Math.max(this.width, columns.length);
    this.textBytes += columns.reduce((sum, { bytes }) => sum + bytes.length, 0);
    if (this.rows.length >= studied) {
      return;
    }
    const cells = columns.map((chunk) => cellsOf(chunk, null));
    for (let row = 0; row < rows; row++) {
      this.rows.push({ row: first + row, cells: cells.map((column) => column[row] ?? null) });
    }
  };

  onRejected = (row: RejectedRow): void => {
    this.rejectedSeen += this.#reject(row) ? 1 : 0;
  };

  result(): PreviewTable {
    const { name, header, width, rowsSeen, rejectedSeen } = this;
    return { name, header, width, rows: this.rows.slice(0, shown), rowsSeen, rejectedSeen };
  }
}

/** Collects what a beginning holds. What is rejected because the beginning was cut is none of the file's faults. */
class Collector implements TableSink {
  readonly rowsPerBlock = shown;
  readonly tables: TableCollector[] = [];
  readonly #wasCut: () => boolean;
  readonly #counts = new Map<RejectReason, number>();
  readonly #rejected: RejectedRow[] = [];

  constructor(wasCut: () => boolean) {
    this.#wasCut = wasCut;
  }

  openTable = (name: string): TableReceiver => {
    const table = new TableCollector(name, this.#take);
    this.tables.push(table);
    return table;
  };

  onStray = (row: RejectedRow): void => {
    this.#take(row);
  };

  #take = (row: RejectedRow): boolean => {
    if (this.#wasCut()) {
      return false;
    }
    const count = (this.#counts.get(row.reason) ?? 0) + 1;
    this.#counts.set(row.reason, count);
    if (this.#rejected.length < shown || count <= shownPerReason) {
      this.#rejected.push(row);
    }
    return true;
  };

  get textBytes(): number {
    return this.tables.reduce((sum, { textBytes }) => sum + textBytes, 0);
  }

  rejected(): Preview['rejected'] {
    const groups = [...this.#counts].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count);
    const seen = groups.reduce((sum, { count }) => sum + count, 0);
    return { seen, groups, first: this.#rejected.slice(0, shown) };
  }

  worst(): WorstRecord[] {
    const perReason = new Map<RejectReason, number>();
    const refused = this.#rejected.filter(({ reason }) => {
      const count = (perReason.get(reason) ?? 0) + 1;
      perReason.set(reason, count);
      return count <= shownPerReason;
    });
    const faulty = this.tables.flatMap(({ name, rows }) =>
      worstRows(rows, shownWorst).map((row) => ({ kind: 'row' as const, table: name, ...row })),
    );
    faulty.sort((a, b) => faultWeight(b.faults) - faultWeight(a.faults));
    return [...refused.map((row) => ({ kind: 'rejected' as const, ...row })), ...faulty.slice(0, shownWorst)];
  }
}

/**
 * Reads a bounded beginning of a file in a dialect and gives what an analyst judges the reading by: the tables found so far
 * with their first rows, the records that would be rejected, and the records that look worst. Throws only what reading the
 * source throws.
 */
export async function previewFile(
  source: ByteSource,
  dialect: Dialect,
  most: number = previewedBytes,
): Promise<Result<Preview, ParseFailure>> {
  const opened = await openContent(source, dialect.member);
  if (!opened.ok) {
    return opened;
  }
  const beginning = beginningOf(opened.value.content, most, dialect.encoding);
  const sink = new Collector(beginning.wasCut);
  // A format that is no text reads where it likes: there the text of its cells is what is bounded.
  const isText = textFormat(dialect.format) !== null;
  const reading = readTables(beginning, { ...dialect, member: null }, sink);
  let summaries: readonly TableSummary[] | null = null;
  for (let step = await reading.next(); ; step = await reading.next()) {
    if (step.done === true) {
      if (!step.value.ok) {
        return step.value;
      }
      summaries = step.value.value;
      break;
    }
    if (!isText && sink.textBytes >= most) {
      await reading.return(ok([]));
      break;
    }
  }
  const isWhole = summaries !== null && !beginning.wasCut();
  const quotes = isWhole ? (summaries ?? []).map(({ endsInsideQuote }) => endsInsideQuote) : [];
  return ok({
    tables: sink.tables.map((table) => table.result()),
    rejected: sink.rejected(),
    worst: sink.worst(),
    isWhole,
    endsInsideQuote: quotes.find((line) => line !== null) ?? null,
  });
}
