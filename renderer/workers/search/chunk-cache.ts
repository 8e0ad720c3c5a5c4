const mebibyte = 1_048_576;

/**
 * Decrypted column chunks, still compressed, that were read last: they make the second search quick. They lie in clear in
 * this worker's memory and are gone with it when the vault locks.
 */
export class ChunkCache {
  readonly #chunks = new Map<string, Uint8Array<ArrayBuffer>>();
  readonly #limit: number;
  #bytes = 0;

  constructor(limit = 256 * mebibyte) {
    this.#limit = limit;
  }

  /** The chunk of that name, if it is still there. */
  get(name: string): Uint8Array<ArrayBuffer> | undefined {
    const chunk = this.#chunks.get(name);
    if (chunk !== undefined) {
      this.#chunks.delete(name);
      this.#chunks.set(name, chunk);
    }
    return chunk;
  }

  /** Keeps a chunk, and lets go of those that were not used for longest. */
  put(name: string, chunk: Uint8Array<ArrayBuffer>): void {
    this.#forget(name);
    this.#chunks.set(name, chunk);
    this.#bytes += chunk.byteLength;
    for (const oldest of this.#chunks.keys()) {
      if (this.#bytes <= this.#limit) {
        return;
      }
      this.#forget(oldest);
    }
  }

  #forget(name: string): void {
    this.#bytes -= this.#chunks.get(name)?.byteLength ?? 0;
    this.#chunks.delete(name);
  }

  /** Lets go of every chunk of a sample. */
  drop(sampleId: string): void {
    for (const name of [...this.#chunks.keys()].filter((key) => key.startsWith(sampleId))) {
      this.#forget(name);
    }
  }
}
