import type { Message, Threading } from '../domain/message.ts';
import type { Ticket } from '../domain/ticket.ts';
import { ticketNumberIn, ticketToken } from './ticket-token.ts';

/** A long thread keeps its first id and the latest ones, so that a header stays within what mail servers accept. */
const mostReferences = 50;

function withoutDoubles(ids: readonly string[]): string[] {
  const unique = [...new Set(ids.filter((id) => id !== ''))];
  return unique.length <= mostReferences ? unique : [...unique.slice(0, 1), ...unique.slice(1 - mostReferences)];
}

/** The threading of a reply (RFC 5322, 3.6.4): it answers its parent and refers to all that its parent refers to. */
export function replyThreading(parent: Threading, newMessageId: string): Threading {
  const before = parent.references.length > 0 ? parent.references : parent.inReplyTo === null ? [] : [parent.inReplyTo];
  const references = withoutDoubles([...before, ...(parent.messageId === null ? [] : [parent.messageId])]);
  return { messageId: newMessageId, inReplyTo: parent.messageId, references };
}

const replyMarks = /^(?:\s*(?:re|aw|sv|antw|回复|答复|回覆)(?:\[\d{1,3}\])?\s*[:：])+/iu;
/** Line breaks and other control characters have no place in a header. */
const control = /[\p{Cc}\u2028\u2029\s]+/gu;

/** The subject of a reply: one `Re:`, and the ticket's own token once, at the end. */
export function replySubject(subject: string, ticketNumber: number): string {
  const bare = subject.replace(control, ' ').replace(ticketToken, ' ').replace(/ {2,}/g, ' ').trim();
  const rest = bare.replace(replyMarks, '').trim();
  return ['Re:', ...(rest === '' ? [] : [rest]), `[LD-${ticketNumber}]`].join(' ');
}

/** What is needed of a mail to find its place. */
export type MailHead = Pick<Message, 'from' | 'subject' | 'threading'>;

/** A ticket with its correspondence so far. */
export type KnownTicket = {
  readonly ticket: Pick<Ticket, 'id' | 'number' | 'requester'>;
  readonly messages: readonly Pick<Message, 'from' | 'threading'>[];
};

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function hasWritten({ ticket, messages }: KnownTicket, address: string): boolean {
  return same(ticket.requester.address, address) || messages.some(({ from }) => same(from.address, address));
}

/**
 * The ticket that an incoming mail continues: by the ids it refers to, the latest first; else by the token in its subject.
 * Both count only from someone who is part of that ticket: a stranger who knows an id gets a ticket of their own.
 */
export function findTicket<T extends KnownTicket>(incoming: MailHead, known: readonly T[]): T | null {
  const { references, inReplyTo } = incoming.threading;
  for (const id of [...(inReplyTo === null ? [] : [inReplyTo]), ...references.toReversed()]) {
    const found = known.find(({ messages }) => messages.some(({ threading }) => threading.messageId === id));
    if (found !== undefined) {
      return hasWritten(found, incoming.from.address) ? found : null;
    }
  }
  const number = ticketNumberIn(incoming.subject);
  const named = known.find(({ ticket }) => ticket.number === number);
  return named !== undefined && hasWritten(named, incoming.from.address) ? named : null;
}

/** What tells one mail from another. */
export type MailContent = Pick<Message, 'from' | 'subject' | 'threading' | 'text'>;

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * The stored message that an incoming mail repeats, or null. Message-IDs can be missing or reused, so the content must be
 * the same as well; two mails of the same content count as one only if not both carry an id of their own.
 */
export function findDuplicate<T extends MailContent>(incoming: MailContent, messages: readonly T[]): T | null {
  const id = incoming.threading.messageId;
  const found = messages.find(({ from, subject, threading, text }) => {
    if (id !== null && threading.messageId !== null && id !== threading.messageId) {
      return false;
    }
    return (
      same(from.address, incoming.from.address) &&
      folded(subject) === folded(incoming.subject) &&
      folded(text) === folded(incoming.text)
    );
  });
  return found ?? null;
}
