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
 * Rejected records as a CSV file (RFC 4180, with byte order mark for Excel): line, reason, record, and the table they were
 * meant for where that is another one than the sample's. A record that a spreadsheet would take for a formula has an
 * apostrophe before it.
 */
export function rejectedAsCsv(rows: readonly RejectedRow[]): string {
  const hasTables = rows.some(({ table }) => table !== undefined);
  const lines = rows.map(({ line, reason, raw, table = '' }) => {
    const cells = [
      String(line),
      quoted(explainReason(reason).what),
      quoted(raw),
      ...(hasTables ? [quoted(table)] : []),
    ];
    return `${cells.join(',')}\r\n`;
  });
  return `\uFEFFline,reason,record${hasTables ? ',table' : ''}\r\n${lines.join('')}`;
}
