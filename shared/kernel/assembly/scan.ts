/*
 * The fast path of the CSV scanner (twin: csv-record-reader.ts with csv-table-builder.ts). It takes whole, sound records
 * and copies their cells into the columns of the block in the making. Whatever it does not know it leaves, untouched, to
 * the twin, so that both find the same in any file.
 */

const LF: u32 = 0x0a;
const CR: u32 = 0x0d;

/** The input ends inside the record at `at`. */
const MORE = 0;
/** The block has reached its limit. */
const FULL = 1;
/** The record at `at` is for the twin. */
const TROUBLE = 2;
/** Column `roomColumn` needs room for `roomBytes` more bytes. */
const ROOM = 3;
/** A sound record was passed that has another number of cells: `cells` of them in [recordStart, recordEnd). */
const RAGGED = 4;
const NULL_CELL: u32 = 0xffffffff;

/** For each column: where its text lies, how much of it is filled, its capacity, and where its lengths lie; u32 each. */
let table: usize = 0;
let width: i32 = 0;
let separator: u32 = 0;
let quote: i32 = -1;
let maxRecord: usize = 0;
let fillsShort: bool = false;

/** Where the next record begins, in the file's line `line`; whether the byte before it was a CR. */
export let at: usize = 0;
export let line: u32 = 1;
export let afterCr: i32 = 0;
/** Rows in the block, and what they weigh. */
export let rows: u32 = 0;
export let weight: u32 = 0;
export let roomColumn: i32 = 0;
export let roomBytes: u32 = 0;
export let cells: i32 = 0;
export let recordStart: usize = 0;
export let recordEnd: usize = 0;
export let recordLine: u32 = 0;

export function setUpScan(
  columns: usize,
  count: i32,
  separatorByte: i32,
  quoteByte: i32,
  maxRecordBytes: u32,
  fillShort: i32,
): void {
  table = columns;
  width = count;
  separator = <u32>separatorByte;
  quote = quoteByte;
  maxRecord = maxRecordBytes;
  fillsShort = fillShort != 0;
}

export function startScan(from: usize, lineNumber: u32, isAfterCr: i32): void {
  at = from;
  line = lineNumber;
  afterCr = isAfterCr;
}

export function setBlock(rowCount: u32, blockWeight: u32): void {
  rows = rowCount;
  weight = blockWeight;
}

/** Takes back the cells of the present record in the first `count` columns. */
function undo(count: i32): void {
  for (let column = 0; column < count; column++) {
    const entry = table + ((<usize>column) << 4);
    store<u32>(entry, load<u32>(entry, 4) - load<u32>(<usize>load<u32>(entry, 12) + ((<usize>rows) << 2)), 4);
  }
}

/** Whether the bytes in [from, to) are well-formed UTF-8 (RFC 3629). */
export function isUtf8(from: usize, to: usize): bool {
  let p = from;
  while (p < to) {
    const lead: u32 = load<u8>(p);
    if (lead < 0x80) {
      p++;
      continue;
    }
    // Most of what is not ASCII here is Han, U+4000 to U+9FFF.
    if (lead >= 0xe4 && lead <= 0xe9) {
      if (p + 3 > to || (load<u16>(p, 1) & 0xc0c0) != 0x8080) {
        return false;
      }
      p += 3;
      continue;
    }
    if (lead < 0xc2 || lead > 0xf4) {
      return false;
    }
    const more: usize = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
    if (p + more >= to) {
      return false;
    }
    const second: u32 = load<u8>(p, 1);
    if ((second & 0xc0) != 0x80) {
      return false;
    }
    if (
      (lead == 0xe0 && second < 0xa0) ||
      (lead == 0xed && second > 0x9f) ||
      (lead == 0xf0 && second < 0x90) ||
      (lead == 0xf4 && second > 0x8f)
    ) {
      return false;
    }
    for (let k: usize = 2; k <= more; k++) {
      if ((load<u8>(p + k) & 0xc0) != 0x80) {
        return false;
      }
    }
    p += more + 1;
  }
  return true;
}

/** The first separator, LF or CR from `from`; `end` or more when there is none before it. */
function findBreak(from: usize, end: usize): usize {
  const separators = i8x16.splat(<i8>separator);
  const lfs = i8x16.splat(<i8>LF);
  const crs = i8x16.splat(<i8>CR);
  let p = from;
  while (p < end) {
    const bytes = v128.load(p);
    const found = v128.or(v128.or(i8x16.eq(bytes, separators), i8x16.eq(bytes, lfs)), i8x16.eq(bytes, crs));
    const mask = i8x16.bitmask(found);
    if (mask) {
      return p + ctz(mask);
    }
    p += 16;
  }
  return end;
}

/** Line breaks passed by the last `findQuote`. */
let breaks: u32 = 0;

/** The first quote from `from`, counting line breaks on the way; `end` or more when there is none before it. */
function findQuote(from: usize, end: usize): usize {
  const quotes = i8x16.splat(<i8>quote);
  const lfs = i8x16.splat(<i8>LF);
  const crs = i8x16.splat(<i8>CR);
  let p = from;
  while (p < end) {
    const bytes = v128.load(p);
    const found = i8x16.bitmask(i8x16.eq(bytes, quotes));
    const lines = i8x16.bitmask(v128.or(i8x16.eq(bytes, lfs), i8x16.eq(bytes, crs)));
    const stop: usize = found ? <usize>ctz(found) : 16;
    if (lines) {
      for (let k: usize = 0; k < stop; k++) {
        const byte: u32 = load<u8>(p + k);
        if (byte == CR || (byte == LF && load<u8>(p + k - 1) != CR)) {
          breaks++;
        }
      }
    }
    if (found) {
      return p + stop;
    }
    p += 16;
  }
  return end;
}

/** Whether the last `copy` met a byte that is not ASCII. */
let hasHigh: bool = false;

function copy(from: usize, length: usize, to: usize): void {
  let high = 0;
  let k: usize = 0;
  for (; k + 16 <= length; k += 16) {
    const bytes = v128.load(from + k);
    v128.store(to + k, bytes);
    high |= i8x16.bitmask(bytes);
  }
  if (k < length) {
    const bytes = v128.load(from + k);
    v128.store(to + k, bytes);
    high |= i8x16.bitmask(bytes) & ((1 << (<i32>(length - k))) - 1);
  }
  hasHigh = high != 0;
}

/** Copies a cell, writing every doubled quote once; the length of what was written. */
function copyHalved(from: usize, end: usize, to: usize): usize {
  let p = from;
  let out = to;
  let high: u32 = 0;
  while (p < end) {
    const byte: u32 = load<u8>(p);
    store<u8>(out++, byte);
    high |= byte;
    p += byte == <u32>quote ? 2 : 1;
  }
  hasHigh = (high & 0x80) != 0;
  return out - to;
}

/** A record was taken and the block has room for more. */
const NEXT = -1;

/** Where the cell at `from` was found to end, and what follows: the next cell's place and the byte before it. */
let cellStart: usize = 0;
let cellEnd: usize = 0;
let next: usize = 0;
let last: u32 = 0;
let doubled: bool = false;

/** Finds a cell in quotes. */
function takeQuoted(from: usize, end: usize): i32 {
  cellStart = from + 1;
  doubled = false;
  let stop = findQuote(cellStart, end);
  while (stop + 1 < end) {
    last = load<u8>(stop, 1);
    if (<i32>last != quote) {
      cellEnd = stop;
      next = stop + 2;
      return last == separator || last == LF || last == CR ? NEXT : TROUBLE;
    }
    doubled = true;
    stop = findQuote(stop + 2, end);
  }
  return MORE;
}

/** Finds a cell without quotes. */
function takePlain(from: usize, end: usize): i32 {
  cellStart = from;
  doubled = false;
  cellEnd = findBreak(from, end);
  if (cellEnd >= end) {
    return MORE;
  }
  last = load<u8>(cellEnd);
  next = cellEnd + 1;
  return NEXT;
}

/** Adds the cell that was found to a column. */
function append(column: i32): i32 {
  if (column >= width) {
    return NEXT;
  }
  const entry = table + ((<usize>column) << 4);
  const filled: usize = load<u32>(entry, 4);
  let length = cellEnd - cellStart;
  if (filled + length + 16 > <usize>load<u32>(entry, 8)) {
    roomColumn = column;
    roomBytes = <u32>length + 16;
    return ROOM;
  }
  const to = <usize>load<u32>(entry) + filled;
  if (doubled) {
    length = copyHalved(cellStart, cellEnd, to);
  } else {
    copy(cellStart, length, to);
  }
  if (hasHigh && !isUtf8(to, to + length)) {
    return TROUBLE;
  }
  store<u32>(<usize>load<u32>(entry, 12) + ((<usize>rows) << 2), <u32>length);
  store<u32>(entry, <u32>(filled + length), 4);
  return NEXT;
}

/** Takes the record at `at`. */
function takeRecord(end: usize): i32 {
  const start = at;
  let column = 0;
  next = start;
  last = separator;
  breaks = 0;
  while (last == separator) {
    let status: i32 = MORE;
    if (next < end) {
      status = <i32>load<u8>(next) == quote ? takeQuoted(next, end) : takePlain(next, end);
    }
    if (status == NEXT) {
      if (cellEnd == start && last != separator && width != 1) {
        // A blank line is no record, unless the table has one column.
        at = next;
        line++;
        afterCr = last == CR ? 1 : 0;
        return NEXT;
      }
      status = append(column);
    }
    if (status != NEXT) {
      undo(min<i32>(column, width));
      return status;
    }
    column++;
  }
  const size = next - 1 - start;
  if (size >= maxRecord) {
    undo(min<i32>(column, width));
    return TROUBLE;
  }
  recordLine = line;
  at = next;
  line += breaks + 1;
  afterCr = last == CR ? 1 : 0;
  if (column > width || (column < width && !fillsShort)) {
    undo(min<i32>(column, width));
    cells = column;
    recordStart = start;
    recordEnd = next - 1;
    return RAGGED;
  }
  for (; column < width; column++) {
    store<u32>(<usize>load<u32>(table + ((<usize>column) << 4), 12) + ((<usize>rows) << 2), NULL_CELL);
  }
  rows++;
  weight += <u32>size + ((<u32>width) << 2);
  return NEXT;
}

/** Takes records from `at` on. Stops, with the reason, before anything that is not a whole and sound record. */
export function scan(end: usize, rowLimit: u32, weightLimit: u32): i32 {
  let status: i32 = NEXT;
  while (status == NEXT) {
    if (at < end && afterCr) {
      afterCr = 0;
      if (load<u8>(at) == LF) {
        at++;
      }
    }
    status = takeRecord(end);
    if (status == NEXT && (rows >= rowLimit || weight >= weightLimit)) {
      status = FULL;
    }
  }
  return status;
}
