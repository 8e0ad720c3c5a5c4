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
