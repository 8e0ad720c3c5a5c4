import type { ByteSource } from '#shared/parse/byte-source.ts';
import { originalSource } from './kept-original.ts';
import type { ReadableFile } from './sample-worker-api.ts';

const readBytes = 512 * 1024;

async function* chunksOf(file: File): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader({ mode: 'byob' });
  let buffer = new ArrayBuffer(readBytes);
  try {
    for (;;) {
      const { done, value } = await reader.read(new Uint8Array(buffer));
      if (value === undefined || (done && value.byteLength === 0)) {
        return;
      }
      yield value;
      buffer = value.buffer;
    }
  } finally {
    await reader.cancel();
  }
}

function fileSource(file: File): ByteSource {
  return {
    name: file.name,
    byteLength: file.size,
    slice: async (start, end) => new Uint8Array(await file.slice(start, end).arrayBuffer()),
    chunks: () => chunksOf(file),
  };
}

/** A chosen file, or one that the vault keeps, as a source of bytes. */
export function sourceOf(file: ReadableFile, key: CryptoKey): ByteSource {
  return file instanceof File ? fileSource(file) : originalSource(file, key);
}
