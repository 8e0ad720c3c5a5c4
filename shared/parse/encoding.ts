import type { Encoding } from '../domain/dialect.ts';
import { characterLength } from '../kernel/utf8.ts';
import { counted } from '../lib/counted.ts';
import { type EncodingScore, rankEncodings } from './encoding-scores.ts';
import { encodingNames } from './language-models.ts';
import { type DeclaredEncoding, declaredEncoding } from './sql/declared-encoding.ts';
import { createTranscoder } from './transcode.ts';
import { findUtf16 } from './utf16-signs.ts';

/** What the bytes of a file's beginning say of its encoding. */
export type EncodingGuess = {
  readonly encoding: Encoding;
  /** False when the evidence is thin: then the analyst should compare the candidates. */
  readonly isSure: boolean;
  /** Sentences that say what was seen, with numbers. */
  readonly reasons: readonly string[];
  /** The encodings worth a look, the likeliest first; the guess is the first of them. */
  readonly candidates: readonly Encoding[];
  /** Sentences on damage that no single encoding can mend. */
  readonly damage: readonly string[];
};

/**
 * How the bytes from 0x80 up read as UTF-8: counts of sound and malformed characters, and of the lines that hold the
 * one kind alone. `wide` are the sound ones of three bytes or more.
 */
type Utf8Census = {
  readonly sound: number;
  readonly wide: number;
  readonly malformed: number;
  readonly soundLines: number;
  readonly malformedLines: number;
  /** Of the sound lines, those with a wide character. */
  readonly wideLines: number;
};

/** A UTF-8 file keeps its encoding while it has this many sound characters for each malformed one. */
const soundPerMalformed = 10;
/** A lead of some thousands to one over the next reading, and no fewer characters than this, make a guess sure. */
const sureLead = 8;
const sureCharacters = 4;
/** Text scores better for each character; below this the bytes are hardly text in any of the languages. */
const sureScore = -11;
const fewestCandidates = 2;
const mostCandidates = 5;
/** What a common Chinese character scores, a little less. */
const commonScore = -7.6;
/** Of a file that mixes encodings at least one line in so many must be UTF-8. */
const wideLineShare = 4;
const sampleBytes = 1 << 16;
const lineFeed = 0x0a;

/** Calls back for each line as [start, end). */
function forEachLine(bytes: Uint8Array, visit: (start: number, end: number) => boolean): void {
  let start = 0;
  while (start < bytes.length) {
    const found = bytes.indexOf(lineFeed, start);
    const end = found < 0 ? bytes.length : found;
    if (!visit(start, end)) {
      return;
    }
    start = end + 1;
  }
}

/** Counts the characters of [start, end). With `cutOff`, one that only lacks its end at the end of the bytes is let be. */
function countUtf8(bytes: Uint8Array, start: number, end: number, cutOff: boolean) {
  const counts = { sound: 0, wide: 0, malformed: 0 };
  for (let at = start; at < end; at++) {
    if ((bytes[at] ?? 0) < 0x80) {
      continue;
    }
    const length = characterLength(bytes, at, bytes.length);
    if (length > 0) {
      counts.sound++;
      counts.wide += length > 2 ? 1 : 0;
      at += length - 1;
    } else if (length === 0 || !cutOff) {
      counts.malformed++;
    } else {
      break;
    }
  }
  return counts;
}

function takeUtf8Census(bytes: Uint8Array, isWhole: boolean): Utf8Census {
  const census = { sound: 0, wide: 0, malformed: 0, soundLines: 0, malformedLines: 0, wideLines: 0 };
  forEachLine(bytes, (start, end) => {
    const { sound, wide, malformed } = countUtf8(bytes, start, end, !isWhole);
    census.sound += sound;
    census.wide += wide;
    census.malformed += malformed;
    census.soundLines += sound > 0 && malformed === 0 ? 1 : 0;
    census.malformedLines += malformed > 0 ? 1 : 0;
    census.wideLines += wide > 0 && malformed === 0 ? 1 : 0;
    return true;
  });
  return census;
}

/** The lines that hold bytes above ASCII, 64 KiB of them at most: all that tells encodings apart. */
function tellingLines(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(Math.min(bytes.length, sampleBytes));
  let filled = 0;
  forEachLine(bytes, (start, end) => {
    const line = bytes.subarray(start, Math.min(end + 1, start + sample.length - filled));
    if (line.some((byte) => byte >= 0x80)) {
      sample.set(line, filled);
      filled += line.length;
    }
    return filled < sample.length;
  });
  return sample.subarray(0, filled);
}

function sure(encoding: Encoding, reasons: readonly string[]): EncodingGuess {
  return { encoding, isSure: true, reasons, candidates: [encoding], damage: [] };
}

function readsAlike(sample: Uint8Array, a: Encoding, b: Encoding): boolean {
  const [first, second] = [createTranscoder(a).push(sample), createTranscoder(b).push(sample)];
  return first.length === second.length && first.every((byte, at) => byte === second[at]);
}

function readingOf({ encoding, language, characters, malformed }: EncodingScore): string {
  const wrong = malformed === 0 ? 'none of them malformed' : `${malformed.toLocaleString('en')} of them malformed`;
  return `${counted(characters, 'character')} beyond ASCII read as ${language} in ${encodingNames[encoding]}, ${wrong}.`;
}

function nextSentence(best: EncodingScore, next: EncodingScore, isSure: boolean): string {
  const name = encodingNames[next.encoding];
  if (!isSure) {
    return `That is little to go by: compare it with ${name} (${next.language}).`;
  }
  const more = next.malformed - best.malformed;
  return more > 0
    ? `${name} comes next, with ${counted(next.malformed, 'malformed character')}.`
    : `${name} comes next, with letters that are rare in ${next.language}.`;
}

/** The guess among the encodings that predate Unicode, by the language that explains the bytes best. */
function guessLegacy(bytes: Uint8Array): EncodingGuess {
  const sample = tellingLines(bytes);
  const ranked = rankEncodings(sample);
  const [best] = ranked;
  const next = ranked.find(({ encoding }) => best !== undefined && !readsAlike(sample, best.encoding, encoding));
  if (best === undefined || next === undefined) {
    return sure('utf-8', []);
  }
  const { encoding, characters, score } = best;
  const isSure = score - next.score >= sureLead && characters >= sureCharacters && score >= characters * sureScore;
  const candidates = ranked
    .filter((other, place) => place < fewestCandidates || score - other.score < sureLead * 4)
    .slice(0, mostCandidates)
    .map((other) => other.encoding);
  return { encoding, isSure, reasons: [readingOf(best), nextSentence(best, next, isSure)], candidates, damage: [] };
}

/** A few pairs of bytes can be UTF-8 and common Chinese characters in GB18030 at once. */
function couldBeChinese(bytes: Uint8Array, { sound, wide }: Utf8Census): boolean {
  if (sound === 0 || wide > 0 || sound > 8) {
    return false;
  }
  const chinese = rankEncodings(tellingLines(bytes)).find(({ encoding }) => encoding === 'gb18030');
  return chinese !== undefined && chinese.malformed === 0 && chinese.score >= commonScore * chinese.characters;
}

/** The lines that are not UTF-8, end to end. */
function malformedLines(bytes: Uint8Array, isWhole: boolean): Uint8Array {
  const lines: number[] = [];
  forEachLine(bytes, (start, end) => {
    if (countUtf8(bytes, start, end, !isWhole).malformed > 0) {
      lines.push(...bytes.subarray(start, Math.min(end + 1, start + sampleBytes)));
    }
    return lines.length < sampleBytes;
  });
  return Uint8Array.from(lines);
}

/** UTF-8 with malformed characters: torn here and there, or with whole lines in another encoding. */
function guessMarredUtf8(bytes: Uint8Array, isWhole: boolean, census: Utf8Census): EncodingGuess {
  const reason = `${counted(census.malformed, 'malformed character')} near its start: their records will be rejected.`;
  const { encoding, isSure } = guessLegacy(malformedLines(bytes, isWhole));
  const lines = census.malformedLines.toLocaleString('en');
  const of = counted(census.malformedLines + census.soundLines, 'line');
  const mixed = `${lines} of ${of} with characters beyond ASCII are not UTF-8 but read as ${encodingNames[encoding]}: the file mixes encodings. Import it once in each; the records of the other are rejected.`;
  return { ...sure('utf-8', [reason]), candidates: ['utf-8', encoding], damage: isSure ? [mixed] : [] };
}

function guessUtf8(bytes: Uint8Array, isWhole: boolean, census: Utf8Census): EncodingGuess {
  if (census.malformed > 0) {
    return guessMarredUtf8(bytes, isWhole, census);
  }
  if (!couldBeChinese(bytes, census)) {
    return sure('utf-8', []);
  }
  const reason = `Its ${counted(census.sound, 'character')} beyond ASCII read as UTF-8 and as GB18030: compare the two.`;
  return { ...sure('utf-8', [reason]), isSure: false, candidates: ['utf-8', 'gb18030'] };
}

/** Whether a file is UTF-8 with some malformed characters or some lines in another encoding, and not another encoding. */
function isUtf8({ sound, malformed, soundLines, malformedLines, wideLines }: Utf8Census): boolean {
  // Text in another encoding hardly ever forms whole lines of sound characters of three bytes.
  const holdsWholeLines = wideLines >= 3 && wideLines * wideLineShare >= malformedLines;
  return malformed * soundPerMalformed <= sound || (soundLines > malformedLines && soundLines >= 3) || holdsWholeLines;
}

/**
 * A dump that says it is UTF-8 is believed while at least every other character beyond ASCII is sound: the rest are
 * keys and hashes that stand in it as bytes. Text in another encoding never has so many.
 */
function isDeclaredUtf8({ sound, malformed }: Utf8Census, declared: DeclaredEncoding | null): boolean {
  return declared?.encoding === 'utf-8' && sound >= malformed;
}

/** Lets what a dump says of itself decide between encodings that its bytes leave open. */
function settled(guess: EncodingGuess, declared: DeclaredEncoding | null): EncodingGuess {
  if (guess.isSure || declared === null || !guess.candidates.includes(declared.encoding)) {
    return guess;
  }
  const { encoding, said } = declared;
  const others = guess.candidates.filter((candidate) => candidate !== encoding);
  const reason = `It says “${said}”, and its bytes can be ${encodingNames[encoding]}.`;
  return { ...guess, encoding, isSure: true, reasons: [reason], candidates: [encoding, ...others] };
}

/** Tells the encoding of a text from its first bytes. `isWhole` says that they are all of it. */
export function guessEncoding(bytes: Uint8Array, isWhole: boolean): EncodingGuess {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return sure('utf-8', ['A byte order mark says UTF-8.']);
  }
  const utf16 = findUtf16(bytes);
  if (utf16 !== null) {
    return sure(utf16.encoding, [utf16.reason]);
  }
  const census = takeUtf8Census(bytes, isWhole);
  const declared = declaredEncoding(bytes);
  const guess =
    isUtf8(census) || isDeclaredUtf8(census, declared) ? guessUtf8(bytes, isWhole, census) : guessLegacy(bytes);
  return settled(guess, declared);
}
