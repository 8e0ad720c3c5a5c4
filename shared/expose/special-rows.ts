import type { FieldTypeId } from '../domain/field-type-id.ts';
import { specialCategories } from '../packs/special-categories.ts';
import { rowMark } from './cell-judge.ts';

const bitsByType = new Map<FieldTypeId, number>();
for (const [bit, { types }] of specialCategories.entries()) {
  for (const type of types) {
    bitsByType.set(type, (bitsByType.get(type) ?? 0) | (1 << bit));
  }
}

/** The special categories that a field type is of, as bits in the order of the pack; 0 for none. */
export function specialBitsOf(fieldType: FieldTypeId): number {
  return bitsByType.get(fieldType) ?? 0;
}

const lawsByBits = new Map<number, readonly string[]>();

/** The laws that these categories are of. */
function lawsOf(bits: number): readonly string[] {
  const known = lawsByBits.get(bits);
  if (known !== undefined) {
    return known;
  }
  const laws = [...new Set(specialCategories.filter((_, bit) => ((bits >>> bit) & 1) === 1).map(({ law }) => law))];
  lawsByBits.set(bits, laws);
  return laws;
}

/** Counts how many times each category, and any category of each law, was given. */
export class SpecialCount {
  readonly byCategory = specialCategories.map(() => 0);
  readonly byLaw = new Map<string, number>();

  /** Takes the categories of one row or person, or of so many alike, as bits. */
  add(bits: number, times = 1): void {
    if (bits === 0) {
      return;
    }
    for (const law of lawsOf(bits)) {
      this.byLaw.set(law, (this.byLaw.get(law) ?? 0) + times);
    }
    for (const [bit, count] of this.byCategory.entries()) {
      this.byCategory[bit] = count + ((bits >>> bit) & 1) * times;
    }
  }
}

/** Counts the rows that hold data of special categories. */
export class SpecialRows {
  /** Rows by their categories, as bits. */
  private readonly rowsByBits = new Map<number, number>();
  private bits = new Uint32Array(0);
  private isTouched = false;

  /** Starts a block of so many rows. */
  begin(rows: number): void {
    this.bits = this.bits.length < rows ? new Uint32Array(rows) : this.bits;
  }

  /** Takes the rows' marks of a type of these categories. */
  take(categories: number, marks: Uint8Array): void {
    this.isTouched = true;
    const { bits } = this;
    for (let row = 0; row < marks.length; row++) {
      if (((marks[row] ?? 0) & rowMark.valid) !== 0) {
        bits[row] = (bits[row] ?? 0) | categories;
      }
    }
  }

  /** Counts the block's rows. */
  end(rows: number): void {
    if (this.isTouched) {
      // Rows of one table are mostly alike: a run of them is one step.
      const { bits, rowsByBits } = this;
      let begin = 0;
      for (let row = 1; row <= rows; row++) {
        const held = bits[begin] ?? 0;
        if (row === rows || bits[row] !== held) {
          rowsByBits.set(held, (rowsByBits.get(held) ?? 0) + row - begin);
          begin = row;
        }
      }
      bits.fill(0);
      this.isTouched = false;
    }
  }

  /** The rows so far by category and law. */
  counts(): SpecialCount {
    const counts = new SpecialCount();
    for (const [bits, rows] of this.rowsByBits) {
      counts.add(bits, rows);
    }
    return counts;
  }
}
