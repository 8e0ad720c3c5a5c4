import { type TableSummary, TableWriter } from '../kernel/table-writer.ts';
import { counted } from '../lib/counted.ts';
import type { TableSink } from './table-format.ts';
import {
  continuedNames,
  examinedRows,
  judgeHeader,
  type NamedColumns,
  spanOf,
  valueColumns,
  withoutTitle,
} from './xlsx-header.ts';
import type { SheetRow } from './xlsx-sheet.ts';

/** A row with more text than this is rejected; of its text the beginning is kept. */
const longestRow = 1 << 20;
const keptOfLongRow = 1 << 16;

/** The letters of a column as Excel shows them. */
function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last;
}

/** Turns the rows of a sheet into a table. It is opened by its first row: a sheet without one is no table. */
export class SheetTable {
  private readonly name: string;
  private readonly chosen: boolean | null;
  private readonly before: NamedColumns | null;
  private readonly sink: TableSink;
  private readonly places = new Map<number, number>();
  private readonly overlong = new Map<number, number>();
  /** The first rows, until it is clear which of them is the header. */
  private readonly held: SheetRow[] = [];
  private writer: TableWriter | null = null;
  private headers: ReadonlyMap<number, string> = new Map();
  private holdValues: ReadonlyMap<number, boolean> = new Map();

  /** `chosen` says whether the first row is a header; null leaves that to the sheet, and to its likeness to the one `before`. */
  constructor(name: string, chosen: boolean | null, before: NamedColumns | null, sink: TableSink) {
    this.name = name;
    this.chosen = chosen;
    this.before = before;
    this.sink = sink;
  }

  /** How the columns are named, for a sheet that goes on with this one; null of a sheet without rows. */
  get named(): NamedColumns | null {
    return this.writer === null ? null : { names: this.headers, holdValues: this.holdValues };
  }

  add(row: SheetRow): void {
    if (this.writer !== null) {
      this.addRow(row, this.writer);
      return;
    }
    this.held.push(row);
    const isClear =
      this.chosen === null ? this.held.length >= examinedRows : !(this.chosen && withoutTitle(this.held).isOpen);
    if (isClear) {
      this.begin();
    }
  }

  /** Opens the table with the rows held so far; the titles above its header are no rows. */
  private begin(): void {
    const writer = new TableWriter(this.name, this.sink, this.sink.openTable(this.name));
    this.writer = writer;
    const held = this.held.splice(0);
    const hasHeader = this.chosen ?? judgeHeader(held, this.before).hasHeader;
    const { titles, isOpen } = withoutTitle(held);
    const above = hasHeader && !isOpen ? titles : 0;
    for (const row of held.slice(0, above)) {
      writer.reject({ line: row.number, reason: 'too-few-cells', raw: row.cells.map(({ text }) => text).join('\t') });
    }
    const [first, ...following] = held.slice(above);
    if (first === undefined) {
      return;
    }
    const rows = hasHeader ? following : [first, ...following];
    this.nameColumns(first, hasHeader, rows);
    for (const column of spanOf(first)) {
      this.placeOf(column, writer);
    }
    rows.forEach((row) => void this.addRow(row, writer));
  }

  private nameColumns(first: SheetRow, hasHeader: boolean, rows: readonly SheetRow[]): void {
    const own = new Map(spanOf(first).map((column) => [column, '']));
    for (const { column, text } of first.cells) {
      own.set(column, text);
    }
    const continued = this.chosen === null ? continuedNames(rows, this.before) : null;
    this.headers = hasHeader ? own : (continued ?? new Map());
    this.holdValues = valueColumns(rows.slice(0, examinedRows));
  }

  /** What the table came to; null when the sheet has no rows. */
  end(): TableSummary | null {
    if (this.held.length > 0) {
      this.begin();
    }
    if (this.writer === null) {
      return null;
    }
    const notes = [...this.overlong]
      .sort(([a], [b]) => a - b)
      .map(([column, count]) => this.overlongNote(column, count));
    const summary = this.writer.end();
    return notes.length === 0 ? summary : { ...summary, notes };
  }

  private placeOf(column: number, writer: TableWriter): number {
    const known = this.places.get(column);
    if (known !== undefined) {
      return known;
    }
    const place = writer.addColumn(this.headers.get(column) ?? '');
    this.places.set(column, place);
    return place;
  }

  private addRow({ number, cells, isSound }: SheetRow, writer: TableWriter): void {
    const length = cells.reduce((sum, { text }) => sum + text.length, 0);
    if (!isSound || length > longestRow) {
      const raw = cells.map(({ text }) => text).join('\t');
      const reason = isSound ? 'too-long' : 'malformed-entry';
      writer.reject({ line: number, reason, raw: raw.length > longestRow ? raw.slice(0, keptOfLongRow) : raw });
      return;
    }
    for (const { column, text, isOverlong } of cells) {
      writer.set(this.placeOf(column, writer), text);
      if (isOverlong) {
        this.overlong.set(column, (this.overlong.get(column) ?? 0) + 1);
      }
    }
    writer.endRow();
  }

  private overlongNote(column: number, count: number): string {
    const header = this.headers.get(column) ?? '';
    const name = header === '' ? lettersOf(column) : `${lettersOf(column)} (“${header}”)`;
    const numbers = counted(count, 'number');
    return `Column ${name} holds ${numbers} of more than 15 digits: Excel keeps 15 and has already rounded the rest.`;
  }
}
