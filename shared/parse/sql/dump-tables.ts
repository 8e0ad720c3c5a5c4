import { type TableSummary, TableWriter } from '../../kernel/table-writer.ts';
import type { TableSink } from '../table-format.ts';
import type { ColumnChange } from './alter-table.ts';
import { maxColumns } from './sql-cells.ts';
import type { ColumnDefinition } from './table-definition.ts';
import type { SqlName } from './token-cursor.ts';

/** One table of a dump: its writer, and in which columns the cells of a row go. */
export class DumpTable {
  readonly writer: TableWriter;
  /** The places of columns that hold bytes rather than text. */
  readonly binary = new Set<number>();
  private readonly places = new Map<string, number>();
  /** Where the cells of a row without a column list go; null while that is not known. */
  order: readonly number[] | null = null;

  constructor(writer: TableWriter) {
    this.writer = writer;
  }

  /** Takes the columns from the table's definition. */
  define(columns: readonly ColumnDefinition[]): void {
    const order = this.listed(columns.map(({ name }) => name));
    if (order === null) {
      return;
    }
    this.order = order;
    for (const [index, place] of order.entries()) {
      if (columns[index]?.isBinary === true) {
        this.binary.add(place);
      }
    }
  }

  /** Changes where the cells of a row without a column list go, where that is known. */
  alter(changes: readonly ColumnChange[]): void {
    for (const change of changes) {
      if (change.kind === 'add') {
        this.addBehind(change.column, change.behind);
      } else {
        const dropped = this.placeOf(change.name);
        this.order = this.order?.filter((place) => place !== dropped) ?? null;
      }
    }
  }

  private addBehind(column: ColumnDefinition, behind: string | null): void {
    const { order } = this;
    const known = this.placeOf(column.name);
    const isNew = order !== null && (known === undefined || !order.includes(known));
    const [place] = isNew ? (this.listed([column.name]) ?? []) : [];
    if (order === null || place === undefined) {
      return;
    }
    if (column.isBinary) {
      this.binary.add(place);
    }
    const before = behind === '' ? -1 : order.findIndex((other) => behind !== null && other === this.placeOf(behind));
    const at = before >= 0 || behind === '' ? before + 1 : order.length;
    this.order = order.toSpliced(at, 0, place);
  }

  private placeOf(name: string): number | undefined {
    return this.places.get(name) ?? this.places.get(name.toLowerCase());
  }

  /** The places of named columns, new ones added; null when the table would become wider than any real one. */
  listed(columns: readonly string[]): readonly number[] | null {
    if (this.writer.width + columns.length > maxColumns) {
      return null;
    }
    const taken = new Set<number>();
    return columns.map((name) => {
      const known = this.placeOf(name);
      const place = known === undefined || taken.has(known) ? this.add(name) : known;
      taken.add(place);
      return place;
    });
  }

  /** The places of a row of `count` cells without a column list. */
  unlisted(count: number): readonly number[] {
    if (this.order === null) {
      const width = this.writer.width === 0 ? Math.min(count, maxColumns) : this.writer.width;
      while (this.writer.width < width) {
        this.writer.addColumn('');
      }
      this.order = Array.from({ length: width }, (_, place) => place);
    }
    return this.order;
  }

  private add(name: string): number {
    const place = this.writer.addColumn(name);
    for (const key of [name, name.toLowerCase()]) {
      if (!this.places.has(key)) {
        this.places.set(key, place);
      }
    }
    return place;
  }
}

/** A quote that was still open when the file ended: whose row it was in, and its line. */
export type OpenQuote = { readonly writer: TableWriter | null; readonly line: number };

type Entry = { database: string; schema: string; readonly table: DumpTable };

/** The tables of a dump by their names. A table bears the last part of its name, or all of it where two would bear the same. */
export class DumpTables {
  /** Where names belong that come without it, as USE, \connect or SET search_path has set it. */
  database = '';
  schema = '';
  private readonly sink: TableSink;
  private readonly foldsNames: boolean;
  private readonly entries = new Map<string, Entry[]>();
  private readonly names = new Set<string>();
  private readonly writers: TableWriter[] = [];

  constructor(sink: TableSink, foldsNames: boolean) {
    this.sink = sink;
    this.foldsNames = foldsNames;
  }

  /** The table of this name, opened when it is new. */
  table(name: SqlName): DumpTable {
    const key = this.fold(name.table);
    const dot = name.schema.lastIndexOf('.');
    const database = dot < 0 ? this.database : name.schema.slice(0, dot);
    const schema = name.schema === '' ? this.schema : name.schema.slice(dot + 1);
    const namesakes = this.entries.get(key) ?? [];
    const known =
      namesakes.find((entry) => entry.database === database && entry.schema === schema) ??
      namesakes.find((entry) => this.mayBe(entry.database, database) && this.mayBe(entry.schema, schema));
    if (known !== undefined) {
      known.database ||= database;
      known.schema ||= schema;
      return known.table;
    }
    const fullName = [database, schema, name.table].filter((part) => part !== '').join('.');
    const added = { database, schema, table: this.open(this.freeName(name.table, fullName)) };
    this.entries.set(key, [...namesakes, added]);
    return added.table;
  }

  /** Ends every table, in the order in which they were met. */
  end(openQuote: OpenQuote | null): readonly TableSummary[] {
    return this.writers.map((writer) => {
      const summary = writer.end();
      return openQuote?.writer === writer ? { ...summary, endsInsideQuote: openQuote.line } : summary;
    });
  }

  private mayBe(one: string, other: string): boolean {
    return one === '' || other === '' || this.fold(one) === this.fold(other);
  }

  private fold(name: string): string {
    return this.foldsNames ? name.toLowerCase() : name;
  }

  private freeName(table: string, fullName: string): string {
    let name = this.names.has(table) ? fullName : table;
    for (let copy = 2; this.names.has(name); copy++) {
      name = `${fullName} (${copy})`;
    }
    return name;
  }

  private open(name: string): DumpTable {
    this.names.add(name);
    const writer = new TableWriter(name, this.sink, this.sink.openTable(name));
    this.writers.push(writer);
    return new DumpTable(writer);
  }
}
