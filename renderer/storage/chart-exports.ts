import type { CaseId } from '#shared/domain/case.ts';
import { recordEvent } from './audit-events.ts';

/** Writes down that a chart left as a file. */
export function recordChartExport(caseId: CaseId | null, title: string, file: string): Promise<void> {
  return recordEvent(caseId, { kind: 'chart-exported', title, file });
}
