import type { Persons } from '../domain/persons.ts';
import type { ColumnRows } from './column-rows.ts';
import type { PersonSigns } from './person-signs.ts';
import { PersonTable } from './person-table.ts';
import { type PersonColumn, PersonCounter } from './persons.ts';

/** Rows, in ascending order, whose values must be read for what they say of their persons. */
export type UnreadSigns = { readonly column: ColumnRows; readonly rows: readonly number[] };

const nothing: PersonSigns = {};

/** Counts persons from remembered rows, as `PersonCounter` does from a table's blocks. */
export class PersonReplay {
  private readonly columns: readonly ColumnRows[];
  private readonly blocks: readonly number[];
  private readonly mostPersons: number | undefined;

  /** Of columns in `personOrder` that are counted to the end; `blocks` are the rows of each block. */
  constructor(columns: readonly ColumnRows[], blocks: readonly number[], mostPersons?: number) {
    this.columns = columns;
    this.blocks = blocks;
    this.mostPersons = mostPersons;
  }

  /** The persons, with ages on a day (ISO 8601), or what must be read before: signs of those looked at one by one. */
  count(asOf: string): Persons | readonly UnreadSigns[] {
    // At first only the keys: whose signs are worth reading shows once all persons are there.
    const table = new PersonTable(this.mostPersons);
    const keys = new PersonCounter(table);
    this.play(keys, (column) => keys.takePart(column), new Map());
    table.settle();
    const unread = new Map<ColumnRows, number[]>();
    const persons = new PersonCounter(new PersonTable(this.mostPersons, table.level));
    this.play(persons, (column) => persons.take(column), unread);
    return unread.size === 0 ? persons.result(asOf) : [...unread].map(([column, rows]) => ({ column, rows }));
  }

  private play(counter: PersonCounter, take: (column: PersonColumn) => void, unread: Map<ColumnRows, number[]>): void {
    let first = 0;
    for (const rows of this.blocks) {
      counter.begin(rows);
      for (const column of this.columns) {
        take(blockOf(column, first, first + rows, unread));
      }
      counter.end();
      first += rows;
    }
  }
}

/** The rows in [first, end) of a column; what is not read yet is noted, and says nothing. */
function blockOf(column: ColumnRows, first: number, end: number, unread: Map<ColumnRows, number[]>): PersonColumn {
  const { fieldType, marks, signs } = column;
  return {
    ...{ fieldType, marks: marks.subarray(first, end), keys: column.keysOf(first, end) },
    signsOf: (row) => {
      const known = signs.get(first + row);
      if (known === undefined) {
        const rows = unread.get(column) ?? [];
        unread.set(column, rows);
        rows.push(first + row);
      }
      return known ?? nothing;
    },
  };
}
