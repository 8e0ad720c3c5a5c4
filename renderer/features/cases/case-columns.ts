import type { Case } from '#shared/domain/case.ts';
import { fieldTypeIdSchema } from '#shared/domain/field-type-id.ts';
import { isOwnTypeId } from '#shared/domain/own-field-type.ts';
import { tlpLabels } from '#shared/domain/tlp.ts';
import { type CaseDimension, type CaseGroup, caseDimensionWords } from '#shared/expose/case-groups.ts';
import { sectorWords } from '#shared/expose/sector-words.ts';
import { counted } from '#shared/lib/counted.ts';
import type { ColumnChartData } from '../../ui/chart/column-chart.tsx';
import type { ChartFacts } from '../../ui/chart-document/chart-facts.ts';

/** Names under more columns than this could not be read; the numbers have them all. */
const mostColumns = 24;

const notes: Readonly<Record<CaseDimension, readonly string[]>> = {
  month: ['By the date of the listing where it is known, else by the day the case was opened.'],
  sector: ['As set under Law, else as the listing claims.'],
  country: [
    'The victim’s country as set under Law, else as the listing claims. A case with several countries counts in each.',
  ],
  'field-type': ['Types of which a sample has valid values. A case with several types counts in each.'],
};

const knownSectors = new Set(Object.values(sectorWords));

/** Whether the name of a group is a listing's or an analyst's own: the others are names of months, countries and types. */
function isGiven(key: string, dimension: CaseDimension): boolean {
  const type = fieldTypeIdSchema.safeParse(key);
  return (
    (dimension === 'sector' && !knownSectors.has(key)) ||
    (dimension === 'field-type' && type.success && isOwnTypeId(type.data))
  );
}

/** What the chart leaves out, where it does. */
function notShown(groups: readonly CaseGroup[], dimension: CaseDimension): readonly string[] {
  const [which, all] = dimension === 'month' ? ['latest', 'months'] : ['largest', 'groups'];
  return groups.length > mostColumns
    ? [`The chart shows the ${mostColumns} ${which} of ${groups.length} ${all}; the numbers, and n, hold all.`]
    : [];
}

type CasesCounted = {
  readonly cases: readonly Pick<Case, 'tlp' | 'updatedAt'>[];
  readonly dimension: CaseDimension;
  readonly groups: readonly CaseGroup[];
  /** Opens the cases of a group. */
  readonly open: (key: string) => void;
};

/** What makes the chart of cases a document. */
export function casesFacts({ cases, dimension, groups, open }: CasesCounted): ChartFacts {
  const word = caseDimensionWords[dimension];
  const latest = cases.map(({ updatedAt }) => updatedAt).toSorted();
  return {
    title: `Cases by ${word.toLowerCase()}`,
    n: `n = ${counted(cases.length, 'case')}`,
    asOf: (latest.at(-1) ?? '').slice(0, 10),
    // What is drawn of several cases goes to nobody who may not see each of them.
    marking: tlpLabels.find((label) => cases.some(({ tlp }) => tlp === label)) ?? tlpLabels[0],
    notes: [...notes[dimension], ...notShown(groups, dimension)],
    given: groups.filter(({ key }) => isGiven(key, dimension)).map(({ label }) => label),
    columns: [
      { label: word, isFigure: false },
      { label: 'Cases', isFigure: true },
    ],
    rows: groups.map(({ key, label, cases: count }) => ({
      key,
      cells: [{ value: label }, count === 0 ? { value: count } : { value: count, open: () => open(key) }],
    })),
  };
}

/** The chart of cases: of months the latest, of all else the largest groups. */
export function casesColumns(groups: readonly CaseGroup[], dimension: CaseDimension): ColumnChartData {
  return {
    ...{ color: '#0072b2', pattern: 'stripes' },
    layer: { key: 'cases', label: 'Cases' },
    columns: (dimension === 'month' ? groups.slice(-mostColumns) : groups.slice(0, mostColumns)).map(
      ({ key, label, cases }) => ({
        key,
        label,
        value: cases,
      }),
    ),
  };
}
