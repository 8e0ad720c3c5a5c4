import { beforeEach, describe, expect, it } from 'vitest';
import type { CaseId } from '#shared/domain/case.ts';
import type { Ticket } from '#shared/domain/ticket.ts';
import { eventsOf } from '../../../renderer/storage/audit-events.ts';
import { createCase } from '../../../renderer/storage/cases.ts';
import { now } from '../../../renderer/storage/clock-and-ids.ts';
import {
  allTickets,
  changeTicket,
  draftOf,
  keepDraft,
  keepReply,
  messagesOf,
  receiveAnswer,
  receiveRequest,
  recordBlockedReply,
  ticketById,
  ticketsOf,
} from '../../../renderer/storage/tickets.ts';
import { client, madeUpRequest } from '../made-up-request.ts';
import { freshVault } from '../open-vault.ts';

const analyst = { name: 'Analyst One', address: 'analyst@leakdesk.example' };
const thread = { messageId: '<reply-1@leakdesk.example>', inReplyTo: null, references: [] };
let caseId: CaseId;

function ask(subject: string, about: CaseId | null = caseId): Promise<Ticket> {
  return receiveRequest(madeUpRequest({ caseId: about, subject }, `${subject} Please say.`));
}

beforeEach(async () => {
  await freshVault();
  caseId = (await createCase('Alleged leak of a made-up shop')).id;
});

describe('a request', () => {
  it('opens a ticket with the words of the client as its first message', async () => {
    const ticket = await ask('Is it real?');
    expect(await ticketById(ticket.id)).toMatchObject({ number: 1, status: 'new', requester: client, caseId });
    expect(await messagesOf(ticket.id)).toMatchObject([
      { direction: 'received', from: client, subject: 'Is it real?', text: 'Is it real? Please say.' },
    ]);
  });

  it('takes the next number, even when several come in at once', async () => {
    const together = await Promise.all(['One?', 'Two?', 'Three?'].map((subject) => ask(subject)));
    expect(together.map(({ number }) => number).toSorted()).toEqual([1, 2, 3]);
    expect((await ask('Four?')).number).toBe(4);
    expect((await allTickets()).map(({ number }) => number)).toEqual([4, 3, 2, 1]);
  });

  it('belongs to its case, or to none until the analyst links it', async () => {
    const ticket = await ask('About what?', null);
    expect(await ticketsOf(caseId)).toEqual([]);
    await changeTicket(ticket.id, { caseId }, 'linked to the case');
    expect((await ticketsOf(caseId)).map(({ id }) => id)).toEqual([ticket.id]);
    await changeTicket(ticket.id, { caseId: null }, 'unlinked');
    expect(await ticketsOf(caseId)).toEqual([]);
  });
});

describe('a further message', () => {
  it('is added to the ticket, which then waits for the analyst', async () => {
    const ticket = await ask('Is it real?');
    await receiveAnswer(ticket, madeUpRequest({ caseId, subject: 'Re: Is it real?', question: 'other' }, 'Any news?'));
    expect(await ticketById(ticket.id)).toMatchObject({ status: 'waiting-analyst', question: 'is-it-real' });
    expect((await messagesOf(ticket.id)).map(({ text }) => text)).toEqual(['Is it real? Please say.', 'Any news?']);
    expect(await allTickets()).toHaveLength(1);
  });
});

describe('a reply', () => {
  it('in the making is kept under its ticket, one at a time', async () => {
    const ticket = await ask('Is it real?');
    expect(await draftOf(ticket.id)).toBeUndefined();
    await keepDraft(ticket.id, { source: 'Dear Mei,' });
    await keepDraft(ticket.id, { subject: 'Re: our answer' });
    expect(await draftOf(ticket.id)).toMatchObject({
      ...{ source: 'Dear Mei,', subject: 'Re: our answer', revision: 2 },
    });
  });

  it('that was saved joins the correspondence and answers the ticket', async () => {
    const ticket = await ask('Is it real?');
    await keepDraft(ticket.id, { source: 'We cannot tell yet.' });
    await keepReply(ticket, {
      ...{ ticketId: ticket.id, direction: 'reply', from: analyst, to: client, subject: 'Re: Is it real? [LD-1]' },
      ...{ replyTo: analyst, date: now(), text: 'We cannot tell yet.', threading: thread, attachments: [] },
    });
    expect(await ticketById(ticket.id)).toMatchObject({ status: 'answered', revision: 2 });
    expect(await draftOf(ticket.id)).toBeUndefined();
    expect((await messagesOf(ticket.id)).map(({ direction }) => direction)).toEqual(['received', 'reply']);
    const [latest] = await eventsOf(caseId);
    expect(latest?.action).toEqual({
      ...{ kind: 'reply-saved', ticketId: ticket.id, number: 1, messageId: '<reply-1@leakdesk.example>' },
    });
  });

  it('that was held back is written down, and the ticket stays open', async () => {
    const ticket = await ask('Is it real?');
    await recordBlockedReply(ticket, '2 values of a sample in the text');
    expect(await ticketById(ticket.id)).toEqual(ticket);
    expect((await eventsOf(caseId)).at(0)?.action).toMatchObject({
      ...{ kind: 'reply-blocked', why: '2 values of a sample in the text' },
    });
  });
});
