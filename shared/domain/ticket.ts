import { z } from 'zod';
import { caseIdSchema } from './case.ts';
import { recordShape, uuidSchema } from './record.ts';

export const ticketIdSchema = uuidSchema.brand<'TicketId'>();
export type TicketId = z.infer<typeof ticketIdSchema>;

/** Where a ticket stands. */
export const ticketStatusSchema = z.enum(['new', 'triaged', 'waiting-client', 'waiting-analyst', 'answered', 'closed']);

/** What the client asks. The kind chooses the reply's template. */
export const questionKindSchema = z.enum(['is-it-real', 'am-i-in-it', 'what-now', 'other']);
export type QuestionKind = z.infer<typeof questionKindSchema>;

/** A mail address with its display name (empty when there is none). */
export const mailboxSchema = z.object({ name: z.string(), address: z.email() }).readonly();
export type Mailbox = z.infer<typeof mailboxSchema>;

/** An "Ask to Analyst" request. Its correspondence is its messages. */
export const ticketSchema = z
  .object({
    id: ticketIdSchema,
    /** Counts up from 1 in a vault; `LD-7` in a subject names the ticket. */
    number: z.int().min(1),
    caseId: caseIdSchema.nullable(),
    subject: z.string().min(1),
    requester: mailboxSchema,
    question: questionKindSchema,
    status: ticketStatusSchema,
    ...recordShape,
  })
  .readonly();
export type Ticket = z.infer<typeof ticketSchema>;
