import type { TableWriter } from '../../kernel/table-writer.ts';
import { firstInvalidUtf8 } from '../../kernel/utf8.ts';
import { HexSpeller, holdsText } from './binary-value.ts';
import type { DumpTable } from './dump-tables.ts';
import { plainValue } from './spelled-controls.ts';
import { cellKind, type SqlCells } from './sql-cells.ts';
import type { Escapes } from './sql-rules.ts';
import { Unescaper } from './unescape.ts';

const escapesOf: readonly Escapes[] = ['none', 'none', 'none', 'mysql', 'postgresql', 'copy', 'none', 'none', 'mysql'];

/** Writes the cells of a row into a table. */
export class CellWriter {
  private readonly unescaper = new Unescaper();
  private readonly hex = new HexSpeller();
  private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  /** Whether the bytes of the dump are those of the file: transcoded ones would be spelled wrong. */
  private readonly hasOwnBytes: boolean;

  constructor(hasOwnBytes: boolean) {
    this.hasOwnBytes = hasOwnBytes;
  }

  /** Sets every cell of a row in the columns at `places`. False when one is malformed; nothing of the row stays then. */
  row({ writer, binary }: DumpTable, places: readonly number[], bytes: Uint8Array, cells: SqlCells): boolean {
    for (let index = 0; index < places.length; index++) {
      const place = places[index] ?? 0;
      if (!this.cell(writer, place, binary.size > 0 && binary.has(place), bytes, cells, index)) {
        writer.dropRow();
        return false;
      }
    }
    writer.endRow();
    return true;
  }

  private cell(
    writer: TableWriter,
    place: number,
    isBinary: boolean,
    bytes: Uint8Array,
    cells: SqlCells,
    index: number,
  ): boolean {
    const kind = cells.kind(index);
    const start = cells.start(index);
    const end = cells.end(index);
    if (kind === cellKind.plain && !isBinary) {
      return writer.setBytes(place, bytes, start, end);
    }
    if (kind === cellKind.null) {
      writer.set(place, null);
      return true;
    }
    if (kind === cellKind.spelled) {
      return this.spelled(writer, place, bytes, start, end);
    }
    if (kind === cellKind.plain || kind === cellKind.binary) {
      return this.textOrHex(writer, place, bytes, start, end);
    }
    const { unescaper } = this;
    const doubled = kind === cellKind.copy ? -1 : (bytes[start - 1] ?? -1);
    unescaper.read(bytes, start, end, escapesOf[kind] ?? 'none', doubled);
    return isBinary || kind === cellKind.binaryEscaped
      ? this.textOrHex(writer, place, unescaper.bytes, 0, unescaper.length)
      : writer.setBytes(place, unescaper.bytes, 0, unescaper.length);
  }

  /** Sets a cell that may hold bytes rather than text. */
  private textOrHex(writer: TableWriter, place: number, bytes: Uint8Array, start: number, end: number): boolean {
    if (!this.hasOwnBytes || holdsText(bytes, start, end)) {
      return writer.setBytes(place, bytes, start, end);
    }
    this.hex.spell(bytes, start, end);
    return writer.setBytes(place, this.hex.bytes, 0, this.hex.length);
  }

  private spelled(writer: TableWriter, place: number, bytes: Uint8Array, start: number, end: number): boolean {
    const isCall = bytes[end - 1] === 0x29;
    const value =
      isCall && firstInvalidUtf8(bytes, start, end) < 0
        ? plainValue(this.decoder.decode(bytes.subarray(start, end)))
        : null;
    if (value === null) {
      return writer.setBytes(place, bytes, start, end);
    }
    writer.set(place, value);
    return true;
  }
}
