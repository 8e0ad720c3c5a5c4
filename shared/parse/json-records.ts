import type { RejectReason } from '../domain/sample.ts';
import type { TableSummary } from '../kernel/table-writer.ts';
import { ByteFeed } from './byte-feed.ts';
import { tableAhead } from './json-ahead.ts';
import { JsonCursor } from './json-cursor.ts';
import { JsonEnvelope } from './json-envelope.ts';
import { JsonGap } from './json-gap.ts';
import type { JsonLayout } from './json-layout.ts';
import { JsonRecord } from './json-record.ts';
import { JsonTable } from './json-table.ts';
import { rejectedText } from './rejected-text.ts';
import type { TableSink } from './table-format.ts';

const quote = 0x22;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const closeBrace = 0x7d;
const pieceBytes = 1 << 18;

type Mode = 'start' | 'between' | 'record' | 'end';
/** Where the next record stands: at the top, in an array of records, in a map, or beside the tables of an object. */
type Place = 'top' | 'array' | 'map' | 'beside';

/** Reads the records of a JSON file of any size, whatever lies around them. */
export class JsonRecords {
  private readonly sink: TableSink;
  private readonly layout: JsonLayout;
  private readonly hasHeader: boolean;
  private readonly tables = new Map<string, JsonTable>();
  private readonly envelope: JsonEnvelope;
  private readonly feed = new ByteFeed();
  private readonly record = new JsonRecord(this.feed, {
    take: (start, end) => this.takeRecord(start, end),
    reject: (start, end, reason) => this.reject(start, end, reason),
  });
  private readonly cursor = new JsonCursor();
  private mode: Mode = 'start';
  private place: Place = 'top';
  private table: JsonTable | null = null;
  private readonly gap = new JsonGap();
  private hasFailed = false;

  constructor(layout: JsonLayout, hasHeader: boolean, sink: TableSink) {
    this.sink = sink;
    this.layout = layout;
    this.hasHeader = hasHeader;
    this.envelope = new JsonEnvelope(layout.kind === 'records' ? 0 : layout.depth);
    if (layout.kind !== 'tables') {
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
    const around = this.layout.kind === 'records' ? null : this.envelope.read(this.sink);
    return [...this.tables.values(), ...(around === null ? [] : [around])].map(({ writer }) => writer.end());
  }

  private openTable(name: string): JsonTable {
    const table = this.tables.get(name) ?? new JsonTable(name, this.sink, this.hasHeader);
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
    const inside = layout.kind === 'records' ? 0 : layout.inside;
    if (feed.filled < Math.max(inside, 3) && !isLast) {
      return false;
    }
    const [first, second, third] = feed.bytes;
    const start = first === 0xef && second === 0xbb && third === 0xbf && feed.filled >= 3 ? 3 : 0;
    if (layout.kind === 'records') {
      this.goOn(start);
      this.gap.indent = 0;
    } else {
      this.envelope.addStart(feed.bytes, start, inside);
      this.place = layout.kind === 'map' ? 'map' : 'beside';
      this.goOn(inside);
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
      this.enterArray(this.gap.at + 1);
      return true;
    }
    const isTable = place === 'beside' && byte === quote ? this.enterTable(isLast) : false;
    if (isTable !== false) {
      return isTable === true;
    }
    this.beginRecord();
    return true;
  }

  private enterArray(inside: number): void {
    this.gap.begin(inside, -1);
    this.place = 'array';
  }

  private close(byte: number): void {
    const { place, layout, gap } = this;
    if ((place === 'map' || place === 'beside') && byte === closeBrace) {
      this.mode = 'end';
      return;
    }
    if (place === 'array' && byte === closeBracket) {
      this.place = layout.kind === 'tables' ? 'beside' : 'top';
    } else if (!this.hasFailed) {
      // Only behind a broken record may brackets be left over.
      this.reject(gap.at, gap.at + 1, 'malformed-json');
    }
    gap.begin(gap.at + 1, -1);
  }

  /** Enters the array of records that is the next property, if it is one; null when more bytes are needed to tell. */
  private enterTable(isLast: boolean): boolean | null {
    const { layout, feed } = this;
    const found = tableAhead(this.cursor, feed.bytes, [this.gap.at, feed.filled], isLast);
    if (found === null || found === 'more') {
      return found === null ? false : null;
    }
    this.table = this.openTable(
      layout.kind === 'tables' && layout.path !== '' ? `${layout.path}.${found.name}` : found.name,
    );
    this.enterArray(found.inside);
    return true;
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
    const { feed, table, place } = this;
    if (place === 'beside') {
      this.envelope.addMember(feed.bytes, start, end);
    } else if (table !== null && !table.write(feed.bytes, start, end, place === 'map')) {
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
    const { feed, table, place, sink } = this;
    this.hasFailed = true;
    const row = rejectedText(feed.bytes, start, end, feed.lineAt(start), reason);
    if (table === null || place === 'beside') {
      sink.onStray(row);
    } else {
      table.reject(row);
    }
  }
}
