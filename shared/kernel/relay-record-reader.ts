import { atCell, atFileStart, CsvRecordReader, skipping } from './csv-record-reader.ts';

/** The record that a reader stands in: how many of the bytes pushed belong to it, its line, and whether a CR is before it. */
export type PresentRecord = { readonly byteLength: number; readonly line: number; readonly afterCr: boolean };

/** A record reader that takes over from another reader at the start of a record, and gives the work back at another. */
export class RelayRecordReader extends CsvRecordReader {
  /** Begins a record behind what another reader has read: its line, and whether a CR stands before it. */
  begin(line: number, afterCr: boolean): void {
    this.filled = 0;
    this.at = 0;
    this.start = 0;
    this.line = line;
    this.recordLine = line;
    this.afterCr = afterCr;
    this.cells.count = 0;
    this.state = atCell;
  }

  /** The record that another reader may read afresh; null while the rest of a record that is too long is being dropped. */
  get present(): PresentRecord | null {
    if (this.state === skipping || this.state === atFileStart) {
      return null;
    }
    const afterCr = this.afterCr && this.at === this.start;
    return { byteLength: this.filled - this.start, line: this.recordLine, afterCr };
  }
}
