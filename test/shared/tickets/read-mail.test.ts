import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainMailFailure } from '#shared/tickets/explain-mail-failure.ts';
import { readMail } from '#shared/tickets/read-mail.ts';

const encoder = new TextEncoder();
const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');
const head = ['From: Mei <mei@client.example>', 'To: Desk <desk@leakdesk.example>', 'MIME-Version: 1.0'];

function bytesOf(lines: readonly string[], body: string | Uint8Array = ''): Uint8Array {
  const start = encoder.encode(`${lines.join('\r\n')}\r\n\r\n`);
  const rest = typeof body === 'string' ? encoder.encode(body) : body;
  const all = new Uint8Array(start.length + rest.length);
  all.set(start);
  all.set(rest, start.length);
  return all;
}

async function read(lines: readonly string[], body: string | Uint8Array = '') {
  const mail = await readMail(bytesOf(lines, body));
  if (!mail.ok) {
    throw new Error(explainMailFailure(mail.error));
  }
  return mail.value;
}

describe('readMail', () => {
  it('reads addresses, subject, date, threading and text', async () => {
    const mail = await read(
      [
        ...head,
        'Subject: Is it',
        ' real?',
        'Date: Fri, 20 Mar 2026 17:30:00 +0800',
        'Message-ID: <1@client.example>',
        'In-Reply-To: <0@x>',
        'References: <a@x>',
        ' <0@x>',
        'Reply-To: soc@client.example',
      ],
      'Hello\r\nthere\r\n',
    );
    expect(mail).toEqual({
      from: { name: 'Mei', address: 'mei@client.example' },
      replyTo: { name: '', address: 'soc@client.example' },
      to: { name: 'Desk', address: 'desk@leakdesk.example' },
      subject: 'Is it real?',
      date: '2026-03-20T09:30:00.000Z',
      threading: { messageId: '<1@client.example>', inReplyTo: '<0@x>', references: ['<a@x>', '<0@x>'] },
      text: 'Hello\nthere',
      attachments: [],
      automatic: false,
    });
  });

  it('reads a Chinese subject in encoded words, cut in the middle of a character or not', async () => {
    const mail = await read(
      [...head, `Subject: =?UTF-8?B?${base64('关于数据')}?=`, ` =?UTF-8?B?${base64('泄露的咨询')}?= [LD-7]`],
      'x',
    );
    expect(mail.subject).toBe('关于数据泄露的咨询 [LD-7]');
    const gb = await read([...head, 'Subject: =?GB18030?B?1tDOxA==?='], 'x');
    expect(gb.subject).toBe('中文');
  });

  it('reads a body in GB18030, two-byte and four-byte characters', async () => {
    const body = Uint8Array.of(0xd0, 0xb9, 0xc2, 0xb6, 0x81, 0x39, 0xee, 0x39, 0x21);
    const mail = await read(
      [...head, 'Content-Type: text/plain; charset=gb18030', 'Content-Transfer-Encoding: 8bit'],
      body,
    );
    expect(mail.text).toBe('泄露㐀!');
  });

  it('prefers the plain part, and lists attachments by name and size', async () => {
    const parts = [
      '--B',
      'Content-Type: multipart/alternative; boundary=A',
      '',
      '--A',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'plain words',
      '--A',
      'Content-Type: text/html',
      '',
      '<p>markup</p>',
      '--A--',
      '--B',
      `Content-Type: application/pdf; name="=?UTF-8?B?${base64('报告.pdf')}?="`,
      'Content-Disposition: attachment',
      'Content-Transfer-Encoding: base64',
      '',
      base64('12345'),
      '--B--',
      '',
    ];
    const mail = await read([...head, 'Content-Type: multipart/mixed; boundary=B'], parts.join('\r\n'));
    expect(mail.text).toBe('plain words');
    expect(mail.attachments).toEqual([{ name: '报告.pdf', byteLength: 5 }]);
  });

  it('turns a mail that is only HTML into readable text without scripts', async () => {
    const html =
      '<html><head><title>t</title><style>p{color:red}</style></head><body><!-- <p>no</p> --><p>Are&nbsp;we in&#x20;it?</p><script>alert("x")</script>1 &lt; 2<br/>' +
      '<ul><li>one</li><li>二</li></ul><SCRIPT>never closed <b>bad</b>';
    const mail = await read([...head, 'Content-Type: text/html; charset=utf-8'], html);
    expect(mail.text).toBe('Are we in it?\n1 < 2\n\none\n\n二');
  });

  it('does without Message-ID, date and subject', async () => {
    const mail = await read(head, 'x');
    expect(mail).toMatchObject({
      subject: '',
      date: null,
      threading: { messageId: null, inReplyTo: null, references: [] },
    });
    expect((await read([...head, 'Date: yesterday', 'Message-ID: none'], 'x')).threading.messageId).toBeNull();
  });

  it.each([
    ['Auto-Submitted: auto-replied', true],
    ['Auto-Submitted: no', false],
    ['List-Id: <l.example>', true],
    ['Precedence: bulk', true],
    ['Return-Path: <>', true],
    ['Return-Path: <mei@client.example>', false],
  ])('%s: automatic is %s', async (header, automatic) => {
    expect((await read([...head, header], 'x')).automatic).toBe(automatic);
  });

  it.each([
    ['an empty file', new Uint8Array(0), 'empty'],
    ['a binary file', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0), 'binary'],
    ['a text that is no mail', encoder.encode('name,phone\nAnn,1\n'), 'no-sender'],
    ['a sender without an address', encoder.encode('From: nobody\r\nSubject: x\r\n\r\nx'), 'no-sender'],
    ['a file beyond all measure', new Uint8Array(50 * 1024 * 1024 + 1).fill(65), 'too-large'],
    ['headers without end', encoder.encode(`From: a@b.example\r\n${'X: y\r\n'.repeat(800_000)}`), 'unreadable'],
  ])('refuses %s with a sentence', async (_, bytes, kind) => {
    const mail = await readMail(bytes);
    expect(mail).toMatchObject({ ok: false, error: { kind } });
    if (!mail.ok) {
      expect(explainMailFailure(mail.error)).toMatch(/^[A-Z].*\. No ticket was changed\.$/);
    }
  });

  it('never throws, whatever the bytes', async () => {
    const lines = fc.array(
      fc.oneof(
        fc.constantFrom(
          ...head,
          'Content-Type: multipart/mixed; boundary=B',
          '--B',
          '--B--',
          '',
          'Content-Transfer-Encoding: base64',
          'Subject: =?GB18030?B?1t',
          '<script',
          '&#x110000;',
          '<!--',
          'From: =?',
          'Date: 99999999',
        ),
        fc.string({ unit: 'binary', maxLength: 20 }),
      ),
      { maxLength: 20 },
    );
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      lines.map((each) => encoder.encode(each.join('\r\n'))),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (each) => {
        const mail = await readMail(each);
        expect(typeof mail.ok).toBe('boolean');
      }),
      { numRuns: 1000 },
    );
  });
});
