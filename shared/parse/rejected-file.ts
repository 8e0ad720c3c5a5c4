import type { RejectedRow } from '../domain/sample.ts';
import { explainReason } from './explain-reason.ts';

/** What begins a formula in a spreadsheet (CWE-1236). */
const formula = /^[=+\-@\t\r\0]/;

function quoted(cell: string): string {
  const safe = formula.test(cell) ? `'${cell}` : cell;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** Rejected records as text: each as it was found, one behind the other. */
export function rejectedAsText(rows: readonly RejectedRow[]): string {
  return rows.map(({ raw }) => (raw.endsWith('\n') ? raw : `${raw}\n`)).join('');
}

/**
 * Rejected records as a CSV file (RFC 4180, with byte order mark for Excel): line, reason, record. A record that a
 * spreadsheet would take for a formula has an apostrophe before it.
 */
export function rejectedAsCsv(rows: readonly RejectedRow[]): string {
  const lines = rows.map(({ line, reason, raw }) => `${line},${quoted(explainReason(reason).what)},${quoted(raw)}\r\n`);
  return `\uFEFFline,reason,record\r\n${lines.join('')}`;
}
