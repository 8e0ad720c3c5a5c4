import { Button, Group, Menu, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Sample } from '#shared/domain/sample.ts';
import type { ChosenReading } from '#shared/domain/settings.ts';
import { SeenBefore } from '../features/sample/seen-before.tsx';
import { canBePurged } from '../storage/purge.ts';

/** What is done with the samples beside looking at them. */
export type Task =
  | { readonly kind: 'none' | 'adding' | 'deleting' | 'purging' }
  | { readonly kind: 'rereading'; readonly sample: Sample; readonly preset: ChosenReading };

/** Nothing beside looking at them. */
export const noTask: Task = { kind: 'none' };

type RemovalProps = { readonly title: string; readonly hint: string; readonly begin: () => void };

function Removal({ title, hint, begin }: RemovalProps): ReactNode {
  return (
    <Menu.Item onClick={begin}>
      {title}
      <Text size="xs" c="dimmed" component="div">
        {hint}
      </Text>
    </Menu.Item>
  );
}

type SampleTasksProps = {
  readonly sample: Sample;
  readonly task: Task;
  readonly begin: (task: Task) => void;
};

/** What can be done with the sample that is shown, and, apart from it, the way to another one. */
export function SampleTasks({ sample, task, begin }: SampleTasksProps): ReactNode {
  const isOpen = task.kind === 'adding' || task.kind === 'rereading';
  return (
    <Group gap="xs" wrap="nowrap">
      <SeenBefore sample={sample} />
      <Menu position="bottom-end" width={320} withinPortal={false} withInitialFocusPlaceholder={false} returnFocus>
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown aria-hidden size={14} />}>
            Remove
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {canBePurged(sample) && (
            <Removal
              title="Purge rows…"
              hint="The rows go; figures stay, and it is still recognised."
              begin={() => begin({ kind: 'purging' })}
            />
          )}
          <Removal
            title="Delete sample…"
            hint="Rows and figures go; only the history stays."
            begin={() => begin({ kind: 'deleting' })}
          />
        </Menu.Dropdown>
      </Menu>
      <Button variant="default" onClick={() => begin(isOpen ? noTask : { kind: 'adding' })}>
        {isOpen ? 'Close import' : 'Import another'}
      </Button>
    </Group>
  );
}
