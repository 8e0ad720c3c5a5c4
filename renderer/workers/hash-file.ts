import { createSHA256 } from 'hash-wasm';
import { type Sha256, sha256Schema } from '#shared/domain/evidence.ts';
import type { ByteSource } from '#shared/parse/byte-source.ts';

/** The SHA-256 of a file's bytes, read once from its start. */
export async function hashFile(file: ByteSource): Promise<Sha256> {
  const hasher = await createSHA256();
  for await (const chunk of file.chunks()) {
    hasher.update(chunk);
  }
  return sha256Schema.parse(hasher.digest('hex'));
}
