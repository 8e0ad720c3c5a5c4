import { Button, Center, Code, Group, Stack } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { Problem } from '../ui/problem/problem.tsx';
import { lock } from './lock.ts';

type Props = {
  readonly children: ReactNode;
  readonly failure?: unknown;
  /** Shows nothing in place of what broke: for parts that the work can do without. */
  readonly quiet?: boolean;
};
type State = { readonly failure: unknown };

/** Catches what nobody expected, says what was kept, and offers the way back. Give it a new `key` to try again. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failure: null };

  static getDerivedStateFromError(failure: unknown): State {
    return { failure };
  }

  override render(): ReactNode {
    const failure = this.state.failure ?? this.props.failure ?? null;
    if (failure === null) {
      return this.props.children;
    }
    if (this.props.quiet === true) {
      return null;
    }
    return (
      <Center mih="60vh" p="xl">
        <Stack maw={640}>
          <Problem title="This screen broke">
            Everything that was saved is kept: each step is written whole or not at all. Unlock and try again; if it
            breaks again, keep the line below for a report.
          </Problem>
          <Code block>{failure instanceof Error ? `${failure.name}: ${failure.message}` : String(failure)}</Code>
          <Group>
            <Button onClick={() => void lock()}>Lock and reload</Button>
          </Group>
        </Stack>
      </Center>
    );
  }
}
