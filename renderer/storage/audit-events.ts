import { type AuditAction, type AuditEvent, auditEventIdSchema, auditEventSchema } from '#shared/domain/audit-event.ts';
import type { CaseId } from '#shared/domain/case.ts';
import { firstRevision } from '#shared/domain/record.ts';
import { newId, now } from './clock-and-ids.ts';
import { sealedTable } from './sealed-table.ts';

const auditEvents = sealedTable('auditEvents', auditEventSchema, ({ caseId }) => (caseId === null ? {} : { caseId }));

/** Adds a line to the trail. Called inside the step that makes the change. */
export async function recordEvent(caseId: CaseId | null, action: AuditAction): Promise<void> {
  const at = now();
  await auditEvents.put({ id: newId(auditEventIdSchema), at, caseId, action, ...firstRevision(at) });
}

/** The latest lines of the trail over all cases, newest first. */
export function latestEvents(count: number): Promise<AuditEvent[]> {
  return auditEvents.latest(count);
}

/** The trail of one case, newest first. */
export async function eventsOf(caseId: CaseId): Promise<AuditEvent[]> {
  return (await auditEvents.where('caseId', caseId)).sort((a, b) => (a.id < b.id ? 1 : -1));
}
