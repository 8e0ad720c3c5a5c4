import { Stack, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useRef, useState } from 'react';
import type { Draft } from '#shared/domain/draft.ts';
import type { Ticket } from '#shared/domain/ticket.ts';
import { fillTemplate } from '#shared/tickets/fill.ts';
import { replySubject } from '#shared/tickets/threading.ts';
import { unfilled } from '#shared/tickets/unfilled.ts';
import { useStored } from '../../storage/live.ts';
import { draftOf } from '../../storage/tickets.ts';
import { useKeysWithin } from '../../ui/keys-within/use-keys-within.ts';
import { Problem } from '../../ui/problem/problem.tsx';
import { OpenPlaces } from './open-places.tsx';
import { ReplyProblem } from './reply-problem.tsx';
import { ReplyToolbar } from './reply-toolbar.tsx';
import { type ReplyOutcome, saveReply } from './save-reply.ts';
import classes from './tickets.module.css';
import type { ReplyMaterial } from './use-reply-facts.ts';
import { useReplySource } from './use-reply-source.tsx';

type EditorProps = { readonly ticket: Ticket; readonly material: ReplyMaterial; readonly kept: Draft | null };

/** The subject that is proposed: the client's, with the case's marking and the ticket's token. */
function subjectOf({ subject, number }: Ticket, { found }: ReplyMaterial): string {
  const reply = replySubject(subject, number);
  return found === null ? reply : `[${found.tlp}] ${reply}`;
}

function Editor({ ticket, material, kept }: EditorProps): ReactNode {
  const reply = useReplySource(ticket, kept, subjectOf(ticket, material));
  const { source, subject, field, goTo } = reply;
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<ReplyOutcome | null>(null);
  const { facts, analyst, recipient } = material;
  const places = unfilled(source, facts);
  const filled = fillTemplate(source, facts);
  const ready = places.length === 0 && filled.ok && analyst !== null && subject.trim() !== '';

  async function save(): Promise<void> {
    if (!ready || busy) {
      return;
    }
    setBusy(true);
    try {
      const ended = await saveReply({ ticket, analyst, recipient, subject: subject.trim(), text: filled.value.text });
      setOutcome(ended);
      if (ended.kind === 'saved') {
        notifications.show({ message: `The reply is saved as “${ended.name}”.` });
      }
    } finally {
      setBusy(false);
    }
  }

  const place = useRef<HTMLElement>(null);
  useKeysWithin(place, { finish: () => void save() });
  return (
    <section ref={place} aria-label="Reply in the making">
      <Stack gap="sm">
        <ReplyToolbar {...{ facts, ready, busy }} {...reply} save={() => void save()} />
        <ReplyProblem outcome={outcome} />
        {analyst === null && (
          <Problem title="Who replies?">
            Say your name and mail address in Settings: the reply names you as its sender. The draft is kept.
          </Problem>
        )}
        <OpenPlaces places={places} goTo={goTo} />
        <TextInput label="Subject" value={subject} onChange={(event) => reply.setSubject(event.currentTarget.value)} />
        <div className={classes['editor']}>
          <Textarea
            ref={field}
            label="Reply"
            description="Facts stand as {{ names }} and follow the case; [[ places ]] are yours to fill."
            className={classes['source'] ?? ''}
            autosize
            minRows={14}
            value={source}
            onChange={(event) => reply.setSource(event.currentTarget.value)}
          />
          <Stack gap={4}>
            <Text size="sm" fw={500}>
              As the client will read it
            </Text>
            <Text size="xs" c="dimmed">
              To {recipient.address}
            </Text>
            {recipient.address !== ticket.requester.address && (
              <Text size="xs" fw={600} role="note">
                Not the requester, {ticket.requester.address}: the mail asks for replies there. Make sure it is theirs.
              </Text>
            )}
            <div className={classes['preview']}>{filled.ok ? filled.value.text : filled.error.message}</div>
          </Stack>
        </div>
      </Stack>
    </section>
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
  return draft === undefined ? null : <Editor ticket={ticket} material={material} kept={draft} />;
}
