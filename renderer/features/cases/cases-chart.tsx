import { Card, SegmentedControl, Stack } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { fieldTypeIdSchema } from '#shared/domain/field-type-id.ts';
import { isOwnTypeId } from '#shared/domain/own-field-type.ts';
import { tlpLabels } from '#shared/domain/tlp.ts';
import {
  type CaseDimension,
  type CaseGroup,
  caseDimensions,
  caseDimensionWords,
  groupCases,
} from '#shared/expose/case-groups.ts';
import { counted } from '#shared/lib/counted.ts';
import type { RecordedCase } from '../../storage/case-records.ts';
import { type ColumnChartData, drawColumnChart } from '../../ui/chart/column-chart.tsx';
import { ChartDocument } from '../../ui/chart-document/chart-document.tsx';
import type { ChartFacts } from '../../ui/chart-document/chart-facts.ts';
import { groupedCases } from './grouped-cases.ts';

/** Names under more columns than this could not be read; the numbers have them all. */
const mostColumns = 24;

const notes: Readonly<Record<CaseDimension, readonly string[]>> = {
  month: ['By the date of the listing where it is known, else by the day the case was opened.'],
  sector: ['As the listing claims.'],
  country: ['The victim’s country, as the listing claims.'],
  'field-type': ['Types of which a sample has valid values. A case with several types counts in each.'],
};

type ChartOfCasesProps = {
  readonly recorded: readonly RecordedCase[];
  /** Opens the cases of a group. */
  readonly open: (dimension: CaseDimension, key: string) => void;
};

/** Whether the name of a group is a listing's or an analyst's own: the others are names of months, countries and types. */
function isGiven(key: string, dimension: CaseDimension): boolean {
  const type = fieldTypeIdSchema.safeParse(key);
  return dimension === 'sector' || (dimension === 'field-type' && type.success && isOwnTypeId(type.data));
}

function factsOf(
  { recorded, open }: ChartOfCasesProps,
  dimension: CaseDimension,
  groups: readonly CaseGroup[],
): ChartFacts {
  const word = caseDimensionWords[dimension];
  const cases = recorded.map(({ of }) => of);
  const latest = cases.map(({ updatedAt }) => updatedAt).toSorted();
  return {
    title: `Cases by ${word.toLowerCase()}`,
    n: `n = ${counted(cases.length, 'case')}`,
    asOf: (latest.at(-1) ?? '').slice(0, 10),
    // What is drawn of several cases goes to nobody who may not see each of them.
    marking: tlpLabels.find((label) => cases.some(({ tlp }) => tlp === label)) ?? tlpLabels[0],
    notes: notes[dimension],
    given: groups.filter(({ key }) => isGiven(key, dimension)).map(({ label }) => label),
    columns: [
      { label: word, isFigure: false },
      { label: 'Cases', isFigure: true },
    ],
    rows: groups.map(({ key, label, cases: count }) => ({
      key,
      cells: [{ value: label }, count === 0 ? { value: count } : { value: count, open: () => open(dimension, key) }],
    })),
  };
}

function chartOf(groups: readonly CaseGroup[], isOverTime: boolean): ColumnChartData {
  return {
    ...{ color: '#0072b2', pattern: 'stripes' },
    layer: { key: 'cases', label: 'Cases' },
    columns: (isOverTime ? groups.slice(-mostColumns) : groups.slice(0, mostColumns)).map(({ key, label, cases }) => ({
      key,
      label,
      value: cases,
    })),
  };
}

/** How many cases there are by month, sector, country or field type; a column opens its cases. */
export function CasesChart({ recorded, open }: ChartOfCasesProps): ReactNode {
  const [dimension, setDimension] = useState<CaseDimension>('month');
  const grouped = useMemo(() => groupedCases(recorded), [recorded]);
  if (grouped.length === 0) {
    return null;
  }
  const groups = groupCases(grouped, dimension);
  return (
    <Card withBorder padding="md">
      <Stack gap="sm" align="stretch">
        <SegmentedControl
          aria-label="Count cases by"
          data={caseDimensions.map((value) => ({ value, label: caseDimensionWords[value] }))}
          value={dimension}
          onChange={(value) => setDimension(caseDimensions.find((known) => known === value) ?? 'month')}
        />
        <ChartDocument
          facts={factsOf({ recorded, open }, dimension, groups)}
          draw={(paper) => drawColumnChart(chartOf(groups, dimension === 'month'), paper)}
          open={(key) => open(dimension, key)}
          tableLabel={`Cases by ${caseDimensionWords[dimension].toLowerCase()}`}
        />
      </Stack>
    </Card>
  );
}
