import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Sample } from '#shared/domain/sample.ts';
import { counted } from '#shared/lib/counted.ts';
import { Problem } from '../../ui/problem/problem.tsx';
import { countAgain, useCount } from './count-runs.ts';

function CountNow({ sample }: { readonly sample: Sample }): ReactNode {
  return (
    <Button variant="default" size="compact-sm" onClick={() => countAgain(sample.id)}>
      Count now
    </Button>
  );
}

/** Why a sample has no figures yet, how far its count is, and how to go on with one that ended early. */
export function BeingCounted({ sample }: { readonly sample: Sample }): ReactNode {
  const state = useCount(sample.id);
  const { name, rows } = sample;
  switch (state.kind) {
    case 'failed':
      return (
        <Problem title={`The rows of “${name}” could not be counted`}>
          <Stack gap="xs" align="start">
            <Text size="sm">
              {state.cause instanceof Error ? state.cause.message : String(state.cause)}. Its rows are stored; only its
              figures are missing. Count again; if it stays, the block file is damaged and the sample must be imported
              anew.
            </Text>
            <CountNow sample={sample} />
          </Stack>
        </Problem>
      );
    case 'stopped':
      return (
        <Group gap="sm">
          <Text size="sm">
            Counting “{name}” was stopped, so that it has no figures yet. It begins again when the vault is next opened.
          </Text>
          <CountNow sample={sample} />
        </Group>
      );
    default:
      return (
        <Group gap="sm" wrap="nowrap" maw={720}>
          <Progress
            flex={1}
            miw={120}
            value={state.kind === 'counting' ? (100 * state.rows) / Math.max(1, rows) : 0}
            aria-label={`Counting ${name}`}
          />
          <Text size="sm">
            Every row of “{name}” is being counted ({counted(rows, 'row')}). Its figures follow.
          </Text>
        </Group>
      );
  }
}
