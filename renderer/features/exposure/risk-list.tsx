import { Button, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Combinations } from '#shared/domain/combinations.ts';
import type { KindFigure } from '#shared/expose/kind-figure.ts';
import { counted } from '#shared/lib/counted.ts';
import { type RiskyCombination, riskRowsText, risksFound } from './combinations-chart.ts';

type RiskListProps = {
  readonly found: readonly RiskyCombination[];
  readonly combinations: Combinations;
  readonly open: (figure: KindFigure) => void;
};

/** Which risks the combinations open, in how many rows, why, and where that is written. */
export function RiskList({ found, combinations, open }: RiskListProps): ReactNode {
  const { rest } = combinations;
  return (
    <Stack gap="sm">
      <Text fw={600} size="sm">
        Risks that these rows open
      </Text>
      {rest.rows > 0 && (
        <Text size="xs" c="dimmed">
          Not in these figures, though they open with the others: {counted(rest.rows, 'row')} in{' '}
          {counted(rest.combinations, 'rarer combination')}.
        </Text>
      )}
      {risksFound(found).map(({ id, label, rows, rules }) => (
        <div key={id}>
          <Button variant="subtle" size="compact-sm" ml={-8} onClick={() => open({ kind: 'at-risk', risk: id })}>
            {label}: {riskRowsText(rows, combinations)} {rows === 1 ? 'row' : 'rows'}
          </Button>
          {rules.map(({ why, source }) => (
            <Text key={why} size="sm">
              {why}{' '}
              <Text span c="dimmed" size="xs">
                {source ?? 'Our own judgement.'}
              </Text>
            </Text>
          ))}
        </div>
      ))}
    </Stack>
  );
}
