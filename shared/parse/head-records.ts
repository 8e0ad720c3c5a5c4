const maxRecords = 200;

/** How delimited text is cut: the separator, and what encloses cells ('' when nothing does). */
export type Cutting = { readonly separator: string; readonly quote: string };

/**
 * The first records (200 at most) of delimited text, by RFC 4180, for a first look; the scanner reads the file itself.
 * `isWholeText` is false when the text was cut: then the last record, which may be torn, is left out.
 */
export function headRecords(text: string, cutting: Cutting, isWholeText: boolean): readonly (readonly string[])[] {
  const records: string[][] = [];
  let at = 0;
  while (at < text.length && records.length < maxRecords) {
    const { cells, next, isEnded } = recordAt(text, at, cutting);
    if (isEnded || isWholeText) {
      records.push(cells);
    }
    at = next;
  }
  return records.filter((record) => record.length > 1 || record[0] !== '');
}

type HeadRecord = { readonly cells: string[]; readonly next: number; readonly isEnded: boolean };

/** The record that starts at `from`; it is not ended when the text ends first. */
function recordAt(text: string, from: number, cutting: Cutting): HeadRecord {
  const { separator, quote } = cutting;
  const cells: string[] = [];
  let at = from;
  for (;;) {
    const end = cellEnd(text, at, cutting);
    cells.push(contentOf(text.slice(at, end), quote));
    if (end >= text.length) {
      return { cells, next: end, isEnded: false };
    }
    if (!text.startsWith(separator, end)) {
      return { cells, next: end + (text.startsWith('\r\n', end) ? 2 : 1), isEnded: true };
    }
    at = end + separator.length;
  }
}

/** Where the cell that starts at `from` ends: at a separator, a line break or the end of the text. */
function cellEnd(text: string, from: number, { separator, quote }: Cutting): number {
  let at = from;
  if (quote !== '' && text.charAt(at) === quote) {
    do {
      at = text.indexOf(quote, at + 1) + 1;
    } while (at > 0 && text.charAt(at) === quote);
    if (at === 0) {
      return text.length;
    }
  }
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === '\n' || character === '\r' || text.startsWith(separator, at)) {
      return at;
    }
    at++;
  }
  return at;
}

function contentOf(cell: string, quote: string): string {
  const quoted = quote !== '' && cell.length > 1 && cell.startsWith(quote) && cell.endsWith(quote);
  return quoted ? cell.slice(1, -1).replaceAll(quote + quote, quote) : cell;
}
