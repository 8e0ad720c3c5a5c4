import { fieldTypeGroups } from '#shared/domain/field-type-group.ts';
import type { ExposureRow } from '#shared/expose/exposure.ts';
import {
  type ChartLayer,
  type ExposureBar,
  type ExposureSeries,
  exposureSeries,
  type LayerKind,
} from '#shared/expose/series.ts';
import { groupLabelOf } from '#shared/packs/field-types.ts';
import type { MarkLook } from '../../ui/chart/mark-pattern.tsx';
import type { MarkForm, MarkValue } from '../../ui/chart/marks.tsx';
import type { RowCategory, RowChartData, RowPanel } from '../../ui/chart/row-chart.tsx';

/** Colours that stay apart for the colour-blind (Okabe and Ito), with a pattern each. */
const looks: Readonly<Record<ChartLayer, MarkLook>> = {
  claimed: { color: '#cc79a7', pattern: 'outline' },
  filled: { color: '#7a8a99', pattern: 'solid' },
  valid: { color: '#0072b2', pattern: 'stripes' },
  distinct: { color: '#b35900', pattern: 'dots' },
  'extrapolated-filled': { color: '#7a8a99', pattern: 'outline' },
  'extrapolated-valid': { color: '#0072b2', pattern: 'cross' },
};

/** Each kind of knowledge is a kind of mark in a panel of its own, so that none is taken for another. */
const panels: readonly { readonly kind: LayerKind; readonly form: MarkForm; readonly part: number }[] = [
  { kind: 'claimed', form: 'diamond', part: 2 },
  { kind: 'observed', form: 'bar', part: 5 },
  { kind: 'extrapolated', form: 'interval', part: 4 },
];

const titles: Readonly<Record<LayerKind, string>> = {
  claimed: 'Claimed',
  observed: 'Observed in the sample',
  extrapolated: 'Extrapolated',
};

/** What was counted of a type, in words, with the rows it was counted over where these are not all. */
export function observedText(
  value: number,
  isEstimate: boolean,
  { rows, ofRows }: Pick<ExposureRow, 'rows' | 'ofRows'>,
): string {
  const part = rows < ofRows ? ` in ${rows.toLocaleString('en')} rows` : '';
  return `${isEstimate ? '≈ ' : ''}${value.toLocaleString('en')}${part}`;
}

function textOf({ value, low, high, isEstimate }: ExposureBar, kind: LayerKind, row: ExposureRow): string {
  switch (kind) {
    case 'claimed':
      return value === null ? 'yes, no number' : value.toLocaleString('en');
    case 'observed':
      return observedText(value ?? 0, isEstimate, row);
    case 'extrapolated':
      return rangeText(low ?? 0, high ?? 0);
  }
}

/** An interval in words, short enough to stand beside its mark. */
export function rangeText(low: number, high: number): string {
  const short = (count: number): string =>
    count.toLocaleString('en', { notation: 'compact', maximumSignificantDigits: 4 });
  return `${short(low)}–${short(high)}`;
}

function markOf(bar: ExposureBar, { kind, behind }: ExposureSeries, row: ExposureRow): MarkValue {
  const { value, low, high } = bar;
  return {
    value: value ?? 0,
    ...(kind === 'extrapolated' && low !== null && high !== null ? { low, high } : {}),
    text: textOf(bar, kind, row),
    opens: behind !== null && (value ?? 0) > 0,
  };
}

function categoryOf(row: ExposureRow, at: number, series: readonly ExposureSeries[]): RowCategory {
  const marks = series.flatMap((one) => {
    const bar = one.bars[at];
    return bar === null || bar === undefined ? [] : [[one.layer, markOf(bar, one, row)] as const];
  });
  return { key: String(row.fieldType), label: row.label, marks: Object.fromEntries(marks) };
}

function panelsOf(series: readonly ExposureSeries[]): readonly RowPanel[] {
  return panels.flatMap(({ kind, form, part }) => {
    const layers = series
      .filter((one) => one.kind === kind && one.bars.some((bar) => bar !== null))
      .map(({ layer, label }) => ({ key: layer, label, form, ...looks[layer] }));
    return layers.length === 0 ? [] : [{ key: kind, title: titles[kind], part, layers }];
  });
}

function chartOf(rows: readonly ExposureRow[], series: readonly ExposureSeries[]): RowChartData {
  const placed = rows.map((row, at) => ({ group: row.group, category: categoryOf(row, at, series) }));
  return {
    panels: panelsOf(series),
    groups: fieldTypeGroups
      .map((group) => ({
        label: groupLabelOf(group),
        categories: placed.filter((one) => one.group === group).map(({ category }) => category),
      }))
      .filter(({ categories }) => categories.length > 0),
  };
}

/** The chart of a sample's exposure beside what is claimed and what it would mean at the claimed size. */
export function fieldsChart(rows: readonly ExposureRow[], size: number | null): RowChartData {
  return chartOf(rows, exposureSeries(rows, size));
}

/** The chart of what is claimed alone: where nothing was counted there is no zero to draw. */
export function claimedFieldsChart(rows: readonly ExposureRow[], size: number | null): RowChartData {
  return chartOf(
    rows,
    exposureSeries(rows, size).filter(({ kind }) => kind === 'claimed'),
  );
}
