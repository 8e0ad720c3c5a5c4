import type { CaseId } from '#shared/domain/case.ts';
import { recordEvent } from './audit-events.ts';

/** Writes down that a list was looked up: counts, and no value of it. */
export function recordLookUp(
  caseId: CaseId | null,
  counts: { readonly values: number; readonly samples: number; readonly found: number },
): Promise<void> {
  return recordEvent(caseId, { kind: 'list-looked-up', ...counts });
}

/** Writes down that the outcome of a look-up left as a file. */
export function recordLookUpExport(caseId: CaseId | null, values: number, name: string): Promise<void> {
  return recordEvent(caseId, { kind: 'look-up-exported', values, name });
}
