/*
 * zip.js reads the central directory, ZIP64, data descriptors and CRCs, finds overlapping and ambiguous members, and
 * inflates with the engine's own DecompressionStream. Measured as fast as fflate or faster; fflate's ZIP reader checks
 * none of these and walks the file from its start.
 */
import { configure, type FileEntry, Reader, ZipReader } from '@zip.js/zip.js/lib/zip-core-native.js';
import { err, ok, type Result } from '../lib/result.ts';
import type { ByteSource } from './byte-source.ts';
import { guessEncoding } from './encoding.ts';
import { type ParseFailure, ParseProblem } from './outcome.ts';
import { createTranscoder } from './transcode.ts';
import { createBombGuard } from './unpacked-size.ts';

/** A file in a ZIP archive. Sizes are what the archive states. */
export type ZipMember = {
  readonly path: string;
  readonly byteLength: number;
  readonly packedLength: number;
  readonly isEncrypted: boolean;
  /** Its content in order. Throws a `ParseProblem` when it is damaged, encrypted, a bomb or longer than stated. */
  readonly chunks: () => AsyncGenerator<Uint8Array>;
};

/** More members than this, and the directory itself is the attack. */
const mostMembers = 20_000;
const signatures = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
];

// Workers made from blobs, and WebAssembly compiled from a string, are what the content security policy refuses.
configure({ useWebWorkers: false });

/** Reads the archive through its source, piece by piece. */
class SourceReader extends Reader<ByteSource> {
  private readonly source: ByteSource;

  constructor(source: ByteSource) {
    super(source);
    this.source = source;
    this.size = source.byteLength;
  }

  override readUint8Array(index: number, length: number): Promise<Uint8Array> {
    return this.source.slice(index, index + length);
  }
}

/** Names without the UTF-8 flag are in the code page of who packed them, whatever the standard says. */
function decodeName(bytes: Uint8Array, encoding: string): string | undefined {
  if (encoding.toLowerCase().startsWith('utf')) {
    return undefined;
  }
  const transcoder = createTranscoder(guessEncoding(bytes, true).encoding);
  const decoder = new TextDecoder();
  return decoder.decode(transcoder.push(bytes).slice(), { stream: true }) + decoder.decode(transcoder.end());
}

const causes: readonly (readonly [RegExp, string])[] = [
  [/crc|signature/i, 'a file in it does not match its checksum'],
  [/encrypted|password/i, 'its files are encrypted'],
  [/overlap/i, 'its files overlap, as in a ZIP bomb'],
  [/unsafe filename/i, 'the name of a file in it leads out of the archive'],
  [/ambiguous/i, 'it can be read in two ways, as archives made to deceive can'],
  [/split/i, 'it is one part of several'],
  [/compression method|unsupported compression/i, 'a file in it is compressed in an unusual way'],
  [/uncompressed size/i, 'a file in it is longer or shorter than the archive states'],
];

function failureOf(cause: unknown): ParseFailure {
  if (cause instanceof ParseProblem) {
    return cause.failure;
  }
  const message = cause instanceof Error ? cause.message : '';
  const known = causes.find(([pattern]) => pattern.test(message));
  return { kind: 'archive', why: known?.[1] ?? 'it is damaged or cut off' };
}

async function* contentOf(entry: FileEntry): AsyncGenerator<Uint8Array> {
  if (entry.encrypted) {
    throw new ParseProblem({ kind: 'archive', why: 'its files are encrypted' });
  }
  const guard = createBombGuard(entry.compressedSize);
  const stream = new TransformStream<Uint8Array>();
  const reader = stream.readable.getReader();
  let failure: ParseFailure | null = null;
  const unpacking = entry
    .getData(stream.writable, { checkSignature: true, checkOverlappingEntry: true })
    .catch(async (cause: unknown) => {
      failure = failureOf(cause);
      await reader.cancel().catch(() => undefined);
    });
  let total = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
      if (done || value === undefined) {
        break;
      }
      total += value.length;
      guard(total);
      yield value;
    }
    await unpacking;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  if (failure !== null) {
    throw new ParseProblem(failure);
  }
  if (total !== entry.uncompressedSize) {
    throw new ParseProblem({ kind: 'archive', why: 'a file in it is longer or shorter than the archive states' });
  }
}

function memberOf(entry: FileEntry): ZipMember {
  return {
    path: entry.filename,
    byteLength: entry.uncompressedSize,
    packedLength: entry.compressedSize,
    isEncrypted: entry.encrypted,
    chunks: () => contentOf(entry),
  };
}

/** What a member takes up at least: its local header, its name and its packed content. */
function endOf(entry: FileEntry): number {
  return entry.offset + 30 + entry.rawFilename.length + entry.compressedSize;
}

/** Whether members share bytes: that is how a small archive holds a thousand times the same content. */
function doOverlap(entries: readonly FileEntry[]): boolean {
  const sorted = entries.toSorted((a, b) => a.offset - b.offset);
  return sorted.some((entry, at) => at > 0 && entry.offset < endOf(sorted[at - 1] ?? entry));
}

/** Whether a file begins as ZIP archives do. */
export function startsAsZip(head: Uint8Array): boolean {
  return signatures.some((signature) => signature.every((byte, at) => head[at] === byte));
}

/** The files of a ZIP archive in the order of its directory, folders left out. Links and unsafe names are refused. */
export async function readZipDirectory(source: ByteSource): Promise<Result<readonly ZipMember[], ParseFailure>> {
  const reader = new ZipReader(new SourceReader(source), { decodeText: decodeName, filenameValidation: 'balanced' });
  const files: FileEntry[] = [];
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      if (entry.symlink) {
        return err({ kind: 'archive', why: 'it holds a link to another file' });
      }
      if (!entry.directory) {
        files.push(entry);
      }
      if (files.length > mostMembers) {
        return err({ kind: 'archive', why: `it holds more than ${mostMembers.toLocaleString('en')} files` });
      }
    }
  } catch (cause) {
    return err(failureOf(cause));
  }
  return doOverlap(files)
    ? err({ kind: 'archive', why: 'its files overlap, as in a ZIP bomb' })
    : ok(files.map(memberOf));
}
