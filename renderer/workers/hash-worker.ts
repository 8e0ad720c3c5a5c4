import { createSHA256 } from 'hash-wasm';

/** What the hash worker is told: the memory it shares, a part of it to hash, or that the file has ended. */
export type HashOrder =
  | { readonly kind: 'share'; readonly memory: SharedArrayBuffer }
  | { readonly kind: 'hash'; readonly slot: number; readonly offset: number; readonly byteLength: number }
  | { readonly kind: 'end' };

/** What it answers: a part is hashed and its memory free again, or the digest in hex. */
export type HashAnswer =
  | { readonly kind: 'free'; readonly slot: number }
  | { readonly kind: 'digest'; readonly hex: string };

const hasher = createSHA256();
let memory: Uint8Array = new Uint8Array(0);

function answer(message: HashAnswer): void {
  self.postMessage(message);
}

self.onmessage = async ({ data }: MessageEvent<HashOrder>): Promise<void> => {
  const sha256 = await hasher;
  switch (data.kind) {
    case 'share':
      memory = new Uint8Array(data.memory);
      break;
    case 'hash':
      sha256.update(memory.subarray(data.offset, data.offset + data.byteLength));
      answer({ kind: 'free', slot: data.slot });
      break;
    case 'end':
      answer({ kind: 'digest', hex: sha256.digest('hex') });
      break;
  }
};
