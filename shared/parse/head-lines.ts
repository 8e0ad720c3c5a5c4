import type { TextHead } from './table-format.ts';

const maxLines = 300;
/** Longer lines are looked at by their beginning only, so that a pattern never runs over a whole head. */
const maxLength = 2000;

/** The first lines of a text that are not blank, for a first look; a last line that may be torn is left out. */
export function headLines({ text, isWhole }: TextHead): readonly string[] {
  const lines: string[] = [];
  let from = 0;
  while (from < text.length && lines.length < maxLines) {
    let end = from;
    while (end < text.length && text[end] !== '\n' && text[end] !== '\r') {
      end++;
    }
    const isTorn = end === text.length && !isWhole && lines.length > 0;
    const line = text.slice(from, Math.min(end, from + maxLength));
    if (!isTorn && line.trim() !== '') {
      lines.push(line);
    }
    from = end + 1;
  }
  return lines;
}

/** The share of items that pass a test; 0 when there are none. */
export function shareThat<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(test).length / items.length;
}
