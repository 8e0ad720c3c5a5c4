import { type Sha256, sha256Schema } from '#shared/domain/evidence.ts';
import type { ByteSource } from '#shared/parse/byte-source.ts';
import { createFileHasher } from './file-hasher.ts';
import type { WorkerRun } from './worker-run.ts';

/** The SHA-256 of a file's bytes, read once from its start. Throws once its run is cancelled. */
export async function hashFile(file: ByteSource, run: WorkerRun): Promise<Sha256> {
  const hasher = await createFileHasher();
  try {
    for await (const chunk of file.chunks()) {
      if ((await run.stop()) !== null) {
        throw new DOMException('Nobody waits for this hash any more.', 'AbortError');
      }
      await hasher.update(chunk);
    }
    return sha256Schema.parse(await hasher.digest());
  } finally {
    hasher.stop();
  }
}
