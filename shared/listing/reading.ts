import { labelled } from './labels.ts';
import { sampleLines } from './sample-block.ts';
import type { Span } from './span.ts';

/** One line of a listing, without its line break. */
export type Line = Span & { readonly words: string };

/**
 * A listing prepared for the proposers. `prose` is the text with every line of a sample block blanked out, letter for
 * letter, so that offsets stay true and a row of the sample is never taken for the seller's words.
 */
export type Reading = {
  readonly text: string;
  readonly prose: string;
  /** The lines of the prose that hold anything. */
  readonly lines: readonly Line[];
  /** Where the title stands: what it says weighs more than what follows. Null for a text without words. */
  readonly title: Span | null;
};

/** Listings are pages, not books: what follows after this many characters is kept as evidence but not read. */
const longestRead = 400_000;

/** Splits a text into its lines, each with its place. */
function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    const feed = text.indexOf('\n', start);
    const stop = feed < 0 ? text.length : feed;
    const end = stop > start && text[stop - 1] === '\r' ? stop - 1 : stop;
    lines.push({ start, end, words: text.slice(start, end) });
    start = stop + 1;
  }
  return lines;
}

function blanked(text: string, lines: readonly Line[]): string {
  const hidden = sampleLines(lines);
  if (hidden.size === 0) {
    return text;
  }
  const parts: string[] = [];
  let at = 0;
  for (const index of hidden) {
    const line = lines[index];
    if (line === undefined) {
      continue;
    }
    parts.push(text.slice(at, line.start), ' '.repeat(line.end - line.start));
    at = line.end;
  }
  return parts.join('') + text.slice(at);
}

function titleOf(lines: readonly Line[]): Span | null {
  for (const { start, end, words } of lines) {
    const label = labelled(words);
    if (label?.kind === 'title' && words.slice(label.contentAt).trim() !== '') {
      return { start: start + label.contentAt, end };
    }
  }
  return lines.find(({ words }) => labelled(words) === null) ?? lines[0] ?? null;
}

/** Prepares the text of a post or an article. */
export function readListing(text: string): Reading {
  const head = text.slice(0, longestRead);
  const prose = blanked(head, linesOf(head));
  const lines = linesOf(prose).filter(({ words }) => words.trim() !== '');
  return { text, prose, lines, title: titleOf(lines) };
}
