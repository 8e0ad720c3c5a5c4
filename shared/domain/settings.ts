import { z } from 'zod';
import { instantSchema } from './instant.ts';
import { mailboxSchema } from './ticket.ts';

/** The analyst's choices that belong to the vault (there is one record, under this id). */
export const settingsSchema = z
  .object({
    id: z.literal('settings'),
    /** Who replies; null until the analyst has said so. */
    analyst: mailboxSchema.nullable(),
    /** Minutes without a key or a pointer until the vault locks. */
    idleMinutes: z.int().min(1).max(240),
    createdAt: instantSchema,
    updatedAt: instantSchema,
    revision: z.int().min(1),
  })
  .readonly();
export type Settings = z.infer<typeof settingsSchema>;
