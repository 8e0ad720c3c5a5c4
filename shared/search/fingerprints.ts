import type { FieldTypeId } from '../domain/field-type-id.ts';
import type { ColumnChunk } from '../kernel/column-chunk.ts';
import type { CellHasher } from './cell-hasher.ts';
import { DistinctHashes } from './distinct-hashes.ts';
import { FuseBuilder } from './fuse-filter.ts';
import { isLookedUp } from './looked-up-types.ts';
import { type Sketch, SketchMaker } from './sketch.ts';

/** One block's filters: for each column that is looked up, the filter of its values and their domains. */
export type BlockFilters = readonly { readonly column: number; readonly filter: Uint8Array<ArrayBuffer> }[];

/** What a whole sample is recognised by: the sketch of its rows, and one for the values of each type. */
export type SampleSketches = {
  readonly rows: Sketch;
  readonly types: readonly { readonly fieldType: FieldTypeId; readonly sketch: Sketch }[];
};

/** Makes the fingerprints of a sample, block after block. */
export class FingerprintMaker {
  readonly #hasher: CellHasher;
  readonly #distinct = new DistinctHashes();
  readonly #builder = new FuseBuilder();
  readonly #rows = new SketchMaker();
  readonly #types = new Map<FieldTypeId, SketchMaker>();
  #rowLow = new Uint32Array(0);
  #rowHigh = new Uint32Array(0);

  constructor(hasher: CellHasher) {
    this.#hasher = hasher;
  }

  /** Takes in one block, its columns and their types, and gives its filters. */
  addBlock(rows: number, columns: readonly ColumnChunk[], types: readonly FieldTypeId[]): BlockFilters {
    if (this.#rowLow.length < rows) {
      this.#rowLow = new Uint32Array(rows);
      this.#rowHigh = new Uint32Array(rows);
    }
    this.#rowLow.fill(0);
    this.#rowHigh.fill(0);
    const filters = [...types.entries()].flatMap(([column, fieldType]) => {
      const chunk = columns[column];
      return chunk !== undefined && isLookedUp(fieldType) ? [{ column, filter: this.#filterOf(chunk, fieldType) }] : [];
    });
    for (let row = 0; row < rows; row++) {
      const low = this.#rowLow[row] ?? 0;
      const high = this.#rowHigh[row] ?? 0;
      if (low !== 0 || high !== 0) {
        this.#rows.add(low, high);
      }
    }
    return filters;
  }

  #sketchOf(fieldType: FieldTypeId): SketchMaker {
    const known = this.#types.get(fieldType);
    const maker = known ?? new SketchMaker();
    if (known === undefined) {
      this.#types.set(fieldType, maker);
    }
    return maker;
  }

  #filterOf(chunk: ColumnChunk, fieldType: FieldTypeId): Uint8Array<ArrayBuffer> {
    const distinct = this.#distinct;
    const sketch = this.#sketchOf(fieldType);
    const rowLow = this.#rowLow;
    const rowHigh = this.#rowHigh;
    distinct.clear();
    this.#hasher.hashColumn(
      chunk,
      (low, high, row) => {
        if (distinct.add(low, high)) {
          sketch.add(low, high);
        }
        // A sum, so that the same columns in another order make the same row.
        rowLow[row] = (rowLow[row] ?? 0) + low;
        rowHigh[row] = (rowHigh[row] ?? 0) + high;
      },
      (low, high) => distinct.add(low, high),
    );
    return this.#builder.build(distinct);
  }

  /** The sketches of all blocks so far. */
  sketches(): SampleSketches {
    const types = [...this.#types].map(([fieldType, maker]) => ({ fieldType, sketch: maker.sketch() }));
    return { rows: this.#rows.sketch(), types };
  }
}
