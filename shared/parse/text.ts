import { headLines, shareThat } from './head-lines.ts';
import { readLineTable } from './line-table.ts';
import type { FormatDialect, Recognition, TableSink, TextFormat, TextHead, TextReader } from './table-format.ts';
import { isUsualHeader } from './usual-headers.ts';

/** Lines that read like prose. */
const proseScore = 0.3;
/** Lines of many lengths. */
const variedScore = 0.2;
/** Any text, a little surer than one column of delimited text. */
const plainScore = 0.12;
/** A list that delimited text of one column reads better: it knows headers and quotes. */
const listScore = 0.05;

/** Four words at least, or a sentence in a script that writes without spaces. */
function isProse(line: string): boolean {
  return line.trim().split(/\s+/).length >= 4 || /[\p{L}]{4}[。！？]/u.test(line);
}

/** Whether the lengths of lines lie far apart, as in notes and unlike in lists. */
function areVaried(lines: readonly string[]): boolean {
  const lengths = lines.map(({ length }) => length).sort((a, b) => a - b);
  const low = lengths[Math.floor(lengths.length / 10)] ?? 0;
  const high = lengths[Math.floor((lengths.length * 9) / 10)] ?? 0;
  return high > 40 && high > low * 4;
}

function scoreOf(lines: readonly string[]): number {
  if (shareThat(lines, isProse) >= 0.5) {
    return proseScore;
  }
  if (shareThat(lines, (line) => /^"[^"]*"$/.test(line)) >= 0.5 || isUsualHeader(lines[0] ?? '')) {
    return listScore;
  }
  return areVaried(lines) ? variedScore : plainScore;
}

function recognise(head: TextHead, decided: Partial<FormatDialect>): Recognition {
  return {
    score: scoreOf(headLines(head)),
    dialect: {
      ...{ format: 'text', separator: '', quote: '', hasHeader: false, width: 1, shortRows: 'reject' },
      ...decided,
    },
    reasons: ['Each line is a row of one column of text.'],
  };
}

function read({ hasHeader }: FormatDialect, sink: TableSink): TextReader {
  return readLineTable(
    {
      ...{ columns: ['text'], hasHeader },
      cut: (_, start, end, cells) => {
        cells.add(0, end - start, 0);
        return true;
      },
    },
    sink,
  );
}

/**
 * Plain text: one column, one line a row, whatever stands in it. Lines without a single character are no rows, as in
 * delimited text of several columns; a rejected line names its place in the file.
 */
export const text: TextFormat = { id: 'text', label: 'Plain text', extensions: ['.txt', '.log'], recognise, read };
