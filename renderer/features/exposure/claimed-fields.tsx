import { Stack, Text } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { claimedSize } from '#shared/expose/claimed-size.ts';
import { exposureOf } from '#shared/expose/exposure.ts';
import { drawRowChart } from '../../ui/chart/row-chart.tsx';
import { ChartDocument } from '../../ui/chart-document/chart-document.tsx';
import { ContextPanel } from '../../ui/frame/context-panel.tsx';
import { BaselineTable } from './baseline-table.tsx';
import { claimedFieldFacts } from './field-facts.ts';
import { claimedFieldsChart } from './fields-chart.ts';
import { NoSample } from './no-sample.tsx';
import type { CasePartProps } from './part.ts';

/** What the seller claims to have, as long as nothing of it has been counted. */
export function ClaimedFields({ of, samples, claims }: CasePartProps): ReactNode {
  const rows = useMemo(() => exposureOf([], claims), [claims]);
  const size = useMemo(() => claimedSize(claims), [claims]);
  const chart = useMemo(() => claimedFieldsChart(rows, size?.records ?? null), [rows, size]);
  if (rows.length === 0) {
    return <NoSample samples={samples} />;
  }
  return (
    <Stack gap="md">
      <Text size="sm">
        {samples.length === 0
          ? 'So far this is only what the seller claims. Import a sample under Samples: what is counted in it then stands beside the claims.'
          : 'Until the sample is counted, this is only what the seller claims.'}
      </Text>
      <ChartDocument
        facts={claimedFieldFacts({ of, claims, rows, size })}
        draw={(paper) => drawRowChart(chart, paper)}
        open={null}
        tableLabel="Claimed fields"
        isTableOpen
      />
      <ContextPanel>
        <BaselineTable rows={rows} />
      </ContextPanel>
    </Stack>
  );
}
