import { LineReader } from '../kernel/line-reader.ts';
import { guessArrayHeader, isJson, withoutLeadingComments } from './json-head.ts';
import { endWithoutComma } from './json-resync.ts';
import { JsonTable } from './json-table.ts';
import { rejectedText } from './rejected-text.ts';
import type { FormatDialect, Recognition, TableSink, TextFormat, TextHead, TextReader } from './table-format.ts';

/** Above JSON in one piece, which these lines are as well. */
const surest = 0.97;
const leastShare = 0.5;
const maxLines = 100;

function linesOf({ text, isWhole }: TextHead): readonly string[] {
  const lines = text.split(/\r\n|\n|\r/);
  return (isWhole ? lines : lines.slice(0, -1)).filter((line) => line.trim() !== '').slice(0, maxLines);
}

function recognise(head: TextHead, decided: Partial<FormatDialect>): Recognition | null {
  const lines = linesOf(head);
  const records = lines.filter((line) => /^\s*[{[]/.test(line) && isJson(line));
  // What begins with a bracket left open on its line is JSON in one piece; arrays of objects are tables, not rows.
  const [first = ''] = withoutLeadingComments(head.text).split(/\r\n|\n|\r/, 1);
  const isOther = /^(?:[[{]\s*$|\[(?!.*\],?\s*$)|\[\s*\{)/.test(first) || records.length < 2;
  if ((isOther || records.length < lines.length * leastShare) && decided.format !== 'ndjson') {
    return null;
  }
  const isObject = records.some((line) => line.trimStart().startsWith('{'));
  const header = isObject ? null : guessArrayHeader(records);
  return {
    score: surest,
    dialect: {
      ...{ format: 'ndjson', separator: '', quote: '', hasHeader: header?.hasHeader ?? false, width: null },
      ...{ shortRows: 'reject', ...decided },
    },
    reasons: [
      `${records.length} of ${lines.length} lines are a JSON ${isObject ? 'object' : 'array'} each.`,
      ...(header === null || decided.hasHeader !== undefined ? [] : [header.reason]),
    ],
  };
}

function read({ hasHeader }: FormatDialect, sink: TableSink): TextReader {
  const table = new JsonTable('', sink, hasHeader);
  const lines = new LineReader({
    line: (bytes, start, end, line) => {
      const last = endWithoutComma(bytes, start, end);
      if (last > start && !table.write(bytes, start, last, false)) {
        table.reject(rejectedText(bytes, start, end, line, 'malformed-json'));
      }
    },
    tooLong: (bytes, start, end, line) => table.reject(rejectedText(bytes, start, end, line, 'too-long')),
  });
  return {
    push: (chunk) => lines.push(chunk),
    end: () => {
      lines.end();
      return [table.writer.end()];
    },
  };
}

/** Newline-delimited JSON: one object or array a line, as MongoDB, Elasticsearch and BigQuery export it. Blank lines are no records. */
export const ndjson: TextFormat = {
  id: 'ndjson',
  label: 'JSON lines (NDJSON)',
  extensions: ['.ndjson', '.jsonl', '.json'],
  recognise,
  read,
};
