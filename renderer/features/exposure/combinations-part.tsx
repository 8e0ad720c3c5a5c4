import { Stack, Text } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { countRestsOn } from '#shared/expose/basis.ts';
import type { KindFigure } from '#shared/expose/kind-figure.ts';
import { ChartDocument } from '../../ui/chart-document/chart-document.tsx';
import { ContextPanel } from '../../ui/frame/context-panel.tsx';
import { drawUpsetChart, upsetSetLayer } from '../../ui/upset-chart/upset-chart.tsx';
import { combinationFacts, combinationsChart, riskyCombinations } from './combinations-chart.ts';
import type { ExposurePartProps } from './part.ts';
import { RiskList } from './risk-list.tsx';

/** What the rows of a sample hold together, and the risks that this opens. */
export function CombinationsPart({ of, sample, openKinds }: ExposurePartProps): ReactNode {
  const { combinations } = sample;
  const found = useMemo(() => (combinations === null ? [] : riskyCombinations(combinations)), [combinations]);
  if (combinations === null) {
    return (
      <Text>
        This selection was drawn before combinations were counted. Set the type of one of its columns anew, or read its
        file again under Samples: they are counted with it.
      </Text>
    );
  }
  if (found.length === 0) {
    return (
      <Text>
        No row of this sample holds a kind of data that counts in combination. Open the sample and say what its columns
        hold.
      </Text>
    );
  }
  const open = (figure: KindFigure): void => openKinds(sample.id, figure);
  const openMark = (key: string, layer: string): void => {
    const kind = layer === upsetSetLayer ? combinations.kinds.find((one) => one.kind === key)?.kind : undefined;
    const combination = layer === upsetSetLayer ? undefined : found.find((one) => one.key === key);
    if (kind !== undefined) {
      open({ kind: 'with', of: kind });
    } else if (combination !== undefined) {
      open({ kind: 'exactly', kinds: combination.kinds });
    }
  };
  const chart = combinationsChart(combinations, found);
  return (
    <Stack gap="md">
      <Text size="sm">
        {countRestsOn(sample, combinations.rows)} Press a combination, the bar of a kind of data, or a figure in the
        table or at the right, to see the rows behind it.
      </Text>
      <ChartDocument
        facts={combinationFacts({ of, sample, combinations, found, open })}
        draw={(paper) => drawUpsetChart(chart, paper)}
        open={openMark}
        tableLabel="Data held together"
        isTableOpen
      />
      <ContextPanel>
        <RiskList found={found} combinations={combinations} open={open} />
      </ContextPanel>
    </Stack>
  );
}
