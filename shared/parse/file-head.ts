import type { Dialect, Encoding, FormatId } from '../domain/dialect.ts';
import { findNonText, nameBinary } from './binary.ts';
import type { ByteSource } from './byte-source.ts';
import { binaryFormats, recogniseText } from './formats.ts';
import type { ParseFailure } from './outcome.ts';
import { textOfHead } from './sql/text-of-head.ts';
import type { FormatDialect, Recognition, TextHead } from './table-format.ts';
import { createTranscoder } from './transcode.ts';

/** How much of a file is looked at, in bytes. */
const examinedBytes = 1 << 18;
/** From this score on a format has seen its signature. */
const signatureScore = 0.9;
const dumps: readonly FormatId[] = ['mysql', 'postgresql', 'mssql', 'sqlite'];

/** A file's beginning without the raw bytes that a dump may hold (see `textOfHead`), and whether that is all of the file. */
export type FileHead = {
  readonly text: Uint8Array;
  readonly isWhole: boolean;
  /** Whether it is a dump that may hold raw bytes: further on they are not told from text. */
  readonly mayHoldBytes: boolean;
};

/** Reads a file's beginning. */
export async function readHead(content: ByteSource): Promise<FileHead> {
  const bytes = await content.slice(0, examinedBytes);
  const isWhole = bytes.length < examinedBytes;
  const text = textOfHead(bytes, isWhole);
  return { text, isWhole, mayHoldBytes: text !== bytes };
}

/** A file's beginning as UTF-8, whatever its encoding; without byte order mark. */
export function headAsUtf8(bytes: Uint8Array, encoding: Encoding): Uint8Array {
  const transcoder = createTranscoder(encoding);
  const [most, rest] = [transcoder.push(bytes), transcoder.end()];
  const whole = new Uint8Array(most.length + rest.length);
  whole.set(most);
  whole.set(rest, most.length);
  return whole;
}

/** A file's beginning as text, whatever its encoding; without byte order mark. */
export function headText(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(headAsUtf8(bytes, encoding));
}

/** A dump may hold whatever bytes a database holds, such as the `\\x01` of a bit. */
function isDump(head: TextHead): boolean {
  const [best] = recogniseText(head, {});
  return best !== undefined && best.score >= signatureScore && dumps.includes(best.dialect.format);
}

/** Why a beginning is no text; null when it is some, or when the analyst has said how it is to be read. */
export function notText(
  head: Uint8Array,
  isWhole: boolean,
  encoding: Encoding,
  decided: Partial<Dialect>,
): ParseFailure | null {
  const what = nameBinary(head);
  if (what !== null) {
    return { kind: 'binary', atByte: 0, what };
  }
  const isDecided = decided.format !== undefined || decided.encoding !== undefined;
  const atByte = isDecided || encoding.startsWith('utf-16') ? -1 : findNonText(head);
  return atByte < 0 || isDump({ text: headText(head, encoding), isWhole })
    ? null
    : { kind: 'binary', atByte, what: null };
}

/** What the file is if it is no text but of a format that is read all the same; null when it is none of them. */
export async function findBinary(content: ByteSource, decided: Partial<Dialect>): Promise<Recognition | null> {
  for (const format of binaryFormats) {
    const isAsked = decided.format === undefined || decided.format === format.id;
    const found = isAsked ? await format.recognise(content, formatPart(decided)) : null;
    if (found !== null) {
      return found;
    }
  }
  return null;
}

/** What of a choice a format decides. */
export function formatPart({ encoding: _, member: __, ...rest }: Partial<Dialect>): Partial<FormatDialect> {
  return rest;
}
