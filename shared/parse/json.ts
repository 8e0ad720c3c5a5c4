import { readFromHead } from './held-head.ts';
import { guessArrayHeader, isJson, withoutLeadingComments } from './json-head.ts';
import { jsonLayout } from './json-layout.ts';
import { JsonRecords } from './json-records.ts';
import { JsonScan } from './json-scan.ts';
import type { FormatDialect, Recognition, TableSink, TextFormat, TextHead, TextReader } from './table-format.ts';

/** The first value is sound JSON. */
const surest = 0.95;
/** It begins like JSON, but the first value is broken or does not end in sight. */
const likely = 0.9;
/** What is looked at to find where the records are, in bytes; also the most that a record may have. */
const headBytes = 1 << 20;
const maxSample = 50;
const beginsArray = /^\s*\[\s*(?:[{[\]"]|-?\d+(?:\.\d+)?\s*[,\]]|(?:true|false|null)\s*[,\]])/;
const beginsObject = /^\s*\{\s*(?:\}|"(?:[^"\\]|\\.)*"\s*:|[A-Za-z_$][\w$]*\s*:\s*["{[\d])/;

/** The first values of a text one after another, commas between them passed; a last one that is cut off is left out. */
function firstValues(text: string, from: number): readonly string[] {
  const bytes = new TextEncoder().encode(text);
  const decoder = new TextDecoder();
  const scan = new JsonScan();
  const values: string[] = [];
  let at = from;
  while (values.length < maxSample && at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (byte <= 0x20 || byte === 0x2c) {
      at++;
      continue;
    }
    scan.begin(at, 'value');
    if (scan.run(bytes, bytes.length, false) !== 'done' || scan.at === at) {
      break;
    }
    values.push(decoder.decode(bytes.subarray(at, scan.at)));
    at = scan.at;
  }
  return values;
}

function recognise({ text }: TextHead, decided: Partial<FormatDialect>): Recognition | null {
  const body = withoutLeadingComments(text);
  const isArray = beginsArray.test(body);
  if (!isArray && !beginsObject.test(body) && decided.format !== 'json') {
    return null;
  }
  const [first] = firstValues(body, 0);
  const isSound = first !== undefined && isJson(first);
  const header = isArray ? guessArrayHeader(firstValues(body, 1)) : null;
  const what = isArray ? 'array' : 'object';
  return {
    score: isSound ? surest : likely,
    dialect: {
      ...{ format: 'json', separator: '', quote: '', hasHeader: header?.hasHeader ?? false, width: null },
      ...{ shortRows: 'reject', ...decided },
    },
    reasons: [
      `The text begins with a JSON ${what}${isSound ? '' : ' that does not end in its first part'}.`,
      ...(header === null || decided.hasHeader !== undefined ? [] : [header.reason]),
    ],
  };
}

function read({ hasHeader }: FormatDialect, sink: TableSink): TextReader {
  return readFromHead(headBytes, (head, isWhole) => {
    const records = new JsonRecords(jsonLayout(head, isWhole), hasHeader, sink);
    return { push: (chunk) => records.push(chunk), end: () => records.end() };
  });
}

/**
 * JSON in one piece: arrays of records at the top, inside one object or inside the objects of phpMyAdmin's export, records
 * one after another, or maps of records. Our own reader: `JSON.parse` and the streaming parsers around it round long numbers
 * and stop at the first damage, which loses the rest of the file.
 */
export const json: TextFormat = { id: 'json', label: 'JSON', extensions: ['.json'], recognise, read };
