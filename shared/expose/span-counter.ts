import { findSpans } from '../classify/spans.ts';
import type { ColumnProfile } from '../domain/column-profile.ts';
import { type FieldTypeId, unknownFieldType } from '../domain/field-type-id.ts';
import { textIn } from '../kernel/utf8.ts';
import { packId } from '../packs/field-types.ts';

/** Types whose cells are running text. */
const texts = new Set(['remark', 'message', 'contact-list', 'diagnosis'].map(packId));
/** A shorter cell of an unknown column is a value, and no text that holds some. In bytes of UTF-8. */
const shortestText = 24;

/** Counts the values that stand inside the texts of a column. */
export class SpanCounter {
  private readonly shortest: number;
  private readonly found = new Map<FieldTypeId, number>();
  /** Cells that were gone through. */
  cells = 0;

  private constructor(shortest: number) {
    this.shortest = shortest;
  }

  /** The counter of a column of this type; null where its cells are no texts. */
  static of(fieldType: FieldTypeId): SpanCounter | null {
    if (fieldType === unknownFieldType) {
      return new SpanCounter(shortestText);
    }
    return texts.has(fieldType) ? new SpanCounter(1) : null;
  }

  /** Goes through the cell in [start, end) of well-formed UTF-8. */
  add(bytes: Uint8Array, start: number, end: number): void {
    if (end - start < this.shortest) {
      return;
    }
    this.cells++;
    for (const { fieldType } of findSpans(textIn(bytes, start, end))) {
      this.found.set(fieldType, (this.found.get(fieldType) ?? 0) + 1);
    }
  }

  /** The types found, the commonest first; null where no cell was a text. */
  counts(): ColumnProfile['spans'] {
    if (this.cells === 0) {
      return null;
    }
    return [...this.found].map(([fieldType, count]) => ({ fieldType, count })).sort((a, b) => b.count - a.count);
  }
}
