import type { Persons } from '../domain/persons.ts';
import type { CellKeys } from './cell-judge.ts';
import type { ColumnRows } from './column-rows.ts';
import type { PersonSigns } from './person-signs.ts';
import { PersonTable } from './person-table.ts';
import { type PersonColumn, PersonCounter } from './persons.ts';

/** Rows, in ascending order, whose values must be read for what they say of their persons. */
export type UnreadSigns = { readonly column: ColumnRows; readonly rows: readonly number[] };

/** The same rows, of a table of so many, each column and row once. */
export function unreadTogether(unread: readonly UnreadSigns[], tableRows: number): UnreadSigns[] {
  return [...new Set(unread.map(({ column }) => column))].map((column) => {
    const asked = new Uint8Array(tableRows);
    for (const { rows } of unread.filter((signs) => signs.column === column)) {
      for (const row of rows) {
        asked[row] = 1;
      }
    }
    const rows: number[] = [];
    for (let row = 0; row < tableRows; row++) {
      if (asked[row] === 1) {
        rows.push(row);
      }
    }
    return { column, rows };
  });
}

type Described = { readonly column: ColumnRows; readonly signOf: (row: number) => PersonSigns | undefined };

const nothing: PersonSigns = {};

/** Counts persons from remembered rows, as `PersonCounter` does from a table's blocks. */
export class PersonReplay {
  private readonly columns: readonly ColumnRows[];
  private readonly blocks: readonly number[];
  private readonly mostPersons: number | undefined;
  private readonly unread = new Map<ColumnRows, number[]>();
  /** At which level the table of the last count ended. */
  level = 0;

  /** Of columns in `personOrder` that are counted to the end; `blocks` are the rows of each block. */
  constructor(columns: readonly ColumnRows[], blocks: readonly number[], mostPersons?: number) {
    this.columns = columns;
    this.blocks = blocks;
    this.mostPersons = mostPersons;
  }

  /**
   * The persons, with ages on a day (ISO 8601), or what must be read before: signs of those looked at one by one. It is
   * done in short steps, fewer of them where the level at which it will end is guessed.
   */
  *count(asOf: string, guessedLevel = 0): Generator<void, Persons | readonly UnreadSigns[]> {
    // A table that had to rise ends where it would have from the bottom; one that had not may have begun too high.
    const firstLevel = Math.max(guessedLevel - 1, 0);
    const table = new PersonTable(this.mostPersons, firstLevel);
    const counter = new PersonCounter(table);
    const looked: Uint32Array[] = [];
    let first = 0;
    for (const rows of this.blocks) {
      counter.begin(rows);
      for (const column of this.columns) {
        counter.takeRows(wholeBlock(column, first, first + rows));
      }
      looked.push(counter.lookedAt());
      counter.end();
      first += rows;
      yield;
    }
    table.settle();
    this.level = table.level;
    if (table.level === firstLevel && firstLevel > 0) {
      return yield* this.count(asOf);
    }
    const described = yield* this.describe(looked, table.level);
    return this.unread.size === 0
      ? counter.result(asOf, described)
      : [...this.unread].map(([column, rows]) => ({ column, rows }));
  }

  /** Only now it is known which persons are looked at in the end, so that no sign is read in vain. */
  private *describe(looked: readonly Uint32Array[], level: number): Generator<void, PersonTable> {
    const table = new PersonTable(this.mostPersons, level);
    const counter = new PersonCounter(table);
    const columns = this.columns.map((column) => ({ column, signOf: column.signs.reader() }));
    let first = 0;
    for (const [at, places] of looked.entries()) {
      counter.begin(places.length);
      for (const column of columns) {
        counter.take(this.someOfBlock(column, first, places));
      }
      counter.end();
      first += this.blocks[at] ?? 0;
      yield;
    }
    return table;
  }

  /** Rows of a block by their places in it; what is not read yet is noted, and says nothing. */
  private someOfBlock({ column, signOf }: Described, first: number, places: Uint32Array): PersonColumn {
    const { fieldType, marks, keys } = column;
    return {
      fieldType,
      marks: pick(new Uint8Array(places.length), marks, first, places),
      keys: keys === null ? null : pickKeys(keys, first, places),
      signsOf: (at) => {
        const row = first + (places[at] ?? 0);
        const known = signOf(row);
        if (known === undefined) {
          const rows = this.unread.get(column) ?? [];
          this.unread.set(column, rows);
          rows.push(row);
        }
        return known ?? nothing;
      },
    };
  }
}

function wholeBlock(column: ColumnRows, first: number, end: number): PersonColumn {
  const { fieldType, marks } = column;
  return {
    ...{ fieldType, marks: marks.subarray(first, end), keys: column.keysOf(first, end) },
    signsOf: () => nothing,
  };
}

/** Fills the list with the rows at these places behind the first. */
function pick<T extends Uint8Array | Uint32Array>(into: T, rows: T, first: number, places: Uint32Array): T {
  for (let at = 0; at < places.length; at++) {
    into[at] = rows[first + (places[at] ?? 0)] ?? 0;
  }
  return into;
}

function pickKeys({ lows, tops }: CellKeys, first: number, places: Uint32Array): CellKeys {
  return {
    lows: pick(new Uint32Array(places.length), lows, first, places),
    tops: pick(new Uint32Array(places.length), tops, first, places),
  };
}
