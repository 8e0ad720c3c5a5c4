/*
 * A thin reader of our own over zip.js and saxes. The libraries for workbooks that were looked at (SheetJS,
 * read-excel-file, ExcelJS) turn numbers into doubles and dates into moments of the local zone before one sees them, and
 * most hold the whole sheet. Here each number keeps the digits that the file holds, and rows stream.
 */
import { type TableSummary, TableWriter } from '../kernel/table-writer.ts';
import { counted } from '../lib/counted.ts';
import type { ByteSource } from './byte-source.ts';
import { guessHeader } from './header-guess.ts';
import { ParseProblem } from './outcome.ts';
import type { BinaryFormat, FormatDialect, Recognition, TableSink } from './table-format.ts';
import { readSheet, type SheetRow } from './xlsx-sheet.ts';
import { readWorkbook, type Sheet, type Workbook } from './xlsx-workbook.ts';
import { readZipDirectory, startsAsZip } from './zip.ts';

/** So many rows tell whether the first is a header. */
const examinedRows = 100;
/** A row with more text than this is rejected; of its text the beginning is kept. */
const longestRow = 1 << 20;
const keptOfLongRow = 1 << 16;
/** So many rows above the header may hold a title each. */
const mostTitles = 5;

async function openWorkbook(source: ByteSource): Promise<Workbook | null> {
  if (!startsAsZip(await source.slice(0, 4))) {
    return null;
  }
  const members = await readZipDirectory(source);
  if (!members.ok) {
    throw new ParseProblem(members.error);
  }
  return readWorkbook(members.value);
}

/** The first rows of the first sheet that has any. */
async function firstRows(workbook: Workbook): Promise<readonly SheetRow[]> {
  const rows: SheetRow[] = [];
  for (const { part } of workbook.sheets) {
    for await (const _ of readSheet(part, workbook, (row) => rows.push(row))) {
      if (rows.length > examinedRows) {
        break;
      }
    }
    if (rows.length > 0) {
      break;
    }
  }
  return rows.slice(0, examinedRows);
}

function textsOf({ cells }: SheetRow, width: number): string[] {
  const texts = Array.from({ length: width }, () => '');
  for (const { column, text } of cells) {
    if (column < width) {
      texts[column] = text;
    }
  }
  return texts;
}

async function recognise(source: ByteSource): Promise<Recognition | null> {
  const workbook = await openWorkbook(source);
  if (workbook === null) {
    return null;
  }
  const [first, ...following] = withoutTitle(await firstRows(workbook)).rows;
  const width = first === undefined ? 0 : Math.max(...first.cells.map(({ column }) => column)) + 1;
  const header = guessHeader(
    first === undefined ? [] : textsOf(first, width),
    following.map((row) => textsOf(row, width)),
  );
  const dialect: FormatDialect = {
    ...{ format: 'xlsx', separator: '', quote: '"', hasHeader: header.hasHeader, width: null, shortRows: 'fill' },
  };
  return {
    score: 1,
    dialect,
    reasons: [`It is a workbook with ${counted(workbook.sheets.length, 'sheet')}.`, header.reason],
  };
}

/**
 * Parts the rows above a header from a sheet's first rows: up to five of a single cell, and then one of three at least.
 * `isOpen` is true as long as more rows may decide.
 */
function withoutTitle(rows: readonly SheetRow[]): { titles: number; isOpen: boolean; rows: readonly SheetRow[] } {
  const wide = rows.findIndex(({ cells }) => cells.length > 1);
  const isTitled = wide > 0 && wide <= mostTitles && (rows[wide]?.cells.length ?? 0) > 2;
  const titles = isTitled ? wide : 0;
  return { titles, isOpen: wide < 0 && rows.length <= mostTitles, rows: rows.slice(titles) };
}

/** The letters of a column as Excel shows them. */
function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last;
}

/** Turns the rows of a sheet into a table. It is opened by its first row: a sheet without one is no table. */
class SheetTable {
  private readonly name: string;
  private readonly hasHeader: boolean;
  private readonly sink: TableSink;
  private readonly places = new Map<number, number>();
  private readonly overlong = new Map<number, number>();
  /** The first rows, until it is clear which of them is the header. */
  private readonly held: SheetRow[] = [];
  private writer: TableWriter | null = null;
  private headers: ReadonlyMap<number, string> = new Map();

  constructor(name: string, hasHeader: boolean, sink: TableSink) {
    this.name = name;
    this.hasHeader = hasHeader;
    this.sink = sink;
  }

  add(row: SheetRow): void {
    if (this.writer !== null) {
      this.addRow(row, this.writer);
      return;
    }
    this.held.push(row);
    const { titles, isOpen } = withoutTitle(this.held);
    if (!(this.hasHeader && isOpen)) {
      this.begin(this.hasHeader ? titles : 0);
    }
  }

  /** Opens the table with the rows held so far; the titles above its header are no rows. */
  private begin(titles: number): TableWriter {
    const writer = new TableWriter(this.name, this.sink, this.sink.openTable(this.name));
    this.writer = writer;
    const rows = this.held.splice(0);
    for (const row of rows.slice(0, titles)) {
      writer.reject({ line: row.number, reason: 'too-few-cells', raw: row.cells.map(({ text }) => text).join('\t') });
    }
    const [first, ...following] = rows.slice(titles);
    if (first !== undefined) {
      this.open(first, writer);
      (this.hasHeader ? following : [first, ...following]).forEach((row) => void this.addRow(row, writer));
    }
    return writer;
  }

  /** What the table came to; null when the sheet has no rows. */
  end(): TableSummary | null {
    if (this.held.length > 0) {
      this.begin(0);
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

  /** Makes the columns from the first to the last cell of the first row, which names them if it is a header. */
  private open(row: SheetRow, writer: TableWriter): void {
    this.headers = new Map(this.hasHeader ? row.cells.map(({ column, text }) => [column, text]) : []);
    const columns = row.cells.map(({ column }) => column);
    for (let column = Math.min(...columns); column <= Math.max(...columns); column++) {
      this.placeOf(column, writer);
    }
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
    const header = this.headers.get(column);
    const name = header === undefined ? lettersOf(column) : `${lettersOf(column)} (“${header}”)`;
    const numbers = counted(count, 'number');
    return `Column ${name} holds ${numbers} of more than 15 digits: Excel keeps 15 and has already rounded the rest.`;
  }
}

/** A name for each sheet that no other has. */
function tableName({ name }: Sheet, taken: Set<string>): string {
  let free = name;
  for (let count = 2; taken.has(free); count++) {
    free = `${name} (${count})`;
  }
  taken.add(free);
  return free;
}

async function* read(
  source: ByteSource,
  { hasHeader }: FormatDialect,
  sink: TableSink,
): AsyncGenerator<void, readonly TableSummary[]> {
  const workbook = await openWorkbook(source);
  if (workbook === null) {
    throw new ParseProblem({ kind: 'damaged', why: 'it is no workbook' });
  }
  const summaries: TableSummary[] = [];
  const taken = new Set<string>();
  for (const sheet of workbook.sheets) {
    const table = new SheetTable(tableName(sheet, taken), hasHeader, sink);
    yield* readSheet(sheet.part, workbook, (row) => table.add(row));
    const summary = table.end();
    if (summary !== null) {
      summaries.push(summary);
    }
  }
  return summaries;
}

/** Excel workbooks (.xlsx, .xlsm): each sheet with cells is a table. */
export const xlsx: BinaryFormat = {
  id: 'xlsx',
  label: 'Excel workbook',
  extensions: ['.xlsx', '.xlsm'],
  recognise,
  read,
};
