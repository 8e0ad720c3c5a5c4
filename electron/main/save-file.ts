import { randomBytes } from 'node:crypto';
import { open, rename, stat, unlink } from 'node:fs/promises';
import { basename } from 'node:path';
import { dialog, type FileFilter, type SaveDialogOptions } from 'electron';
import { z } from 'zod';
import type { SaveOutcome } from '#shared/ipc/contract.ts';
import { currentWindow } from './window.ts';

const systemErrorSchema = z.object({ code: z.string(), message: z.string() });

const reasons: Readonly<Record<string, 'disk-full' | 'not-permitted' | 'read-only'>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EACCES: 'not-permitted',
  EPERM: 'not-permitted',
  EROFS: 'read-only',
};

async function writeAndFlush(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function isSpecialFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && !found.isFile();
}

/** Writes the bytes beside the target and renames them into place, so that a failure never leaves half a file. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  if (await isSpecialFile(path)) {
    // A device or a pipe cannot be replaced by a file.
    await writeAndFlush(path, bytes);
    return;
  }
  const temporary = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    await writeAndFlush(temporary, bytes);
    await rename(temporary, path);
  } catch (cause) {
    await unlink(temporary).catch(() => undefined);
    throw cause;
  }
}

function failure(path: string, cause: unknown): SaveOutcome {
  const known = systemErrorSchema.safeParse(cause);
  const reason = known.success ? (reasons[known.data.code] ?? 'other') : 'other';
  return { kind: 'failed', name: basename(path), reason, detail: known.success ? known.data.message : String(cause) };
}

/** Asks where to save, then writes the bytes whole. An expected failure (full disk, no permission) is an outcome. */
export async function saveThroughDialog(
  suggestedName: string,
  filters: FileFilter[],
  bytes: Uint8Array,
): Promise<SaveOutcome> {
  const options: SaveDialogOptions = { defaultPath: suggestedName, filters, properties: ['dontAddToRecent'] };
  const window = currentWindow();
  const { canceled, filePath } =
    window === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(window, options);
  if (canceled || filePath === '') {
    return { kind: 'cancelled' };
  }
  try {
    await writeWhole(filePath, bytes);
    return { kind: 'saved', name: basename(filePath) };
  } catch (cause) {
    return failure(filePath, cause);
  }
}
