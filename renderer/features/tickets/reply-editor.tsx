import { Button, Group, List, Select, Stack, Text, Textarea, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type QuestionKind, questionKindSchema, type Ticket } from '#shared/domain/ticket.ts';
import { fillTemplate } from '#shared/tickets/fill.ts';
import { templateFor } from '#shared/tickets/templates.ts';
import { type Unfilled, unfilled } from '#shared/tickets/unfilled.ts';
import { useStored } from '../../storage/live.ts';
import { draftOf, keepDraft } from '../../storage/tickets.ts';
import { useAutosave } from '../../ui/autosave/use-autosave.ts';
import { Problem } from '../../ui/problem/problem.tsx';
import { questionLabels } from './question-labels.ts';
import { type ReplyOutcome, saveReply } from './save-reply.ts';
import classes from './tickets.module.css';
import type { ReplyMaterial } from './use-reply-facts.ts';

const templates = questionKindSchema.options.map((value) => ({ value, label: questionLabels[value] }));

function OpenPlaces({
  places,
  goTo,
}: {
  readonly places: readonly Unfilled[];
  readonly goTo: (place: Unfilled) => void;
}): ReactNode {
  if (places.length === 0) {
    return null;
  }
  return (
    <Stack gap={4} role="status">
      <Text size="sm" fw={600}>
        {places.length} {places.length === 1 ? 'place keeps' : 'places keep'} this from being saved:
      </Text>
      <List size="sm">
        {places.map((place) => (
          <List.Item key={`${place.start}|${place.words}`}>
            {place.sentence}{' '}
            <Button size="compact-xs" variant="default" onClick={() => goTo(place)}>
              Show
            </Button>
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}

function Outcome({ outcome }: { readonly outcome: ReplyOutcome | null }): ReactNode {
  if (outcome?.kind === 'holds-sample-values') {
    return (
      <Problem title="Held back: the text holds values of the sample">
        Nothing was saved, and your draft is kept. Take out or mask the values that stand here:
        <List size="sm">
          {outcome.places.map((place) => (
            <List.Item key={place}>{place}</List.Item>
          ))}
        </List>
      </Problem>
    );
  }
  return outcome?.kind === 'not-written' ? <Problem title="The reply was not saved">{outcome.sentence}</Problem> : null;
}

type EditorProps = { readonly ticket: Ticket; readonly material: ReplyMaterial; readonly kept: string };

function Editor({ ticket, material, kept }: EditorProps): ReactNode {
  const [source, setSource] = useState(kept === '' ? templateFor(ticket.question).source : kept);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<ReplyOutcome | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const caret = useRef<number | null>(null);
  useAutosave(source, kept, (text) => keepDraft(ticket.id, text));
  const { facts, analyst } = material;
  const places = unfilled(source, facts);
  const filled = fillTemplate(source, facts);
  const ready = places.length === 0 && filled.ok && analyst !== null;

  useEffect(() => {
    if (caret.current !== null) {
      field.current?.setSelectionRange(caret.current, caret.current);
      caret.current = null;
    }
  });

  function goTo({ start, end }: Unfilled): void {
    field.current?.focus();
    field.current?.setSelectionRange(start, end);
  }

  function insert(factId: string): void {
    const at = field.current?.selectionStart ?? source.length;
    const words = `{{ ${factId} }}`;
    caret.current = at + words.length;
    setSource(source.slice(0, at) + words + source.slice(field.current?.selectionEnd ?? at));
    field.current?.focus();
  }

  function startOver(question: QuestionKind): void {
    const before = source;
    setSource(templateFor(question).source);
    notifications.show({
      message: (
        <Group justify="space-between">
          The draft was replaced by the template.
          <Button size="compact-xs" variant="default" onClick={() => setSource(before)}>
            Undo
          </Button>
        </Group>
      ),
    });
  }

  async function save(): Promise<void> {
    if (!ready || busy) {
      return;
    }
    setBusy(true);
    try {
      const ended = await saveReply(ticket, analyst, filled.value.text, material);
      setOutcome(ended);
      if (ended.kind === 'saved') {
        notifications.show({ message: `The reply is saved as “${ended.name}”.` });
      }
    } finally {
      setBusy(false);
    }
  }

  return (
    <Stack
      gap="sm"
      component="section"
      aria-label="Reply in the making"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          void save();
        }
      }}
    >
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
          <Button onClick={() => void save()} disabled={!ready} loading={busy}>
            Save reply as .eml…
          </Button>
        </Group>
      </Group>
      <Outcome outcome={outcome} />
      {analyst === null && (
        <Problem title="Who replies?">
          Say your name and mail address in Settings; the reply is sent from it. The draft is kept.
        </Problem>
      )}
      <OpenPlaces places={places} goTo={goTo} />
      <div className={classes['editor']}>
        <Textarea
          ref={field}
          label="Reply"
          description="Facts stand as {{ names }} and follow the case; [[ places ]] are yours to fill."
          className={classes['source'] ?? ''}
          autosize
          minRows={14}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        <Stack gap={4}>
          <Text size="sm" fw={500}>
            As the client will read it
          </Text>
          <Text size="xs" c="dimmed">
            To {ticket.requester.address}
          </Text>
          <div className={classes['preview']}>{filled.ok ? filled.value.text : filled.error.message}</div>
        </Stack>
      </div>
    </Stack>
  );
}

/** The reply to a ticket: its source with facts by reference at the left, as the client reads it at the right. */
export function ReplyEditor({
  ticket,
  material,
}: {
  readonly ticket: Ticket;
  readonly material: ReplyMaterial;
}): ReactNode {
  const draft = useStored(async () => (await draftOf(ticket.id)) ?? null, [ticket.id]);
  return draft === undefined ? null : <Editor ticket={ticket} material={material} kept={draft?.source ?? ''} />;
}
