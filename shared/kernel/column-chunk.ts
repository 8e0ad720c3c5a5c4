import { err, ok, type Result } from '../lib/result.ts';
import { lz4Compress, lz4Decompress } from './lz4.ts';
import { bytesOfCharacter, utf16Length } from './utf8.ts';

/** The length of a cell that holds no value at all (SQL NULL, JSON null, a key that is missing). */
export const nullCell = 0xffffffff;

/** One column of one block: the cells' UTF-8 bytes end to end, and each cell's length in bytes or `nullCell`. */
export type ColumnChunk = { readonly rows: number; readonly bytes: Uint8Array; readonly lengths: Uint32Array };

/** Why bytes are no column chunk: written by a newer Leakdesk, or damaged. */
export type ChunkFailure =
  | { readonly kind: 'unknown-version'; readonly version: number }
  | { readonly kind: 'corrupt'; readonly why: string };

/*
 * Encoded form, little-endian: version u8, flags u8, rows u32, byte length of the text u32, then the body. The body is
 * the lengths and the text; LZ4 when that makes it smaller. Lengths are u16, or u32 when a cell passes 65,534 bytes; all
 * bits set is null. In version 1 they counted UTF-16 units and there was no null.
 */
export const chunkVersion = 2;
export const wideFlag = 1;
export const lz4Flag = 2;
export const headerBytes = 10;
/** The length that stands for null where lengths are short. */
export const shortNull = 0xffff;

function isWide(lengths: Uint32Array): boolean {
  for (const length of lengths) {
    if (length >= shortNull && length !== nullCell) {
      return true;
    }
  }
  return false;
}

function bodyOf(chunk: ColumnChunk, wide: boolean): Uint8Array<ArrayBuffer> {
  const width = wide ? 4 : 2;
  const body = new Uint8Array(chunk.rows * width + chunk.bytes.length);
  const view = new DataView(body.buffer);
  for (let row = 0; row < chunk.rows; row++) {
    const length = chunk.lengths[row] ?? nullCell;
    if (wide) {
      view.setUint32(row * 4, length, true);
    } else {
      view.setUint16(row * 2, Math.min(length, shortNull), true);
    }
  }
  body.set(chunk.bytes, chunk.rows * width);
  return body;
}

/** Packs a chunk for encryption and storage: header, lengths, text; compressed unless that would not make it smaller. */
export function encodeChunk(chunk: ColumnChunk): Uint8Array<ArrayBuffer> {
  const wide = isWide(chunk.lengths);
  const body = bodyOf(chunk, wide);
  const packed = lz4Compress(body);
  const stored = packed.length < body.length ? packed : body;
  const encoded = new Uint8Array(headerBytes + stored.length);
  const view = new DataView(encoded.buffer);
  view.setUint8(0, chunkVersion);
  view.setUint8(1, (wide ? wideFlag : 0) | (stored === packed ? lz4Flag : 0));
  view.setUint32(2, chunk.rows, true);
  view.setUint32(6, chunk.bytes.length, true);
  encoded.set(stored, headerBytes);
  return encoded;
}

function corrupt(why: string): Result<never, ChunkFailure> {
  return err({ kind: 'corrupt', why });
}

function readLengths(body: Uint8Array, rows: number, wide: boolean): Uint32Array {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const lengths = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) {
    const short = wide ? 0 : view.getUint16(row * 2, true);
    lengths[row] = wide ? view.getUint32(row * 4, true) : short === shortNull ? nullCell : short;
  }
  return lengths;
}

/** Where a cell of so many UTF-16 units ends that starts at `from`. */
function endOfUnits(bytes: Uint8Array, from: number, units: number): number {
  let at = from;
  for (let left = units; left > 0 && at < bytes.length; left--) {
    const length = bytesOfCharacter(bytes[at] ?? 0);
    at += length;
    left -= length === 4 ? 1 : 0;
  }
  return at;
}

/** Turns lengths in UTF-16 units, as version 1 wrote them, into lengths in bytes. */
function unitsToBytes(lengths: Uint32Array, bytes: Uint8Array): void {
  let start = 0;
  for (let row = 0; row < lengths.length; row++) {
    const end = endOfUnits(bytes, start, lengths[row] ?? 0);
    lengths[row] = end - start;
    start = end;
  }
}

function sum(lengths: Uint32Array): number {
  let total = 0;
  for (const length of lengths) {
    total += length === nullCell ? 0 : length;
  }
  return total;
}

function expandBody(stored: Uint8Array, flags: number, byteLength: number): Result<Uint8Array, ChunkFailure> {
  if ((flags & lz4Flag) !== 0) {
    const expanded = lz4Decompress(stored, byteLength);
    return expanded.ok ? expanded : corrupt(`its compressed body is damaged (${expanded.error.why})`);
  }
  return stored.length === byteLength ? ok(stored) : corrupt('its body has the wrong length');
}

type Opened = {
  readonly version: number;
  readonly wide: boolean;
  readonly rows: number;
  /** How many bytes of the body are lengths. */
  readonly lengthsSize: number;
  /** Lengths and text, not compressed. */
  readonly body: Uint8Array;
};

function openEncoded(encoded: Uint8Array): Result<Opened, ChunkFailure> {
  if (encoded.length < headerBytes) {
    return corrupt('it is shorter than its header');
  }
  const view = new DataView(encoded.buffer, encoded.byteOffset, encoded.byteLength);
  const version = view.getUint8(0);
  if (version !== 1 && version !== chunkVersion) {
    return err({ kind: 'unknown-version', version });
  }
  const flags = view.getUint8(1);
  if ((flags & ~(wideFlag | lz4Flag)) !== 0) {
    return corrupt('its flags are unknown');
  }
  const wide = (flags & wideFlag) !== 0;
  const rows = view.getUint32(2, true);
  const lengthsSize = rows * (wide ? 4 : 2);
  const body = expandBody(encoded.subarray(headerBytes), flags, lengthsSize + view.getUint32(6, true));
  return body.ok ? ok({ version, wide, rows, lengthsSize, body: body.value }) : body;
}

/** How long a chunk that `encodeChunk` made is with its body not compressed, in bytes; its own length where it is no chunk. */
export function expandedLength(encoded: Uint8Array): number {
  if (encoded.length < headerBytes) {
    return encoded.length;
  }
  const view = new DataView(encoded.buffer, encoded.byteOffset, encoded.byteLength);
  const wide = (view.getUint8(1) & wideFlag) !== 0;
  return headerBytes + view.getUint32(2, true) * (wide ? 4 : 2) + view.getUint32(6, true);
}

/** What `encodeChunk` made with its body not compressed. The lengths are not looked at; else as `decodeChunk`. */
export function expandEncoded(encoded: Uint8Array<ArrayBuffer>): Result<Uint8Array<ArrayBuffer>, ChunkFailure> {
  const opened = openEncoded(encoded);
  if (!opened.ok) {
    return opened;
  }
  const expanded = new Uint8Array(headerBytes + opened.value.body.length);
  expanded.set(encoded.subarray(0, headerBytes));
  expanded[1] = opened.value.wide ? wideFlag : 0;
  expanded.set(opened.value.body, headerBytes);
  return ok(expanded);
}

/** Unpacks what `encodeChunk` made. Safe on any bytes: lengths that do not add up to the text are refused. */
export function decodeChunk(encoded: Uint8Array): Result<ColumnChunk, ChunkFailure> {
  const opened = openEncoded(encoded);
  if (!opened.ok) {
    return opened;
  }
  const { version, wide, rows, lengthsSize, body } = opened.value;
  const lengths = readLengths(body, rows, wide);
  const bytes = body.subarray(lengthsSize);
  if (version === 1 && sum(lengths) !== utf16Length(bytes, 0, bytes.length)) {
    return corrupt('its lengths do not add up to its text');
  }
  if (version === 1) {
    unitsToBytes(lengths, bytes);
  }
  if (sum(lengths) !== bytes.length) {
    return corrupt('its lengths do not add up to its text');
  }
  return ok({ rows, bytes, lengths });
}

function isAscii(bytes: Uint8Array): boolean {
  for (const byte of bytes) {
    if (byte >= 0x80) {
      return false;
    }
  }
  return true;
}

/** Every cell as a string, in row order, and null as `whenNull`: the text is decoded once, then cut. */
export function cellsOf<N extends string | null>(chunk: ColumnChunk, whenNull: N): (string | N)[];
export function cellsOf(chunk: ColumnChunk): string[];
export function cellsOf(chunk: ColumnChunk, whenNull: string | null = ''): (string | null)[] {
  const { bytes, lengths, rows } = chunk;
  // A byte order mark inside the table is data; the decoder would otherwise eat it and shift every cell.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const ascii = isAscii(bytes);
  const cells: (string | null)[] = [];
  let byte = 0;
  let at = 0;
  for (let row = 0; row < rows; row++) {
    const length = lengths[row] ?? nullCell;
    if (length === nullCell) {
      cells.push(whenNull);
      continue;
    }
    const end = at + (ascii ? length : utf16Length(bytes, byte, byte + length));
    cells.push(text.slice(at, end));
    byte += length;
    at = end;
  }
  return cells;
}
