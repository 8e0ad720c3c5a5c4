import { EmptyState, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { type Ticket, ticketIdSchema } from '#shared/domain/ticket.ts';
import { useStored } from '../../storage/live.ts';
import { messagesOf, ticketById } from '../../storage/tickets.ts';
import { ContextPanel } from '../../ui/frame/context-panel.tsx';
import { Page } from '../../ui/page/page.tsx';
import { ReplyEditor } from './reply-editor.tsx';
import { TicketFacts } from './ticket-facts.tsx';
import classes from './tickets.module.css';
import { useReplyFacts } from './use-reply-facts.ts';

function Correspondence({ ticket }: { readonly ticket: Ticket }): ReactNode {
  const messages = useStored(() => messagesOf(ticket.id), [ticket.id]) ?? [];
  return (
    <Stack gap="sm" component="section" aria-label="Correspondence">
      {messages.map(({ id, direction, from, date, text, attachments }) => (
        <article key={id} className={classes['message']} data-direction={direction}>
          <Text size="xs" c="dimmed">
            {direction === 'reply' ? 'Reply by' : 'From'}{' '}
            {from.name === '' ? from.address : `${from.name} <${from.address}>`} · {new Date(date).toLocaleString()}
          </Text>
          <Text size="sm" className={classes['words'] ?? ''}>
            {text === '' ? 'No text.' : text}
          </Text>
          {attachments.map(({ name, byteLength }) => (
            <Text key={`${name}|${byteLength}`} size="xs" c="dimmed">
              Came with “{name}” ({byteLength.toLocaleString('en')} bytes), not opened and not kept
            </Text>
          ))}
        </article>
      ))}
    </Stack>
  );
}

function OpenTicket({ ticket }: { readonly ticket: Ticket }): ReactNode {
  const material = useReplyFacts(ticket);
  return (
    <Page title={`LD-${ticket.number} ${ticket.subject}`}>
      <Stack gap="lg">
        <Correspondence ticket={ticket} />
        {material !== null && <ReplyEditor key={ticket.id} ticket={ticket} material={material} />}
      </Stack>
      <ContextPanel>
        <TicketFacts ticket={ticket} facts={material?.facts ?? []} />
      </ContextPanel>
    </Page>
  );
}

/** One request: what was written, and the reply in the making. */
export function TicketPage(): ReactNode {
  const { ticketId } = useParams();
  const id = ticketIdSchema.safeParse(ticketId);
  const ticket = useStored(async () => (id.success ? ((await ticketById(id.data)) ?? null) : null), [ticketId]);
  if (ticket === undefined) {
    return null;
  }
  return ticket === null ? (
    <EmptyState
      mt={60}
      title="No such ticket"
      description="This vault has no ticket under that address. Choose one from the list."
    />
  ) : (
    <OpenTicket ticket={ticket} />
  );
}
