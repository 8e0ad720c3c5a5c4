import type { Arena, Region } from './arena.ts';
import { ArenaColumns } from './arena-columns.ts';
import { CsvTableBuilder } from './csv-table-builder.ts';
import type { KernelInstance } from './kernel-module.ts';
import { RelayRecordReader } from './relay-record-reader.ts';
import { type CsvScanner, type CsvScannerOptions, type CsvSummary, completed } from './scan-csv.ts';

/** Why the kernel stopped; the numbers are its own. */
const stopped = { more: 0, full: 1, trouble: 2, room: 3, ragged: 4 } as const;
/** Input is taken in pieces of this size. */
const pieceBytes = 1 << 18;
/** The reader is slow, and most troubles are over with one record: it is given little at first, and twice as much each time. */
const firstSlowBytes = 1 << 8;

/**
 * Scans delimited text as `createCsvScanner` does, with the kernel for every whole and sound record. Where the kernel
 * stops, at the start and the end of the file and at every damaged, ragged or endless record, the plain reader takes over
 * from the record's first byte; once it stands in a fresh record, the kernel goes on. So both find the same in any file.
 */
export class FastCsvScanner implements CsvScanner {
  private readonly instance: KernelInstance;
  private readonly arena: Arena;
  private readonly columns: ArenaColumns;
  private readonly builder: CsvTableBuilder;
  private readonly reader: RelayRecordReader;
  private readonly settings: ReturnType<typeof completed>;
  private input: Region;
  /** The input's unread bytes are [at, filled), counted from its start. */
  private at = 0;
  private filled = 0;
  private isSlow = true;
  private slowBytes = firstSlowBytes;
  /** The kernel looks at an unfinished record again only once there is this much, so that tiny chunks cost no more. */
  private retryAt = 0;
  /** Where the reader took over: it keeps the record that begins there. */
  private takenOverAt = -1;
  private isSetUp = false;

  constructor(instance: KernelInstance, arena: Arena, options: CsvScannerOptions) {
    this.instance = instance;
    this.arena = arena;
    this.settings = completed(options);
    this.columns = new ArenaColumns(arena, options.rowsPerBlock);
    this.builder = new CsvTableBuilder(this.settings, this.columns);
    this.reader = new RelayRecordReader(this.settings, this.builder);
    this.input = arena.reserve(pieceBytes * 2);
  }

  push = (chunk: Uint8Array): void => {
    for (let from = 0; from < chunk.length; from += pieceBytes) {
      this.take(chunk.subarray(from, from + pieceBytes));
      this.run();
    }
  };

  end = (): CsvSummary => {
    if (!this.isSlow) {
      this.goSlow();
    }
    this.reader.push(this.arena.slice(this.input.at + this.at, this.filled - this.at));
    const endsInsideQuote = this.reader.end();
    return { ...this.builder.end(), endsInsideQuote };
  };

  private take(piece: Uint8Array): void {
    if (this.filled + piece.length > this.input.byteLength) {
      const live = this.filled - this.at;
      const grown = this.arena.atLeast(this.input, live + piece.length);
      const from = this.input.at + this.at;
      this.arena.bytes.copyWithin(grown.at, from, from + live);
      this.input = grown;
      this.retryAt -= this.at;
      this.takenOverAt = -1;
      this.at = 0;
      this.filled = live;
    }
    this.arena.bytes.set(piece, this.input.at + this.filled);
    this.filled += piece.length;
  }

  private run(): void {
    while (this.at < this.filled) {
      if (this.isSlow) {
        this.readSlowly();
      } else if (this.filled < this.retryAt) {
        return;
      } else {
        this.readFast();
      }
    }
  }

  private readSlowly(): void {
    const end = Math.min(this.filled, this.at + this.slowBytes);
    this.slowBytes = Math.min(this.slowBytes * 2, pieceBytes);
    this.reader.push(this.arena.slice(this.input.at + this.at, end - this.at));
    this.at = end;
    const present = this.builder.isUnderWay ? this.reader.present : null;
    const recordAt = this.at - (present?.byteLength ?? 0);
    // The record in trouble stays with the reader to its end; so does one whose first bytes are gone from the input.
    if (present === null || recordAt <= this.takenOverAt) {
      return;
    }
    this.at = recordAt;
    this.isSlow = false;
    this.retryAt = 0;
    this.setUp();
    this.instance.startScan(this.input.at + this.at, present.line, present.afterCr ? 1 : 0);
  }

  private setUp(): void {
    const { separator, quote, maxRecordBytes, fillShortRows } = this.settings;
    if (!this.isSetUp) {
      this.isSetUp = true;
      const fill = fillShortRows ? 1 : 0;
      this.instance.setUpScan(this.columns.place, this.builder.width ?? 0, separator, quote, maxRecordBytes, fill);
    }
  }

  private goSlow(): void {
    this.isSlow = true;
    this.slowBytes = firstSlowBytes;
    this.takenOverAt = this.at;
    this.reader.begin(this.instance.line.value, this.instance.afterCr.value === 1);
  }

  private readFast(): void {
    const { instance, builder, columns, settings } = this;
    const { rowsInBlock, bytesInBlock } = builder;
    instance.startScan(this.input.at + this.at, instance.line.value, instance.afterCr.value);
    instance.setBlock(rowsInBlock, bytesInBlock);
    const status = instance.scan(this.input.at + this.filled, settings.rowsPerBlock, settings.maxBlockBytes);
    this.at = instance.at.value - this.input.at;
    columns.rows = instance.rows.value;
    if (status === stopped.room) {
      columns.makeRoom(instance.roomColumn.value, instance.roomBytes.value);
    }
    builder.countRows(instance.rows.value - rowsInBlock, instance.weight.value - bytesInBlock);
    if (status === stopped.ragged) {
      this.reject();
    }
    if (status === stopped.trouble) {
      this.goSlow();
    } else if (status === stopped.more) {
      this.wait();
    }
  }

  private reject(): void {
    const { recordStart, recordEnd, recordLine, cells } = this.instance;
    const isShort = cells.value < (this.builder.width ?? 0);
    this.builder.ragged(this.arena.bytes, recordStart.value, recordEnd.value, recordLine.value, isShort);
  }

  /** Waits for the rest of the record at `at`; one that is too long is for the reader to judge. */
  private wait(): void {
    const pending = this.filled - this.at;
    if (pending > this.settings.maxRecordBytes) {
      this.goSlow();
    }
    this.retryAt = this.filled + Math.max(1, pending >>> 1);
  }
}
