import type { NamedWords } from '../packs/listing-words.ts';
import type { Span } from './span.ts';

/** A place in the text that names something by one of its words. */
export type Mention = Span & { readonly label: string };

const special = /[.*+?^${}()|[\]\\]/g;
const latinOnly = /^[\p{Script=Latin}\d .'’-]+$/u;

/** A pattern for a list of words: Latin words as whole words (with a plural s), others wherever they stand. */
function patternOf(words: readonly string[]): RegExp {
  const source = words.map((word) => {
    const escaped = word.replace(special, '\\$&').replaceAll(' ', '[ \\t]{1,3}');
    return latinOnly.test(word) ? `(?<![\\p{L}\\d])${escaped}s?(?![\\p{L}\\d])` : escaped;
  });
  return new RegExp(source.join('|'), 'giu');
}

/** Makes a finder of every place where one of the named things occurs, in the order of the list and then of the text. */
export function mentionFinder(list: readonly NamedWords[]): (text: string) => Mention[] {
  const patterns = list.map(({ label, words }) => ({ label, pattern: patternOf(words) }));
  return (text) =>
    patterns.flatMap(({ label, pattern }) =>
      [...text.matchAll(pattern)].map((found) => ({
        label,
        start: found.index,
        end: found.index + found[0].length,
      })),
    );
}

/** The mention that says what a text is about: the first in the title, else the first of what is named most often. */
export function mainMention(mentions: readonly Mention[], title: Span | null): Mention | null {
  const inOrder = [...mentions].sort((a, b) => a.start - b.start || b.end - a.end);
  const titled =
    title === null ? undefined : inOrder.find(({ start, end }) => start >= title.start && end <= title.end);
  if (titled !== undefined) {
    return titled;
  }
  const counts = new Map<string, number>();
  for (const { label } of inOrder) {
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  return inOrder.find(({ label }) => counts.get(label) === most) ?? null;
}
