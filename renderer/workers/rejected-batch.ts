import { z } from 'zod';
import { type RejectedRow, rejectedRowSchema, type SampleId } from '#shared/domain/sample.ts';
import { type ChunkAddress, decryptChunk, encryptChunk, type SealedChunk } from './block-cipher.ts';

const rejectedRowsSchema = z.array(rejectedRowSchema);

/** Which run of a sample's rejected records: `first` is the place of its first one among all of them. */
type BatchAddress = { readonly sampleId: SampleId; readonly first: number };

function chunkAddress({ sampleId, first }: BatchAddress): ChunkAddress {
  return { sampleId, block: first, column: 'rejected' };
}

/** Encrypts a run of rejected records. */
export function sealRejected(
  key: CryptoKey,
  address: BatchAddress,
  rows: readonly RejectedRow[],
): Promise<SealedChunk> {
  return encryptChunk(key, chunkAddress(address), new TextEncoder().encode(JSON.stringify(rows)));
}

/** Decrypts one. Throws when a bit or the place is not the same. */
export async function unsealRejected(
  key: CryptoKey,
  address: BatchAddress,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<readonly RejectedRow[]> {
  const plain = await decryptChunk(key, chunkAddress(address), sealed);
  return rejectedRowsSchema.parse(JSON.parse(new TextDecoder().decode(plain)));
}
