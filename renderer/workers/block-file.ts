import type { OriginalId } from '#shared/domain/evidence.ts';
import type { ChunkPlace, SampleId } from '#shared/domain/sample.ts';

const folderName = 'samples';

/** The files of a sample: its rows, and what it is recognised by. */
type SampleFile = 'blocks' | 'fingerprints';

const suffix = '.fingerprints';
const originalSuffix = '.original';

function nameOf(sampleId: string, kind: SampleFile): string {
  return kind === 'blocks' ? sampleId : sampleId + suffix;
}

function originalName(id: OriginalId): string {
  return id + originalSuffix;
}

async function folder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(folderName, { create: true });
}

/** One sample's origin-private file of encrypted chunks. This worker is its only owner while it is open. */
export type BlockFile = {
  /** Adds the parts of a chunk, one behind the other. */
  readonly append: (...parts: readonly Uint8Array[]) => ChunkPlace;
  /** Adds several chunks, each in its parts, by a single write: that is quicker than a write for each. */
  readonly appendAll: (chunks: readonly (readonly Uint8Array[])[]) => ChunkPlace[];
  /** Reads a chunk into memory that the next `read` uses again. */
  readonly read: (place: ChunkPlace) => Uint8Array<ArrayBuffer>;
  /** Drops everything that was written. */
  readonly empty: () => void;
  readonly flush: () => void;
  readonly close: () => void;
};

async function openNamed(name: string, age: 'new' | 'stored'): Promise<BlockFile> {
  const handle = await (await folder()).getFileHandle(name, { create: age === 'new' });
  const access = await handle.createSyncAccessHandle();
  let end = access.getSize();
  let scratch = new Uint8Array(0);

  function room(byteLength: number): Uint8Array<ArrayBuffer> {
    if (scratch.length < byteLength) {
      scratch = new Uint8Array(byteLength * 2);
    }
    return scratch.subarray(0, byteLength);
  }

  function appendAll(chunks: readonly (readonly Uint8Array[])[]): ChunkPlace[] {
    const sizes = chunks.map((parts) => parts.reduce((sum, part) => sum + part.byteLength, 0));
    const bytes = room(sizes.reduce((sum, size) => sum + size, 0));
    let at = 0;
    for (const part of chunks.flat()) {
      bytes.set(part, at);
      at += part.byteLength;
    }
    if (access.write(bytes, { at: end }) !== bytes.byteLength) {
      throw new DOMException('The disk took only a part of a block.', 'QuotaExceededError');
    }
    return sizes.map((byteLength) => {
      end += byteLength;
      return { offset: end - byteLength, byteLength };
    });
  }

  return {
    appendAll,
    append: (...parts) => appendAll([parts])[0] ?? { offset: end, byteLength: 0 },
    read: ({ offset, byteLength }) => {
      const bytes = room(byteLength);
      const got = access.read(bytes, { at: offset });
      if (got !== byteLength) {
        throw new Error(`The file ${name} of the vault ends at byte ${offset + got}, inside a block.`);
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

/** Opens a file of a sample, its blocks if nothing else is said: a `new` one is made, a `stored` one must be there. */
export function openBlockFile(
  sampleId: SampleId,
  age: 'new' | 'stored',
  kind: SampleFile = 'blocks',
): Promise<BlockFile> {
  return openNamed(nameOf(sampleId, kind), age);
}

/** Makes the file of a kept original. */
export function newOriginalFile(id: OriginalId): Promise<BlockFile> {
  return openNamed(originalName(id), 'new');
}

/** A kept original as it lies on the disk. Any number of readers may have it. */
export async function storedOriginal(id: OriginalId): Promise<File> {
  return (await (await folder()).getFileHandle(originalName(id))).getFile();
}

async function remove(name: string): Promise<void> {
  try {
    await (await folder()).removeEntry(name);
  } catch (cause) {
    if (!(cause instanceof DOMException && cause.name === 'NotFoundError')) {
      throw cause;
    }
  }
}

/** Deletes one file of a sample; nothing happens when there is none. */
export function removeSampleFile(sampleId: SampleId, kind: SampleFile): Promise<void> {
  return remove(nameOf(sampleId, kind));
}

/** Deletes a kept original; nothing happens when there is none. */
export function removeOriginal(id: OriginalId): Promise<void> {
  return remove(originalName(id));
}

/** Deletes a sample's block file and its fingerprints; nothing happens when there are none. */
export async function removeBlockFile(sampleId: SampleId): Promise<void> {
  await Promise.all([removeSampleFile(sampleId, 'blocks'), removeSampleFile(sampleId, 'fingerprints')]);
}

/**
 * Deletes every file that belongs to none of the known samples and originals, and the block files of purged samples;
 * answers how many those were.
 */
export async function removeOrphans(
  known: readonly SampleId[],
  purged: readonly SampleId[] = [],
  originals: readonly OriginalId[] = [],
): Promise<number> {
  const withoutRows = new Set(purged);
  const kept = new Set<string>(known.map((id) => nameOf(id, 'fingerprints')).concat(originals.map(originalName)));
  for (const id of known) {
    if (!withoutRows.has(id)) {
      kept.add(nameOf(id, 'blocks'));
    }
  }
  const orphans: string[] = [];
  for await (const name of (await folder()).keys()) {
    if (!kept.has(name)) {
      orphans.push(name);
    }
  }
  await Promise.all(orphans.map(remove));
  return orphans.length;
}
