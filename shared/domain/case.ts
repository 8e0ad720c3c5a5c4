import { z } from 'zod';
import type { Instant } from './instant.ts';
import { firstRevision, recordShape, uuidSchema } from './record.ts';
import { tlpSchema } from './tlp.ts';

export const caseIdSchema = uuidSchema.brand<'CaseId'>();
export type CaseId = z.infer<typeof caseIdSchema>;

/** Where the work on a case can stand. */
export const caseStatuses = ['open', 'closed'] as const;

/** One alleged leak under analysis. What the seller says of it are claims; this holds only what the analyst decides. */
export const caseSchema = z
  .object({
    id: caseIdSchema,
    title: z.string().min(1).max(300),
    status: z.enum(caseStatuses),
    tlp: tlpSchema,
    ...recordShape,
  })
  .readonly();
export type Case = z.infer<typeof caseSchema>;

/** Opens a case. It starts at TLP:RED: a case with samples goes to named recipients only. */
export function openCase(id: CaseId, title: string, now: Instant): Case {
  return { id, title, status: 'open', tlp: 'TLP:RED', ...firstRevision(now) };
}
