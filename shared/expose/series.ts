import type { FieldTypeId } from '../domain/field-type-id.ts';
import { assertNever } from '../lib/assert-never.ts';
import type { ExposureRow } from './exposure.ts';

/** The three figures that are counted in a sample, each with rows behind it. */
export const exposureLayers = ['filled', 'valid', 'distinct'] as const;
export type ExposureLayer = (typeof exposureLayers)[number];

/** Every layer that the exposure chart can draw of a field type. */
const chartLayers = ['claimed', ...exposureLayers, 'extrapolated-filled', 'extrapolated-valid'] as const;
export type ChartLayer = (typeof chartLayers)[number];

/** What kind of knowledge a layer is. Layers of different kinds are never drawn on one scale, stacked or added. */
export type LayerKind = 'claimed' | 'observed' | 'extrapolated';

/**
 * One mark: the figure of a field type in its layer, in rows or, for `distinct`, different values. `low` and `high` are the
 * ends of its interval and equal the value where it is counted. A claim that names no size has the value null.
 */
export type ExposureBar = {
  readonly fieldType: FieldTypeId;
  readonly label: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly isEstimate: boolean;
};

/** The marks of one layer, in the order of the rows; null where the layer says nothing of a type. */
export type ExposureSeries = {
  readonly layer: ChartLayer;
  readonly kind: LayerKind;
  /** The counted layer whose rows lie behind the marks; null where none do. */
  readonly behind: ExposureLayer | null;
  readonly label: string;
  readonly bars: readonly (ExposureBar | null)[];
};

type LayerFacts = Pick<ExposureSeries, 'kind' | 'behind' | 'label'>;

const layers: Readonly<Record<ChartLayer, LayerFacts>> = {
  claimed: { kind: 'claimed', behind: null, label: 'Claimed by the seller' },
  filled: { kind: 'observed', behind: 'filled', label: 'Rows with a value' },
  valid: { kind: 'observed', behind: 'valid', label: 'Rows with a valid value' },
  distinct: { kind: 'observed', behind: 'distinct', label: 'Different values' },
  'extrapolated-filled': { kind: 'extrapolated', behind: 'filled', label: 'With a value, extrapolated' },
  'extrapolated-valid': { kind: 'extrapolated', behind: 'valid', label: 'Valid, extrapolated' },
};

/** The counted layer whose rows lie behind the marks of a layer; null for a name that is no layer, or that has no rows. */
export function behindLayer(name: string): ExposureLayer | null {
  const layer = chartLayers.find((known) => known === name);
  return layer === undefined ? null : layers[layer].behind;
}

type Figure = Pick<ExposureBar, 'value' | 'low' | 'high' | 'isEstimate'>;

function countedFigure(value: number | null, isEstimate = false): Figure {
  return { value, low: value, high: value, isEstimate };
}

function figureOf(row: ExposureRow, layer: ChartLayer, size: number | null): Figure | null {
  switch (layer) {
    case 'claimed':
      return row.claimed ? countedFigure(size) : null;
    case 'filled':
    case 'valid':
      return countedFigure(row[layer]);
    case 'distinct':
      return countedFigure(row.distinct, row.distinctIsEstimate);
    case 'extrapolated-filled':
    case 'extrapolated-valid': {
      const at = row.extrapolated?.[layer === 'extrapolated-filled' ? 'filled' : 'valid'];
      return at === undefined ? null : { value: at.rows, low: at.low, high: at.high, isEstimate: true };
    }
    default:
      return assertNever(layer);
  }
}

/**
 * The exposure as series for a chart, one for each layer. `size` is how many records the seller claims (null: no number),
 * which is what a claim of a field is a claim of.
 */
export function exposureSeries(rows: readonly ExposureRow[], size: number | null): ExposureSeries[] {
  return chartLayers.map((layer) => ({
    layer,
    ...layers[layer],
    bars: rows.map((row) => {
      const figure = figureOf(row, layer, size);
      return figure === null ? null : { fieldType: row.fieldType, label: row.label, ...figure };
    }),
  }));
}
