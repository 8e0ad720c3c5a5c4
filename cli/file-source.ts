import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { ByteSource } from '#shared/parse/byte-source.ts';

/** A file that was opened for reading; close it after use. */
export type OpenSource = { readonly source: ByteSource; readonly close: () => Promise<void> };

/** How much is read at a time. */
const chunkBytes = 1 << 19;
/** What comes through a pipe can be read once only, so it is held; more than this is refused. */
const mostHeldBytes = 1 << 29;

async function readAt(handle: FileHandle, target: Uint8Array, position: number): Promise<number> {
  let filled = 0;
  while (filled < target.length) {
    const { bytesRead } = await handle.read(target, filled, target.length - filled, position + filled);
    if (bytesRead === 0) {
      break;
    }
    filled += bytesRead;
  }
  return filled;
}

async function* chunksOf(handle: FileHandle, byteLength: number): AsyncGenerator<Uint8Array> {
  // A thousand small files must not each take the memory of a large one.
  const buffer = new Uint8Array(Math.min(chunkBytes, byteLength + 1));
  for (let position = 0; ; ) {
    const filled = await readAt(handle, buffer, position);
    if (filled === 0) {
      return;
    }
    position += filled;
    yield buffer.subarray(0, filled);
  }
}

function handleSource(name: string, byteLength: number, handle: FileHandle): ByteSource {
  return {
    name,
    byteLength,
    slice: async (start, end) => {
      const bytes = new Uint8Array(Math.max(0, Math.min(end, byteLength) - start));
      return bytes.subarray(0, await readAt(handle, bytes, start));
    },
    chunks: () => chunksOf(handle, byteLength),
  };
}

function heldSource(name: string, bytes: Uint8Array<ArrayBuffer>): ByteSource {
  return {
    name,
    byteLength: bytes.length,
    slice: (start, end) => Promise.resolve(bytes.slice(start, end)),
    chunks: async function* () {
      for (let start = 0; start < bytes.length; start += chunkBytes) {
        yield await Promise.resolve(bytes.subarray(start, start + chunkBytes));
      }
    },
  };
}

/** Reads a stream to its end and holds it. The failure is a sentence. */
export async function holdStream(name: string, stream: AsyncIterable<Uint8Array>): Promise<Result<OpenSource, string>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream) {
    parts.push(part);
    size += part.length;
    if (size > mostHeldBytes) {
      return err(`“${name}” holds more than 512 MiB and comes through a pipe. Save it to a file and name that.`);
    }
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return ok({ source: heldSource(name, bytes), close: () => Promise.resolve() });
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}

/** Says why the system does not let a file be read; null for what is no failure of the system. */
export function explainSystemFailure(name: string, cause: unknown): string | null {
  const code = codeOf(cause);
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return `“${name}” does not exist. Check the path.`;
    case 'EISDIR':
      return `“${name}” is a folder. Name the files in it.`;
    case 'EACCES':
    case 'EPERM':
      return `“${name}” may not be read by this user. Check its permissions.`;
    default:
      return /^E[A-Z0-9]+$/.test(code) ? `“${name}” could not be read: the system says ${code}.` : null;
  }
}

async function openHandle(name: string, handle: FileHandle): Promise<Result<OpenSource, string>> {
  const stats = await handle.stat();
  if (stats.isDirectory()) {
    return err(explainSystemFailure(name, Object.assign(new Error(), { code: 'EISDIR' })) ?? name);
  }
  if (!stats.isFile()) {
    return holdStream(name, handle.createReadStream());
  }
  return ok({ source: handleSource(name, stats.size, handle), close: () => handle.close() });
}

/** Opens a file, a pipe included, for reading. The failure is a sentence; `name` is what the user calls the file. */
export async function openFile(name: string, path: string): Promise<Result<OpenSource, string>> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(path, constants.O_RDONLY);
    const opened = await openHandle(name, handle);
    if (!opened.ok) {
      await handle.close().catch(() => undefined);
    }
    return opened;
  } catch (cause) {
    await handle?.close();
    const sentence = explainSystemFailure(name, cause);
    if (sentence === null) {
      throw cause;
    }
    return err(sentence);
  }
}
