import type { SampleId } from '#shared/domain/sample.ts';

const ivLength = 12;

/**
 * Which chunk a ciphertext is: it decrypts nowhere else. `column` is an index, or the store of rejected records, or one of
 * the kinds of fingerprints.
 */
export type ChunkAddress = {
  readonly sampleId: SampleId;
  readonly block: number;
  readonly column: number | 'rejected' | 'filters' | 'sketches' | `whole-${number}`;
};

function additionalData({ sampleId, block, column }: ChunkAddress): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`leakdesk chunk v1|${sampleId}|${block}|${column}`);
}

/** A chunk in cipher, in two parts so that neither is copied: the IV, then ciphertext and tag. */
export type SealedChunk = readonly [iv: Uint8Array, cipher: Uint8Array];

/**
 * Encrypts one chunk with AES-256-GCM under a random 96-bit IV (NIST SP 800-38D). The plain bytes are taken before it
 * returns: their memory may be used again at once.
 */
export async function encryptChunk(
  key: CryptoKey,
  address: ChunkAddress,
  plain: Uint8Array<ArrayBuffer>,
): Promise<SealedChunk> {
  const iv = crypto.getRandomValues(new Uint8Array(ivLength));
  const cipher = crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: additionalData(address) }, key, plain);
  return [iv, new Uint8Array(await cipher)];
}

/** Decrypts what `encryptChunk` made for the same address. Throws when a bit or the place is not the same. */
export async function decryptChunk(
  key: CryptoKey,
  address: ChunkAddress,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = sealed.subarray(0, ivLength);
  const plain = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv, additionalData: additionalData(address) },
    key,
    sealed.subarray(ivLength),
  );
  return new Uint8Array(plain);
}
