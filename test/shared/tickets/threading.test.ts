import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uuidSchema } from '#shared/domain/record.ts';
import { ticketIdSchema } from '#shared/domain/ticket.ts';
import { findDuplicate, findTicket, replySubject, replyThreading } from '#shared/tickets/threading.ts';
import { ticketNumberIn } from '#shared/tickets/ticket-token.ts';

const none = { messageId: null, inReplyTo: null, references: [] };

describe('replyThreading', () => {
  it('answers the parent and refers to all before it', () => {
    const parent = { messageId: '<c@x>', inReplyTo: '<b@x>', references: ['<a@x>', '<b@x>'] };
    expect(replyThreading(parent, '<d@y>')).toEqual({
      messageId: '<d@y>',
      inReplyTo: '<c@x>',
      references: ['<a@x>', '<b@x>', '<c@x>'],
    });
  });

  it('falls back to In-Reply-To, and to nothing', () => {
    expect(replyThreading({ messageId: '<c@x>', inReplyTo: '<b@x>', references: [] }, '<d@y>').references).toEqual([
      '<b@x>',
      '<c@x>',
    ]);
    expect(replyThreading(none, '<d@y>')).toEqual({ messageId: '<d@y>', inReplyTo: null, references: [] });
  });

  it('names each id once and keeps the first and the latest of a long thread', () => {
    const references = Array.from({ length: 300 }, (_, n) => `<${n % 200}@x>`);
    const reply = replyThreading({ messageId: '<p@x>', inReplyTo: null, references }, '<d@y>').references;
    expect(reply).toHaveLength(50);
    expect([reply[0], reply.at(-1), new Set(reply).size]).toEqual(['<0@x>', '<p@x>', 50]);
  });
});

describe('replySubject', () => {
  it.each([
    ['Is it real?', 'Re: Is it real? [LD-7]'],
    ['Re: RE: re[2]: Is it real? [LD-7]', 'Re: Is it real? [LD-7]'],
    ['回复：答复: 数据泄露', 'Re: 数据泄露 [LD-7]'],
    ['[LD-3] Hello [ld-7] there', 'Re: Hello there [LD-7]'],
    ['', 'Re: [LD-7]'],
    ['a\r\nBcc: everyone@x.example', 'Re: a Bcc: everyone@x.example [LD-7]'],
    ['Report: quarterly', 'Re: Report: quarterly [LD-7]'],
  ])('%j becomes %j', (subject, reply) => {
    expect(replySubject(subject, 7)).toBe(reply);
  });

  it('stays the same when replied to again, and names the ticket', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 99_999 }), (subject, number) => {
        const reply = replySubject(subject, number);
        expect(replySubject(reply, number)).toBe(reply);
        expect(ticketNumberIn(reply)).toBe(number);
        expect(reply).not.toMatch(/[\r\n]/);
      }),
    );
  });
});

describe('ticketNumberIn', () => {
  it.each([
    ['x [LD-12] y', 12],
    ['[ld-3]', 3],
    ['LD-3', null],
    ['[LD-0]', null],
    ['[LD-9999999999]', null],
    ['', null],
  ])('%j is %j', (subject, number) => {
    expect(ticketNumberIn(subject)).toBe(number);
  });
});

const id = (n: number) => ticketIdSchema.parse(uuidSchema.parse(`01890a5d-ac96-774b-bcce-00000000000${n}`));
const known = [1, 2].map((n) => ({
  ticket: { id: id(n), number: n, requester: { name: '', address: `c${n}@client.example` } },
  messages: [{ from: { name: '', address: `c${n}@client.example` }, threading: { ...none, messageId: `<m${n}@x>` } }],
}));
const mail = (from: string, subject: string, threading = {}) => ({
  from: { name: '', address: from },
  subject,
  threading: { ...none, ...threading },
});

describe('findTicket', () => {
  it('goes by references first, the latest before the earlier', () => {
    const of = (from: string, subject: string, threading: object): number | undefined =>
      findTicket(mail(from, subject, threading), known)?.ticket.number;
    expect(of('c1@client.example', '[LD-2]', { references: ['<m1@x>'] })).toBe(1);
    expect(of('c2@client.example', '', { references: ['<m1@x>', '<m2@x>', '<q@x>'] })).toBe(2);
    expect(of('c2@client.example', '', { inReplyTo: '<m2@x>', references: ['<m1@x>'] })).toBe(2);
  });

  it('lets no stranger into a ticket by an id they know', () => {
    expect(findTicket(mail('eve@outsider.example', '', { inReplyTo: '<m1@x>' }), known)).toBeNull();
    expect(findTicket(mail('eve@outsider.example', '[LD-1]', { references: ['<m1@x>'] }), known)).toBeNull();
  });

  it('takes the token only from someone who is part of the ticket', () => {
    expect(findTicket(mail('C2@client.example', 'Re: [LD-2]'), known)?.ticket.number).toBe(2);
    expect(findTicket(mail('c1@client.example', 'Re: [LD-2]'), known)).toBeNull();
    expect(findTicket(mail('c1@client.example', 'hello'), known)).toBeNull();
  });
});

describe('findDuplicate', () => {
  const first = { ...mail('a@x.example', 'Hi', { messageId: '<1@x>' }), text: 'One\r\ntwo ' };
  it('knows a mail by its content, with or without its id', () => {
    expect(findDuplicate({ ...first, text: 'One two' }, [first])).toBe(first);
    expect(findDuplicate({ ...first, threading: none }, [first])).toBe(first);
  });

  it('tells apart a reused id with another text, and two mails that each have an id', () => {
    expect(findDuplicate({ ...first, text: 'Three' }, [first])).toBeNull();
    expect(findDuplicate({ ...first, threading: { ...none, messageId: '<2@x>' } }, [first])).toBeNull();
  });
});
