import { JsonCursor } from './json-cursor.ts';
import { isExport } from './json-export.ts';
import { beginsRecord, indentOf, lookBack, recordStart } from './json-resync.ts';
import { JsonScan } from './json-scan.ts';
import { Surveyor } from './json-survey.ts';

/**
 * Where the records of a JSON file are. `records`: they follow one another, or are the items of arrays at the top. `tables`:
 * they are the items of arrays that are properties of one object; `map`: they are the properties of one object themselves.
 * This object begins at `inside` (behind its brace), `depth` braces deep, under the dotted `path`. `wrappers`: the objects in
 * an array at the top hold arrays of records, each in itself or in the object that it has under `keys`, one inside the other.
 */
export type JsonLayout =
  | { readonly kind: 'records' }
  | { readonly kind: 'tables' | 'map'; readonly inside: number; readonly depth: number; readonly path: string }
  | { readonly kind: 'wrappers'; readonly keys: readonly string[] };

const comma = 0x2c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const records: JsonLayout = { kind: 'records' };

function objectLayout(head: Uint8Array, start: number, isWhole: boolean): JsonLayout {
  const surveyor = new Surveyor(head, start);
  const isClosed = surveyor.object();
  if (isClosed && (surveyor.hasMore || !isWhole)) {
    return records;
  }
  const array = surveyor.tables(head.length);
  const found = array ?? surveyor.map(head.length);
  if (found === undefined) {
    return records;
  }
  const { inside, depth, path } = found;
  return { kind: array === undefined ? 'map' : 'tables', inside, depth, path: path.join('.') };
}

/** Whether the array at the top, and the file, end at `at`, but for commas and the closing bracket. */
function endsArray(head: Uint8Array, at: number): boolean {
  const cursor = new JsonCursor();
  cursor.begin(head, at, head.length);
  while (cursor.take(comma)) {
    // Commas behind the last item are no content.
  }
  cursor.take(closeBracket);
  return cursor.next() < 0;
}

/** Whether another item like the one at `start` begins inside it, so that it is a mere record that is broken or lacks its end. */
function holdsNext(head: Uint8Array, start: number, need: 'broken' | 'unfinished'): boolean {
  const indent = need === 'broken' ? -1 : indentOf(head, Math.max(0, start - lookBack), start);
  const begun = recordStart(head, start, head.length, indent);
  const last = head.length - begun.signature.length;
  for (let at = start + 1; at <= last; at++) {
    if (head[at] === begun.opener && beginsRecord(head, start, at, begun, need)) {
      return true;
    }
  }
  return false;
}

/** Whether the item at `start` is all that the array at the top holds, or too long to be one record of several. */
function isAlone(head: Uint8Array, start: number, isWhole: boolean): boolean {
  const scan = new JsonScan();
  scan.begin(start, 'value');
  const outcome = scan.run(head, head.length, false);
  return outcome === 'done'
    ? isWhole && endsArray(head, scan.at)
    : !holdsNext(head, start, outcome === 'broken' ? 'broken' : 'unfinished');
}

function arrayLayout(head: Uint8Array, start: number, isWhole: boolean): JsonLayout {
  if (isExport(head, start)) {
    return { kind: 'wrappers', keys: [] };
  }
  if (!isAlone(head, start, isWhole)) {
    return records;
  }
  const surveyor = new Surveyor(head, start);
  surveyor.object();
  const found = surveyor.tables(head.length);
  return found === undefined ? records : { kind: 'wrappers', keys: found.path };
}

/**
 * Tells from a file's beginning where its records are. One object at the top is the record itself, unless arrays of records
 * make up half of it or have a usual name (`data`, `RECORDS`), or it is a map of three alike objects or more. An object that
 * does not end within the head is too long for a record: there the longest array or map decides. The only item of an array
 * at the top, and a first one that is too long, are judged alike, but for maps; and those of phpMyAdmin's export are known.
 */
export function jsonLayout(head: Uint8Array, isWhole: boolean): JsonLayout {
  const start = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  const cursor = new JsonCursor();
  cursor.begin(head, start, head.length);
  const isArray = cursor.take(openBracket);
  if (cursor.next() !== openBrace) {
    return records;
  }
  return isArray ? arrayLayout(head, cursor.at, isWhole) : objectLayout(head, cursor.at, isWhole);
}
