/*
 * A thin reader of our own over zip.js and saxes. The libraries for workbooks that were looked at (SheetJS,
 * read-excel-file, ExcelJS) turn numbers into doubles and dates into moments of the local zone before one sees them, and
 * most hold the whole sheet. Here each number keeps the digits that the file holds, and rows stream.
 */
import type { TableSummary } from '../kernel/table-writer.ts';
import { counted } from '../lib/counted.ts';
import type { ByteSource } from './byte-source.ts';
import { ParseProblem } from './outcome.ts';
import type { BinaryFormat, FormatDialect, Recognition, TableSink } from './table-format.ts';
import { examinedRows, judgeHeader, type NamedColumns } from './xlsx-header.ts';
import { readSheet, type SheetRow } from './xlsx-sheet.ts';
import { SheetTable } from './xlsx-table.ts';
import { readWorkbook, type Sheet, type Workbook } from './xlsx-workbook.ts';
import { readZipDirectory, startsAsZip } from './zip.ts';

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

async function recognise(source: ByteSource, decided: Partial<FormatDialect>): Promise<Recognition | null> {
  const workbook = await openWorkbook(source);
  if (workbook === null) {
    return null;
  }
  const header = judgeHeader(await firstRows(workbook), null);
  const [one, ...more] = workbook.sheets;
  const isJudged = decided.hasHeader === undefined && one !== undefined && more.length > 0;
  return {
    score: 1,
    dialect: {
      ...{ format: 'xlsx', separator: '', quote: '"', hasHeader: header.hasHeader, width: null, shortRows: 'fill' },
      ...(isJudged ? { headerByTable: true } : {}),
      ...decided,
    },
    reasons: [
      `It is a workbook with ${counted(workbook.sheets.length, 'sheet')}.`,
      ...(decided.hasHeader === undefined ? [header.reason] : []),
      ...(isJudged ? ['Whether a further sheet has a header is judged by its own first rows.'] : []),
    ],
  };
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
  { hasHeader, headerByTable = false }: FormatDialect,
  sink: TableSink,
): AsyncGenerator<void, readonly TableSummary[]> {
  const workbook = await openWorkbook(source);
  if (workbook === null) {
    throw new ParseProblem({ kind: 'damaged', why: 'it is no workbook' });
  }
  const summaries: TableSummary[] = [];
  const taken = new Set<string>();
  let before: NamedColumns | null = null;
  for (const sheet of workbook.sheets) {
    const table: SheetTable = new SheetTable(tableName(sheet, taken), headerByTable ? null : hasHeader, before, sink);
    yield* readSheet(sheet.part, workbook, (row) => table.add(row));
    const summary = table.end();
    if (summary !== null) {
      summaries.push(summary);
      before = table.named;
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
