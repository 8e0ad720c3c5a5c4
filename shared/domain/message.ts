import { z } from 'zod';
import { instantSchema } from './instant.ts';
import { recordShape, uuidSchema } from './record.ts';
import { mailboxSchema, ticketIdSchema } from './ticket.ts';

export const messageIdSchema = uuidSchema.brand<'MessageId'>();

/** The threading fields of a mail (RFC 5322, 3.6.4), each id with its angle brackets; null or empty when the mail has none. */
export const threadingSchema = z
  .object({
    messageId: z.string().nullable(),
    inReplyTo: z.string().nullable(),
    references: z.array(z.string()).readonly(),
  })
  .readonly();
export type Threading = z.infer<typeof threadingSchema>;

/** One piece of a ticket's correspondence: what the client wrote, or a reply as it was saved. */
export const messageSchema = z
  .object({
    id: messageIdSchema,
    ticketId: ticketIdSchema,
    direction: z.enum(['received', 'reply']),
    from: mailboxSchema,
    to: mailboxSchema.nullable(),
    /** Where an answer goes: Reply-To, or the sender. */
    replyTo: mailboxSchema,
    subject: z.string(),
    date: instantSchema,
    threading: threadingSchema,
    text: z.string(),
    /** The files that came with it, by name and size in bytes. Their content is not taken over. */
    attachments: z.array(z.object({ name: z.string(), byteLength: z.int().min(0) }).readonly()).readonly(),
    ...recordShape,
  })
  .readonly();
export type Message = z.infer<typeof messageSchema>;
