import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import type { OutgoingMail } from '#shared/ipc/contract.ts';

/** Writes a mail as the bytes of an .eml file: RFC 5322 with CRLF, UTF-8 text, encoded-words where a header needs them. */
export async function composeMail(mail: OutgoingMail): Promise<Uint8Array> {
  const { threading } = mail;
  const composer = new MailComposer({
    from: { ...mail.from },
    to: { ...mail.to },
    subject: mail.subject,
    date: new Date(mail.date),
    text: mail.text,
    textEncoding: 'quoted-printable',
    newline: 'windows',
    references: [...threading.references],
    ...(threading.messageId === null ? {} : { messageId: threading.messageId }),
    ...(threading.inReplyTo === null ? {} : { inReplyTo: threading.inReplyTo }),
    // A mail holds what the draft holds; no name in it may make the composer read a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
