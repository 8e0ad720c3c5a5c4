import { ByteText } from './byte-text.ts';
import type { PropertyAhead } from './json-ahead.ts';
import { JsonEnvelopes } from './json-envelopes.ts';
import { ExportNames } from './json-export.ts';
import type { JsonTable } from './json-table.ts';
import { rejectedText } from './rejected-text.ts';
import type { TableSink } from './table-format.ts';

const comma = 0x2c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const maxBytes = 1 << 20;

/**
 * Objects one after another that hold tables, in themselves or in the object under `keys`. Each without its tables becomes
 * a row of the table of envelopes, so that nothing of the file is lost; unless nothing is left of it, or only what names the
 * table of an export.
 */
export class JsonWrappers {
  private readonly keys: readonly string[];
  private readonly sink: TableSink;
  private readonly envelopes: JsonEnvelopes;
  private readonly names = new ExportNames();
  /** What is to become the row. */
  private readonly text = new ByteText();
  /** The braces that are open; 0 between the objects. */
  private depth = 0;
  private line = 1;
  private hasMembers = false;
  /** Whether nothing stands in it but what named its table. */
  private isHeading = true;
  private hasTables = false;
  private isOverLimit = false;

  constructor(keys: readonly string[], sink: TableSink, openEnvelope: () => JsonTable) {
    this.keys = keys;
    this.sink = sink;
    this.envelopes = new JsonEnvelopes(openEnvelope);
  }

  /** Begins the object whose brace stands in that line. */
  begin(line: number): void {
    this.names.begin();
    this.text.clear();
    this.text.put(openBrace);
    this.depth = 1;
    this.line = line;
    this.hasMembers = false;
    this.isHeading = true;
    this.hasTables = false;
    this.isOverLimit = false;
  }

  /** Enters a property that begins at `start`: the name of the table, or of the object around it; null when it is neither. */
  enter({ name, holds, inside }: PropertyAhead, bytes: Uint8Array, start: number): string | null {
    const { keys, depth } = this;
    if (depth > keys.length) {
      return holds === 'records' ? this.enterTable(name) : null;
    }
    if (holds === 'records' || name !== keys[depth - 1]) {
      return null;
    }
    this.text.putBytes(bytes, start, inside);
    this.depth++;
    return name;
  }

  /** Adds a property in [start, end) that is not entered. */
  addMember(bytes: Uint8Array, start: number, end: number): void {
    const { text } = this;
    this.hasMembers = true;
    const isName = this.depth === 1 && !this.hasTables && this.names.hear(bytes, start, end);
    this.isHeading &&= isName;
    const room = Math.max(0, maxBytes - text.length);
    this.isOverLimit ||= end - start > room;
    text.putBytes(bytes, start, Math.min(end, start + room));
    text.put(comma);
  }

  /** Adds what stands in [start, end) between the objects. */
  addBetween(bytes: Uint8Array, start: number, end: number, line: number): void {
    this.envelopes.add(bytes, start, end, line);
  }

  /** Leaves the innermost object that was entered; true when that was the outermost. */
  close(): boolean {
    this.text.put(closeBrace);
    this.depth--;
    if (this.depth > 0) {
      this.text.put(comma);
      return false;
    }
    this.finish();
    return true;
  }

  /** Keeps what there is of an object that the file's end cut off. */
  end(): void {
    while (this.depth > 0) {
      this.close();
    }
    this.envelopes.end();
  }

  private enterTable(key: string): string {
    this.hasTables = true;
    this.isHeading &&= !this.hasMembers || (this.keys.length === 0 && this.names.isNamed(key));
    return this.keys.length === 0 ? this.names.nameOf(key) : [...this.keys, key].join('.');
  }

  private finish(): void {
    const { text, line } = this;
    if (this.isOverLimit) {
      this.sink.onStray(rejectedText(text.bytes, 0, text.length, line, 'too-long'));
    } else if (!(this.hasTables && this.isHeading)) {
      this.envelopes.add(text.bytes, 0, text.length, line);
    }
  }
}
