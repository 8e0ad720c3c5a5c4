import type { Combinations } from '../domain/combinations.ts';
import { type FieldTypeId, unknownFieldType } from '../domain/field-type-id.ts';
import type { Persons } from '../domain/persons.ts';
import type { TypeProfile } from '../domain/sample.ts';
import { kindOfType } from '../packs/risks.ts';
import { ColumnRows } from './column-rows.ts';
import { CombinationCounter } from './combinations.ts';
import { MonthCounter } from './month-counter.ts';
import { PersonReplay, type UnreadSigns } from './person-replay.ts';
import { bearsOnPersons, personOrder } from './persons.ts';
import { countRows, profileOf } from './type-profile.ts';

/** What may be remembered of one sample, in bytes. */
const mostBytes = 256 << 20;
const rowsAtOnce = 8192;
/** Of so many states of the types the persons are remembered: those of undo, and of changes that were foreseen. */
const mostTold = 32;

type Limits = {
  readonly mostBytes?: number;
  /** How many persons are looked at one by one. */
  readonly mostPersons?: number;
};

function nameOf(fieldType: FieldTypeId, place: number): string {
  return `${fieldType}|${place}`;
}

/**
 * What the rows of a sample show of its columns under the types that they have or had, from which all figures that rest on
 * types follow. After a change of a column's type only that column is read, and after the way back none.
 */
export class RowMemory {
  private readonly blocks: readonly number[];
  private readonly rows: number;
  private readonly mostBytes: number;
  private readonly mostPersons: number | undefined;
  /** The level at which persons were sampled last; after most changes it is the same. */
  private personLevel = 0;
  /** The persons that were told, by the day and the columns that bear on them. */
  private readonly told = new Map<string, Persons>();
  /** The column used longest ago comes first. */
  private readonly byName = new Map<string, ColumnRows>();

  /** For a sample with so many rows in each block. */
  constructor(blocks: readonly number[], limits: Limits = {}) {
    this.blocks = blocks;
    this.rows = blocks.reduce((sum, rows) => sum + rows, 0);
    this.mostBytes = limits.mostBytes ?? mostBytes;
    this.mostPersons = limits.mostPersons;
  }

  /**
   * What is remembered of the columns of these types; whoever asks must see to it that every block is counted before figures
   * are. Null where that would be too much to remember.
   */
  columns(columnTypes: readonly FieldTypeId[], types: readonly FieldTypeId[]): readonly ColumnRows[] | null {
    const wanted = [...columnTypes.entries()].filter(([, type]) => type !== unknownFieldType && types.includes(type));
    if (this.bytesOf(wanted.map(([, type]) => type)) > this.mostBytes) {
      return null;
    }
    const columns = wanted.map(([place, type]) => this.use(place, type));
    this.forget(columns.length);
    return columns;
  }

  /** How many bytes are in use, more or less. */
  get bytes(): number {
    return this.bytesOf([...this.byName.values()].map(({ fieldType }) => fieldType));
  }

  /** The figures of these types, in the order of their first columns. */
  profiles(columnTypes: readonly FieldTypeId[], types: readonly FieldTypeId[]): TypeProfile[] {
    return [...new Set(columnTypes)]
      .filter((type) => type !== unknownFieldType && types.includes(type))
      .map((type) => this.profile(type, this.columnsOf(columnTypes, type)));
  }

  /** The combinations of all rows; every column of a type that counts in one must be counted. */
  combinations(columnTypes: readonly FieldTypeId[]): Combinations {
    const columns = columnTypes.flatMap((type, place) => (kindOfType(type) === null ? [] : this.counted(type, place)));
    const counter = new CombinationCounter();
    for (let first = 0; first < this.rows; first += rowsAtOnce) {
      const end = Math.min(first + rowsAtOnce, this.rows);
      counter.begin(end - first);
      for (const { fieldType, marks } of columns) {
        counter.take(fieldType, marks.subarray(first, end));
      }
      counter.end();
    }
    return counter.result();
  }

  /**
   * The persons of all rows, with ages on a day (ISO 8601), or what must be read before they can be told; every column of
   * a type that bears on persons must be counted. It is done in steps of a few milliseconds, once for each state of the types.
   */
  *persons(columnTypes: readonly FieldTypeId[], asOf: string): Generator<void, Persons | readonly UnreadSigns[]> {
    const types = [...new Set(columnTypes)].filter(bearsOnPersons);
    types.sort((a, b) => personOrder(a) - personOrder(b));
    const columns = types.flatMap((type) => this.columnsOf(columnTypes, type));
    const name = [asOf, ...columns.map(({ fieldType, place }) => nameOf(fieldType, place))].join(' ');
    const known = this.told.get(name);
    if (known !== undefined) {
      return known;
    }
    const replay = new PersonReplay(columns, this.blocks, this.mostPersons);
    const found = yield* replay.count(asOf, this.personLevel);
    this.personLevel = replay.level;
    if ('persons' in found) {
      this.tell(name, found);
    }
    return found;
  }

  private profile(type: FieldTypeId, columns: readonly ColumnRows[]): TypeProfile {
    const months = MonthCounter.of(type);
    months?.begin();
    for (const column of columns) {
      if (column.months !== null) {
        months?.add(column.months);
      }
    }
    const counts = countRows(columns.map(({ marks }) => marks));
    return profileOf(
      type,
      columns.map(({ place }) => place),
      { ...counts, rows: this.rows, months, distinct: columns.map(({ distinct }) => distinct) },
    );
  }

  private columnsOf(columnTypes: readonly FieldTypeId[], type: FieldTypeId): ColumnRows[] {
    return columnTypes.flatMap((held, place) => (held === type ? this.counted(type, place) : []));
  }

  /** A figure must never rest on a column that was forgotten or is not counted to its end. */
  private counted(type: FieldTypeId, place: number): ColumnRows {
    const column = this.byName.get(nameOf(type, place));
    if (column === undefined || column.blocks < this.blocks.length) {
      throw new Error(`Figures of ${type} were asked for before column ${place} was counted.`);
    }
    return column;
  }

  private tell(name: string, persons: Persons): void {
    const oldest = this.told.keys().next();
    if (this.told.size >= mostTold && oldest.done !== true) {
      this.told.delete(oldest.value);
    }
    this.told.set(name, persons);
  }

  private use(place: number, type: FieldTypeId): ColumnRows {
    const name = nameOf(type, place);
    const column = this.byName.get(name) ?? new ColumnRows(place, type, this.rows);
    this.byName.delete(name);
    this.byName.set(name, column);
    return column;
  }

  private bytesOf(types: readonly FieldTypeId[]): number {
    return types.reduce((sum, type) => sum + ColumnRows.bytesPerRow(type) * this.rows, 0);
  }

  /** Forgets what was used longest ago while there is too much; the last so many stay. */
  private forget(staying: number): void {
    for (const [name] of this.byName) {
      if (this.bytes <= this.mostBytes || this.byName.size <= staying) {
        return;
      }
      this.byName.delete(name);
    }
  }
}
