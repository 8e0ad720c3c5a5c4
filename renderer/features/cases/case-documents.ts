import type { Case } from '#shared/domain/case.ts';
import { fieldTypeIdSchema } from '#shared/domain/field-type-id.ts';
import { isOwnTypeId } from '#shared/domain/own-field-type.ts';
import { tlpLabels } from '#shared/domain/tlp.ts';
import { type CaseDimension, type CaseGroup, caseDimensionWords } from '#shared/expose/case-groups.ts';
import { sectorWords } from '#shared/expose/sector-words.ts';
import { counted } from '#shared/lib/counted.ts';
import type { ColumnChartData } from '../../ui/chart/column-chart.tsx';
import type { RowChartData } from '../../ui/chart/row-chart.tsx';
import type { ChartFacts } from '../../ui/chart-document/chart-facts.ts';

/** More columns or rows than this could not be read; the numbers have them all. */
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

const look = { color: '#0072b2', pattern: 'stripes' } as const;
const layer = { key: 'cases', label: 'Cases' } as const;

/** The chart of cases by month: of more than it has room for the latest. */
export function casesByMonth(groups: readonly CaseGroup[]): ColumnChartData {
  return {
    ...{ ...look, layer },
    columns: groups.slice(-mostColumns).map(({ key, label, cases }) => ({ key, label, value: cases })),
  };
}

/** The chart of cases by what has a name too long to stand under a column: the largest groups, a row to each. */
export function casesByGroup(groups: readonly CaseGroup[]): RowChartData {
  return {
    panels: [{ ...layer, title: layer.label, part: 1, layers: [{ ...look, ...layer, form: 'bar' }] }],
    groups: [
      {
        label: '',
        categories: groups.slice(0, mostColumns).map(({ key, label, cases }) => ({
          ...{ key, label },
          marks: { [layer.key]: { value: cases, text: cases.toLocaleString('en') } },
        })),
      },
    ],
  };
}
