import type { FieldTypeId } from '#shared/domain/field-type-id.ts';
import type { Fingerprints, SampleId } from '#shared/domain/sample.ts';
import type { HashCells } from '#shared/kernel/kernels.ts';
import type { RowBlock } from '#shared/kernel/row-block.ts';
import { CellHasher } from '#shared/search/cell-hasher.ts';
import { type BlockFilters, FingerprintMaker } from '#shared/search/fingerprints.ts';
import { FingerprintWriter } from './fingerprint-file.ts';

/** Filters of so many blocks are encrypted as one, some 50 kB for each column. */
const blocksPerGroup = 4;

/** What fingerprints are made and kept with: the key they are encrypted under, and the secret they are hashed under. */
export type FingerprintAccess = { readonly key: CryptoKey; readonly secret: Uint8Array };

/** Makes the fingerprints of a sample while its blocks are stored, and writes them to the file beside its block file. */
export class FingerprintStore {
  readonly #maker: FingerprintMaker;
  readonly #writer: FingerprintWriter;
  readonly #groups: Fingerprints['groups'][number][] = [];
  #waiting: { readonly block: number; readonly filters: BlockFilters }[] = [];

  constructor(sampleId: SampleId, { key, secret }: FingerprintAccess, hashCells: HashCells | null = null) {
    this.#maker = new FingerprintMaker(new CellHasher(secret, hashCells));
    this.#writer = new FingerprintWriter(sampleId, key);
  }

  /** Takes in a block under the number its directory has for it. The columns are read before this returns. */
  async addBlock(
    block: number,
    { rows, columns }: Omit<RowBlock, 'firstRow'>,
    types: readonly FieldTypeId[],
  ): Promise<void> {
    this.#waiting.push({ block, filters: this.#maker.addBlock(rows, columns, types) });
    if (this.#waiting.length >= blocksPerGroup) {
      await this.#writeGroup();
    }
  }

  async #writeGroup(): Promise<void> {
    const group = this.#waiting;
    const [first] = group;
    this.#waiting = [];
    if (first !== undefined) {
      const place = await this.#writer.addFilters(first.block, group);
      this.#groups.push({ firstBlock: first.block, place });
    }
  }

  /** Writes what is left, and the sketches. `whole` holds the filters of whole columns, where a purge needs them. */
  async finish(
    whole: readonly { readonly column: number; readonly filter: Uint8Array<ArrayBuffer> }[] = [],
  ): Promise<Fingerprints> {
    await this.#writeGroup();
    const columns: Fingerprints['columns'][number][] = [];
    for (const { column, filter } of whole) {
      columns.push({ column, place: await this.#writer.addColumn(column, filter) });
    }
    const sketches = await this.#writer.addSketches(this.#maker.sketches());
    this.#writer.finish();
    return { groups: this.#groups, columns, sketches };
  }

  /** Leaves nothing of what was written so far. */
  async discard(): Promise<void> {
    await this.#writer.discard();
  }
}
