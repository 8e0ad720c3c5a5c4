import { createSHA256 } from 'hash-wasm';
import type { HashAnswer, HashOrder } from './hash-worker.ts';

/** Computes the SHA-256 of a file whose bytes pass by. */
export type FileHasher = {
  /** Takes the next bytes; they may be overwritten once it resolves. */
  readonly update: (bytes: Uint8Array) => Promise<void>;
  /** The digest in hex. Nothing may follow. */
  readonly digest: () => Promise<string>;
  /** Ends it without a digest. */
  readonly stop: () => void;
};

const slotBytes = 512 * 1024;
const slots = 8;

async function hasherHere(): Promise<FileHasher> {
  const sha256 = await createSHA256();
  return {
    update: async (bytes) => {
      sha256.update(bytes);
    },
    digest: async () => sha256.digest('hex'),
    stop: () => undefined,
  };
}

/** Hashes on a thread of its own: hashing takes as long as all other work on a file together. */
class HashThread implements FileHasher {
  readonly #worker = new Worker(new URL('./hash-worker.ts', import.meta.url), { type: 'module', name: 'hash' });
  readonly #shared = new SharedArrayBuffer(slotBytes * slots);
  readonly #memory = new Uint8Array(this.#shared);
  readonly #free = Array.from({ length: slots }, (_, slot) => slot);
  #onFree: (() => void) | null = null;
  #onDigest: ((hex: string) => void) | null = null;
  #onFailure: ((cause: Error) => void) | null = null;
  #failure: Error | null = null;

  constructor() {
    this.#worker.onmessage = ({ data }: MessageEvent<HashAnswer>) => this.#hear(data);
    this.#worker.onerror = ({ message }) => {
      this.#failure = new Error(`Hashing the file failed: ${message}`);
      this.#onFailure?.(this.#failure);
    };
    this.#tell({ kind: 'share', memory: this.#shared });
  }

  update = async (bytes: Uint8Array): Promise<void> => {
    for (let from = 0; from < bytes.length; from += slotBytes) {
      const piece = bytes.subarray(from, from + slotBytes);
      const slot = this.#free.pop() ?? (await this.#nextFree());
      this.#memory.set(piece, slot * slotBytes);
      this.#tell({ kind: 'hash', slot, offset: slot * slotBytes, byteLength: piece.length });
    }
  };

  digest = async (): Promise<string> => {
    const hex = new Promise<string>((resolve, reject) => {
      this.#onDigest = resolve;
      this.#onFailure = reject;
    });
    this.#tell({ kind: 'end' });
    try {
      return await hex;
    } finally {
      this.stop();
    }
  };

  stop = (): void => {
    this.#worker.terminate();
  };

  #tell(order: HashOrder): void {
    if (this.#failure !== null) {
      throw this.#failure;
    }
    this.#worker.postMessage(order);
  }

  #hear(answer: HashAnswer): void {
    if (answer.kind === 'digest') {
      this.#onDigest?.(answer.hex);
      return;
    }
    this.#free.push(answer.slot);
    this.#onFree?.();
    this.#onFree = null;
  }

  async #nextFree(): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#onFree = resolve;
      this.#onFailure = reject;
    });
    return this.#free.pop() ?? this.#nextFree();
  }
}

/** Begins a hash: on a thread of its own where memory can be shared with one, else here. */
export function createFileHasher(): Promise<FileHasher> {
  return crossOriginIsolated ? Promise.resolve(new HashThread()) : hasherHere();
}
