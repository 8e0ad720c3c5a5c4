import type { FieldTypeId } from '#shared/domain/field-type-id.ts';
import type { Block, RejectedBatch, RejectedRow, RejectReason, SampleId } from '#shared/domain/sample.ts';
import type { KindFigure } from '#shared/expose/kind-figure.ts';
import type { PersonFigure } from '#shared/expose/person-figure.ts';
import type { ExposureLayer } from '#shared/expose/series.ts';
import type { Preview } from '#shared/parse/preview.ts';

/** What the worker must know of a stored sample to read its rows. */
export type SampleLayout = {
  readonly id: SampleId;
  readonly rows: number;
  readonly columnTypes: readonly FieldTypeId[];
  readonly blocks: readonly Block[];
  readonly rejectedBatches: readonly RejectedBatch[];
};

/**
 * Which rows are shown: all, those a search found, those behind one bar of the exposure chart, those with a point in time
 * of the type in a month (yyyymm) or a year (yyyy), those that hold some kinds of data, those whose own values say what
 * a figure of persons says, or those that speak against
 * the sample in one check (`total` in all, of which `rows` are known by their places).
 */
export type RowView =
  | { readonly kind: 'all' }
  | { readonly kind: 'against'; readonly check: string; readonly rows: readonly number[]; readonly total: number }
  | { readonly kind: 'search'; readonly searchId: string }
  | { readonly kind: 'behind-bar'; readonly fieldType: FieldTypeId; readonly layer: ExposureLayer }
  | { readonly kind: 'in-period'; readonly fieldType: FieldTypeId; readonly period: number }
  | { readonly kind: 'of-kinds'; readonly figure: KindFigure }
  | { readonly kind: 'of-persons'; readonly figure: PersonFigure };

/** A cell as it may be drawn: masked, unless its type says nothing of a person. */
export type MaskedCell = { readonly text: string; readonly masked: boolean };

/** One row as it may be drawn, with its place in the sample (first row = 0). A cell without a value is null. */
export type MaskedRow = { readonly row: number; readonly cells: readonly (MaskedCell | null)[] };

/** A value that stands inside the text of a cell, from `at` on (in UTF-16 units), as it may be drawn. */
export type MaskedSpan = { readonly at: number; readonly fieldType: FieldTypeId; readonly cell: MaskedCell };

/** One rejected record as it may be drawn. `table` is the one it was meant for, where that is another one; else null. */
export type MaskedRejected = Pick<RejectedRow, 'line' | 'reason'> & {
  readonly index: number;
  readonly masked: string;
  readonly table: string | null;
};

/** A reason why records are no rows, and how many there are. */
export type RejectedGroup = Preview['rejected']['groups'][number];

/** Which rejected records: those of one reason, or all of them. */
export type RejectedView = RejectReason | 'all';
