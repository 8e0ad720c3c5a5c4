import PostalMime, { type Email } from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { instantOf } from '#shared/domain/instant.ts';
import type { OutgoingMail } from '#shared/ipc/contract.ts';
import { composeMail } from '../../electron/main/mail/compose.ts';

const base: OutgoingMail = {
  from: { name: 'Analyst One', address: 'analyst@leakdesk.example' },
  to: { name: '', address: 'mei@client.example' },
  subject: 'Re: Is it real? [LD-7]',
  date: instantOf(Date.UTC(2026, 2, 20, 9, 30)),
  threading: { messageId: '<reply-7@leakdesk.example>', inReplyTo: null, references: [] },
  text: 'We cannot tell yet.\n',
};

async function written(change: Partial<OutgoingMail>): Promise<{ readonly raw: string; readonly mail: Email }> {
  const bytes = await composeMail({ ...base, ...change });
  return { raw: new TextDecoder('latin1').decode(bytes), mail: await PostalMime.parse(bytes) };
}

/** The names of the header fields, in order. */
function fieldsOf(raw: string): readonly string[] {
  const [head = ''] = raw.split('\r\n\r\n');
  return head
    .split(/\r\n(?![ \t])/)
    .map((field) => field.split(':')[0]?.toLowerCase() ?? '')
    .toSorted();
}

describe('a mail that is written', () => {
  it('reads back as it was meant', async () => {
    const { mail } = await written({});
    expect(mail).toMatchObject({
      ...{ from: base.from, to: [base.to], subject: base.subject, messageId: '<reply-7@leakdesk.example>' },
      ...{ date: '2026-03-20T09:30:00.000Z', text: 'We cannot tell yet.\n' },
    });
  });

  it('carries Chinese in names, subject and text', async () => {
    const from = { name: '分析师，王伟', address: 'analyst@leakdesk.example' };
    const to = { name: '梅 "安全" 部', address: 'mei@client.example' };
    const subject = '回复：关于所谓的电商订单数据泄露，我们想知道其中是否包含我们客户的姓名、手机号和地址 [LD-7]';
    const text = '您好，\n\n样本中有 500 行。𠮷野家 is a name outside the BMP.\n';
    const { raw, mail } = await written({ from, to, subject, text });
    expect(mail).toMatchObject({ from, to: [to], subject, text });
    expect(raw.split('\r\n\r\n')[0]).toMatch(/^[\x20-\x7e\r\n\t]*$/);
  });

  it('continues its thread', async () => {
    const references = Array.from({ length: 30 }, (_, at) => `<message-${at}-of-a-long-thread@client.example>`);
    const inReplyTo = references.at(-1) ?? null;
    const { mail } = await written({ threading: { messageId: '<r@leakdesk.example>', inReplyTo, references } });
    expect(mail.inReplyTo).toBe(inReplyTo);
    expect(mail.references?.split(/\s+/)).toEqual(references);
  });

  it('ends every line with CRLF, and has none longer than a mail may have', async () => {
    const text = `${'长'.repeat(2000)}\n${'a'.repeat(5000)}\n. a line with a dot\n\nFrom here on\n`;
    const { raw, mail } = await written({ text, subject: `Re: ${'a long subject '.repeat(40)}[LD-7]` });
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    // RFC 5322, 2.1.1: 998 characters at most, 78 where it can be.
    expect(Math.max(...raw.split('\r\n').map(({ length }) => length))).toBeLessThanOrEqual(998);
    expect(mail.text).toBe(text);
    expect(mail.subject).toMatch(/\[LD-7\]$/);
  });

  it('keeps blanks at line ends and lines without an end as they are', async () => {
    const text = 'a \nb\t\n\n  c = d =3D';
    const { mail } = await written({ text });
    expect(mail.text?.replace(/\n$/, '')).toBe(text);
  });
});

describe('a name or a subject that would smuggle a header in', () => {
  const evil = 'x\r\nBcc: thief@evil.example\r\nX-Evil: 1\r\n\r\nbody of the thief';

  it.each([
    ['subject', { subject: evil }],
    ["sender's name", { from: { ...base.from, name: evil } }],
    ["client's name", { to: { ...base.to, name: evil } }],
    ['Message-ID', { threading: { ...base.threading, messageId: `<a@b>\r\nBcc: thief@evil.example` } }],
    ['reference', { threading: { ...base.threading, references: [`<a@b>\r\nBcc: thief@evil.example`] } }],
    ['parent', { threading: { ...base.threading, inReplyTo: `<a@b>\r\nBcc: thief@evil.example` } }],
    ['subject with bare line feeds', { subject: evil.replaceAll('\r', '') }],
    ['subject with bare carriage returns', { subject: evil.replaceAll('\n', '') }],
  ])('in the %s adds none', async (_, change) => {
    const { raw, mail } = await written(change);
    const names = fieldsOf(raw);
    expect(names.filter((name) => name === 'bcc' || name === 'x-evil')).toEqual([]);
    expect(mail.bcc).toBeUndefined();
    expect(mail.to?.map(({ address }) => address)).toEqual(['mei@client.example']);
    expect(mail.text).toBe(base.text);
  });

  it('in the name of an address adds no second one', async () => {
    const name = 'Mei <mei@client.example>, thief@evil.example';
    const { mail } = await written({ to: { name, address: 'mei@client.example' } });
    expect(mail.to).toEqual([{ name, address: 'mei@client.example' }]);
  });

  it('never makes the composer read a file', async () => {
    const { mail } = await written({ text: 'file:///etc/passwd', subject: '{"path":"/etc/passwd"}' });
    expect(mail.text).toBe('file:///etc/passwd\n');
    expect(mail.attachments).toEqual([]);
  });
});
