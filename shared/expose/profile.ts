import type { ColumnProfile } from '../domain/column-profile.ts';
import type { Combinations } from '../domain/combinations.ts';
import { type FieldTypeId, unknownFieldType } from '../domain/field-type-id.ts';
import type { Persons } from '../domain/persons.ts';
import type { TypeProfile } from '../domain/sample.ts';
import { TextCursor } from '../kernel/text-cursor.ts';
import type { CellKeys, ShapedColumn } from './cell-judge.ts';
import { ColumnCount } from './column-count.ts';
import { ColumnPicture } from './column-picture.ts';
import { CombinationCounter } from './combinations.ts';
import { MonthCounter, readMonths } from './month-counter.ts';
import { signReaderOf } from './person-signs.ts';
import { PersonTable } from './person-table.ts';
import { bearsOnPersons, isKeyPart, PersonCounter, personOrder } from './persons.ts';
import { countRows, profileOf } from './type-profile.ts';

/** Counts what the rows of a table show of each column and of each field type, block after block. */
export type Profiler = {
  /** Takes note of columns that were first met in a later block: the types of all columns, known ones first. */
  widen(columnTypes: readonly FieldTypeId[]): void;
  /** Takes in the next `rows` rows. Asks for each counted column once, by its place; null is one without values. */
  addBlock(rows: number, column: (place: number) => ShapedColumn | null): void;
  /** The figures of the types so far, `unknown` aside, in the order of the types' first columns. */
  profiles(): TypeProfile[];
  /** The figures of the columns so far, by their places; none where the work is limited to some types. */
  columns(): ColumnProfile[];
  /** Which kinds of data the rows so far hold together, by the columns counted. */
  combinations(): Combinations;
  /** Whose data the rows so far hold, by the columns counted; ages are those on a day (ISO 8601). */
  persons(asOf: string): Persons;
};

type Tally = {
  readonly fieldType: FieldTypeId;
  readonly columns: ColumnCount[];
  /** Null for a type that does not tell when something was done. */
  readonly months: MonthCounter | null;
  filled: number;
  valid: number;
  masked: number;
};

/** Whose columns count together: those of one type. Columns of an unknown type have nothing in common. */
class Tallies {
  readonly all: Tally[] = [];
  /** The same in the order in which they are counted. */
  inOrder: readonly Tally[] = [];
  private readonly only: ReadonlySet<FieldTypeId> | null;
  private width = 0;

  constructor(only: readonly FieldTypeId[] | undefined) {
    this.only = only === undefined ? null : new Set(only);
  }

  widen(columnTypes: readonly FieldTypeId[]): void {
    for (const [place, fieldType] of columnTypes.entries()) {
      if (place >= this.width && this.isCounted(fieldType)) {
        const seen = this.only === null ? new ColumnPicture(fieldType) : null;
        this.tallyOf(fieldType).columns.push(new ColumnCount(place, fieldType, seen));
      }
    }
    this.width = Math.max(this.width, columnTypes.length);
    this.inOrder = [...this.all].sort((a, b) => personOrder(a.fieldType) - personOrder(b.fieldType));
  }

  /** An unknown type has no figures of its own, so that a count of some types leaves it out. */
  private isCounted(fieldType: FieldTypeId): boolean {
    return this.only === null || (fieldType !== unknownFieldType && this.only.has(fieldType));
  }

  private tallyOf(fieldType: FieldTypeId): Tally {
    const known = fieldType === unknownFieldType ? undefined : this.all.find((tally) => tally.fieldType === fieldType);
    const tally = known ?? {
      fieldType,
      columns: [],
      months: MonthCounter.of(fieldType),
      ...{ filled: 0, valid: 0, masked: 0 },
    };
    if (known === undefined) {
      this.all.push(tally);
    }
    return tally;
  }
}

function count(tally: Tally, marks: Uint8Array): void {
  const { filled, valid, masked } = countRows([marks]);
  tally.filled += filled;
  tally.valid += valid;
  tally.masked += masked;
}

/** Memory for one block, used again for the next. */
class Scratch {
  private room = 0;
  private all = new Uint8Array(0);
  private own = new Uint8Array(0);
  private lows = new Uint32Array(0);
  private tops = new Uint32Array(0);

  for(rows: number): { readonly marks: Uint8Array; readonly own: Uint8Array; readonly keys: CellKeys } {
    if (this.room < rows) {
      this.room = rows;
      this.all = new Uint8Array(rows);
      this.own = new Uint8Array(rows);
      this.lows = new Uint32Array(rows);
      this.tops = new Uint32Array(rows);
    }
    const { lows, tops } = this;
    return { marks: this.all.subarray(0, rows), own: this.own.subarray(0, rows), keys: { lows, tops } };
  }
}

type TakenColumn = {
  readonly columnCount: ColumnCount;
  readonly fieldType: FieldTypeId;
  readonly shaped: ShapedColumn;
};

/** Counts a column of a type that bears on persons: these need its own marks, not those of all columns of the type. */
function countOfPersons(
  { columnCount, fieldType, shaped }: TakenColumn,
  { marks, own, keys }: ReturnType<Scratch['for']>,
  persons: PersonCounter,
): void {
  own.fill(0);
  const wanted = isKeyPart(fieldType) ? keys : null;
  columnCount.add(shaped, own, wanted);
  const text = new TextCursor(shaped.chunk.bytes);
  const { starts, sizes } = shaped.shapes;
  const reader = signReaderOf(fieldType);
  persons.take({
    ...{ fieldType, marks: own, keys: wanted },
    signsOf: (row) => {
      const start = starts[row] ?? 0;
      return reader?.read(text.textIn(start, start + (sizes[row] ?? 0))) ?? {};
    },
  });
  for (let row = 0; row < own.length; row++) {
    marks[row] = (marks[row] ?? 0) | (own[row] ?? 0);
  }
}

/** Counts a column of the block. */
function takeColumn(
  { months }: Tally,
  taken: TakenColumn,
  memory: ReturnType<Scratch['for']>,
  persons: PersonCounter,
): void {
  if (months !== null) {
    const list = new Uint32Array(taken.shaped.chunk.rows);
    readMonths(taken.shaped, list);
    months.add(list);
  }
  if (bearsOnPersons(taken.fieldType)) {
    countOfPersons(taken, memory, persons);
  } else {
    taken.columnCount.add(taken.shaped, memory.marks, null);
  }
}

/**
 * Profiles a table by the types of its columns. Of a type all columns count together: filled are the rows where any of them
 * is not blank, valid where any passes the detector, distinct the different normalised values. `only` limits the work to
 * the types that an annotation touched, `mostPersons` those looked at one by one (some 65,000).
 */
export function createProfiler(
  columnTypes: readonly FieldTypeId[],
  only?: readonly FieldTypeId[],
  mostPersons?: number,
): Profiler {
  const tallies = new Tallies(only);
  tallies.widen(columnTypes);
  const combinations = new CombinationCounter();
  const persons = new PersonCounter(new PersonTable(mostPersons));
  const scratch = new Scratch();
  let rowsSoFar = 0;
  return {
    widen: (types) => tallies.widen(types),
    addBlock(rows, column) {
      rowsSoFar += rows;
      const memory = scratch.for(rows);
      const { marks } = memory;
      combinations.begin(rows);
      persons.begin(rows);
      for (const tally of tallies.inOrder) {
        const { fieldType } = tally;
        marks.fill(0);
        tally.months?.begin();
        for (const columnCount of tally.columns) {
          const shaped = column(columnCount.place);
          if (shaped !== null) {
            takeColumn(tally, { columnCount, fieldType, shaped }, memory, persons);
          }
        }
        count(tally, marks);
        combinations.take(fieldType, marks);
      }
      combinations.end();
      persons.end();
    },
    profiles: () =>
      tallies.all
        .filter(({ fieldType }) => fieldType !== unknownFieldType)
        .map(({ fieldType, columns, ...counts }) =>
          profileOf(
            fieldType,
            columns.map(({ place }) => place),
            { ...counts, rows: rowsSoFar, distinct: columns.map(({ distinct }) => distinct) },
          ),
        ),
    columns: () =>
      tallies.all
        .flatMap(({ columns }) => columns)
        .sort((a, b) => a.place - b.place)
        .flatMap((columnCount) => columnCount.profile() ?? []),
    combinations: () => combinations.result(),
    persons: (asOf) => persons.result(asOf),
  };
}
