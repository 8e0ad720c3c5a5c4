import { z } from 'zod';
import { encodingSchema, formatIdSchema } from './dialect.ts';
import { instantSchema } from './instant.ts';
import { mailboxSchema } from './ticket.ts';

/** What the analyst chose against the guess when a file was read. Nothing in it belongs to one file alone. */
export const chosenReadingSchema = z
  .object({
    format: formatIdSchema.exactOptional(),
    encoding: encodingSchema.exactOptional(),
    separator: z.string().max(8).exactOptional(),
    quote: z.enum(['"', "'", '']).exactOptional(),
    hasHeader: z.boolean().exactOptional(),
    shortRows: z.enum(['reject', 'fill']).exactOptional(),
  })
  .readonly();
export type ChosenReading = z.infer<typeof chosenReadingSchema>;

/** The choices remembered for one source of files. */
const rememberedReadingSchema = z
  .object({ source: z.string().min(1), chosen: chosenReadingSchema, usedAt: instantSchema })
  .readonly();

/** The analyst's choices that belong to the vault (there is one record, under this id). */
export const settingsSchema = z
  .object({
    id: z.literal('settings'),
    /** Who replies; null until the analyst has said so. */
    analyst: mailboxSchema.nullable(),
    /** Minutes without a key or a pointer until the vault locks. */
    idleMinutes: z.int().min(1).max(240),
    /** How files of a source are read, the last used first. */
    readings: z.array(rememberedReadingSchema).readonly().default([]),
    createdAt: instantSchema,
    updatedAt: instantSchema,
    revision: z.int().min(1),
  })
  .readonly();
export type Settings = z.infer<typeof settingsSchema>;
