import type { Writable } from 'node:stream';

/** Thrown once the reader of the output has gone away, as `head` does: there is nobody left to write for. */
export class ReaderGone extends Error {}

/** Writes pieces one after the other, each only after the one before has left. */
export class Output {
  readonly #stream: Writable;
  #isGone = false;

  constructor(stream: Writable) {
    this.#stream = stream;
    stream.on('error', () => {
      this.#isGone = true;
    });
  }

  /** Resolves when the piece has left and its memory may be used again. Throws `ReaderGone`. */
  async write(piece: Uint8Array | string): Promise<void> {
    const failure = await new Promise<Error | null>((resolve) => {
      this.#stream.write(piece, (cause) => resolve(cause ?? null));
    });
    if (failure === null && !this.#isGone) {
      return;
    }
    const isPipe =
      failure === null || ('code' in failure && (failure.code === 'EPIPE' || failure.code === 'ERR_STREAM_DESTROYED'));
    throw isPipe ? new ReaderGone() : failure;
  }
}
