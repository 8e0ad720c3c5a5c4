import { CellPlaces } from '../kernel/csv-record.ts';
import { headLines } from './head-lines.ts';
import { readLineTable } from './line-table.ts';
import { bestSeparator, type SeparatorFinding } from './separator-finding.ts';
import type { FormatDialect, Recognition, TableSink, TextFormat, TextHead, TextReader } from './table-format.ts';
import { cutUlpLine } from './ulp-line.ts';
import { isUsualHeader } from './usual-headers.ts';

/** Above combo lists and delimited text: a URL in its place is more than a count of separators. */
const surest = 0.89;
const leastShare = 0.6;
const separators = [':', '|', ';', '\t', ' '] as const;
const columns = ['url', 'login', 'password'] as const;
const url =
  /^(?:[a-z][a-z\d+.-]*:\/\/\S+|(?:[\p{L}\d-]+\.)+\p{L}{2,}(?::\d{1,5})?(?:[/?#]\S*)?|(?:\d{1,3}\.){3}\d{1,3}(?::\d{1,5})?(?:\/\S*)?)$/iu;

function cellsOf(line: string, separator: string): readonly string[] {
  const bytes = new TextEncoder().encode(line);
  const cells = new CellPlaces();
  const isCut = cutUlpLine(bytes, 0, bytes.length, separator.charCodeAt(0), cells);
  const decoder = new TextDecoder();
  return isCut ? columns.map((_, k) => decoder.decode(bytes.subarray(cells.starts[k], cells.ends[k]))) : [];
}

/** Three cells, the first a URL and the last not empty; a stretch of blanks shows that the line is prose. */
function isUlp(line: string, separator: string): boolean {
  const [first = '', login = '', password = ''] = cellsOf(line, separator);
  const isSpaced = separator !== ' ' && / /.test(login);
  return url.test(first.trim()) && password !== '' && !isSpaced && !/^\d\d /.test(password);
}

type Finding = SeparatorFinding & { readonly known: number; readonly of: number };

function look(lines: readonly string[], separator: string): Finding {
  const header = (lines[0] ?? '').split(separator);
  const hasHeader = header.length === 3 && header.every(isUsualHeader);
  const rows = hasHeader ? lines.slice(1) : lines;
  const known = rows.filter((line) => isUlp(line, separator)).length;
  const three = rows.filter((line) => line.split(separator).length === 3).length;
  // With another separator than the colon, a header or more columns make it a table of delimited text.
  const isOther = separator !== ':' && (hasHeader || three * 2 < rows.length);
  const score = isOther || rows.length === 0 ? 0 : known / rows.length;
  return { separator, hasHeader, score, known, of: rows.length };
}

function recognise(head: TextHead, decided: Partial<FormatDialect>): Recognition | null {
  const lines = headLines(head);
  const found = bestSeparator(separators, decided, (separator) => look(lines, separator));
  const { separator, hasHeader, known, of, score: share } = found;
  if (share < leastShare && decided.format !== 'ulp') {
    return null;
  }
  return {
    score: share * surest,
    dialect: {
      ...{ format: 'ulp', quote: '', hasHeader, width: 3, shortRows: 'reject' },
      ...{ ...decided, separator },
    },
    reasons: [`${known} of ${of} lines have a URL, a login and a password with “${separator}” between them.`],
  };
}

function read({ separator, hasHeader }: FormatDialect, sink: TableSink): TextReader {
  const byte = (separator || ':').charCodeAt(0);
  return readLineTable(
    { columns, hasHeader, cut: (bytes, start, end, cells) => cutUlpLine(bytes, start, end, byte, cells) },
    sink,
  );
}

/** Lists of URL, login and password, as stealers' logs are boiled down to. */
export const ulp: TextFormat = {
  id: 'ulp',
  label: 'URL, login and password (url:login:password)',
  extensions: ['.txt'],
  recognise,
  read,
};
