import type { Dialect } from '#shared/domain/dialect.ts';
import { dialectSchema } from '#shared/domain/dialect.ts';
import type { ByteSource } from '#shared/parse/byte-source.ts';

/** Bytes as a file that is read in chunks of the given size. */
export function sourceOf(bytes: Uint8Array, chunkSize = 64, name = 'made-up.csv'): ByteSource {
  return {
    name,
    byteLength: bytes.length,
    slice: async (start, end) => Uint8Array.from(bytes.subarray(start, end)),
    chunks: async function* chunks() {
      for (let at = 0; at < bytes.length; at += chunkSize) {
        yield bytes.slice(at, at + chunkSize);
      }
    },
  };
}

/** Delimited text in UTF-8 with commas and a header, unless said otherwise. */
export function dialectOf(change: Partial<Dialect> = {}): Dialect {
  return dialectSchema.parse({ format: 'csv', encoding: 'utf-8', separator: ',', hasHeader: true, ...change });
}
