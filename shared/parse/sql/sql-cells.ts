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
  /** The inside of a string of bytes rather than text: as it stands, or with MySQL's escapes. */
  binary: 7,
  binaryEscaped: 8,
} as const;

/** Where the cells of a row lie in the bytes at hand. Reused from row to row. */
export class SqlCells {
  /** The cells of the row, those past the limit of a table included. */
  count = 0;
  /** Start, end and kind of each cell, one after the other. */
  private places = new Int32Array(192);

  /** Notes the next cell. */
  add(start: number, end: number, kind: number): void {
    const at = this.count * 3;
    this.count++;
    if (this.count > maxColumns) {
      return;
    }
    if (at === this.places.length) {
      const grown = new Int32Array(at * 2);
      grown.set(this.places);
      this.places = grown;
    }
    this.places[at] = start;
    this.places[at + 1] = end;
    this.places[at + 2] = kind;
  }

  /** Notes that a string that was added holds bytes rather than text; anything but a string stays what it is. */
  markBinary(index: number): void {
    const kind = this.kind(index);
    if (index < maxColumns && (kind === cellKind.plain || kind === cellKind.mysql)) {
      this.places[index * 3 + 2] = kind === cellKind.plain ? cellKind.binary : cellKind.binaryEscaped;
    }
  }

  start(index: number): number {
    return this.places[index * 3] ?? 0;
  }

  end(index: number): number {
    return this.places[index * 3 + 1] ?? 0;
  }

  kind(index: number): number {
    return this.places[index * 3 + 2] ?? 0;
  }
}
