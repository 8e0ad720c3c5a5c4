import type { Combination, Combinations, DataKindId } from '../domain/combinations.ts';
import type { FieldTypeId } from '../domain/field-type-id.ts';
import { dataKinds, kindOfType } from '../packs/risks.ts';
import { rowMark } from './cell-judge.ts';

/** So many combinations are kept by name; the rows of the others are kept as one figure. */
const mostKept = 100;

const packOrder = new Map<DataKindId, number>(dataKinds.map(({ id }, place) => [id, place]));

const nothing = new Uint8Array(0);
/** `rowMark.valid` in each byte of a word. */
const validInFour = 0x02020202;

/** Sets the bit of each row with a valid mark: of four rows in one step where the lists lie so that this can be. */
function addBit(held: Uint8Array, marks: Uint8Array, bit: number): void {
  const words = marks.byteOffset % 4 === 0 && held.byteOffset % 4 === 0 ? marks.length >> 2 : 0;
  const marksByWord = new Uint32Array(marks.buffer, marks.byteOffset - (marks.byteOffset % 4), words);
  const heldByWord = new Uint32Array(held.buffer, held.byteOffset - (held.byteOffset % 4), words);
  for (let word = 0; word < words; word++) {
    heldByWord[word] = (heldByWord[word] ?? 0) | ((((marksByWord[word] ?? 0) & validInFour) >>> 1) << bit);
  }
  for (let row = words * 4; row < marks.length; row++) {
    held[row] = (held[row] ?? 0) | (((marks[row] ?? 0) & rowMark.valid) === 0 ? 0 : 1 << bit);
  }
}

function placeOf(kind: DataKindId): number {
  return packOrder.get(kind) ?? packOrder.size;
}

/**
 * Counts which kinds of data the rows of a table hold together. Each kind met is one bit of a row's number, and the number
 * is an index into the counts, so memory is bounded by the kinds (20 at most) and the counts are exact. A row holds a kind
 * if any of its types has a valid value in it.
 */
export class CombinationCounter {
  private readonly kinds: DataKindId[] = [];
  /** Rows by the number of their combination. */
  private counts = new Uint32Array(1);
  /** The block's rows: in each list eight kinds, a bit for each. */
  private readonly held: Uint8Array[] = [];
  private rows = 0;

  /** Starts a block of so many rows. */
  begin(rows: number): void {
    for (const [at, list] of this.held.entries()) {
      this.held[at] = list.length < rows ? new Uint8Array(rows) : list.fill(0);
    }
    this.rows = rows;
  }

  /** Takes the rows' marks of one field type. */
  take(fieldType: FieldTypeId, marks: Uint8Array): void {
    const kind = kindOfType(fieldType);
    if (kind === null) {
      return;
    }
    const number = this.numberOf(kind);
    const list = this.held[number >> 3] ?? new Uint8Array(this.rows);
    this.held[number >> 3] = list;
    addBit(list, marks, number & 7);
  }

  /** Counts the block's rows by what they hold. */
  end(): void {
    const { counts, rows } = this;
    const [first = nothing, ...others] = this.held;
    for (let row = 0; row < rows; row++) {
      let at = first[row] ?? 0;
      for (let list = 0; list < others.length; list++) {
        at |= (others[list]?.[row] ?? 0) << (8 * (list + 1));
      }
      counts[at] = (counts[at] ?? 0) + 1;
    }
  }

  /** What was counted so far. */
  result(): Combinations {
    const all = this.found();
    const kept = all.slice(0, mostKept);
    const rest = all.slice(mostKept);
    const kinds = [...this.kinds].sort((a, b) => placeOf(a) - placeOf(b));
    return {
      rows: all.reduce((sum, { rows }) => sum + rows, 0),
      kinds: kinds.flatMap((kind) => {
        const rows = all.reduce((sum, found) => sum + (found.kinds.includes(kind) ? found.rows : 0), 0);
        return rows === 0 ? [] : [{ kind, rows }];
      }),
      kept,
      rest: { combinations: rest.length, rows: rest.reduce((sum, { rows }) => sum + rows, 0) },
    };
  }

  private numberOf(kind: DataKindId): number {
    const known = this.kinds.indexOf(kind);
    if (known >= 0) {
      return known;
    }
    this.kinds.push(kind);
    const wider = new Uint32Array(2 ** this.kinds.length);
    wider.set(this.counts);
    this.counts = wider;
    return this.kinds.length - 1;
  }

  /** Every combination with rows, most rows first; of equal ones the one whose kinds come first in the pack. */
  private found(): Combination[] {
    const found: (Combination & { readonly order: string })[] = [];
    for (const [number, rows] of this.counts.entries()) {
      if (rows > 0) {
        const kinds = this.kinds
          .filter((_, bit) => (number & (1 << bit)) !== 0)
          .sort((a, b) => placeOf(a) - placeOf(b));
        found.push({ kinds, rows, order: kinds.map((kind) => String.fromCharCode(97 + placeOf(kind))).join('') });
      }
    }
    found.sort((a, b) => b.rows - a.rows || (a.order < b.order ? -1 : 1));
    return found.map(({ kinds, rows }) => ({ kinds, rows }));
  }
}
