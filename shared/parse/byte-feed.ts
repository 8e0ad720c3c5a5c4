const lf = 0x0a;
const cr = 0x0d;

/**
 * The stretch of a file that is in memory: bytes are added at its end, and those before `start` are given up when room is
 * needed. Places are counted from the start of `bytes`, which move: `moved` says by how much.
 */
export class ByteFeed {
  bytes = new Uint8Array(1 << 12);
  filled = 0;
  /** The first byte that is still needed. */
  start = 0;
  /** How many bytes of the file lie before `bytes`. */
  base = 0;
  private counted = 0;
  private line = 1;
  private isAfterCr = false;

  /** Adds bytes and gives the number of bytes that all places must be lowered by. */
  add(chunk: Uint8Array): number {
    const moved = this.filled + chunk.length > this.bytes.length ? this.makeRoom(chunk.length) : 0;
    this.bytes.set(chunk, this.filled);
    this.filled += chunk.length;
    return moved;
  }

  /** The line (first = 1) that holds the byte at `place`. Ask in the order of the file, and not before `start`. */
  lineAt(place: number): number {
    const { bytes } = this;
    let { line, isAfterCr } = this;
    for (let at = this.counted; at < place; at++) {
      const byte = bytes[at] ?? 0;
      if (byte > cr) {
        isAfterCr = false;
        continue;
      }
      if (byte === cr || (byte === lf && !isAfterCr)) {
        line++;
      }
      isAfterCr = byte === cr;
    }
    this.counted = Math.max(place, this.counted);
    this.line = line;
    this.isAfterCr = isAfterCr;
    return line;
  }

  private makeRoom(more: number): number {
    const moved = this.start;
    this.lineAt(moved);
    const live = this.filled - moved;
    if ((live + more) * 2 > this.bytes.length) {
      const grown = new Uint8Array((live + more) * 2);
      grown.set(this.bytes.subarray(moved, this.filled));
      this.bytes = grown;
    } else {
      this.bytes.copyWithin(0, moved, this.filled);
    }
    this.counted -= moved;
    this.base += moved;
    this.filled = live;
    this.start = 0;
    return moved;
  }
}
