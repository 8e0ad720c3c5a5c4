import PostalMime, { type Address, type Email } from 'postal-mime';
import { type Instant, instantSchema } from '../domain/instant.ts';
import type { Threading } from '../domain/message.ts';
import { type Mailbox, mailboxSchema } from '../domain/ticket.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { htmlToText } from './html-text.ts';

/** A file that came with a mail. Its content is not taken over. */
export type MailAttachment = { readonly name: string; readonly byteLength: number };

/** A mail as it was received, ready to become a ticket or a message of one. */
export type IncomingMail = {
  readonly from: Mailbox;
  /** Where a reply goes: Reply-To, or the sender. */
  readonly replyTo: Mailbox;
  readonly to: Mailbox | null;
  readonly subject: string;
  /** When it was sent; null where the mail does not say, or says it wrongly. */
  readonly date: Instant | null;
  readonly threading: Threading;
  readonly text: string;
  readonly attachments: readonly MailAttachment[];
  /** True for mail that no person wrote to us (RFC 3834): it gets no automatic answer. */
  readonly automatic: boolean;
};

/** Why bytes could not be read as a mail. */
export type MailFailure =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-large'; readonly byteLength: number }
  | { readonly kind: 'binary' }
  | { readonly kind: 'no-sender' }
  | { readonly kind: 'unreadable'; readonly detail: string };

/** The largest mail that is read, in bytes. */
export const mostMailBytes = 50 * 1024 * 1024;
const headBytes = 4096;

/** The headers of a mail are text: a NUL byte among the first lines means another kind of file. */
function looksBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, headBytes).includes(0);
}

function mailboxOf(address: Address | undefined): Mailbox | null {
  const first = address?.group === undefined ? address : address.group[0];
  const parsed = mailboxSchema.safeParse({ name: first?.name ?? '', address: first?.address });
  return parsed.success ? parsed.data : null;
}

const messageIds = /<[^<>\s]{1,990}>/g;

function idsIn(header: string | undefined): string[] {
  return header?.match(messageIds) ?? [];
}

function threadingOf(mail: Email): Threading {
  return {
    messageId: idsIn(mail.messageId)[0] ?? null,
    inReplyTo: idsIn(mail.inReplyTo)[0] ?? null,
    references: idsIn(mail.references),
  };
}

function instantIn(date: string | undefined): Instant | null {
  const time = Date.parse(date ?? '');
  const parsed = instantSchema.safeParse(Number.isNaN(time) ? null : new Date(time).toISOString());
  return parsed.success ? parsed.data : null;
}

function textOf(mail: Email): string {
  const text = mail.text?.trim() ?? '';
  return (text === '' ? htmlToText(mail.html ?? '') : text).replace(/\r\n?/g, '\n').trim();
}

function isAutomatic(mail: Email): boolean {
  return mail.headers.some(({ key, value }) => {
    const word = value.trim().toLowerCase();
    if (key === 'auto-submitted') {
      return !word.startsWith('no');
    }
    if (key === 'precedence') {
      return ['bulk', 'list', 'junk'].includes(word);
    }
    return key === 'list-id' || (key === 'return-path' && word === '<>');
  });
}

function attachmentsOf(mail: Email): MailAttachment[] {
  return mail.attachments.map(({ filename, content }) => ({
    name: filename ?? 'unnamed',
    byteLength: typeof content === 'string' ? content.length : content.byteLength,
  }));
}

async function parse(bytes: Uint8Array): Promise<Result<Email, MailFailure>> {
  try {
    return ok(await PostalMime.parse(bytes));
  } catch (thrown) {
    return err({ kind: 'unreadable', detail: thrown instanceof Error ? thrown.message : String(thrown) });
  }
}

/** Reads one mail (.eml, RFC 5322), in whatever encoding it was written. Nothing in it is run, fetched or kept as HTML. */
export async function readMail(bytes: Uint8Array): Promise<Result<IncomingMail, MailFailure>> {
  if (bytes.byteLength === 0) {
    return err({ kind: 'empty' });
  }
  if (bytes.byteLength > mostMailBytes) {
    return err({ kind: 'too-large', byteLength: bytes.byteLength });
  }
  if (looksBinary(bytes)) {
    return err({ kind: 'binary' });
  }
  const parsed = await parse(bytes);
  if (!parsed.ok) {
    return parsed;
  }
  const mail = parsed.value;
  const from = mailboxOf(mail.from);
  if (from === null) {
    return err({ kind: 'no-sender' });
  }
  return ok({
    from,
    replyTo: mailboxOf(mail.replyTo?.[0]) ?? from,
    to: mailboxOf(mail.to?.[0]),
    subject: (mail.subject ?? '').replace(/\s+/g, ' ').trim(),
    date: instantIn(mail.date),
    threading: threadingOf(mail),
    text: textOf(mail),
    attachments: attachmentsOf(mail),
    automatic: isAutomatic(mail),
  });
}
