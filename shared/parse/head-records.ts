const maxRecords = 200;

/**
 * The first records (200 at most) of delimited text, by RFC 4180, for a first look; the scanner reads the file itself.
 * `isWholeText` is false when the text was cut: then the last record, which may be torn, is left out.
 */
export function headRecords(text: string, separator: string, isWholeText: boolean): readonly (readonly string[])[] {
  const records: string[][] = [];
  let cells: string[] = [];
  let at = 0;
  while (at < text.length && records.length < maxRecords) {
    const end = cellEnd(text, at, separator);
    cells.push(contentOf(text.slice(at, end)));
    const next = text.charAt(end);
    const isLast = next === '';
    at = end + (text.startsWith('\r\n', end) ? 2 : 1);
    if (next === separator && at < text.length) {
      continue;
    }
    if (next === separator) {
      cells.push('');
    }
    if ((!isLast && next !== separator) || isWholeText) {
      records.push(cells);
    }
    cells = [];
  }
  return records.filter((record) => record.length > 1 || record[0] !== '');
}

/** Where the cell that starts at `from` ends: at a separator, a line break or the end of the text. */
function cellEnd(text: string, from: number, separator: string): number {
  let at = from;
  if (text.charAt(at) === '"') {
    do {
      at = text.indexOf('"', at + 1) + 1;
    } while (at > 0 && text.charAt(at) === '"');
    if (at === 0) {
      return text.length;
    }
  }
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === separator || character === '\n' || character === '\r') {
      return at;
    }
    at++;
  }
  return at;
}

function contentOf(cell: string): string {
  const quoted = cell.length > 1 && cell.startsWith('"') && cell.endsWith('"');
  return quoted ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}
