/** A list as it is looked up: its values as written, each once by its spelling, and how many lines were left out. */
export type ValueList = { readonly values: readonly string[]; readonly repeated: number; readonly left: number };

/** More values than this are looked up in turns. */
export const mostValues = 100_000;
const longestValue = 512;

/** The first cell of a line of CSV, without its quotes. */
function firstCell(line: string): string {
  if (line.startsWith('"')) {
    const quoted = /^"((?:[^"]|"")*)"/.exec(line);
    if (quoted?.[1] !== undefined) {
      return quoted[1].replaceAll('""', '"');
    }
  }
  const end = line.search(/[,;\t]/);
  return end < 0 ? line : line.slice(0, end);
}

/** Reads a list that was pasted or dropped: one value a line; of a line with `,` `;` or TAB only its first cell. */
export function readValueList(text: string): ValueList {
  const seen = new Map<string, string>();
  let repeated = 0;
  let left = 0;
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)) {
    const value = firstCell(line.trim()).trim();
    const spelling = value.normalize('NFKC').toLowerCase();
    if (value === '') {
      continue;
    }
    if (seen.has(spelling)) {
      repeated++;
    } else if (value.length > longestValue || seen.size === mostValues) {
      left++;
    } else {
      seen.set(spelling, value);
    }
  }
  return { values: [...seen.values()], repeated, left };
}
