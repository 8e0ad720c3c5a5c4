const startsFormula = /^[=+\-@\t\r]/;

/** What stands in a cell; null is an empty one. */
export type CsvCell = string | number | null;

/** One cell of RFC 4180. What a spreadsheet would take for a formula gets an apostrophe before it (OWASP). */
function cellOf(value: CsvCell): string {
  const text = typeof value === 'string' && startsFormula.test(value) ? `'${value}` : String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Writes a table as CSV (RFC 4180, with a byte order mark, so that spreadsheets read Chinese). */
export function toCsv(rows: readonly (readonly CsvCell[])[]): string {
  return `\ufeff${rows.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('')}`;
}
