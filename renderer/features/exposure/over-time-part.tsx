import { EmptyState, Stack, Text } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Case } from '#shared/domain/case.ts';
import { isOwnTypeId } from '#shared/domain/own-field-type.ts';
import type { Sample } from '#shared/domain/sample.ts';
import { figuresRestOn, partInWords, rowsCounted } from '#shared/expose/basis.ts';
import { type OverTime, overTime, periodText } from '#shared/expose/over-time.ts';
import { counted } from '#shared/lib/counted.ts';
import { type ColumnChartData, drawColumnChart } from '../../ui/chart/column-chart.tsx';
import { ChartDocument } from '../../ui/chart-document/chart-document.tsx';
import type { ChartFacts } from '../../ui/chart-document/chart-facts.ts';
import { ContextPanel } from '../../ui/frame/context-panel.tsx';
import type { ExposurePartProps } from './part.ts';

function chartOf({ periods }: OverTime): ColumnChartData {
  return {
    ...{ color: '#0072b2', pattern: 'stripes' },
    layer: { key: 'rows', label: 'Rows' },
    columns: periods.map(({ period, rows }) => ({ key: String(period), label: periodText(period), value: rows })),
  };
}

function notesOf({ label, of, unit, untold }: OverTime, sample: Sample): readonly string[] {
  const notes = ['By the date as it stands in the table, in the zone it was written in.'];
  if (unit === 'year') {
    notes.push(
      'The months span more than four years, so they are put together by year; a row counts once for each month.',
    );
  }
  if (untold > 0) {
    notes.push(`Of ${counted(untold, 'value')} the month cannot be told, as in 04/03/2024; they are in no column.`);
  }
  const part = partInWords({ label, rows: of, ofRows: rowsCounted(sample) });
  return part === '' ? notes : [...notes, part];
}

type Shown = { readonly of: Case; readonly sample: Sample; readonly series: OverTime };

function factsOf({ of, sample, series }: Shown, open: (period: number) => void): ChartFacts {
  const { fieldType, label, unit, periods } = series;
  return {
    title: `Rows by ${unit}: ${label}, in ${sample.name}`,
    n: `n = ${counted(series.of, 'row')}`,
    asOf: sample.updatedAt.slice(0, 10),
    marking: of.tlp,
    notes: notesOf(series, sample),
    given: [sample.name, ...(isOwnTypeId(fieldType) ? [label] : [])],
    columns: [
      { label: unit === 'month' ? 'Month' : 'Year', isFigure: false },
      { label: 'Rows', isFigure: true },
    ],
    rows: periods.map(({ period, rows }) => ({
      key: String(period),
      cells: [{ value: periodText(period) }, rows === 0 ? { value: rows } : { value: rows, open: () => open(period) }],
    })),
  };
}

/** When what the rows tell of was done: transactions and other points in time, by month. */
export function OverTimePart({ of, sample, openRows }: ExposurePartProps): ReactNode {
  const all = overTime(sample);
  if (all.length === 0) {
    return (
      <EmptyState
        mt={40}
        icon={<IconCalendar aria-hidden />}
        title="No time to show"
        description="No column of this sample is an order time or another point in time, or it was imported before months were counted. Say what a column holds under Samples."
      />
    );
  }
  return (
    <Stack gap="xl">
      <Text size="sm">{figuresRestOn(sample)} Press a column to see the rows of that time.</Text>
      {all.map((series) => {
        const open = (period: number): void => openRows(sample.id, series.fieldType, period);
        return (
          <ChartDocument
            key={series.fieldType}
            facts={factsOf({ of, sample, series }, open)}
            draw={(paper) => drawColumnChart(chartOf(series), paper)}
            open={(period) => open(Number(period))}
            tableLabel={`${series.label} by ${series.unit}`}
          />
        );
      })}
      <ContextPanel>
        <Stack gap="xs">
          <Text fw={600} size="sm">
            How to read this
          </Text>
          <Text size="sm">
            Each row counts in the month of its date, whether the date is an order, a payment or a log-in. A date of
            birth is not counted here. A row with two dates of one type in different months counts in both.
          </Text>
          <Text size="sm">
            Where the data ends tells when it was taken at the earliest. A flat line over nights and holidays, or an end
            on one day, is a matter for Verify.
          </Text>
        </Stack>
      </ContextPanel>
    </Stack>
  );
}
