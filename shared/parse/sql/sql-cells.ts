/** More columns than any table of these servers has (MySQL allows 4,096). */
export const maxColumns = 4096;

/** How the bytes of a cell are to be read. */
export const cellKind = {
  null: 0,
  /** As they stand: the inside of a string without escapes, a number, or any other expression. */
  plain: 1,
  /** The inside of a string with doubled quotes; its quote stands right before it. */
  doubled: 2,
  mysql: 3,
  postgresql: 4,
  copy: 5,
  /** An expression that may spell out control characters. */
  spelled: 6,
} as const;

/** Where the cells of a row lie in the bytes at hand. Reused from row to row. */
export class SqlCells {
  /** The cells of the row, those past the limit of a table included. */
  count = 0;
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  kinds = new Uint8Array(64);

  /** Notes the next cell. */
  add(start: number, end: number, kind: number): void {
    const index = this.count++;
    if (index >= maxColumns) {
      return;
    }
    if (index >= this.starts.length) {
      this.grow();
    }
    this.starts[index] = start;
    this.ends[index] = end;
    this.kinds[index] = kind;
  }

  private grow(): void {
    const { starts, ends, kinds } = this;
    const length = starts.length * 2;
    this.starts = new Int32Array(length);
    this.ends = new Int32Array(length);
    this.kinds = new Uint8Array(length);
    this.starts.set(starts);
    this.ends.set(ends);
    this.kinds.set(kinds);
  }
}
