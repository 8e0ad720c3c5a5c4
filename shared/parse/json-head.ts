import { ByteText } from './byte-text.ts';
import { guessHeader } from './header-guess.ts';
import { JsonCursor } from './json-cursor.ts';

/** Whether a text is one JSON value, with the liberties of exports (see `JsonCursor`). A comma behind it is let pass. */
export function isJson(text: string): boolean {
  const bytes = new TextEncoder().encode(text);
  const cursor = new JsonCursor();
  cursor.begin(bytes, 0, bytes.length);
  const isValue = cursor.copyValue(new ByteText());
  cursor.take(0x2c);
  return isValue && cursor.next() < 0;
}

/** A text without the blanks and comments before its first value. */
export function withoutLeadingComments(text: string): string {
  return text.replace(/^(?:\s+|\/\/[^\n]*\n|\/\*[\s\S]{0,4000}?\*\/)+/, '');
}

function cellsOf(json: string): readonly string[] {
  try {
    const items: unknown = JSON.parse(json.trim().replace(/,$/, ''));
    return Array.isArray(items) ? items.map((item) => (typeof item === 'string' ? item : JSON.stringify(item))) : [];
  } catch {
    return [];
  }
}

/** Whether the first of several arrays names the columns; null when the records are no arrays. */
export function guessArrayHeader(records: readonly string[]): { hasHeader: boolean; reason: string } | null {
  const [first, ...following] = records.map(cellsOf).filter(({ length }) => length > 0);
  return first === undefined ? null : guessHeader(first, following);
}
