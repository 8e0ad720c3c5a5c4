import { type Sha256, sha256Schema } from '#shared/domain/evidence.ts';
import type { ByteSource } from '#shared/parse/byte-source.ts';
import { createFileHasher } from './file-hasher.ts';

/** The SHA-256 of a file's bytes, read once from its start. Throws the signal's reason once nobody wants it any more. */
export async function hashFile(file: ByteSource, signal: AbortSignal): Promise<Sha256> {
  const hasher = await createFileHasher();
  try {
    for await (const chunk of file.chunks()) {
      signal.throwIfAborted();
      await hasher.update(chunk);
    }
    return sha256Schema.parse(await hasher.digest());
  } finally {
    hasher.stop();
  }
}
