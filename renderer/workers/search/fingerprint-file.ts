import type { ChunkPlace, Fingerprints, SampleId } from '#shared/domain/sample.ts';
import {
  decodeFilters,
  decodeSketches,
  encodeFilters,
  encodeSketches,
  type FilterGroup,
} from '#shared/search/fingerprint-form.ts';
import type { SampleSketches } from '#shared/search/fingerprints.ts';
import { type ChunkAddress, decryptChunk, encryptChunk } from '../block-cipher.ts';
import { type BlockFile, openBlockFile, removeSampleFile } from '../block-file.ts';

type Part = { readonly block: number; readonly column: ChunkAddress['column'] };

/** Writes the fingerprints of a sample beside its block file, encrypted part by part. */
export class FingerprintWriter {
  readonly #sampleId: SampleId;
  readonly #key: CryptoKey;
  #file: BlockFile | null = null;
  /** True if nothing was in the file before: then it may be removed whole. */
  #isOwn = false;

  constructor(sampleId: SampleId, key: CryptoKey) {
    this.#sampleId = sampleId;
    this.#key = key;
  }

  async #append(part: Part, plain: Uint8Array<ArrayBuffer>): Promise<ChunkPlace> {
    const sealed = await encryptChunk(this.#key, { sampleId: this.#sampleId, ...part }, plain);
    this.#file ??= await openBlockFile(this.#sampleId, 'new', 'fingerprints');
    // Always behind what is there: until the new directory is committed the old one must stay true.
    const place = this.#file.append(...sealed);
    this.#isOwn ||= place.offset === 0;
    return place;
  }

  /** Writes the filters of a run of blocks. */
  addFilters(firstBlock: number, group: FilterGroup): Promise<ChunkPlace> {
    return this.#append({ block: firstBlock, column: 'filters' }, encodeFilters(group));
  }

  /** Writes the filter of a whole column. */
  addColumn(column: number, filter: Uint8Array<ArrayBuffer>): Promise<ChunkPlace> {
    return this.#append({ block: 0, column: `whole-${column}` }, filter);
  }

  /** Writes the sketches. */
  addSketches(sketches: SampleSketches): Promise<ChunkPlace> {
    return this.#append({ block: 0, column: 'sketches' }, encodeSketches(sketches));
  }

  /** Sees that everything is on the disk, and closes the file. */
  finish(): void {
    this.#file?.flush();
    this.#file?.close();
    this.#file = null;
  }

  /** Closes the file, and removes it unless it held something before. */
  async discard(): Promise<void> {
    this.#file?.close();
    this.#file = null;
    if (this.#isOwn) {
      await removeSampleFile(this.#sampleId, 'fingerprints');
    }
  }
}

/** The stored fingerprints of one sample, open for reading. */
export type StoredFingerprints = {
  readonly group: (at: Fingerprints['groups'][number]) => Promise<FilterGroup>;
  readonly column: (at: Fingerprints['columns'][number]) => Promise<Uint8Array<ArrayBuffer>>;
  readonly sketches: (at: ChunkPlace) => Promise<SampleSketches>;
};

/** Opens the fingerprints of a sample for as long as `use` runs. */
export async function withFingerprints<T>(
  sampleId: SampleId,
  key: CryptoKey,
  use: (stored: StoredFingerprints) => Promise<T>,
): Promise<T> {
  const file = await openBlockFile(sampleId, 'stored', 'fingerprints');
  const read = (part: Part, place: ChunkPlace): Promise<Uint8Array<ArrayBuffer>> =>
    decryptChunk(key, { sampleId, ...part }, file.read(place));
  try {
    return await use({
      group: async ({ firstBlock, place }) =>
        decodeFilters(await read({ block: firstBlock, column: 'filters' }, place)),
      column: ({ column, place }) => read({ block: 0, column: `whole-${column}` }, place),
      sketches: async (place) => decodeSketches(await read({ block: 0, column: 'sketches' }, place)),
    });
  } finally {
    file.close();
  }
}
