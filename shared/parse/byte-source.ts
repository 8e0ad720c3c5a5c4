/** A file that can be read from its start and at any place. Sizes and places are in bytes. Reading may be repeated. */
export type ByteSource = {
  readonly name: string;
  readonly byteLength: number;
  /** The bytes in [start, end), fewer where the file ends before. */
  readonly slice: (start: number, end: number) => Promise<Uint8Array<ArrayBuffer>>;
  /** The whole file in order. A chunk may be overwritten once the next one is asked for. */
  readonly chunks: () => AsyncIterable<Uint8Array>;
  /** A sentence on what of the file could not be read, once its chunks have been; null when all of it was. */
  readonly lost?: () => string | null;
};
