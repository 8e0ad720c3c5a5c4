import { ByteText } from './byte-text.ts';
import { JsonCursor } from './json-cursor.ts';
import { JsonScan } from './json-scan.ts';
import { unescapeJson } from './json-string.ts';

const quote = 0x22;
const comma = 0x2c;
const openBracket = 0x5b;
const openBrace = 0x7b;
const closeBrace = 0x7d;
/** What an item of the export says of itself as its `type`; `raw` holds the rows of a query. */
const types = new Set(['header', 'database', 'table', 'raw']);
const namingKeys = new Set(['type', 'name', 'database']);
/** The key of a table's rows. */
const rowsKey = 'data';
/** So many items may come before the first table. */
const maxItems = 2000;
/** A name in MySQL has 64 characters at most; each may be written as two escapes. */
const maxNameBytes = 64 * 12;

/** What an item is: a table, something else of the export, or none of its items. */
type Item = 'table' | 'beside' | 'foreign';

/** Reads the items of an array as those of phpMyAdmin's export. */
class ExportItems {
  private readonly cursor = new JsonCursor();
  private readonly scan = new JsonScan();

  constructor(head: Uint8Array, start: number) {
    this.cursor.begin(head, start, head.length);
  }

  /** Reads the item at hand, a table up to its rows only. */
  next(): Item {
    const { cursor } = this;
    if (!cursor.take(openBrace)) {
      return 'foreign';
    }
    let type = '';
    let goesOn: boolean | null = !cursor.take(closeBrace);
    while (goesOn) {
      if (!cursor.passKey()) {
        return 'foreign';
      }
      const key = cursor.tokenText();
      if (cursor.next() === openBracket && key === rowsKey) {
        return type === 'table' || type === 'raw' ? 'table' : 'foreign';
      }
      const value = this.value();
      type = key === 'type' ? value : type;
      goesOn = cursor.separate(closeBrace);
    }
    return goesOn === false && types.has(type) ? 'beside' : 'foreign';
  }

  /** Passes the comma between two items. */
  passComma(): boolean {
    return this.cursor.take(comma);
  }

  /** Passes the value at hand and gives it, if it is a string. */
  private value(): string {
    const { cursor, scan } = this;
    if (cursor.peek() === quote) {
      return cursor.passString() ? cursor.tokenText() : '';
    }
    scan.begin(cursor.at, 'value');
    scan.run(cursor.bytes, cursor.end, false);
    cursor.at = scan.at;
    return '';
  }
}

/**
 * Whether the items of an array, the first at `start`, are those of phpMyAdmin's JSON export: objects with a `type`, up to
 * one that is a table, `{"type":"table","name":…,"database":…,"data":[…]}`.
 */
export function isExport(head: Uint8Array, start: number): boolean {
  const items = new ExportItems(head, start);
  let item = items.next();
  for (let count = 1; item === 'beside' && count < maxItems && items.passComma(); count++) {
    item = items.next();
  }
  return item === 'table';
}

/** Names tables as phpMyAdmin's export does: not by the key of their rows, but by what stands before it. */
export class ExportNames {
  private readonly cursor = new JsonCursor();
  private readonly text = new ByteText();
  private readonly told = new Map<string, string>();
  private readonly databases = new Map<string, string>();

  /** Begins another item. */
  begin(): void {
    this.told.clear();
  }

  /** Whether what was heard of the item names the table under `key`. */
  isNamed(key: string): boolean {
    return key === rowsKey && this.told.get('type') === 'table' && (this.told.get('name') ?? '') !== '';
  }

  /** Hears of a property of the item that stands in [start, end); true when it is one of those that name a table. */
  hear(bytes: Uint8Array, start: number, end: number): boolean {
    const { cursor, text, told } = this;
    cursor.begin(bytes, start, end);
    const key = cursor.passKey() ? cursor.tokenText() : '';
    if (!namingKeys.has(key) || cursor.next() !== quote || !cursor.passString()) {
      return false;
    }
    const { tokenStart, tokenEnd } = cursor;
    text.clear();
    const isHeard = tokenEnd - tokenStart <= maxNameBytes && unescapeJson(bytes, tokenStart, tokenEnd, text);
    if (isHeard) {
      told.set(key, text.toString());
    }
    return isHeard;
  }

  /** The name of the table under `key`; with its database when another one's table had that name before. */
  nameOf(key: string): string {
    const { told, databases } = this;
    if (!this.isNamed(key)) {
      return key;
    }
    const name = told.get('name') ?? '';
    const database = told.get('database') ?? '';
    const first = databases.get(name) ?? database;
    databases.set(name, first);
    return first === database ? name : `${database}.${name}`;
  }
}
