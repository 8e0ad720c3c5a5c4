import { z } from 'zod';
import { recordShape } from './record.ts';
import { ticketIdSchema } from './ticket.ts';

/**
 * The reply in the making of one ticket (there is one at most, under the ticket's id). `source` holds facts by reference,
 * as `{{ fact.name }}`, so the text changes with the facts. `subject` is null until the analyst changes the proposed one.
 */
export const draftSchema = z
  .object({ id: ticketIdSchema, source: z.string(), subject: z.string().nullable(), ...recordShape })
  .readonly();
export type Draft = z.infer<typeof draftSchema>;
