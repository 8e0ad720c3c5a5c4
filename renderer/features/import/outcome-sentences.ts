import { assertNever } from '#shared/lib/assert-never.ts';
import { counted } from '#shared/lib/counted.ts';
import { explainParseFailure } from '#shared/parse/outcome.ts';
import type { ImportedTable, ImportFailure, RowlessTable } from '../../platform/sample-worker.ts';

/** Says why an import kept nothing, and what to do. */
export function explainImportFailure(failure: ImportFailure, name: string): string {
  switch (failure.kind) {
    case 'not-a-table':
      return explainParseFailure(failure.failure, name);
    case 'cancelled':
      return `You stopped the import of “${name}” after ${counted(failure.rows, 'row')}. None of them was kept; the file itself is untouched.`;
    case 'disk-full':
      return `The disk is full. Nothing of “${name}” was kept, and everything stored before is as it was. Free some space, then import the file again.`;
    case 'unreadable':
      return `“${name}” could not be read to its end (${failure.detail}). Nothing of it was kept. Check that the file is still there and did not change while it was read.`;
    default:
      return assertNever(failure);
  }
}

/** Chromium and Dexie have several names for a disk that takes no more. */
const fullDisk = /Quota|disk.{0,9}full|full disk|no space/i;

/** Says that an import broke off when its records were to be stored, or because the worker ended. */
export function explainBreakOff(cause: unknown, name: string): string {
  const why = cause instanceof Error ? `${cause.name} ${cause.message}` : String(cause);
  if (fullDisk.test(why)) {
    return explainImportFailure({ kind: 'disk-full' }, name);
  }
  const detail = cause instanceof Error ? cause.message : String(cause);
  return `The import of “${name}” broke off: ${detail}. Nothing of it was kept, and everything stored before is as it was. Import the file again.`;
}

type Outcome = Pick<ImportedTable, 'table' | 'rows' | 'rejected' | 'basis' | 'endsInsideQuote' | 'notes'>;

function storedSentence(what: string, { rows, basis }: Outcome): string {
  if (basis.kind === 'profiled') {
    return `Counted all ${counted(basis.rowsRead, 'row')} of ${what}; a random selection of ${rows.toLocaleString('en')} is stored.`;
  }
  return `${counted(rows, 'row')} of ${what} ${rows === 1 ? 'is' : 'are'} stored.`;
}

/** Names the tables of which nothing but rejected records is left, and says where these are. */
function rowlessSentence(rowless: readonly RowlessTable[], keeper: string): string {
  if (rowless.length === 0) {
    return '';
  }
  const named = rowless.map(({ table, rejected }) => `“${table}” (${rejected.toLocaleString('en')})`).join(', ');
  const [tables, their] = rowless.length === 1 ? ['table', 'its'] : ['tables', 'their'];
  return ` No row of ${tables} ${named} could be read: ${their} rejected records are kept with table “${keeper}”.`;
}

function rejectedSentence(tables: readonly Outcome[], rowless: readonly RowlessTable[]): string {
  const rejected = tables.reduce((sum, table) => sum + table.rejected, 0);
  const cut = tables.find(({ endsInsideQuote }) => endsInsideQuote !== null)?.endsInsideQuote ?? null;
  const open = cut === null ? '' : ` The file ends inside a quoted cell that opens in line ${cut}: it looks cut off.`;
  const end = [open, ...tables.flatMap(({ notes }) => notes.map((note) => ` ${note}`))].join('');
  return rejected === 0
    ? end
    : ` ${rejected.toLocaleString('en')} could not be read as rows; each is kept with its line and reason.${rowlessSentence(rowless, tables[0]?.table ?? '')}${end}`;
}

/** What an import came to, as far as it is told. */
type Imported = { readonly tables: readonly Outcome[]; readonly rowless: readonly RowlessTable[] };

/** Says what of a file is stored, table by table where it has several, and what is not. */
export function summariseImport(name: string, { tables, rowless }: Imported): string {
  const [first] = tables;
  if (first !== undefined && tables.length === 1) {
    const what = first.table === '' ? `“${name}”` : `table “${first.table}” of “${name}”`;
    return storedSentence(what, first) + rejectedSentence(tables, rowless);
  }
  const whole = tables.filter(({ basis }) => basis.kind === 'whole');
  const rows = whole.reduce((sum, table) => sum + table.rows, 0);
  const named = whole.map(({ table, rows: own }) => `${table} (${own.toLocaleString('en')})`).join(', ');
  const profiled = tables.filter(({ basis }) => basis.kind === 'profiled');
  return [
    ...(whole.length === 0
      ? []
      : [`${counted(rows, 'row')} of ${counted(whole.length, 'table')} of “${name}” are stored: ${named}.`]),
    ...profiled.map((table) => storedSentence(`table “${table.table}” of “${name}”`, table)),
  ]
    .join(' ')
    .concat(rejectedSentence(tables, rowless));
}
