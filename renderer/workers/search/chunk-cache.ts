import { expandedLength } from '#shared/kernel/column-chunk.ts';
import type { ExpandChunk } from '#shared/kernel/find.ts';

const mebibyte = 1_048_576;

type Kept = {
  chunk: Uint8Array<ArrayBuffer>;
  /** Whether its body is no longer compressed. */
  isExpanded: boolean;
  /** The turn in which it was used last. */
  turn: number;
};

/**
 * Decrypted column chunks that were read last: they make the second search quick. A chunk that is asked for again is
 * expanded while there is room for it, so that the third is quicker still. They lie in clear in this worker's memory and
 * are gone with it when the vault locks.
 */
export class ChunkCache {
  /** Those used longest ago come first. */
  readonly #chunks = new Map<string, Kept>();
  readonly #limit: number;
  #bytes = 0;
  #turn = 0;

  /** `limit`: bytes of all chunks together. */
  constructor(limit = 256 * mebibyte) {
    this.#limit = limit;
  }

  /**
   * A new search or look-up begins. What it has used itself it never drives out: a sample larger than the room would
   * otherwise drive each of its chunks out before the next search comes to it.
   */
  beginTurn(): void {
    this.#turn++;
  }

  /** The chunk of that name, if it is still there. */
  get(name: string, expand: ExpandChunk): Uint8Array<ArrayBuffer> | undefined {
    const kept = this.#chunks.get(name);
    if (kept === undefined) {
      return undefined;
    }
    this.#chunks.delete(name);
    this.#chunks.set(name, kept);
    kept.turn = this.#turn;
    if (!kept.isExpanded) {
      this.#expand(kept, expand);
    }
    return kept.chunk;
  }

  /** Keeps a chunk where there is room, and lets go of those that were not used for longest. */
  put(name: string, chunk: Uint8Array<ArrayBuffer>): void {
    this.#forget(name);
    for (const [oldest, { turn }] of this.#chunks) {
      if (this.#bytes + chunk.byteLength <= this.#limit || turn === this.#turn) {
        break;
      }
      this.#forget(oldest);
    }
    if (this.#bytes + chunk.byteLength <= this.#limit) {
      this.#chunks.set(name, { chunk, isExpanded: false, turn: this.#turn });
      this.#bytes += chunk.byteLength;
    }
  }

  #expand(kept: Kept, expand: ExpandChunk): void {
    const bytes = this.#bytes - kept.chunk.byteLength + expandedLength(kept.chunk);
    if (bytes <= this.#limit) {
      kept.chunk = expand(kept.chunk);
      kept.isExpanded = true;
      this.#bytes = bytes;
    }
  }

  #forget(name: string): void {
    this.#bytes -= this.#chunks.get(name)?.chunk.byteLength ?? 0;
    this.#chunks.delete(name);
  }

  /** Lets go of every chunk of a sample. */
  drop(sampleId: string): void {
    for (const name of [...this.#chunks.keys()].filter((key) => key.startsWith(sampleId))) {
      this.#forget(name);
    }
  }
}
