import type { RejectedRow } from '../domain/sample.ts';
import { TableWriter } from '../kernel/table-writer.ts';
import { JsonRows } from './json-row.ts';
import type { TableSink } from './table-format.ts';

/** A table of JSON records: what cannot be read as one is rejected whole. */
export class JsonTable {
  readonly writer: TableWriter;
  private readonly rows: JsonRows;

  constructor(name: string, sink: TableSink, hasHeader: boolean) {
    this.writer = new TableWriter(name, sink, sink.openTable(name));
    this.rows = new JsonRows(this.writer, hasHeader);
  }

  /** Writes the record in [start, end) as a row; false when it is none. With `isMember` its key comes first. */
  write(bytes: Uint8Array, start: number, end: number, isMember: boolean): boolean {
    return this.rows.write(bytes, start, end, isMember);
  }

  /** Keeps what is no row. */
  reject(row: RejectedRow): void {
    this.writer.reject(row);
  }
}
