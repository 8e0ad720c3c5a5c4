import type { TableReceiver } from '../kernel/table-writer.ts';
import { readFromHead } from './held-head.ts';
import type { TableSink, TextReader } from './table-format.ts';

/*
 * Excel takes a first line `sep=;` for a word on how to read the file. It is no record: like a byte order mark it is
 * neither stored nor rejected.
 */
const hint = /^\uFEFF?"?sep=([^\r\n"])"?(?:\r\n|\r(?!\n)|\n)/i;
const longestHint = 16;

/** What a file's first line says of its separator, and the text behind that line; null when it says nothing. */
export function separatorHint(text: string): { readonly separator: string; readonly rest: string } | null {
  const [line = '', separator] = text.slice(0, longestHint).match(hint) ?? [];
  return separator === undefined ? null : { separator, rest: text.slice(line.length) };
}

/** Counts the line that was passed over among the lines before a rejected record. */
function shifted(receiver: TableReceiver): TableReceiver {
  return { ...receiver, onRejected: (row) => receiver.onRejected({ ...row, line: row.line + 1 }) };
}

/** Reads a table without the first line when that is a hint; `open` reads the rest and gives what it came to. */
export function readBehindHint(sink: TableSink, open: (receiver: TableReceiver) => TextReader): TextReader {
  const receiver = sink.openTable('');
  return readFromHead(longestHint, (head) => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(head);
    const [line] = text.match(hint) ?? [];
    if (line === undefined) {
      return open(receiver);
    }
    let left = new TextEncoder().encode(line).length;
    const reader = open(shifted(receiver));
    return {
      push: (chunk) => {
        const passed = Math.min(left, chunk.length);
        left -= passed;
        reader.push(chunk.subarray(passed));
      },
      end: () =>
        reader.end().map((table) => {
          const { endsInsideQuote } = table;
          return { ...table, endsInsideQuote: endsInsideQuote === null ? null : endsInsideQuote + 1 };
        }),
    };
  });
}
