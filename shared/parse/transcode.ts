import type { Encoding } from '../domain/dialect.ts';

/** Turns a file's bytes into UTF-8, chunk by chunk. What it returns may be overwritten by the next call. */
export type Transcoder = {
  readonly push: (bytes: Uint8Array) => Uint8Array;
  readonly end: () => Uint8Array;
};

const nothing = new Uint8Array(0);

/** A transcoder from an encoding. UTF-8 passes as it is: who reads it judges its characters. */
export function createTranscoder(encoding: Encoding): Transcoder {
  if (encoding === 'utf-8') {
    return { push: (bytes) => bytes, end: () => nothing };
  }
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  return {
    push: (bytes) => encoder.encode(decoder.decode(bytes, { stream: true })),
    end: () => encoder.encode(decoder.decode()),
  };
}
