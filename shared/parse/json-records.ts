import type { RejectReason } from '../domain/sample.ts';
import type { TableSummary } from '../kernel/table-writer.ts';
import { ByteFeed } from './byte-feed.ts';
import { type PropertyAhead, propertyAhead } from './json-ahead.ts';
import { JsonCursor } from './json-cursor.ts';
import { JsonEnvelope } from './json-envelope.ts';
import { JsonGap } from './json-gap.ts';
import type { JsonLayout } from './json-layout.ts';
import { JsonRecord } from './json-record.ts';
import { JsonTable } from './json-table.ts';
import { JsonWrappers } from './json-wrappers.ts';
import { rejectedText } from './rejected-text.ts';
import type { TableSink } from './table-format.ts';

const quote = 0x22;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const pieceBytes = 1 << 18;

type Mode = 'start' | 'between' | 'record' | 'end';
/**
 * Where the next record stands: at the top, in an array of records, in an array of objects that hold tables, in a map, or
 * beside the tables of an object.
 */
type Place = 'top' | 'array' | 'wrappers' | 'map' | 'beside';

/** Reads the records of a JSON file of any size, whatever lies around them. */
export class JsonRecords {
  private readonly sink: TableSink;
  private readonly layout: JsonLayout;
  private readonly hasHeader: boolean;
  private readonly tables = new Map<string, JsonTable>();
  private readonly envelope: JsonEnvelope;
  private readonly wrappers: JsonWrappers | null;
  private readonly feed = new ByteFeed();
  private readonly record = new JsonRecord(this.feed, {
    take: (start, end) => this.takeRecord(start, end),
    reject: (start, end, reason) => this.reject(start, end, reason),
  });
  private readonly cursor = new JsonCursor();
  private mode: Mode = 'start';
  private place: Place = 'top';
  /** Where the object around tables stands. */
  private outer: Place = 'top';
  /** The table whose records come; null beside tables. */
  private table: JsonTable | null = null;
  private readonly gap = new JsonGap();
  private hasFailed = false;

  constructor(layout: JsonLayout, hasHeader: boolean, sink: TableSink) {
    this.sink = sink;
    this.layout = layout;
    this.hasHeader = hasHeader;
    this.envelope = new JsonEnvelope('depth' in layout ? layout.depth : 0);
    this.wrappers = layout.kind === 'wrappers' ? new JsonWrappers(layout.keys, sink, () => this.openEnvelope()) : null;
    if (layout.kind === 'records' || layout.kind === 'map') {
      this.table = this.openTable(layout.kind === 'map' ? layout.path : '');
    }
  }

  push(chunk: Uint8Array): void {
    for (let from = 0; from < chunk.length; from += pieceBytes) {
      const moved = this.feed.add(chunk.subarray(from, from + pieceBytes));
      this.gap.at -= moved;
      this.record.move(moved);
      while (this.step(false)) {
        // Each step goes one stretch further.
      }
    }
  }

  end(): readonly TableSummary[] {
    while (this.step(true)) {
      // Each step goes one stretch further.
    }
    this.wrappers?.end();
    const around = 'inside' in this.layout ? this.envelope.read(this.sink) : null;
    return [...this.tables.values(), ...(around === null ? [] : [around])].map(({ writer }) => writer.end());
  }

  private openTable(name: string): JsonTable {
    const table = this.tables.get(name) ?? new JsonTable(name, this.sink, this.hasHeader);
    this.tables.set(name, table);
    return table;
  }

  private openEnvelope(): JsonTable {
    let name = 'envelope';
    for (let count = 2; this.tables.has(name); count++) {
      name = `envelope (${count})`;
    }
    const table = new JsonTable(name, this.sink, false);
    this.tables.set(name, table);
    return table;
  }

  /** Goes one stretch further; false when more bytes are needed first. */
  private step(isLast: boolean): boolean {
    switch (this.mode) {
      case 'start':
        return this.passStart(isLast);
      case 'between':
        return this.findRecord(isLast);
      case 'record':
        return this.readRecord(isLast);
      default:
        return this.passEnd();
    }
  }

  private passStart(isLast: boolean): boolean {
    const { feed, layout } = this;
    const inside = 'inside' in layout ? layout.inside : 0;
    if (feed.filled < Math.max(inside, 3) && !isLast) {
      return false;
    }
    const [first, second, third] = feed.bytes;
    const start = first === 0xef && second === 0xbb && third === 0xbf && feed.filled >= 3 ? 3 : 0;
    if ('inside' in layout) {
      this.envelope.addStart(feed.bytes, start, inside);
      this.place = layout.kind === 'map' ? 'map' : 'beside';
      this.goOn(inside);
    } else {
      this.goOn(start);
      this.gap.indent = 0;
    }
    return true;
  }

  private findRecord(isLast: boolean): boolean {
    const { feed, gap } = this;
    const isFound = gap.pass(feed.bytes, feed.filled, isLast);
    feed.start = gap.at;
    return isFound && this.meet(feed.bytes[gap.at] ?? 0, isLast);
  }

  /** Decides what a byte between records begins or ends. */
  private meet(byte: number, isLast: boolean): boolean {
    const { place } = this;
    if (byte === closeBracket || byte === closeBrace) {
      this.close(byte);
      return true;
    }
    if (place === 'top' && byte === openBracket) {
      this.enterArray(this.gap.at + 1, this.wrappers === null ? 'array' : 'wrappers');
      return true;
    }
    if (byte === openBrace && this.enterWrapper()) {
      return true;
    }
    const isEntered = place === 'beside' && byte === quote ? this.enterProperty(isLast) : false;
    if (isEntered !== false) {
      return isEntered === true;
    }
    this.beginRecord();
    return true;
  }

  private enterArray(inside: number, place: Place): void {
    this.gap.begin(inside, -1);
    this.place = place;
  }

  /** Enters the object at hand, if it is one that may hold tables. */
  private enterWrapper(): boolean {
    const { wrappers, place, gap, feed } = this;
    if (wrappers === null || (place !== 'top' && place !== 'wrappers')) {
      return false;
    }
    wrappers.begin(feed.lineAt(gap.at));
    gap.begin(gap.at + 1, -1);
    this.outer = place;
    this.place = 'beside';
    return true;
  }

  private close(byte: number): void {
    const { place, wrappers, gap } = this;
    if (byte === closeBrace && (place === 'map' || place === 'beside')) {
      if (wrappers === null) {
        this.mode = 'end';
        return;
      }
      this.place = wrappers.close() ? this.outer : place;
    } else if (byte === closeBracket && (place === 'array' || place === 'wrappers')) {
      this.leaveArray();
    } else if (!this.hasFailed) {
      // Only behind a broken record may brackets be left over.
      this.reject(gap.at, gap.at + 1, 'malformed-json');
    }
    gap.begin(gap.at + 1, -1);
  }

  private leaveArray(): void {
    if (this.place === 'wrappers' || this.layout.kind === 'records') {
      this.place = 'top';
    } else {
      this.place = 'beside';
      this.table = null;
    }
  }

  /** Enters the next property, if its value is an array of records or leads to one; null when more bytes are needed to tell. */
  private enterProperty(isLast: boolean): boolean | null {
    const { feed, gap, wrappers } = this;
    const found = propertyAhead(this.cursor, feed.bytes, [gap.at, feed.filled], isLast);
    if (found === null || found === 'more') {
      return found === null ? false : null;
    }
    const name = wrappers === null ? this.tableName(found) : wrappers.enter(found, feed.bytes, gap.at);
    if (name === null) {
      return false;
    }
    if (found.holds === 'records') {
      this.table = this.openTable(name);
    }
    this.enterArray(found.inside, found.holds === 'records' ? 'array' : 'beside');
    return true;
  }

  private tableName({ name, holds }: PropertyAhead): string | null {
    const { layout } = this;
    const path = layout.kind === 'tables' ? layout.path : '';
    return holds === 'records' ? `${path === '' ? '' : `${path}.`}${name}` : null;
  }

  private beginRecord(): void {
    const { place, gap } = this;
    this.record.begin(place === 'map' || place === 'beside' ? 'member' : 'value', gap.indent);
    this.mode = 'record';
  }

  private readRecord(isLast: boolean): boolean {
    const { record } = this;
    const progress = record.step(isLast);
    if (progress === 'done') {
      this.goOn(record.next);
      this.gap.indent = record.nextIndent;
    }
    return progress !== 'more';
  }

  private takeRecord(start: number, end: number): void {
    const { feed, table, place, wrappers } = this;
    if (place === 'beside') {
      (wrappers ?? this.envelope).addMember(feed.bytes, start, end);
    } else if (table === null) {
      wrappers?.addBetween(feed.bytes, start, end, feed.lineAt(start));
    } else if (!table.write(feed.bytes, start, end, place === 'map')) {
      this.reject(start, end, 'malformed-json');
    }
  }

  private goOn(at: number): void {
    this.gap.begin(at, -1);
    this.feed.start = at;
    this.mode = 'between';
  }

  private passEnd(): boolean {
    const { feed } = this;
    this.envelope.addEnd(feed.bytes, feed.start, feed.filled);
    feed.start = feed.filled;
    return false;
  }

  private reject(start: number, end: number, reason: RejectReason): void {
    const { feed, table, sink } = this;
    this.hasFailed = true;
    const row = rejectedText(feed.bytes, start, end, feed.lineAt(start), reason);
    if (table === null) {
      sink.onStray(row);
    } else {
      table.reject(row);
    }
  }
}
