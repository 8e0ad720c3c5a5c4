import { maskValue } from '#shared/classify/mask.ts';
import { maskRecord } from '#shared/classify/mask-record.ts';
import { detectTable } from '#shared/classify/table.ts';
import { type FieldTypeId, unknownFieldType } from '#shared/domain/field-type-id.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import type { ByteSource } from '#shared/parse/byte-source.ts';
import { compareEncodings, type EncodingComparison } from '#shared/parse/compare-encodings.ts';
import type { ParseFailure } from '#shared/parse/outcome.ts';
import { type PreviewTable, previewFile, type WorstRecord } from '#shared/parse/preview.ts';
import type { FaultyRow } from '#shared/parse/worst-rows.ts';
import type {
  FilePreview,
  MaskedCell,
  PreviewCell,
  PreviewedEncodings,
  PreviewedTable,
  PreviewedWorst,
  PreviewRejected,
  PreviewRequest,
} from './sample-worker-api.ts';

/** How a preview's values are made ready for the page. */
type Drawing = {
  readonly cell: (type: FieldTypeId, value: string) => MaskedCell;
  readonly record: (raw: string) => MaskedCell;
};

const longestShown = 400;
/** A name of a column that looks like a value: the first record may be a person's and no header at all. */
const looksLikeValue = /\d{5}|@/;

function masked(text: string, clear: string): MaskedCell {
  return { text, masked: text !== clear.trim() };
}

const maskedDrawing: Drawing = {
  cell: (type, value) =>
    // Of a value of no known type its structure is left, so that its decoding can still be judged.
    type === unknownFieldType ? masked(maskRecord(value).trim(), value) : maskValue(type, value),
  record: (raw) => masked(maskRecord(raw), raw),
};

const clearDrawing: Drawing = {
  cell: (_type, value) => ({ text: value.slice(0, longestShown), masked: false }),
  record: (raw) => ({ text: raw.slice(0, longestShown), masked: false }),
};

function typesOf({ header, width, rows }: PreviewTable): readonly FieldTypeId[] {
  const columns = Array.from({ length: width }, (_, column) => rows.map(({ cells }) => cells[column] ?? ''));
  return detectTable(header, columns).map(({ fieldType }) => fieldType);
}

function drawCells(
  cells: readonly (string | null)[],
  types: readonly FieldTypeId[],
  { cell }: Drawing,
): readonly PreviewCell[] {
  return types.map((type, column) => {
    const value = cells[column] ?? null;
    return value === null ? null : cell(type, value);
  });
}

/** Of a cell that looks wrong its structure is left, whatever its column holds: it is judged by that. */
function drawFaulty(
  { cells, faults }: FaultyRow,
  types: readonly FieldTypeId[],
  drawing: Drawing,
): readonly PreviewCell[] {
  const faulty = new Set(faults.map(({ column }) => column));
  return drawCells(cells, types, drawing).map((cell, column) => {
    const value = cells[column] ?? null;
    return value !== null && faulty.has(column) ? drawing.record(value) : cell;
  });
}

function drawTable(table: PreviewTable, types: readonly FieldTypeId[], drawing: Drawing): PreviewedTable {
  const { name, header, rowsSeen, rejectedSeen } = table;
  const columns = types.map((fieldType, column) => {
    const named = header?.[column] ?? '';
    return { header: looksLikeValue.test(named) ? drawing.record(named) : { text: named, masked: false }, fieldType };
  });
  const rows = table.rows.map(({ row, cells }) => ({ row, cells: drawCells(cells, types, drawing) }));
  return { name, columns, hasNames: header !== null, rows, rowsSeen, rejectedSeen };
}

function drawEncodings(found: EncodingComparison | null, { record }: Drawing): PreviewedEncodings | null {
  return found === null
    ? null
    : {
        lines: found.lines,
        readings: found.readings.map(({ encoding, texts }) => ({ encoding, texts: texts.map(record) })),
      };
}

async function drawPreview(
  source: ByteSource,
  { dialect, encodings, most }: PreviewRequest,
  drawing: Drawing,
): Promise<Result<FilePreview, ParseFailure>> {
  const read = await previewFile(source, dialect, most);
  if (!read.ok) {
    return read;
  }
  const { tables, rejected, worst, isWhole, endsInsideQuote } = read.value;
  const types = new Map(tables.map((table) => [table.name, typesOf(table)]));
  const refused = ({ line, reason, raw }: (typeof rejected.first)[number]): PreviewRejected => ({
    ...{ line, reason, text: drawing.record(raw) },
  });
  const drawWorst = (found: WorstRecord): PreviewedWorst =>
    found.kind === 'rejected'
      ? { kind: 'rejected', ...refused(found) }
      : { ...found, cells: drawFaulty(found, types.get(found.table) ?? [], drawing) };
  return ok({
    tables: tables.map((table) => drawTable(table, types.get(table.name) ?? [], drawing)),
    rejected: { ...rejected, first: rejected.first.map(refused) },
    worst: worst.map(drawWorst),
    encodings: drawEncodings(await compareEncodings(source, dialect.member, encodings), drawing),
    isWhole,
    endsInsideQuote,
  });
}

/** What a dialect makes of a file's beginning, masked by what its columns seem to hold. */
export function previewMasked(source: ByteSource, request: PreviewRequest): Promise<Result<FilePreview, ParseFailure>> {
  return drawPreview(source, request, maskedDrawing);
}

/** The same in clear. */
export function previewInClear(
  source: ByteSource,
  request: PreviewRequest,
): Promise<Result<FilePreview, ParseFailure>> {
  return drawPreview(source, request, clearDrawing);
}
