import type { TableWriter } from '../kernel/table-writer.ts';
import { ByteText } from './byte-text.ts';
import { extendedText, isoDate, plainTypes } from './extended-json.ts';
import { JsonCursor } from './json-cursor.ts';
import { type JsonKey, JsonKeys } from './json-keys.ts';
import { unescapeJson } from './json-string.ts';

const quote = 0x22;
const dollar = 0x24;
const comma = 0x2c;
const letterN = 0x6e;
const letterU = 0x75;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;
/** A table is given no more columns than this; what further keys hold is kept together in one more. */
const maxColumns = 1000;
/** Objects nested deeper than this stay JSON in one cell. */
const maxNesting = 32;
/** The column that gathers what has no column of its own, as a JSON object. */
const gathered = '(further keys)';
/** The column of the key that a member of a map stands under. */
const memberKey = '(key)';
const nulls = new Set(['null', 'undefined']);
const datesOfTheShell = new Set(['Date', 'ISODate']);

const plainBeginnings = new Set(new TextEncoder().encode('"-0123456789tfnuINOTBU'));

/** Whether a value that is neither object nor array may begin with this byte: a string, a number, true, `ObjectId(…)`. */
function beginsPlainValue(byte: number): boolean {
  return plainBeginnings.has(byte);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/**
 * Writes JSON records as rows of a table: an object by its keys (nested ones as `a.b`, numbered where another key is
 * spelled like that), an array by its places, anything
 * else into the column `value`. Numbers keep their digits, arrays stay JSON without blanks, and of a key that comes twice
 * the last value counts.
 */
export class JsonRows {
  private readonly table: TableWriter;
  private readonly keys = new JsonKeys();
  private readonly cursor = new JsonCursor();
  private readonly text = new ByteText();
  private readonly further = new ByteText();
  private furtherColumn = -1;
  private readonly places: number[] = [];
  /** Columns that a key has, so that no other writes over it. */
  private readonly owned = new Set<number>();
  private headerPending: boolean;

  constructor(table: TableWriter, hasHeader: boolean) {
    this.table = table;
    this.headerPending = hasHeader;
  }

  /**
   * Writes the record in [start, end) as a row; a first array may be the header. False when it is malformed or not UTF-8:
   * then the table is as it was. `isMember` says that its key comes first, which goes into the column `(key)`.
   */
  write(bytes: Uint8Array, start: number, end: number, isMember = false): boolean {
    this.cursor.begin(bytes, start, end);
    this.further.clear();
    if (this.headerPending) {
      this.headerPending = false;
      if (this.cursor.next() === openBracket) {
        return this.nameColumns();
      }
    }
    const isSound = (!isMember || this.member()) && this.record() && this.cursor.next() < 0 && this.setFurther();
    if (isSound) {
      this.table.endRow();
    } else {
      this.table.dropRow();
    }
    return isSound;
  }

  private member(): boolean {
    const { cursor } = this;
    const column = this.table.column(memberKey);
    this.owned.add(column);
    return cursor.passKey() && this.setToken(column, cursor.isEscaped);
  }

  private record(): boolean {
    const byte = this.cursor.next();
    if (byte === openBrace) {
      // A table without any column could not show that it has rows.
      return this.object(this.keys.root, 0) && (this.table.width > 0 || this.table.addColumn('value') >= 0);
    }
    if (byte === openBracket) {
      return this.array();
    }
    // A line of anything else must not leave a column behind.
    return beginsPlainValue(byte) && this.plainValue(this.table.column('value'), byte);
  }

  private object(parent: JsonKey, depth: number): boolean {
    const { cursor } = this;
    cursor.at++;
    parent.expected = 0;
    let goesOn: boolean | null = !cursor.take(closeBrace);
    while (goesOn) {
      if (!cursor.passKey()) {
        return false;
      }
      const key = this.keys.child(parent, cursor.bytes, cursor.tokenStart, cursor.tokenEnd);
      if (key === null || !this.value(key, depth)) {
        return false;
      }
      goesOn = cursor.separate(closeBrace);
    }
    return goesOn !== null;
  }

  private value(key: JsonKey | string, depth: number): boolean {
    const byte = this.cursor.next();
    if (typeof key === 'string') {
      return this.gather(key);
    }
    if (byte === openBrace) {
      return this.nested(key, depth);
    }
    const column = this.columnOf(key);
    if (column < 0) {
      return this.gather(key.path);
    }
    return byte === openBracket ? this.compact(column) : this.plainValue(column, byte);
  }

  private nested(key: JsonKey, depth: number): boolean {
    const { cursor } = this;
    const start = cursor.at;
    const extended = this.extended(key);
    if (extended !== null) {
      return extended;
    }
    cursor.at = start + 1;
    const isEmpty = cursor.next() === closeBrace;
    cursor.at = start;
    if (!isEmpty && depth < maxNesting) {
      return this.object(key, depth + 1);
    }
    const column = this.columnOf(key);
    return column < 0 ? this.gather(key.path) : this.compact(column);
  }

  /** Reads an object of Extended JSON; null when it is none. Its `$oid` and the like come in most records: they go first. */
  private extended(key: JsonKey): boolean | null {
    const { cursor, table } = this;
    const start = cursor.at++;
    if (cursor.next() !== quote || cursor.bytes[cursor.at + 1] !== dollar || !cursor.passKey()) {
      return null;
    }
    const isPlain = plainTypes.has(cursor.tokenText());
    if (isPlain && cursor.next() === quote && cursor.passString() && cursor.take(closeBrace)) {
      const column = this.columnOf(key);
      return column < 0 ? null : this.setToken(column, cursor.isEscaped);
    }
    cursor.at = start;
    this.text.clear();
    const text = cursor.copyValue(this.text) ? extendedText(this.text.toString()) : undefined;
    const column = text === undefined ? -1 : this.columnOf(key);
    if (text === undefined || column < 0) {
      return null;
    }
    table.set(column, text);
    return true;
  }

  private plainValue(column: number, byte: number): boolean {
    const { cursor, table } = this;
    if (byte === quote) {
      return cursor.passString() && this.setToken(column, cursor.isEscaped);
    }
    if (!cursor.passScalar()) {
      return false;
    }
    const { bytes, tokenStart, tokenEnd, callee } = cursor;
    if ((byte === letterN || byte === letterU) && nulls.has(cursor.tokenText())) {
      table.set(column, null);
      return true;
    }
    if (datesOfTheShell.has(callee) && /^-?\d+$/.test(cursor.tokenText())) {
      table.set(column, isoDate(cursor.tokenText()));
      return true;
    }
    return callee === ''
      ? table.setBytes(column, bytes, tokenStart, tokenEnd)
      : this.setToken(column, cursor.isEscaped);
  }

  private setToken(column: number, isEscaped: boolean): boolean {
    const { bytes, tokenStart, tokenEnd } = this.cursor;
    if (!isEscaped) {
      return this.table.setBytes(column, bytes, tokenStart, tokenEnd);
    }
    this.text.clear();
    const isSound = unescapeJson(bytes, tokenStart, tokenEnd, this.text);
    return isSound && this.table.setBytes(column, this.text.bytes, 0, this.text.length);
  }

  private compact(column: number): boolean {
    this.text.clear();
    return this.cursor.copyValue(this.text) && this.table.setBytes(column, this.text.bytes, 0, this.text.length);
  }

  private gather(path: string): boolean {
    const { further } = this;
    further.put(further.length === 0 ? openBrace : comma);
    further.putText(`${JSON.stringify(path)}:`);
    return this.cursor.copyValue(further);
  }

  private setFurther(): boolean {
    const { further, table } = this;
    if (further.length === 0) {
      return true;
    }
    further.put(closeBrace);
    if (this.furtherColumn < 0) {
      this.furtherColumn = table.addColumn(gathered);
    }
    return table.setBytes(this.furtherColumn, further.bytes, 0, further.length);
  }

  /** The column of a key; -1 when it has none and the table is as wide as it may be. */
  private columnOf(key: JsonKey): number {
    if (key.column < 0 && this.table.width < maxColumns) {
      key.column = this.freeColumn(key.path);
      this.owned.add(key.column);
    }
    return key.column;
  }

  /** `{"a.b": 1, "a": {"b": 2}}` has two values under one path: the key that comes later is numbered. */
  private freeColumn(path: string): number {
    let column = this.table.column(path);
    for (let count = 2; this.owned.has(column); count++) {
      column = this.table.column(`${path} (${count})`);
    }
    return column;
  }

  private array(): boolean {
    const { cursor } = this;
    cursor.at++;
    let goesOn: boolean | null = !cursor.take(closeBracket);
    for (let place = 0; goesOn; place++) {
      if (!this.item(place)) {
        return false;
      }
      goesOn = cursor.separate(closeBracket);
    }
    return goesOn !== null && (this.table.width > 0 || this.placeOf(0, '') >= 0);
  }

  private item(place: number): boolean {
    const byte = this.cursor.next();
    const column = this.placeOf(place, '');
    if (column < 0) {
      return this.gather(String(place));
    }
    return byte === openBrace || byte === openBracket ? this.compact(column) : this.plainValue(column, byte);
  }

  private placeOf(place: number, name: string): number {
    if (this.places[place] === undefined && this.table.width < maxColumns) {
      this.places[place] = this.table.addColumn(name);
    }
    return this.places[place] ?? -1;
  }

  private nameColumns(): boolean {
    const { cursor, text } = this;
    text.clear();
    const names = cursor.copyValue(text) ? parsed(text.toString()) : null;
    if (!Array.isArray(names)) {
      return false;
    }
    names.forEach((name, place) => void this.placeOf(place, typeof name === 'string' ? name : JSON.stringify(name)));
    return true;
  }
}
