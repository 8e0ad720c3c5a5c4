import type { Message } from '#shared/domain/message.ts';
import type { Mailbox, Ticket } from '#shared/domain/ticket.ts';

/** The client's message that a reply answers: the last one that came in. */
export function answeredMessage(messages: readonly Message[]): Message | undefined {
  return messages.findLast(({ direction }) => direction === 'received');
}

/** Where a reply goes: to the Reply-To of the message it answers, else to the requester. */
export function recipientOf(ticket: Ticket, messages: readonly Message[]): Mailbox {
  return answeredMessage(messages)?.replyTo ?? ticket.requester;
}
