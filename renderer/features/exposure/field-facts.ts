import type { Case } from '#shared/domain/case.ts';
import type { Claim } from '#shared/domain/claim.ts';
import { isOwnTypeId } from '#shared/domain/own-field-type.ts';
import type { Sample } from '#shared/domain/sample.ts';
import { partInWords, rowsCounted } from '#shared/expose/basis.ts';
import type { ClaimedSize } from '#shared/expose/claimed-size.ts';
import type { ExposureRow } from '#shared/expose/exposure.ts';
import { type Extrapolated, whyUnsound } from '#shared/expose/extrapolate.ts';
import { exposureLayers } from '#shared/expose/series.ts';
import { groupLabelOf } from '#shared/packs/field-types.ts';
import type { OpenMark } from '../../ui/chart/paper.ts';
import type { ChartCell, ChartColumn, ChartFacts } from '../../ui/chart-document/chart-facts.ts';
import { observedText, rangeText } from './fields-chart.ts';

const columns: readonly ChartColumn[] = [
  { label: 'Field type', isFigure: false },
  { label: 'Claimed', isFigure: false },
  { label: 'Filled', isFigure: true },
  { label: 'Valid', isFigure: true },
  { label: 'Distinct', isFigure: true },
  { label: 'Distinct is', isFigure: false, isFileOnly: true },
  { label: 'Rows counted', isFigure: true, isFileOnly: true },
  { label: 'Claimed records', isFigure: true, isFileOnly: true },
  ...['Extrapolated filled', 'Extrapolated valid'].flatMap((label) => [
    { label, isFigure: true },
    { label: `${label}, low (95 %)`, isFigure: true, isFileOnly: true },
    { label: `${label}, high (95 %)`, isFigure: true, isFileOnly: true },
  ]),
  { label: 'Group', isFigure: false, isFileOnly: true },
];

function claimedWords({ claimed, filled }: ExposureRow): string {
  return claimed ? (filled > 0 ? 'yes, and seen' : 'yes, not seen') : 'no';
}

function extrapolatedCells(at: Extrapolated | undefined): readonly ChartCell[] {
  return at === undefined
    ? [{ value: null }, { value: null }, { value: null }]
    : [{ value: at.rows, text: rangeText(at.low, at.high) }, { value: at.low }, { value: at.high }];
}

function cellsOf(row: ExposureRow, size: ClaimedSize | null, open: OpenMark): readonly ChartCell[] {
  const figures = exposureLayers.map((layer): ChartCell => {
    const value = row[layer];
    const text = observedText(value, layer === 'distinct' && row.distinctIsEstimate, row);
    return value === 0 ? { value } : { value, text, open: () => open(row.fieldType, layer) };
  });
  return [
    { value: row.label },
    { value: claimedWords(row) },
    ...figures,
    { value: row.distinctIsEstimate ? 'estimate' : 'exact' },
    { value: row.filled === 0 ? null : row.rows },
    { value: row.claimed ? (size?.records ?? null) : null },
    ...extrapolatedCells(row.extrapolated?.filled),
    ...extrapolatedCells(row.extrapolated?.valid),
    { value: groupLabelOf(row.group) },
  ];
}

function sizeInWords({ records, isSettled }: ClaimedSize): string {
  const text = `${records.toLocaleString('en')} records`;
  return isSettled ? `The seller claims ${text}.` : `The listing seems to claim ${text}; the claim is not confirmed.`;
}

/** What a reader must know of the three layers, or why one of them is missing. */
function layerNotes(n: number, size: ClaimedSize | null): readonly string[] {
  const apart = 'What is claimed, observed and extrapolated are three kinds of figures, each on its own scale.';
  if (size === null) {
    return [apart, 'No claim names a number of records, so nothing is extrapolated.'];
  }
  const claimed = sizeInWords(size);
  return n >= size.records
    ? [apart, `${claimed} The sample is not smaller than that, so nothing is extrapolated.`]
    : [
        apart,
        `${claimed} Extrapolated: the share in the rows counted (n = ${n.toLocaleString('en')}, where nothing else is said) times that number, with its Wilson 95 % interval. Different values are not extrapolated: they do not grow with the rows.`,
        whyUnsound,
      ];
}

/** The same, with which types do not rest on all rows. */
function notesOf(rows: readonly ExposureRow[], n: number, size: ClaimedSize | null): readonly string[] {
  return [...layerNotes(n, size), ...rows.map(partInWords).filter((words) => words !== '')];
}

/** The labels that the analyst gave. */
function ownLabels(rows: readonly ExposureRow[]): readonly string[] {
  return rows.filter(({ fieldType }) => isOwnTypeId(fieldType)).map(({ label }) => label);
}

/** The day on which the latest of some records was changed (ISO 8601). */
function lastDayOf(records: readonly Pick<Claim, 'updatedAt'>[]): string {
  const changed = records.map(({ updatedAt }) => updatedAt).sort();
  return changed.at(-1)?.slice(0, 10) ?? '';
}

/** What makes the chart of claimed fields a document, while nothing has been counted. */
export function claimedFieldFacts({ of, claims, rows, size }: Omit<FieldFacts, 'sample' | 'open'>): ChartFacts {
  return {
    title: `Fields that the seller claims: ${of.title}`,
    n: 'Nothing counted yet',
    asOf: lastDayOf(claims),
    marking: of.tlp,
    notes: [
      'None of this was seen in a sample.',
      size === null ? 'No claim names a number of records.' : sizeInWords(size),
    ],
    given: [of.title, ...ownLabels(rows)],
    columns: [
      { label: 'Field type', isFigure: false },
      { label: 'Claimed records', isFigure: true },
      { label: 'Group', isFigure: false },
    ],
    rows: rows.map(({ fieldType, label, group }) => ({
      key: String(fieldType),
      cells: [
        { value: label },
        size === null ? { value: null, text: 'no number' } : { value: size.records },
        { value: groupLabelOf(group) },
      ],
    })),
  };
}

type FieldFacts = {
  readonly of: Case;
  readonly sample: Sample;
  readonly claims: readonly Claim[];
  readonly rows: readonly ExposureRow[];
  readonly size: ClaimedSize | null;
  readonly open: OpenMark;
};

/** What makes the chart of field types a document. */
export function fieldFacts({ of, sample, claims, rows, size, open }: FieldFacts): ChartFacts {
  const n = rowsCounted(sample);
  return {
    title: `Exposed records by field type in ${sample.name}`,
    n: `n = ${n.toLocaleString('en')} rows`,
    asOf: lastDayOf([sample, ...claims]),
    marking: of.tlp,
    notes: notesOf(rows, n, size),
    given: [sample.name, ...ownLabels(rows)],
    columns,
    rows: rows.map((row) => ({ key: String(row.fieldType), cells: cellsOf(row, size, open) })),
  };
}
