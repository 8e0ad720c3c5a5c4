import { Card, SegmentedControl, Stack } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { type CaseDimension, caseDimensions, caseDimensionWords, groupCases } from '#shared/expose/case-groups.ts';
import type { RecordedCase } from '../../storage/case-records.ts';
import { drawColumnChart } from '../../ui/chart/column-chart.tsx';
import { drawRowChart } from '../../ui/chart/row-chart.tsx';
import { ChartDocument } from '../../ui/chart-document/chart-document.tsx';
import { casesByGroup, casesByMonth, casesFacts } from './case-documents.ts';
import { groupedCases } from './grouped-cases.ts';

type ChartOfCasesProps = {
  readonly recorded: readonly RecordedCase[];
  /** Opens the cases of a group. */
  readonly open: (dimension: CaseDimension, key: string) => void;
};

/** How many cases there are by month, sector, country or field type; a column or a bar opens its cases. */
export function CasesChart({ recorded, open }: ChartOfCasesProps): ReactNode {
  const [dimension, setDimension] = useState<CaseDimension>('month');
  const grouped = useMemo(() => groupedCases(recorded), [recorded]);
  if (grouped.length === 0) {
    return null;
  }
  const groups = groupCases(grouped, dimension);
  const openGroup = (key: string): void => open(dimension, key);
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
          facts={casesFacts({ cases: recorded.map(({ of }) => of), dimension, groups, open: openGroup })}
          draw={(paper) =>
            dimension === 'month'
              ? drawColumnChart(casesByMonth(groups), paper)
              : drawRowChart(casesByGroup(groups), paper)
          }
          open={openGroup}
          tableLabel={`Cases by ${caseDimensionWords[dimension].toLowerCase()}`}
        />
      </Stack>
    </Card>
  );
}
