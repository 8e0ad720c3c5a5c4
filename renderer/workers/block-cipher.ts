import type { OriginalId } from '#shared/domain/evidence.ts';
import type { SampleId } from '#shared/domain/sample.ts';

const ivLength = 12;
const ivsAtOnce = 512;
let ivs = new Uint8Array(0);
let ivsUsed = 0;

/** A random IV that nobody had before. They are drawn many at once: each draw is a call of the system. */
function nextIv(): Uint8Array<ArrayBuffer> {
  if (ivsUsed === ivs.length) {
    ivs = crypto.getRandomValues(new Uint8Array(ivsAtOnce * ivLength));
    ivsUsed = 0;
  }
  ivsUsed += ivLength;
  return ivs.slice(ivsUsed - ivLength, ivsUsed);
}

/**
 * Which chunk a ciphertext is: it decrypts nowhere else. `column` is an index, or the store of rejected records, or one of
 * the kinds of fingerprints.
 */
export type ChunkAddress = {
  readonly sampleId: SampleId;
  readonly block: number;
  readonly column: number | 'rejected' | 'filters' | 'sketches' | `whole-${number}`;
};

/** Which piece of which kept original a ciphertext is. */
type PieceAddress = { readonly original: OriginalId; readonly piece: number };

function additionalData(address: ChunkAddress | PieceAddress): Uint8Array<ArrayBuffer> {
  const place =
    'original' in address
      ? `leakdesk original v1|${address.original}|${address.piece}`
      : `leakdesk chunk v1|${address.sampleId}|${address.block}|${address.column}`;
  return new TextEncoder().encode(place);
}

/** What a ciphertext is longer than its plain bytes: IV and tag. */
export const sealedExtra = ivLength + 16;

/** A chunk in cipher, in two parts so that neither is copied: the IV, then ciphertext and tag. */
export type SealedChunk = readonly [iv: Uint8Array, cipher: Uint8Array];

/**
 * Encrypts one chunk with AES-256-GCM under a random 96-bit IV (NIST SP 800-38D). The plain bytes are taken before it
 * returns: their memory may be used again at once.
 */
export async function encryptChunk(
  key: CryptoKey,
  address: ChunkAddress | PieceAddress,
  plain: Uint8Array<ArrayBuffer>,
): Promise<SealedChunk> {
  const iv = nextIv();
  const cipher = crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: additionalData(address) }, key, plain);
  return [iv, new Uint8Array(await cipher)];
}

/** Decrypts what `encryptChunk` made for the same address. Throws when a bit or the place is not the same. */
export async function decryptChunk(
  key: CryptoKey,
  address: ChunkAddress | PieceAddress,
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
