import type { CaseId } from '#shared/domain/case.ts';
import { recordEvent } from './audit-events.ts';

/** Writes down that a chart or a calendar was held back; how many values its words hold, and none of them. */
export function recordBlockedExport(caseId: CaseId | null, what: 'chart' | 'calendar', values: number): Promise<void> {
  return recordEvent(caseId, { kind: 'export-blocked', what, values });
}

/** Writes down that a chart left as a file. */
export function recordChartExport(caseId: CaseId | null, title: string, file: string): Promise<void> {
  return recordEvent(caseId, { kind: 'chart-exported', title, file });
}
