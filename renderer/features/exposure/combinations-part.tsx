import { Stack, Text } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { countRestsOn } from '#shared/expose/basis.ts';
import { ChartDocument } from '../../ui/chart-document/chart-document.tsx';
import { ContextPanel } from '../../ui/frame/context-panel.tsx';
import { drawUpsetChart } from '../../ui/upset-chart/upset-chart.tsx';
import { combinationFacts, combinationsChart, riskyCombinations } from './combinations-chart.ts';
import type { ExposurePartProps } from './part.ts';
import { RiskList } from './risk-list.tsx';

/** What the rows of a sample hold together, and the risks that this opens. */
export function CombinationsPart({ of, sample, openCombination }: ExposurePartProps): ReactNode {
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
  const open = (key: string): void => {
    const combination = found.find((one) => one.key === key);
    if (combination !== undefined) {
      openCombination(sample.id, combination.kinds);
    }
  };
  const chart = combinationsChart(combinations, found);
  return (
    <Stack gap="md">
      <Text size="sm">
        {countRestsOn(sample, combinations.rows)} Press a combination, or its figure in the table, to see the rows
        behind it.
      </Text>
      <ChartDocument
        facts={combinationFacts({ of, sample, combinations, found, open })}
        draw={(paper) => drawUpsetChart(chart, paper)}
        open={open}
        tableLabel="Data held together"
        isTableOpen
      />
      <ContextPanel>
        <RiskList found={found} />
      </ContextPanel>
    </Stack>
  );
}
