/** Cells of one record beyond this many are counted but not kept: no real table is that wide. */
export const maxColumns = 16_384;

/** Where the cells of the record being read lie, in bytes from the record's start. Reused from record to record. */
export class CellPlaces {
  /** The cells of the record, those past `maxColumns` included. */
  count = 0;
  starts = new Int32Array(32);
  ends = new Int32Array(32);
  /** 1 for a quoted cell that holds doubled quotes. */
  doubled = new Uint8Array(32);

  /** Notes the next cell. */
  add(start: number, end: number, doubled: number): void {
    const index = this.count++;
    if (index >= maxColumns) {
      return;
    }
    if (index >= this.starts.length) {
      this.grow();
    }
    this.starts[index] = start;
    this.ends[index] = end;
    this.doubled[index] = doubled;
  }

  private grow(): void {
    const length = this.starts.length * 2;
    const starts = new Int32Array(length);
    const ends = new Int32Array(length);
    const doubled = new Uint8Array(length);
    starts.set(this.starts);
    ends.set(this.ends);
    doubled.set(this.doubled);
    this.starts = starts;
    this.ends = ends;
    this.doubled = doubled;
  }
}

/**
 * Hears what is found, in the order of the file. Bytes are [start, end) of a buffer that is reused: take what you need
 * before you return. `line` is where the record began.
 */
export type RecordSink = {
  /** A record was read to its end; a blank line is one without bytes. */
  readonly record: (buffer: Uint8Array, start: number, end: number, line: number, cells: CellPlaces) => void;
  /** A stretch of the file cannot be read as a record. */
  readonly damaged: (
    buffer: Uint8Array,
    start: number,
    end: number,
    line: number,
    reason: 'unclosed-quote' | 'too-long',
  ) => void;
};

/** What the reader must know of a file: the bytes of separator and quote (-1: none), and a record's limit in bytes. */
export type RecordReaderOptions = {
  readonly separator: number;
  readonly quote: number;
  readonly maxRecordBytes: number;
};
