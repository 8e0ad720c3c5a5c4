/** A stretch of the text: UTF-16 offsets, end exclusive. */
export type Span = { readonly start: number; readonly end: number };

/** The span without the blanks at its edges. */
export function trimSpan(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const left = start + (words.length - words.trimStart().length);
  return { start: left, end: Math.max(left, start + words.trimEnd().length) };
}
