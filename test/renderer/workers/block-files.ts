import { vi } from 'vitest';
import type { SampleId } from '#shared/domain/sample.ts';

async function folder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle('samples', { create: true });
}

/** The names of the block files on the disk. */
export async function blockFiles(): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const name of (await folder()).keys()) {
    names.push(name);
  }
  return names.toSorted();
}

/** Removes every block file, as a new profile has none. */
export async function removeBlockFiles(): Promise<void> {
  const samples = await folder();
  // The browser lets go of a file a moment after the worker that held it was ended.
  await vi.waitFor(async () => Promise.all((await blockFiles()).map((name) => samples.removeEntry(name))), 10_000);
}

/** The bytes of a block file as they lie on the disk. */
export async function bytesOnDisk(sampleId: SampleId): Promise<Uint8Array<ArrayBuffer>> {
  const file = await (await (await folder()).getFileHandle(sampleId)).getFile();
  return new Uint8Array(await file.arrayBuffer());
}

/** Replaces the bytes of any file in the folder; answers how they were. */
export async function damageFile(
  name: string,
  change: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const handle = await (await folder()).getFileHandle(name);
  const before = new Uint8Array(await (await handle.getFile()).arrayBuffer());
  const writer = await handle.createWritable();
  await writer.write(change(before.slice()));
  await writer.close();
  return before;
}

/** Replaces a block file's bytes behind the app's back. */
export async function damage(
  sampleId: SampleId,
  change: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>,
): Promise<void> {
  const changed = change(await bytesOnDisk(sampleId));
  const writer = await (await (await folder()).getFileHandle(sampleId, { create: true })).createWritable();
  await writer.write(changed);
  await writer.close();
}
