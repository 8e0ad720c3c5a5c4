import { Button, Group, Select, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { type QuestionKind, questionKindSchema } from '#shared/domain/ticket.ts';
import type { Fact } from '#shared/tickets/fact.ts';
import { questionLabels } from './question-labels.ts';

const templates = questionKindSchema.options.map((value) => ({ value, label: questionLabels[value] }));

type ReplyToolbarProps = {
  readonly facts: readonly Fact[];
  readonly ready: boolean;
  readonly busy: boolean;
  readonly startOver: (question: QuestionKind) => void;
  readonly insert: (factId: string) => void;
  readonly save: () => void;
};

/** What can be done with the reply in the making. */
export function ReplyToolbar({ facts, ready, busy, startOver, insert, save }: ReplyToolbarProps): ReactNode {
  return (
    <Group justify="space-between">
      <Title order={2}>Reply</Title>
      <Group gap="xs">
        <Select
          aria-label="Start over from a template"
          placeholder="Start over from…"
          data={templates}
          value={null}
          size="xs"
          w={170}
          onChange={(value) => value !== null && startOver(questionKindSchema.parse(value))}
        />
        <Select
          aria-label="Insert a fact"
          placeholder="Insert a fact…"
          data={facts.map(({ id, label }) => ({ value: id, label }))}
          value={null}
          searchable
          size="xs"
          w={190}
          onChange={(value) => value !== null && insert(value)}
        />
        <Button onClick={save} disabled={!ready} loading={busy}>
          Save reply as .eml…
        </Button>
      </Group>
    </Group>
  );
}
