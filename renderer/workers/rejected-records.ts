import { maskRecord } from '#shared/classify/mask-record.ts';
import type { RejectedRow, RejectReason } from '#shared/domain/sample.ts';
import { rejectedAsCsv, rejectedAsText } from '#shared/parse/rejected-file.ts';
import type { MaskedRejected, RejectedGroup, RejectedView } from './sample-worker-api.ts';

/** How many records each reason has, the commonest first. */
export function rejectedGroups(rows: readonly RejectedRow[]): readonly RejectedGroup[] {
  const counts = new Map<RejectReason, number>();
  for (const { reason } of rows) {
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count);
}

/** Some of the records of a view, masked. Their indexes count over all records of the sample. */
export function maskedRejected(
  rows: readonly RejectedRow[],
  view: RejectedView,
  start: number,
  end: number,
): readonly MaskedRejected[] {
  return rows
    .map((row, index) => ({ index, ...row }))
    .filter(({ reason }) => view === 'all' || reason === view)
    .slice(start, end)
    .map(({ index, line, reason, raw, table = null }) => ({ index, line, reason, masked: maskRecord(raw), table }));
}

/** The records of a view in clear, as the content of a file. */
export function rejectedFile(rows: readonly RejectedRow[], view: RejectedView, form: 'text' | 'csv'): string {
  const wanted = rows.filter(({ reason }) => view === 'all' || reason === view);
  return form === 'csv' ? rejectedAsCsv(wanted) : rejectedAsText(wanted);
}
