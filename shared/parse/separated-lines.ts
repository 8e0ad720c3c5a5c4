import { PlainColumns } from '../kernel/cell-columns.ts';
import { CellPlaces } from '../kernel/csv-record.ts';
import { CsvTableBuilder } from '../kernel/csv-table-builder.ts';
import { LineReader } from '../kernel/line-reader.ts';
import type { FormatDialect, TableSink, TextReader } from './table-format.ts';

const defaultBlockBytes = 1 << 24;

const space = 0x20;
const hyphen = 0x2d;

function blanksAround(bytes: Uint8Array, start: number, end: number): number {
  return bytes[start] === hyphen && bytes[start - 1] === space && bytes[end] === space ? 1 : 0;
}

function isAt(bytes: Uint8Array, at: number, separator: Uint8Array): boolean {
  for (let k = 1; k < separator.length; k++) {
    if (bytes[at + k] !== separator[k]) {
      return false;
    }
  }
  return true;
}

/**
 * Notes where the cells of a line lie: it is cut at every separator, from the left. A blank on both sides of hyphens
 * belongs to them.
 */
function cutLine(bytes: Uint8Array, start: number, end: number, separator: Uint8Array, cells: CellPlaces): void {
  const first = separator[0] ?? 0;
  const { length } = separator;
  const last = end - length;
  let cellStart = start;
  cells.count = 0;
  for (let at = start; at <= last; at++) {
    if (bytes[at] === first && isAt(bytes, at, separator)) {
      const behind = at + length;
      const blank = at > cellStart ? blanksAround(bytes, at, behind) : 0;
      cells.add(cellStart - start, at - blank - start, 0);
      cellStart = behind < end ? behind + blank : behind;
      at = cellStart - 1;
    }
  }
  cells.add(cellStart - start, end - start, 0);
}

/**
 * Reads lines whose cells stand between separators of any length, such as `----` or `||`, as one table. Nothing is a quote
 * here: a line break always ends the row. Blank lines are no records, unless the table has one column.
 */
export function readSeparatedLines(dialect: FormatDialect, sink: TableSink): TextReader {
  const { width, hasHeader, shortRows } = dialect;
  const receiver = sink.openTable('');
  const separator = new TextEncoder().encode(dialect.separator);
  const cells = new CellPlaces();
  const options = {
    ...{ columns: width, hasHeader, quote: -1, fillShortRows: shortRows === 'fill' },
    ...{ rowsPerBlock: sink.rowsPerBlock, maxBlockBytes: sink.maxBlockBytes ?? defaultBlockBytes },
    ...{ onHeader: receiver.onColumns, onBlock: receiver.onBlock, onRejected: receiver.onRejected },
  };
  const builder = new CsvTableBuilder(options, new PlainColumns());
  const lines = new LineReader({
    line: (bytes, start, end, line) => {
      cutLine(bytes, start, end, separator, cells);
      builder.record(bytes, start, end, line, cells);
    },
    tooLong: (bytes, start, end, line) => builder.damaged(bytes, start, end, line, 'too-long'),
  });
  return {
    push: (chunk) => lines.push(chunk),
    end: () => {
      lines.end();
      const { header, rows, rejected } = builder.end();
      return [{ name: '', columns: header, rows, rejected, endsInsideQuote: null }];
    },
  };
}
