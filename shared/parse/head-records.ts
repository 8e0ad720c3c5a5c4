const maxRecords = 200;

/** How delimited text is cut: the separator, and what encloses cells ('' when nothing does). */
export type Cutting = { readonly separator: string; readonly quote: string };

/**
 * The first records (200 at most) of delimited text, by RFC 4180, for a first look; the scanner reads the file itself.
 * `isWholeText` is false when the text was cut: then the last record, which may be torn, is left out.
 */
export function headRecords(text: string, cutting: Cutting, isWholeText: boolean): readonly (readonly string[])[] {
  const { separator, quote } = cutting;
  const records: string[][] = [];
  let cells: string[] = [];
  let at = 0;
  while (at < text.length && records.length < maxRecords) {
    const end = cellEnd(text, at, cutting);
    cells.push(contentOf(text.slice(at, end), quote));
    const isCut = text.startsWith(separator, end);
    const isLast = end >= text.length;
    at = end + (isCut ? separator.length : text.startsWith('\r\n', end) ? 2 : 1);
    if (isCut && at < text.length) {
      continue;
    }
    if (isCut) {
      cells.push('');
    }
    if ((!isLast && !isCut) || isWholeText) {
      records.push(cells);
    }
    cells = [];
  }
  return records.filter((record) => record.length > 1 || record[0] !== '');
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
