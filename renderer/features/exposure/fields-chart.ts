import type { Case } from '#shared/domain/case.ts';
import type { Claim } from '#shared/domain/claim.ts';
import type { Sample } from '#shared/domain/sample.ts';
import { rowsCounted } from '#shared/expose/basis.ts';
import type { ExposureRow } from '#shared/expose/exposure.ts';
import { type ExposureLayer, exposureLayers, exposureSeries } from '#shared/expose/series.ts';
import { fieldTypeGroups } from '#shared/packs/field-type-pack.ts';
import { groupLabelOf } from '#shared/packs/field-types.ts';
import type { MarkLook } from '../../ui/chart/mark-pattern.tsx';
import type { OpenMark } from '../../ui/chart/paper.ts';
import type { RowCategory, RowChartData } from '../../ui/chart/row-chart.tsx';
import type { ChartCell, ChartFacts } from '../../ui/chart-document/chart-facts.ts';

/** Colours that stay apart for the colour-blind (Okabe and Ito), with a pattern each. */
const looks: Readonly<Record<ExposureLayer, MarkLook>> = {
  filled: { color: '#7a8a99', pattern: 'solid' },
  valid: { color: '#0072b2', pattern: 'stripes' },
  distinct: { color: '#b35900', pattern: 'dots' },
};

function figureText(value: number, isEstimate: boolean): string {
  return `${isEstimate ? '≈ ' : ''}${value.toLocaleString('en')}`;
}

/** The chart of what a sample shows, by the groups of the taxonomy. */
export function fieldsChart(rows: readonly ExposureRow[]): RowChartData {
  const seen = rows.filter(({ filled }) => filled > 0);
  const series = exposureSeries(seen);
  const categoryOf = (at: number, { fieldType, label }: ExposureRow): RowCategory => ({
    key: String(fieldType),
    label,
    marks: Object.fromEntries(
      series.flatMap(({ layer, bars }) => {
        const bar = bars[at];
        return bar === undefined
          ? []
          : [[layer, { value: bar.value, text: figureText(bar.value, bar.isEstimate), opens: bar.value > 0 }]];
      }),
    ),
  });
  const placed = seen.map((row, at) => ({ group: row.group, category: categoryOf(at, row) }));
  const layers = series.map(({ layer, label }) => ({ key: layer, label, form: 'bar' as const, ...looks[layer] }));
  return {
    panels: [{ key: 'observed', title: 'Observed in the sample', part: 1, layers }],
    groups: fieldTypeGroups
      .map((group) => ({
        label: groupLabelOf(group),
        categories: placed.filter((one) => one.group === group).map(({ category }) => category),
      }))
      .filter(({ categories }) => categories.length > 0),
  };
}

type FieldFacts = {
  readonly of: Case;
  readonly sample: Sample;
  readonly claims: readonly Claim[];
  readonly rows: readonly ExposureRow[];
  readonly open: OpenMark;
};

function claimedWords({ claimed, filled }: ExposureRow): string {
  return claimed ? (filled > 0 ? 'yes, and seen' : 'yes, not seen') : 'no';
}

function cellsOf(row: ExposureRow, open: OpenMark): readonly ChartCell[] {
  const figures = exposureLayers.map((layer): ChartCell => {
    const value = row[layer];
    const text = figureText(value, layer === 'distinct' && row.distinctIsEstimate);
    return value === 0 ? { value } : { value, text, open: () => open(row.fieldType, layer) };
  });
  return [
    { value: row.label },
    { value: claimedWords(row) },
    ...figures,
    { value: row.distinctIsEstimate ? 'estimate' : 'exact' },
    { value: groupLabelOf(row.group) },
  ];
}

/** What makes the chart of field types a document. */
export function fieldFacts({ of, sample, claims, rows, open }: FieldFacts): ChartFacts {
  const changed = [sample, ...claims].map(({ updatedAt }) => updatedAt).sort();
  return {
    title: `Exposed records by field type in ${sample.name}`,
    n: `n = ${rowsCounted(sample).toLocaleString('en')} rows`,
    asOf: changed.at(-1)?.slice(0, 10) ?? '',
    marking: of.tlp,
    notes: ['Counted in the sample. What the seller claims is not in these bars.'],
    columns: [
      { label: 'Field type', isFigure: false },
      { label: 'Claimed', isFigure: false },
      { label: 'Filled', isFigure: true },
      { label: 'Valid', isFigure: true },
      { label: 'Distinct', isFigure: true },
      { label: 'Distinct is', isFigure: false },
      { label: 'Group', isFigure: false },
    ],
    rows: rows.map((row) => ({ key: String(row.fieldType), cells: cellsOf(row, open) })),
  };
}
