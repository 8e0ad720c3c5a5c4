import { maskValue } from '#shared/classify/mask.ts';
import { findSpans } from '#shared/classify/spans.ts';
import { type FieldTypeId, unknownFieldType } from '#shared/domain/field-type-id.ts';
import { type Block, rowsPerBlock } from '#shared/domain/sample.ts';
import { bearsOnKinds, rowsOfKinds } from '#shared/expose/kind-rows.ts';
import { bearsOnFigure, rowsOfPersons } from '#shared/expose/person-rows.ts';
import { type RowFilter, rowsBehind, rowsInPeriod } from '#shared/expose/row-filter.ts';
import { assertNever } from '#shared/lib/assert-never.ts';
import type { OpenSample } from './open-samples.ts';
import type { MaskedCell, MaskedRow, MaskedSpan, RowView } from './sample-worker-api.ts';

function textOf(cell: string | null): string {
  return cell ?? '';
}

/** The rows that a mark of a chart tells of. */
type FoundView = Extract<RowView, { kind: 'behind-bar' | 'in-period' | 'of-kinds' | 'of-persons' }>;

function filterOf(view: FoundView, types: readonly FieldTypeId[]): RowFilter {
  switch (view.kind) {
    case 'behind-bar':
      return rowsBehind(view.fieldType, view.layer);
    case 'in-period':
      return rowsInPeriod(view.period);
    case 'of-kinds':
      return rowsOfKinds(view.figure, types);
    case 'of-persons':
      return rowsOfPersons(view.figure, types);
    default:
      return assertNever(view);
  }
}

/** Whether the columns of a type must be read to find the rows. */
function isAsked(view: FoundView, type: FieldTypeId): boolean {
  switch (view.kind) {
    case 'of-kinds':
      return bearsOnKinds(view.figure, type);
    case 'of-persons':
      return bearsOnFigure(view.figure, type);
    default:
      return type === view.fieldType;
  }
}

/** Finds the rows behind a mark, in one pass over the columns that bear on it. */
async function findRows(sample: OpenSample, view: FoundView): Promise<Uint32Array> {
  const { columnTypes, blocks } = sample.layout;
  const columns = columnTypes.flatMap((type, column) => (isAsked(view, type) ? [column] : []));
  const filter = filterOf(
    view,
    columns.map((column) => columnTypes[column] ?? unknownFieldType),
  );
  const found: number[] = [];
  for (const block of blocks) {
    const cells = await Promise.all(columns.map(async (column) => (await sample.cells(block, column)).map(textOf)));
    for (const row of filter(cells, block.rows)) {
      found.push(block.firstRow + row);
    }
  }
  return Uint32Array.from(found);
}

/** The views of one open sample; the rows behind the last mark asked for are remembered. */
export class RowViews {
  readonly #sample: OpenSample;
  readonly #foundBy: (searchId: string) => Uint32Array | null;
  #last: { readonly name: string; readonly rows: Promise<Uint32Array> } | null = null;

  /** `foundBy`: the rows that a search found in this sample; null once they are forgotten. */
  constructor(sample: OpenSample, foundBy: (searchId: string) => Uint32Array | null) {
    this.#sample = sample;
    this.#foundBy = foundBy;
  }

  async #rowsOf(view: Exclude<RowView, { kind: 'all' }>): Promise<Uint32Array> {
    if (view.kind === 'against') {
      return Uint32Array.from(view.rows);
    }
    if (view.kind !== 'search') {
      return this.#rowsBehind(view);
    }
    const rows = this.#foundBy(view.searchId);
    if (rows === null) {
      throw new Error('What this search found is no longer in memory. Run the search again.');
    }
    return rows;
  }

  #rowsBehind(view: FoundView): Promise<Uint32Array> {
    const name = JSON.stringify(view);
    if (this.#last?.name !== name) {
      this.#last = { name, rows: findRows(this.#sample, view) };
    }
    return this.#last.rows;
  }

  /** How many rows the view has. */
  async count(view: RowView): Promise<number> {
    return view.kind === 'all' ? this.#sample.layout.rows : (await this.#rowsOf(view)).length;
  }

  /** The places of the rows of a view from `start` up to, not including, `end`. */
  async places(view: RowView, start: number, end: number): Promise<readonly number[]> {
    if (view.kind !== 'all') {
      return [...(await this.#rowsOf(view)).subarray(start, end)];
    }
    const last = Math.min(end, this.#sample.layout.rows);
    return Array.from({ length: Math.max(0, last - start) }, (_, index) => start + index);
  }
}

/** The block that holds a row. Blocks are rarely shorter than usual, so the search begins where the row should be. */
function blockOf(blocks: readonly Block[], row: number): Block {
  let at = Math.min(Math.floor(row / rowsPerBlock), blocks.length - 1);
  for (let block = blocks[at]; block !== undefined; block = blocks[at]) {
    if (row < block.firstRow) {
      at -= 1;
    } else if (row >= block.firstRow + block.rows) {
      at += 1;
    } else {
      return block;
    }
  }
  throw new Error(`No block holds row ${row}.`);
}

/** One cell in clear. */
export async function clearCell(sample: OpenSample, row: number, column: number): Promise<string> {
  const block = blockOf(sample.layout.blocks, row);
  return (await sample.cell(block, column, row - block.firstRow)) ?? '';
}

/** The values inside the text of one cell, as they may be drawn. */
export async function maskedSpans(sample: OpenSample, row: number, column: number): Promise<MaskedSpan[]> {
  const text = await clearCell(sample, row, column);
  return findSpans(text).map(({ start, end, fieldType }) => ({
    ...{ at: start, fieldType },
    cell: maskValue(fieldType, text.slice(start, end)),
  }));
}

/** One row as it may be drawn. */
export async function maskedRow(sample: OpenSample, row: number): Promise<MaskedRow> {
  const { columnTypes, blocks } = sample.layout;
  const block = blockOf(blocks, row);
  const cells = await Promise.all(
    columnTypes.map(async (type, column): Promise<MaskedCell | null> => {
      const value = await sample.cell(block, column, row - block.firstRow);
      return value === null ? null : maskValue(type, value);
    }),
  );
  return { row, cells };
}
