import type { JsonTable } from './json-table.ts';
import { rejectedText } from './rejected-text.ts';

const maxHeldBytes = 1 << 20;
/** What it costs to remember a row, beside its bytes. */
const bytesOfRow = 100;

type Held = { readonly bytes: Uint8Array; readonly line: number };

/**
 * The table of what stands around other tables, a row for each object that holds them. Its first rows are held back, up to
 * 1 MiB, so that it comes behind those tables.
 */
export class JsonEnvelopes {
  private readonly open: () => JsonTable;
  private table: JsonTable | null = null;
  private held: Held[] = [];
  private heldBytes = 0;

  /** `open` opens the table; it is asked once, when there is something for it. */
  constructor(open: () => JsonTable) {
    this.open = open;
  }

  /** Adds the JSON in [start, end), which began in that line of the file. */
  add(bytes: Uint8Array, start: number, end: number, line: number): void {
    this.held.push({ bytes: bytes.slice(start, end), line });
    this.heldBytes += end - start + bytesOfRow;
    if (this.table !== null || this.heldBytes > maxHeldBytes) {
      this.end();
    }
  }

  /** Writes what is held back. */
  end(): void {
    if (this.held.length === 0) {
      return;
    }
    const table = this.table ?? this.open();
    this.table = table;
    for (const { bytes, line } of this.held) {
      if (!table.write(bytes, 0, bytes.length, false)) {
        table.reject(rejectedText(bytes, 0, bytes.length, line, 'malformed-json'));
      }
    }
    this.held = [];
    this.heldBytes = 0;
  }
}
