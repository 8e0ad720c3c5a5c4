import { Badge, Button, Group, Paper, Text } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { type Claim, type ClaimContent, type ClaimState, claimKindLabels } from '#shared/domain/claim.ts';
import { decideClaim } from '../../storage/listings.ts';
import { ClaimForm } from './claim-form.tsx';
import classes from './listing.module.css';
import { claimWords } from './proposal-preview.tsx';

const stateColors: Readonly<Record<ClaimState, string>> = {
  proposed: 'gray',
  confirmed: 'petrol',
  edited: 'petrol',
  rejected: 'gray',
};

type ClaimCardProps = { readonly claim: Claim; readonly selected: boolean; readonly select: () => void };

/** One claim: what it says, where the analyst stands on it, and the three decisions (keys C, E, X). */
export function ClaimCard({ claim, selected, select }: ClaimCardProps): ReactNode {
  const [editing, setEditing] = useState(false);
  const { content, state, quote } = claim;
  const decide = (next: ClaimState, changed?: ClaimContent): void => void decideClaim(claim.id, next, changed);

  if (editing) {
    return (
      <ClaimForm
        kind={content.kind}
        content={content}
        cancel={() => setEditing(false)}
        keep={(changed) => {
          setEditing(false);
          decide('edited', changed);
        }}
      />
    );
  }

  function hear(event: KeyboardEvent): void {
    const actions: Readonly<Record<string, () => void>> = {
      c: () => decide('confirmed'),
      e: () => setEditing(true),
      x: () => decide('rejected'),
    };
    const plain = !(event.ctrlKey || event.metaKey || event.altKey);
    if (plain && event.target === event.currentTarget && event.key.toLowerCase() in actions) {
      event.preventDefault();
      actions[event.key.toLowerCase()]?.();
    }
  }

  return (
    <Paper
      withBorder
      component="article"
      aria-label={claimKindLabels[content.kind]}
      className={classes['claim'] ?? ''}
      data-state={state}
      data-selected={selected}
      data-list-item
      tabIndex={0}
      onFocus={select}
      onKeyDown={hear}
    >
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div className={classes['content']}>
          <Text size="xs" c="dimmed">
            {claimKindLabels[content.kind]}
          </Text>
          <Text size="sm" fw={500} td={state === 'rejected' ? 'line-through' : undefined}>
            {claimWords(content)}
          </Text>
          {quote !== null && quote.words !== content.text && (
            <Text size="xs" c="dimmed">
              from <q>{quote.words}</q>
            </Text>
          )}
        </div>
        <Badge variant="light" color={stateColors[state]} tt="none" flex="none">
          {state}
        </Badge>
      </Group>
      <Group gap={6} mt={6}>
        {state !== 'confirmed' && (
          <Button size="compact-xs" variant="default" onClick={() => decide('confirmed')}>
            Confirm
          </Button>
        )}
        <Button size="compact-xs" variant="default" onClick={() => setEditing(true)}>
          Edit
        </Button>
        {state !== 'rejected' && (
          <Button size="compact-xs" variant="default" onClick={() => decide('rejected')}>
            Reject
          </Button>
        )}
      </Group>
    </Paper>
  );
}
