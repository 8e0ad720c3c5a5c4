import type { ChunkPlace, SampleId } from '#shared/domain/sample.ts';

const folderName = 'samples';

async function folder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(folderName, { create: true });
}

/** One sample's origin-private file of encrypted chunks. This worker is its only owner while it is open. */
export type BlockFile = {
  /** Adds the parts of a chunk, one behind the other. */
  readonly append: (...parts: readonly Uint8Array[]) => ChunkPlace;
  readonly read: (place: ChunkPlace) => Uint8Array<ArrayBuffer>;
  /** Drops everything that was written. */
  readonly empty: () => void;
  readonly flush: () => void;
  readonly close: () => void;
};

/** Opens the block file of a sample: a `new` one is made, a `stored` one must be there. */
export async function openBlockFile(sampleId: SampleId, age: 'new' | 'stored'): Promise<BlockFile> {
  const handle = await (await folder()).getFileHandle(sampleId, { create: age === 'new' });
  const access = await handle.createSyncAccessHandle();
  let end = access.getSize();
  return {
    append: (...parts) => {
      const offset = end;
      for (const part of parts) {
        const written = access.write(part, { at: end });
        if (written !== part.byteLength) {
          throw new DOMException('The disk took only a part of a block.', 'QuotaExceededError');
        }
        end += written;
      }
      return { offset, byteLength: end - offset };
    },
    read: ({ offset, byteLength }) => {
      const bytes = new Uint8Array(byteLength);
      const got = access.read(bytes, { at: offset });
      if (got !== byteLength) {
        throw new Error(`The block file of sample ${sampleId} ends at byte ${offset + got}, inside a block.`);
      }
      return bytes;
    },
    empty: () => {
      access.truncate(0);
      end = 0;
    },
    flush: () => access.flush(),
    close: () => access.close(),
  };
}

/** Deletes a sample's block file; nothing happens when there is none. */
export async function removeBlockFile(sampleId: string): Promise<void> {
  try {
    await (await folder()).removeEntry(sampleId);
  } catch (cause) {
    if (!(cause instanceof DOMException && cause.name === 'NotFoundError')) {
      throw cause;
    }
  }
}

/** Deletes every block file that belongs to none of the known samples, and answers how many those were. */
export async function removeOrphans(known: readonly SampleId[]): Promise<number> {
  const kept = new Set<string>(known);
  const orphans: string[] = [];
  for await (const name of (await folder()).keys()) {
    if (!kept.has(name)) {
      orphans.push(name);
    }
  }
  await Promise.all(orphans.map(removeBlockFile));
  return orphans.length;
}
