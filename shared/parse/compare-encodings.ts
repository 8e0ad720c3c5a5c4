import type { Encoding } from '../domain/dialect.ts';
import type { ByteSource } from './byte-source.ts';
import { damageIn } from './damage-signs.ts';
import { headText } from './file-head.ts';
import { findLateCharacters, firstBeyondAscii } from './late-characters.ts';
import { type OpenedFile, openContent } from './open-content.ts';

/** The same lines of a file (first = 1), decoded in several encodings side by side. */
export type EncodingComparison = {
  readonly lines: readonly number[];
  readonly readings: readonly { readonly encoding: Encoding; readonly texts: readonly string[] }[];
};

const comparedBytes = 1 << 16;
const shownLines = 8;
const longestLine = 240;
const lineBreak = /\r\n|\n|\r/;
const beyondAscii = /[^\p{ASCII}]/u;
const allBeyondAscii = /[^\p{ASCII}]/gu;

function linesIn(bytes: Uint8Array, encoding: Encoding, isWhole: boolean): readonly string[] {
  const lines = headText(bytes, encoding).split(lineBreak);
  // The last line of a beginning may be torn, and with it its last character.
  return isWhole ? lines : lines.slice(0, -1);
}

/** How much a line tells of its encoding: damage in any reading tells most, then characters beyond ASCII. */
function telling(readings: readonly string[]): number {
  const damage = readings.filter((text) => damageIn(text) !== null).length;
  const beyond = Math.max(0, ...readings.map((text) => text.match(allBeyondAscii)?.length ?? 0));
  return damage * 100 + Math.min(beyond, 99);
}

/** The beginning, or the first lines further on with characters beyond ASCII where it has none. `line` is its first one. */
async function comparedPart({ content, archive }: OpenedFile) {
  const bytes = await content.slice(0, comparedBytes);
  const head = { bytes, line: 1, isWhole: bytes.length < comparedBytes };
  if (head.isWhole || firstBeyondAscii(bytes) >= 0) {
    return head;
  }
  const late = await findLateCharacters(content, archive === null);
  return late.kind === 'none' || late.line === null
    ? head
    : {
        bytes: late.bytes.subarray(0, comparedBytes),
        line: late.line,
        isWhole: late.isLast && late.bytes.length <= comparedBytes,
      };
}

/**
 * Decodes the beginning of a file (or a part further on, where that is ASCII alone) in each encoding and picks the lines that tell most of which one is right: those that
 * look worst in any of them. Null when there is nothing to compare: fewer than two encodings, or nothing beyond ASCII.
 */
export async function compareEncodings(
  source: ByteSource,
  member: string | null,
  encodings: readonly Encoding[],
): Promise<EncodingComparison | null> {
  const opened = encodings.length < 2 ? null : await openContent(source, member);
  if (opened === null || !opened.ok) {
    return null;
  }
  const { bytes, line, isWhole } = await comparedPart(opened.value);
  const decoded = encodings.map((encoding) => ({ encoding, lines: linesIn(bytes, encoding, isWhole) }));
  const longest = Math.max(...decoded.map(({ lines }) => lines.length));
  const candidates = Array.from({ length: longest }, (_, at) => {
    const texts = decoded.map(({ lines }) => lines[at] ?? '');
    return { at, weight: texts.some((text) => beyondAscii.test(text)) ? telling(texts) : 0 };
  });
  const chosen = candidates
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.at - b.at)
    .slice(0, shownLines)
    .sort((a, b) => a.at - b.at);
  if (chosen.length === 0) {
    return null;
  }
  return {
    lines: chosen.map(({ at }) => at + line),
    readings: decoded.map(({ encoding, lines }) => ({
      encoding,
      texts: chosen.map(({ at }) => (lines[at] ?? '').slice(0, longestLine)),
    })),
  };
}
