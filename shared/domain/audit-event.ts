import { z } from 'zod';
import { caseIdSchema } from './case.ts';
import { instantSchema } from './instant.ts';
import { recordShape, uuidSchema } from './record.ts';
import { sampleIdSchema } from './sample.ts';
import { severityInputIdSchema } from './severity.ts';
import { ticketIdSchema } from './ticket.ts';
import { assessmentSchema } from './verdict.ts';

export const auditEventIdSchema = uuidSchema.brand<'AuditEventId'>();

/** What happened. No event holds a sample's value: a reveal names the cell, not its content. */
export const auditActionSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('vault-created') }),
    z.object({ kind: z.literal('passphrase-changed') }),
    /** A field type of the analyst's own was added, changed or deleted. */
    z.object({
      kind: z.literal('own-type-changed'),
      name: z.string(),
      change: z.enum(['added', 'changed', 'deleted']),
    }),
    z.object({ kind: z.literal('case-opened') }),
    z.object({ kind: z.literal('case-changed'), what: z.string() }),
    z.object({ kind: z.literal('listing-received'), name: z.string(), sha256: z.string() }),
    z.object({ kind: z.literal('claim-decided'), claim: z.string(), state: z.string() }),
    z.object({
      kind: z.literal('sample-imported'),
      sampleId: sampleIdSchema,
      name: z.string(),
      sha256: z.string(),
      rows: z.int(),
      rejected: z.int(),
    }),
    z.object({ kind: z.literal('sample-purged'), sampleId: sampleIdSchema, name: z.string(), rows: z.int() }),
    /** A list that was looked up: how many values, in how many samples, how many were found; no value of it. */
    z.object({ kind: z.literal('list-looked-up'), values: z.int(), samples: z.int(), found: z.int() }),
    /** A chart left as a file: its title and the file's name; the counts in it are of no one person. */
    z.object({ kind: z.literal('chart-exported'), title: z.string(), file: z.string() }),
    /** A chart or a calendar was held back, since its words hold values of a sample. */
    z.object({ kind: z.literal('export-blocked'), what: z.enum(['chart', 'calendar']), values: z.int() }),
    z.object({ kind: z.literal('look-up-exported'), values: z.int(), name: z.string() }),
    z.object({
      kind: z.literal('cell-revealed'),
      sampleId: sampleIdSchema,
      row: z.int(),
      column: z.int(),
      header: z.string(),
    }),
    /** The wizard showed the beginning of a file in clear, before anything of it was imported. */
    z.object({ kind: z.literal('preview-revealed'), name: z.string() }),
    z.object({
      kind: z.literal('rejected-exported'),
      sampleId: sampleIdSchema,
      name: z.string(),
      count: z.int(),
      file: z.string(),
    }),
    z.object({
      kind: z.literal('sample-deleted'),
      sampleId: sampleIdSchema,
      name: z.string(),
      rows: z.int(),
      rejected: z.int(),
      /** Whether the same file, read anew, took its place. */
      replaced: z.boolean(),
    }),
    z.object({ kind: z.literal('rejected-row-revealed'), sampleId: sampleIdSchema, line: z.int() }),
    z.object({
      kind: z.literal('column-annotated'),
      sampleId: sampleIdSchema,
      column: z.int(),
      header: z.string(),
      from: z.string(),
      to: z.string(),
    }),
    z.object({
      kind: z.literal('checks-run'),
      sampleId: sampleIdSchema,
      name: z.string(),
      rows: z.int(),
      pass: z.int(),
      warn: z.int(),
      fail: z.int(),
      notRun: z.int(),
    }),
    /** A decision on the leak, whole, so that earlier ones can still be read once it is changed. */
    z.object({ kind: z.literal('verdict-decided'), decision: assessmentSchema, proposal: assessmentSchema }),
    /** An input of the severity was set, or taken back to what is proposed (`reason` is null then). */
    z.object({
      kind: z.literal('severity-decided'),
      input: severityInputIdSchema,
      from: z.number(),
      to: z.number(),
      proposed: z.number(),
      reason: z.string().nullable(),
    }),
    /** Facts that laws ask for were set: which, and to what. */
    z.object({ kind: z.literal('law-facts-decided'), what: z.string() }),
    z.object({ kind: z.literal('calendar-exported'), clocks: z.int(), name: z.string() }),
    z.object({ kind: z.literal('ticket-received'), ticketId: ticketIdSchema, number: z.int() }),
    z.object({ kind: z.literal('ticket-changed'), ticketId: ticketIdSchema, number: z.int(), what: z.string() }),
    z.object({ kind: z.literal('reply-saved'), ticketId: ticketIdSchema, number: z.int(), messageId: z.string() }),
    z.object({ kind: z.literal('reply-blocked'), ticketId: ticketIdSchema, number: z.int(), why: z.string() }),
  ])
  .readonly();
export type AuditAction = z.infer<typeof auditActionSchema>;

/** One line of the custody trail, written in the same transaction as the change it tells of. */
export const auditEventSchema = z
  .object({
    id: auditEventIdSchema,
    at: instantSchema,
    caseId: caseIdSchema.nullable(),
    action: auditActionSchema,
    ...recordShape,
  })
  .readonly();
export type AuditEvent = z.infer<typeof auditEventSchema>;
