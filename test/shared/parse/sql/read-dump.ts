import type { Encoding } from '#shared/domain/dialect.ts';
import type { RejectedRow } from '#shared/domain/sample.ts';
import { cellsOf } from '#shared/kernel/column-chunk.ts';
import { plainKernels } from '#shared/kernel/kernels.ts';
import type { TextFormat } from '#shared/parse/table-format.ts';
import { utf8 } from '../../../fixtures/bytes.ts';

/** A table of a dump as strings, for comparison. */
export type ReadTable = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
  readonly rejected: readonly RejectedRow[];
};

export type ReadDump = { readonly tables: readonly ReadTable[]; readonly strays: readonly RejectedRow[] };

const dialect = { separator: '', quote: "'", hasHeader: true, width: null, shortRows: 'reject' } as const;

/** Cuts bytes into chunks whose sizes repeat in turn. */
export function* cut(bytes: Uint8Array, sizes: readonly number[]): Generator<Uint8Array> {
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.slice(at, at + size);
    at += size;
  }
}

/** Reads a dump given in chunks; every chunk is overwritten once it was pushed. */
export function readDump(
  format: TextFormat,
  chunks: Iterable<Uint8Array> | string,
  rowsPerBlock = 3,
  encoding: Encoding = 'utf-8',
): ReadDump {
  const strays: RejectedRow[] = [];
  const opened = new Map<string, { rows: (string | null)[][]; rejected: RejectedRow[]; columns: readonly string[] }>();
  const reader = format.read(
    { ...dialect, format: format.id, encoding },
    {
      rowsPerBlock,
      onStray: (row) => void strays.push(row),
      openTable: (name) => {
        if (opened.has(name)) {
          throw new Error(`${name} was opened twice.`);
        }
        const table = {
          rows: [] as (string | null)[][],
          rejected: [] as RejectedRow[],
          columns: [] as readonly string[],
        };
        opened.set(name, table);
        return {
          onColumns: (names) => {
            table.columns = names;
          },
          onBlock: (block) => {
            const cells = block.columns.map((column) => cellsOf(column, null));
            for (let row = 0; row < block.rows; row++) {
              table.rows.push(cells.map((column) => column[row] ?? null));
            }
          },
          onRejected: (row) => void table.rejected.push(row),
        };
      },
    },
    plainKernels,
  );
  for (const chunk of typeof chunks === 'string' ? [utf8(chunks)] : chunks) {
    const reused = chunk.slice();
    reader.push(reused);
    reused.fill(0x27);
  }
  const tables = reader.end().map((summary): ReadTable => {
    const table = opened.get(summary.name);
    if (table === undefined || table.rows.length !== summary.rows || table.rejected.length !== summary.rejected) {
      throw new Error(`The summary of ${summary.name} does not fit what was received.`);
    }
    // Blocks closed before a column was met are narrower.
    const rows = table.rows.map((row) => summary.columns.map((_, place) => row[place] ?? null));
    return { name: summary.name, columns: table.columns, rows, rejected: table.rejected };
  });
  return { tables, strays };
}

/** The rows of the one table of a dump in which all is well. */
export function soundRows(
  format: TextFormat,
  chunks: Iterable<Uint8Array> | string,
  encoding: Encoding = 'utf-8',
): readonly (readonly (string | null)[])[] {
  const { tables, strays } = readDump(format, chunks, 3, encoding);
  const rejected = [...strays, ...tables.flatMap((table) => table.rejected)];
  if (rejected.length > 0 || tables.length !== 1) {
    throw new Error(JSON.stringify({ rejected, tables: tables.map(({ name }) => name) }));
  }
  return tables[0]?.rows ?? [];
}
