import type { FieldTypeId } from '../domain/field-type-id.ts';
import type { ExposureRow } from './exposure.ts';

/** The three figures the exposure chart can draw of a field type. */
export const exposureLayers = ['filled', 'valid', 'distinct'] as const;
export type ExposureLayer = (typeof exposureLayers)[number];

/** One bar: a field type with the figure of its layer, in rows (`filled`, `valid`) or different values (`distinct`). */
export type ExposureBar = {
  readonly fieldType: FieldTypeId;
  readonly label: string;
  readonly value: number;
  readonly isEstimate: boolean;
  readonly claimed: boolean;
};

/** The bars of one layer, in the order of the rows. */
export type ExposureSeries = {
  readonly layer: ExposureLayer;
  readonly label: string;
  readonly bars: readonly ExposureBar[];
};

const layerLabels: Readonly<Record<ExposureLayer, string>> = {
  filled: 'Rows with a value',
  valid: 'Rows with a valid value',
  distinct: 'Different values',
};

/** The exposure as series for a bar chart, one for each layer asked for. */
export function exposureSeries(
  rows: readonly ExposureRow[],
  layers: readonly ExposureLayer[] = exposureLayers,
): ExposureSeries[] {
  return layers.map((layer) => ({
    layer,
    label: layerLabels[layer],
    bars: rows.map(({ fieldType, label, claimed, distinctIsEstimate, ...figures }) => ({
      fieldType,
      label,
      claimed,
      value: figures[layer],
      isEstimate: layer === 'distinct' && distinctIsEstimate,
    })),
  }));
}

function columnText(cells: readonly string[], isNumber: boolean): string[] {
  const width = Math.max(...cells.map(({ length }) => length));
  return cells.map((cell) => (isNumber ? cell.padStart(width) : cell.padEnd(width)));
}

/** The exposure as a plain-text table for a console: label, claimed, filled, valid, distinct (`~` before an estimate). */
export function exposureTable(rows: readonly ExposureRow[]): string {
  const columns = [
    columnText(['Field type', ...rows.map(({ label }) => label)], false),
    columnText(['Claimed', ...rows.map(({ claimed }) => (claimed ? 'yes' : '-'))], false),
    columnText(['Filled', ...rows.map(({ filled }) => String(filled))], true),
    columnText(['Valid', ...rows.map(({ valid }) => String(valid))], true),
    columnText(
      ['Distinct', ...rows.map(({ distinct, distinctIsEstimate }) => `${distinctIsEstimate ? '~' : ''}${distinct}`)],
      true,
    ),
  ];
  const lines = Array.from({ length: rows.length + 1 }, (_, line) =>
    columns
      .map((column) => column[line] ?? '')
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}
