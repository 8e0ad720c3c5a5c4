import type { ByteSource } from '#shared/parse/byte-source.ts';

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

/** A chosen file as a source of bytes. `onRead` takes every chunk of it before anyone else does. */
export function fileSource(
  file: File,
  onRead: (chunk: Uint8Array) => Promise<void> = async () => undefined,
): ByteSource {
  return {
    name: file.name,
    byteLength: file.size,
    slice: async (start, end) => new Uint8Array(await file.slice(start, end).arrayBuffer()),
    chunks: async function* chunks() {
      for await (const chunk of chunksOf(file)) {
        await onRead(chunk);
        yield chunk;
      }
    },
  };
}
