import type { CaseId } from '#shared/domain/case.ts';
import { type Draft, draftSchema } from '#shared/domain/draft.ts';
import { type Message, messageIdSchema, messageSchema } from '#shared/domain/message.ts';
import { firstRevision, revise } from '#shared/domain/record.ts';
import {
  type Mailbox,
  type QuestionKind,
  type Ticket,
  type TicketId,
  ticketIdSchema,
  ticketSchema,
} from '#shared/domain/ticket.ts';
import { recordEvent } from './audit-events.ts';
import { cases, touchCase } from './cases.ts';
import { newId, now } from './clock-and-ids.ts';
import { inOneStep, sealedTable } from './sealed-table.ts';

const tickets = sealedTable('tickets', ticketSchema, ({ caseId }) => (caseId === null ? {} : { caseId }));
const messages = sealedTable('messages', messageSchema, ({ ticketId }) => ({ ticketId }));
const drafts = sealedTable('drafts', draftSchema);

/** A request as it comes in, by mail or by hand. `message` is what the client wrote. */
export type IncomingRequest = {
  readonly caseId: CaseId | null;
  readonly subject: string;
  readonly requester: Mailbox;
  readonly question: QuestionKind;
  readonly message: Pick<Message, 'to' | 'replyTo' | 'date' | 'threading' | 'text' | 'attachments'>;
};

/** Every ticket, the newest first. */
export async function allTickets(): Promise<Ticket[]> {
  return (await tickets.all()).sort((a, b) => b.number - a.number);
}

/** The tickets about one case, the newest first. */
export async function ticketsOf(caseId: CaseId): Promise<Ticket[]> {
  return (await tickets.where('caseId', caseId)).sort((a, b) => b.number - a.number);
}

/** One ticket, if it is there. */
export function ticketById(id: TicketId): Promise<Ticket | undefined> {
  return tickets.get(id);
}

/** A ticket's correspondence in the order in which it came to Leakdesk; a mail's own date may be anything. */
export async function messagesOf(ticketId: TicketId): Promise<Message[]> {
  return (await messages.where('ticketId', ticketId)).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The correspondence of every ticket, for finding the one that a mail answers. */
export function allMessages(): Promise<Message[]> {
  return messages.all();
}

function received(ticketId: TicketId, request: IncomingRequest): Message {
  const { requester, subject, message } = request;
  return {
    ...{ id: newId(messageIdSchema), ticketId, direction: 'received', from: requester, subject, ...message },
    ...firstRevision(now()),
  };
}

/** Opens a ticket with the client's message as its first. */
export async function receiveRequest(request: IncomingRequest): Promise<Ticket> {
  const { caseId, subject, requester, question } = request;
  const id = newId(ticketIdSchema);
  return inOneStep([tickets, messages, cases], async () => {
    const number = Math.max(0, ...(await tickets.all()).map((ticket) => ticket.number)) + 1;
    const ticket: Ticket = { id, number, caseId, subject, requester, question, status: 'new', ...firstRevision(now()) };
    await tickets.put(ticket);
    await messages.put(received(id, request));
    await recordEvent(caseId, { kind: 'ticket-received', ticketId: id, number });
    if (caseId !== null) {
      await touchCase(caseId);
    }
    return ticket;
  });
}

/** Adds a client's further message to a ticket, which then waits for the analyst. */
export async function receiveAnswer(ticket: Ticket, request: IncomingRequest): Promise<void> {
  await inOneStep([tickets, messages], async () => {
    const found = await tickets.get(ticket.id);
    await tickets.put(revise(found ?? ticket, { status: 'waiting-analyst' }, now()));
    await messages.put(received(ticket.id, request));
    await recordEvent(ticket.caseId, { kind: 'ticket-received', ticketId: ticket.id, number: ticket.number });
  });
}

/** Changes a ticket; `what` names the change in the trail. */
export async function changeTicket(
  id: TicketId,
  change: Partial<Pick<Ticket, 'caseId' | 'question' | 'status'>>,
  what: string,
): Promise<void> {
  await inOneStep([tickets], async () => {
    const found = await tickets.get(id);
    if (found !== undefined) {
      const changed = revise(found, change, now());
      await tickets.put(changed);
      await recordEvent(changed.caseId, { kind: 'ticket-changed', ticketId: id, number: found.number, what });
    }
  });
}

/** The reply in the making, if one was begun. */
export function draftOf(ticketId: TicketId): Promise<Draft | undefined> {
  return drafts.get(ticketId);
}

/** Keeps what changed of the reply in the making. */
export async function keepDraft(ticketId: TicketId, change: Partial<Pick<Draft, 'source' | 'subject'>>): Promise<void> {
  await inOneStep([drafts], async () => {
    const at = now();
    const found = await drafts.get(ticketId);
    const fresh: Draft = { id: ticketId, source: '', subject: null, ...change, ...firstRevision(at) };
    await drafts.put(found === undefined ? fresh : revise(found, change, at));
  });
}

/** Keeps a reply that was written to a file as part of the correspondence; its draft goes, and its ticket is answered. */
export async function keepReply(
  ticket: Ticket,
  reply: Omit<Message, 'id' | 'createdAt' | 'updatedAt' | 'revision'>,
): Promise<void> {
  await inOneStep([tickets, messages, drafts], async () => {
    await messages.put({ ...reply, id: newId(messageIdSchema), ...firstRevision(now()) });
    const found = await tickets.get(ticket.id);
    await tickets.put(revise(found ?? ticket, { status: 'answered' }, now()));
    await drafts.remove(ticket.id, now());
    const { id: ticketId, number, caseId } = ticket;
    await recordEvent(caseId, { kind: 'reply-saved', ticketId, number, messageId: reply.threading.messageId ?? '' });
  });
}

/** Writes down that a reply was held back, and why. */
export async function recordBlockedReply(ticket: Ticket, why: string): Promise<void> {
  await recordEvent(ticket.caseId, { kind: 'reply-blocked', ticketId: ticket.id, number: ticket.number, why });
}
