import type { TableWriter } from '../kernel/table-writer.ts';

/** The columns of a table whose names come from its records: up to a limit, so that a damaged file cannot make millions. */
export class BoundedColumns {
  private readonly table: TableWriter;
  private readonly limit: number;
  private readonly places = new Map<string, number>();

  /** Begins with the columns that every record is expected to have. */
  constructor(table: TableWriter, limit: number, expected: readonly string[]) {
    this.table = table;
    this.limit = limit;
    expected.forEach((name) => void this.place(name));
  }

  /** The place of a column; -1 when it is new and the limit is reached. */
  place(name: string): number {
    const known = this.places.get(name);
    if (known !== undefined) {
      return known;
    }
    if (this.places.size >= this.limit) {
      return -1;
    }
    const place = this.table.column(name);
    this.places.set(name, place);
    return place;
  }
}
