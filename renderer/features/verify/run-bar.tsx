import { Alert, Badge, Button, Group, Progress, Select, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { isCounted, type SampleId } from '#shared/domain/sample.ts';
import { counted } from '#shared/lib/counted.ts';
import { Problem } from '../../ui/problem/problem.tsx';
import { startChecks, useCheckRun } from './check-runs.ts';
import type { CheckedSample } from './use-checked-case.ts';

type ChoiceProps = {
  readonly samples: readonly CheckedSample[];
  readonly chosen: CheckedSample;
  readonly choose: (id: SampleId) => void;
};

function standing({ sample, checks, isStale }: CheckedSample): string {
  const state = checks === null ? 'not checked' : isStale ? 'stale' : 'checked';
  return sample.purgedAt === null ? state : `${state}, purged`;
}

function SampleChoice({ samples, chosen, choose }: ChoiceProps): ReactNode {
  return samples.length === 1 ? (
    <Text fw={600}>{chosen.sample.name}</Text>
  ) : (
    <Select
      aria-label="Sample"
      data={samples.map((checked) => ({
        value: String(checked.sample.id),
        label: `${checked.sample.name} (${standing(checked)})`,
      }))}
      value={chosen.sample.id}
      allowDeselect={false}
      flex="0 1 420px"
      onChange={(value) => {
        const found = samples.find(({ sample }) => sample.id === value);
        if (found !== undefined) {
          choose(found.sample.id);
        }
      }}
    />
  );
}

/** What a run's end leaves to say: why it failed, or that it was cancelled. */
function RunOutcome({ checked }: { readonly checked: CheckedSample }): ReactNode {
  const state = useCheckRun(checked.sample.id);
  const kept = checked.checks === null ? 'Nothing was kept.' : 'The earlier results stay.';
  if (state.kind === 'cancelled') {
    return <Text size="sm">The checks were cancelled. {kept}</Text>;
  }
  return state.kind === 'failed' ? (
    <Problem title="The checks could not be run">
      {state.cause instanceof Error ? state.cause.message : String(state.cause)}. {kept} Run them again; if it stays,
      the block file is damaged and the sample must be imported anew.
    </Problem>
  ) : null;
}

function Running({ checked }: { readonly checked: CheckedSample }): ReactNode {
  const state = useCheckRun(checked.sample.id);
  return state.kind === 'running' ? (
    <Group gap="sm" wrap="nowrap">
      <Progress
        flex={1}
        miw={160}
        value={state.total === 0 ? 100 : (100 * state.rows) / state.total}
        aria-label={`Checking ${checked.sample.name}`}
      />
      <Text size="sm" role="status">
        {state.rows.toLocaleString('en')} of {counted(state.total, 'row')}
      </Text>
      <Button variant="default" size="compact-sm" onClick={state.cancel}>
        Cancel
      </Button>
    </Group>
  ) : null;
}

function Purged({ checked }: { readonly checked: CheckedSample }): ReactNode {
  return checked.sample.purgedAt === null ? null : (
    <Alert color="gray" variant="light" title="The rows of this sample were purged">
      <Text size="sm">
        {checked.checks === null
          ? 'No check was run before, and none can be run any more.'
          : 'The results below are the last ones. They stay, but the checks cannot be run again.'}
      </Text>
    </Alert>
  );
}

/** Which sample is shown, when its checks ran, whether they still hold, and running them. */
export function RunBar({ samples, chosen, choose }: ChoiceProps): ReactNode {
  const { sample, checks, isStale } = chosen;
  const isRunning = useCheckRun(sample.id).kind === 'running';
  return (
    <>
      <Group justify="space-between" wrap="nowrap">
        <SampleChoice samples={samples} chosen={chosen} choose={choose} />
        <Group gap="sm" wrap="nowrap">
          {isStale && (
            <Badge color="orange" variant="outline" tt="none" c="var(--mantine-color-text)">
              stale: types or claims changed since
            </Badge>
          )}
          {checks !== null && (
            <Text size="sm" c="dimmed">
              {counted(checks.rows, 'row')}, {new Date(checks.ranAt).toLocaleString()}
            </Text>
          )}
          {checks !== null && sample.purgedAt === null && isCounted(sample) && !isRunning && (
            <Button variant={isStale ? 'filled' : 'default'} onClick={() => void startChecks(sample)}>
              Run again
            </Button>
          )}
        </Group>
      </Group>
      <Running checked={chosen} />
      <RunOutcome checked={chosen} />
      <Purged checked={chosen} />
    </>
  );
}
