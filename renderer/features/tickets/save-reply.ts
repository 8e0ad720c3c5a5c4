import { uuidSchema } from '#shared/domain/record.ts';
import type { Mailbox, Ticket } from '#shared/domain/ticket.ts';
import type { OutgoingMail } from '#shared/ipc/contract.ts';
import { counted } from '#shared/lib/counted.ts';
import { templateFor } from '#shared/tickets/templates.ts';
import { replyThreading } from '#shared/tickets/threading.ts';
import { ask } from '../../platform/desk.ts';
import { newId, now } from '../../storage/clock-and-ids.ts';
import { keepReply, messagesOf, recordBlockedReply } from '../../storage/tickets.ts';
import { answeredMessage } from './answered-message.ts';
import { findSampleValues } from './find-sample-values.ts';

/** How saving a reply ended. `places` tells where the text would have let values of samples out. */
export type ReplyOutcome =
  | { readonly kind: 'saved'; readonly name: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'holds-sample-values'; readonly places: readonly string[] }
  | { readonly kind: 'not-written'; readonly sentence: string };

/** A reply as it would leave: filled in, under its subject. */
export type FinishedReply = {
  readonly ticket: Ticket;
  readonly analyst: Mailbox;
  readonly recipient: Mailbox;
  readonly subject: string;
  readonly text: string;
};

const reasons = {
  'disk-full': 'The disk is full.',
  'not-permitted': 'This folder may not be written to.',
  'read-only': 'This disk is read-only.',
  other: 'The file could not be written.',
} as const;

async function compose({ ticket, analyst, recipient, subject, text }: FinishedReply): Promise<OutgoingMail> {
  const domain = analyst.address.split('@').at(-1) ?? 'leakdesk.invalid';
  const parent = answeredMessage(await messagesOf(ticket.id));
  const none = { messageId: null, inReplyTo: null, references: [] };
  return {
    ...{ from: analyst, to: recipient, date: now(), subject, text },
    threading: replyThreading(parent?.threading ?? none, `<${newId(uuidSchema)}@${domain}>`),
  };
}

/**
 * Checks subject and text for values of the samples, asks where to save, writes the .eml, and only then counts the reply as
 * given.
 */
export async function saveReply(reply: FinishedReply): Promise<ReplyOutcome> {
  const { ticket, subject, text } = reply;
  // What the client wrote of themselves they know already.
  const ownWords = [templateFor(ticket.question).source, ticket.requester.name, ticket.requester.address].join('\n');
  const places = await findSampleValues({ text: `${subject}\n${text}`, ownWords });
  if (places.length > 0) {
    await recordBlockedReply(ticket, `${counted(places.length, 'value')} of a sample in it`);
    return { kind: 'holds-sample-values', places };
  }
  const mail = await compose(reply);
  const outcome = await ask('saveMail', { suggestedName: `LD-${ticket.number}-reply.eml`, mail });
  if (outcome.kind === 'cancelled') {
    return outcome;
  }
  if (outcome.kind === 'failed') {
    const kept = 'Your draft is kept; save it to another place.';
    return {
      kind: 'not-written',
      sentence: `${reasons[outcome.reason]} “${outcome.name}” was not written. ${kept} (${outcome.detail})`,
    };
  }
  try {
    await keepReply(ticket, {
      ...{ ticketId: ticket.id, direction: 'reply', ...mail, replyTo: mail.from, attachments: [] },
    });
  } catch (cause) {
    const sentence = `“${outcome.name}” was written, but the vault could not note it (${String(cause)}). Your draft is kept; save it once more before you send the file.`;
    return { kind: 'not-written', sentence };
  }
  return { kind: 'saved', name: outcome.name };
}
