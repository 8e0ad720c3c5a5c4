import type { Dialect, Encoding, FormatId } from '../domain/dialect.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { type Archive, type ArchiveMember, openArchive } from './archive.ts';
import { findNonText, nameBinary } from './binary.ts';
import type { ByteSource } from './byte-source.ts';
import { type EncodingGuess, guessEncoding } from './encoding.ts';
import { binaryFormats, recogniseText } from './formats.ts';
import { findLateCharacters, firstBeyondAscii } from './late-characters.ts';
import { type ParseFailure, ParseProblem } from './outcome.ts';
import { textOfHead } from './sql/text-of-head.ts';
import type { FormatDialect, Recognition, TextHead } from './table-format.ts';
import { findDamage } from './text-damage.ts';
import { createTranscoder } from './transcode.ts';

/** How much of a file is looked at, in bytes. */
const examinedBytes = 1 << 18;
const lineFeed = 0x0a;
/** From this score on a format has seen its signature. */
const signatureScore = 0.9;
const dumps: readonly FormatId[] = ['mysql', 'postgresql', 'mssql', 'sqlite'];

/** How a file is to be read, why, and what else it might be. */
export type Examination = {
  readonly dialect: Dialect;
  /** Sentences that say how the dialect was found. */
  readonly reasons: readonly string[];
  /** The encodings worth a look, the likeliest first; empty for a format that is no text. */
  readonly encodings: readonly Encoding[];
  /** False when the encoding rests on thin evidence. */
  readonly encodingIsSure: boolean;
  /** Sentences on text that was already broken when the file was written, and whether that can be undone. */
  readonly damage: readonly string[];
  /** Formats that know the beginning, the surest first. */
  readonly formats: readonly Dialect['format'][];
  /** The files of the archive; empty when the file is none. */
  readonly members: readonly ArchiveMember[];
};

/** The file that holds the tables: the source itself, or the member of it that was chosen (the largest if none was). */
export type OpenedFile = {
  readonly content: ByteSource;
  readonly archive: Archive | null;
  readonly member: string | null;
};

/** An archive in an archive is opened, its largest member taken; one more inside is refused. */
async function openInner(content: ByteSource): Promise<Result<ByteSource, ParseFailure>> {
  const inner = await openArchive(content);
  if (!inner.ok || inner.value === null) {
    return inner.ok ? ok(content) : inner;
  }
  const [largest] = inner.value.members;
  if (largest === undefined) {
    return err({ kind: 'archive', why: 'it holds no file' });
  }
  const innermost = inner.value.open(largest.path);
  const deeper = await openArchive(innermost);
  return deeper.ok && deeper.value === null
    ? ok(innermost)
    : err({ kind: 'archive', why: 'it holds archives in archives in archives' });
}

/** Opens the archive around a file, if there is one. */
export async function openContent(
  source: ByteSource,
  chosen: string | null | undefined,
): Promise<Result<OpenedFile, ParseFailure>> {
  const opened = await openArchive(source);
  if (!opened.ok) {
    return opened;
  }
  const archive = opened.value;
  if (archive === null) {
    return ok({ content: source, archive, member: null });
  }
  const member = archive.members.find(({ path }) => path === chosen) ?? archive.members[0];
  if (member === undefined) {
    return err({ kind: 'archive', why: 'it holds no file' });
  }
  const content = await openInner(archive.open(member.path));
  const path = archive.kind === 'zip' ? member.path : null;
  return content.ok ? ok({ content: content.value, archive, member: path }) : content;
}

/** A file's beginning as UTF-8, whatever its encoding; without byte order mark. */
function headAsUtf8(bytes: Uint8Array, encoding: Encoding): Uint8Array {
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
function notText(
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

async function findBinary(content: ByteSource, decided: Partial<Dialect>): Promise<Recognition | null> {
  for (const format of binaryFormats) {
    const isAsked = decided.format === undefined || decided.format === format.id;
    const found = isAsked ? await format.recognise(content, formatPart(decided)) : null;
    if (found !== null) {
      return found;
    }
  }
  return null;
}

function formatPart({ encoding: _, member: __, ...rest }: Partial<Dialect>): Partial<FormatDialect> {
  return rest;
}

/** Guesses the encoding by a file's beginning, and by what lies further on where that holds nothing but ASCII. */
async function guessByContent(content: ByteSource, head: Uint8Array, anyPlace: boolean): Promise<EncodingGuess> {
  const guess = guessEncoding(head, head.length < examinedBytes);
  if (head.length < examinedBytes || guess.encoding !== 'utf-8' || firstBeyondAscii(head) >= 0) {
    return guess;
  }
  const late = await findLateCharacters(content, anyPlace);
  if (late.kind === 'none') {
    const looked = `None of the ${(late.looked / 1e6).toFixed(1)} MB looked at holds a character beyond ASCII: should one follow, it is read as UTF-8.`;
    return late.isWhole ? guess : { ...guess, reasons: [...guess.reasons, looked] };
  }
  // What a dump says of itself stands at its beginning.
  const lines = head.subarray(0, head.lastIndexOf(lineFeed) + 1);
  const bytes = new Uint8Array(lines.length + late.bytes.length);
  bytes.set(lines);
  bytes.set(late.bytes, lines.length);
  const { reasons, ...later } = guessEncoding(bytes, late.isLast);
  return { ...later, reasons: ['Its beginning is plain ASCII; characters beyond it come later.', ...reasons] };
}

async function examineText(
  { content, archive }: OpenedFile,
  decided: Partial<Dialect>,
): Promise<Result<Omit<Examination, 'members'>, ParseFailure>> {
  const read = await content.slice(0, examinedBytes);
  const isWhole = read.length < examinedBytes;
  const bytes = textOfHead(read, isWhole);
  if (bytes.length === 0) {
    return err({ kind: 'empty' });
  }
  const failure = notText(bytes, isWhole, decided.encoding ?? guessEncoding(bytes, isWhole).encoding, decided);
  if (failure !== null) {
    return err(failure);
  }
  const guess = await guessByContent(content, bytes, archive === null);
  const encoding = decided.encoding ?? guess.encoding;
  const head: TextHead = { text: headText(bytes, encoding), isWhole };
  if (head.text.trim() === '') {
    return err(isWhole ? { kind: 'empty' } : { kind: 'no-rows', rejected: 0 });
  }
  const recognitions = recogniseText(head, formatPart(decided));
  const [best] = recognitions;
  if (best === undefined) {
    return err({ kind: 'damaged', why: 'no format knows its beginning' });
  }
  return ok({
    dialect: { ...best.dialect, encoding, member: null },
    reasons: [...(decided.encoding === undefined ? guess.reasons : []), ...best.reasons],
    encodings: guess.candidates,
    encodingIsSure: guess.isSure,
    damage: [...(encoding === guess.encoding ? guess.damage : []), ...findDamage(headAsUtf8(bytes, encoding))],
    formats: recognitions.map(({ dialect }) => dialect.format),
  });
}

async function examineContent(
  source: ByteSource,
  decided: Partial<Dialect>,
): Promise<Result<Examination, ParseFailure>> {
  const opened = await openContent(source, decided.member);
  if (!opened.ok) {
    return opened;
  }
  const { content, archive, member } = opened.value;
  const members = archive?.members ?? [];
  const binary = await findBinary(content, decided);
  if (binary !== null) {
    const { dialect, reasons } = binary;
    const formats = [dialect.format];
    return ok({
      ...{ dialect: { ...dialect, encoding: 'utf-8', member }, reasons, encodings: [], encodingIsSure: true },
      ...{ damage: [], formats, members },
    });
  }
  const found = await examineText(opened.value, decided);
  return found.ok ? ok({ ...found.value, dialect: { ...found.value.dialect, member }, members }) : found;
}

/**
 * Tells from a file's beginning how to read it, or why it cannot be read. What the analyst has `decided` stays as it is;
 * the rest is guessed to fit. Throws only what reading the source throws.
 */
export async function examineFile(
  source: ByteSource,
  decided: Partial<Dialect>,
): Promise<Result<Examination, ParseFailure>> {
  try {
    return await examineContent(source, decided);
  } catch (cause) {
    if (cause instanceof ParseProblem) {
      return err(cause.failure);
    }
    throw cause;
  }
}
