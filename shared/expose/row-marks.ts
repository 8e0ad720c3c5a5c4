import type { Combinations } from '../domain/combinations.ts';
import type { FieldTypeId } from '../domain/field-type-id.ts';
import { kindOfType } from '../packs/risks.ts';
import { CombinationCounter } from './combinations.ts';

/** What may be remembered of one sample, in bytes: one for each row and type. */
const mostBytes = 64 << 20;
const rowsAtOnce = 8192;

function kindTypes(columnTypes: readonly FieldTypeId[]): FieldTypeId[] {
  return [...new Set(columnTypes)].filter((type) => kindOfType(type) !== null);
}

/** Marks hold for a type and the columns that have it. */
function nameOf(type: FieldTypeId, columnTypes: readonly FieldTypeId[]): string {
  const columns = columnTypes.flatMap((held, column) => (held === type ? [column] : []));
  return `${type}|${columns.join()}`;
}

/**
 * Which rows of a sample hold valid values of each type that counts in combination, as earlier counts found them. After a
 * change of a column's type only what the change touches must be read again.
 */
export class RowMarks {
  private readonly rows: number;
  private readonly byName = new Map<string, Uint8Array>();

  /** For a sample of so many rows. */
  constructor(rows: number) {
    this.rows = rows;
  }

  /** True if the marks of all these columns may be remembered; those of a very large sample are not. */
  fits(columnTypes: readonly FieldTypeId[]): boolean {
    return kindTypes(columnTypes).length * this.rows <= mostBytes;
  }

  /** The types whose marks under these columns are remembered. */
  known(columnTypes: readonly FieldTypeId[]): ReadonlySet<FieldTypeId> {
    return new Set(kindTypes(columnTypes).filter((type) => this.byName.has(nameOf(type, columnTypes))));
  }

  /** Keeps the marks of types that were counted over every row. */
  keep(counted: ReadonlyMap<FieldTypeId, Uint8Array>, columnTypes: readonly FieldTypeId[]): void {
    for (const [type, marks] of counted) {
      this.byName.set(nameOf(type, columnTypes), marks);
    }
    const wanted = new Set(kindTypes(columnTypes).map((type) => nameOf(type, columnTypes)));
    for (const name of this.byName.keys()) {
      if (this.byName.size * this.rows > mostBytes && !wanted.has(name)) {
        this.byName.delete(name);
      }
    }
  }

  /** The combinations of all rows; the marks of every type that counts in one must be known. */
  combinations(columnTypes: readonly FieldTypeId[]): Combinations {
    const counter = new CombinationCounter();
    for (let first = 0; first < this.rows; first += rowsAtOnce) {
      const end = Math.min(first + rowsAtOnce, this.rows);
      counter.begin(end - first);
      for (const type of kindTypes(columnTypes)) {
        const marks = this.byName.get(nameOf(type, columnTypes));
        counter.take(type, marks?.subarray(first, end) ?? new Uint8Array(0));
      }
      counter.end();
    }
    return counter.result();
  }
}
