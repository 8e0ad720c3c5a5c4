import type { Dialect, Encoding } from '../domain/dialect.ts';
import { err, ok, type Result } from '../lib/result.ts';
import type { ArchiveMember } from './archive.ts';
import type { ByteSource } from './byte-source.ts';
import { chooseMember } from './choose-member.ts';
import { type EncodingGuess, guessEncoding } from './encoding.ts';
import { type FileHead, findBinary, formatPart, headAsUtf8, headText, notText, readHead } from './file-head.ts';
import { recogniseText } from './formats.ts';
import { findLateCharacters, firstBeyondAscii } from './late-characters.ts';
import { type OpenedFile, openContent } from './open-content.ts';
import { type ParseFailure, ParseProblem } from './outcome.ts';
import { textOfHead } from './sql/text-of-head.ts';
import type { TextHead } from './table-format.ts';
import { findDamage } from './text-damage.ts';

const lineFeed = 0x0a;

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

/** Guesses the encoding by a file's beginning, and by what lies further on where that holds nothing but ASCII. */
async function guessByContent(content: ByteSource, head: FileHead, anyPlace: boolean): Promise<EncodingGuess> {
  const { text, isWhole, mayHoldBytes } = head;
  const guess = guessEncoding(text, isWhole);
  if (isWhole || mayHoldBytes || guess.encoding !== 'utf-8' || firstBeyondAscii(text) >= 0) {
    return guess;
  }
  const late = await findLateCharacters(content, anyPlace);
  if (late.kind === 'none') {
    const looked = `None of the ${(late.looked / 1e6).toFixed(1)} MB looked at holds a character beyond ASCII: should one follow, it is read as UTF-8.`;
    return late.isWhole ? guess : { ...guess, reasons: [...guess.reasons, looked] };
  }
  // What a dump says of itself stands at its beginning.
  const lines = text.subarray(0, text.lastIndexOf(lineFeed) + 1);
  const bytes = new Uint8Array(lines.length + late.bytes.length);
  bytes.set(lines);
  bytes.set(late.bytes, lines.length);
  const { reasons, ...later } = guessEncoding(textOfHead(bytes, late.isLast), late.isLast);
  return { ...later, reasons: ['Its beginning is plain ASCII; characters beyond it come later.', ...reasons] };
}

async function examineText(
  { content, archive }: OpenedFile,
  decided: Partial<Dialect>,
): Promise<Result<Omit<Examination, 'members'>, ParseFailure>> {
  const begun = await readHead(content);
  const { text: bytes, isWhole } = begun;
  if (bytes.length === 0) {
    return err({ kind: 'empty' });
  }
  const failure = notText(bytes, isWhole, decided.encoding ?? guessEncoding(bytes, isWhole).encoding, decided);
  if (failure !== null) {
    return err(failure);
  }
  const guess = await guessByContent(content, begun, archive === null);
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
  const opened = await openContent(source, decided.member ?? (await chooseMember(source, decided)));
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
