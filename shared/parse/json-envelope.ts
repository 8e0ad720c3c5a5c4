import { ByteText } from './byte-text.ts';
import { JsonTable } from './json-table.ts';
import { rejectedText } from './rejected-text.ts';
import type { TableSink } from './table-format.ts';

const comma = 0x2c;
const maxBytes = 1 << 20;
const emptyStart = /^(?:\{\s*"(?:[^"\\]|\\.)*"\s*:\s*)*\{\s*$/;
const emptyEnd = /^[\s}]*$/;

/**
 * What stands around the tables of one JSON object, such as the status and the page of an answer: the object without its
 * tables. It becomes a table of one row, so that nothing of the file is lost.
 */
export class JsonEnvelope {
  private readonly text = new ByteText();
  private readonly depth: number;
  private startLength = 0;
  private membersLength = 0;
  private hasEnd = false;
  private isOverLimit = false;

  constructor(depth: number) {
    this.depth = depth;
  }

  /** Adds from the beginning of the file up to the tables' object. */
  addStart(bytes: Uint8Array, start: number, end: number): void {
    this.text.putBytes(bytes, start, end);
    this.startLength = this.text.length;
    this.membersLength = this.text.length;
  }

  /** Adds a property beside the tables. */
  addMember(bytes: Uint8Array, start: number, end: number): void {
    this.add(bytes, start, end);
    this.text.put(comma);
    this.membersLength = this.text.length;
  }

  /** Adds what follows the last table. */
  addEnd(bytes: Uint8Array, start: number, end: number): void {
    this.hasEnd = true;
    this.add(bytes, start, end);
  }

  /** The table of the envelope; null when there is nothing in it. */
  read(sink: TableSink): JsonTable | null {
    const { text } = this;
    if (!this.hasEnd) {
      // The file was cut off: what is here of the envelope is kept all the same.
      text.putText('}'.repeat(this.depth));
    }
    const start = new TextDecoder().decode(text.bytes.subarray(0, this.startLength));
    const end = new TextDecoder().decode(text.bytes.subarray(this.membersLength, text.length));
    if (this.membersLength === this.startLength && emptyStart.test(start) && emptyEnd.test(end)) {
      return null;
    }
    if (this.isOverLimit) {
      sink.onStray(rejectedText(text.bytes, 0, text.length, 1, 'too-long'));
      return null;
    }
    const table = new JsonTable('envelope', sink, false);
    if (!table.write(text.bytes, 0, text.length, false)) {
      table.reject(rejectedText(text.bytes, 0, text.length, 1, 'malformed-json'));
    }
    return table;
  }

  private add(bytes: Uint8Array, start: number, end: number): void {
    const room = Math.max(0, maxBytes - this.text.length);
    this.isOverLimit ||= end - start > room;
    this.text.putBytes(bytes, start, Math.min(end, start + room));
  }
}
