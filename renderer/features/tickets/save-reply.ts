import { uuidSchema } from '#shared/domain/record.ts';
import type { Sample } from '#shared/domain/sample.ts';
import type { Mailbox, Ticket } from '#shared/domain/ticket.ts';
import { effectiveTypes } from '#shared/expose/effective-types.ts';
import type { OutgoingMail } from '#shared/ipc/contract.ts';
import { templateFor } from '#shared/tickets/templates.ts';
import { replySubject, replyThreading } from '#shared/tickets/threading.ts';
import { ask } from '../../platform/desk.ts';
import { type OutgoingText, sampleWorker } from '../../platform/sample-worker.ts';
import { newId, now } from '../../storage/clock-and-ids.ts';
import { blocksOf } from '../../storage/samples.ts';
import { keepReply, messagesOf, recordBlockedReply } from '../../storage/tickets.ts';
import type { ReplyMaterial } from './use-reply-facts.ts';

/** How saving a reply ended. `found` counts the values of samples that the text would have let out. */
export type ReplyOutcome =
  | { readonly kind: 'saved'; readonly name: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'holds-sample-values'; readonly places: readonly string[] }
  | { readonly kind: 'not-written'; readonly sentence: string };

const mostPlaces = 8;

async function placesIn(sample: Sample, material: ReplyMaterial, outgoing: OutgoingText): Promise<readonly string[]> {
  const { id, rows, rejectedBatches, columns } = sample;
  const columnTypes = effectiveTypes(sample, material.annotations);
  await sampleWorker().open({ id, rows, columnTypes, rejectedBatches, blocks: await blocksOf(id) });
  const hits = await sampleWorker().findInText(id, outgoing, mostPlaces);
  return hits.map((hit) =>
    hit.kind === 'rejected'
      ? `${sample.name}, rejected record in line ${hit.line}`
      : `${sample.name}, row ${hit.row + 1}, column “${columns[hit.column]?.header ?? hit.column + 1}”`,
  );
}

/** Looks for raw values of the case's samples in a text before it leaves. */
async function sampleValuesIn(outgoing: OutgoingText, material: ReplyMaterial): Promise<readonly string[]> {
  const found: string[] = [];
  for (const sample of material.samples) {
    found.push(...(await placesIn(sample, material, outgoing)));
  }
  return found.slice(0, mostPlaces);
}

const reasons = {
  'disk-full': 'The disk is full.',
  'not-permitted': 'This folder may not be written to.',
  'read-only': 'This disk is read-only.',
  other: 'The file could not be written.',
} as const;

async function compose(ticket: Ticket, analyst: Mailbox, text: string, marking: string | null): Promise<OutgoingMail> {
  const domain = analyst.address.split('@').at(-1) ?? 'leakdesk.invalid';
  const received = (await messagesOf(ticket.id)).filter(({ direction }) => direction === 'received');
  const parent = received.at(-1)?.threading ?? { messageId: null, inReplyTo: null, references: [] };
  const subject = replySubject(ticket.subject, ticket.number);
  return {
    ...{ from: analyst, to: ticket.requester, date: now(), text },
    subject: marking === null ? subject : `[${marking}] ${subject}`,
    threading: replyThreading(parent, `<${newId(uuidSchema)}@${domain}>`),
  };
}

/** Checks the text for values of the samples, asks where to save, writes the .eml, and only then counts the reply as given. */
export async function saveReply(
  ticket: Ticket,
  analyst: Mailbox,
  text: string,
  material: ReplyMaterial,
): Promise<ReplyOutcome> {
  // What the client wrote of themselves they know already.
  const ownWords = [templateFor(ticket.question).source, ticket.requester.name, ticket.requester.address].join('\n');
  const places = await sampleValuesIn({ text, ownWords }, material);
  if (places.length > 0) {
    await recordBlockedReply(ticket, `${places.length} values of a sample in the text`);
    return { kind: 'holds-sample-values', places };
  }
  const mail = await compose(ticket, analyst, text, material.found?.tlp ?? null);
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
  await keepReply(ticket, { ticketId: ticket.id, direction: 'reply', ...mail });
  return { kind: 'saved', name: outcome.name };
}
