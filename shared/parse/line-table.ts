import type { RejectReason } from '../domain/sample.ts';
import { CellPlaces } from '../kernel/csv-record.ts';
import { LineReader } from '../kernel/line-reader.ts';
import { TableWriter } from '../kernel/table-writer.ts';
import { firstInvalidUtf8 } from '../kernel/utf8.ts';
import { rejectedText } from './rejected-text.ts';
import type { TableSink, TextReader } from './table-format.ts';

/** How the lines of a table are cut. `columns` name the cells, unless a first line does. */
export type LineCutting = {
  readonly columns: readonly string[];
  readonly hasHeader: boolean;
  /** Notes the places of a line's cells, counted from `start` and in the order of the columns; false when it is no row. */
  readonly cut: (bytes: Uint8Array, start: number, end: number, cells: CellPlaces) => boolean;
};

/**
 * Reads a table of one row a line, where every line has its own evidence of how it is to be cut. Lines without a single
 * character are no records; a line that cannot be cut is rejected for want of a separator.
 */
export function readLineTable({ columns, hasHeader, cut }: LineCutting, sink: TableSink): TextReader {
  const table = new TableWriter('', sink, sink.openTable(''));
  const cells = new CellPlaces();
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  function reject(bytes: Uint8Array, start: number, end: number, line: number, reason: RejectReason): void {
    table.reject(rejectedText(bytes, start, end, line, reason));
  }

  function nameColumns(names: readonly string[]): void {
    if (table.width === 0) {
      names.forEach((name) => void table.addColumn(name));
    }
  }

  function write(bytes: Uint8Array, start: number): boolean {
    for (let column = 0; column < columns.length; column++) {
      const from = start + (cells.starts[column] ?? 0);
      if (!table.setBytes(column, bytes, from, start + (cells.ends[column] ?? 0))) {
        table.dropRow();
        return false;
      }
    }
    table.endRow();
    return true;
  }

  const lines = new LineReader({
    line: (bytes, start, end, line) => {
      if (start === end) {
        return;
      }
      cells.count = 0;
      if (!cut(bytes, start, end, cells)) {
        reject(bytes, start, end, line, 'no-separator');
      } else if (hasHeader && table.width === 0 && firstInvalidUtf8(bytes, start, end) < 0) {
        nameColumns(
          columns.map((_, k) =>
            decoder.decode(bytes.subarray(start + (cells.starts[k] ?? 0), start + (cells.ends[k] ?? 0))),
          ),
        );
      } else {
        nameColumns(columns);
        if (!write(bytes, start)) {
          reject(bytes, start, end, line, 'not-utf-8');
        }
      }
    },
    tooLong: (bytes, start, end, line) => {
      nameColumns(columns);
      reject(bytes, start, end, line, 'too-long');
    },
  });
  return {
    push: (chunk) => lines.push(chunk),
    end: () => {
      lines.end();
      nameColumns(columns);
      return [table.end()];
    },
  };
}
