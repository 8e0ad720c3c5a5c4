import type { CellPlaces } from '../kernel/csv-record.ts';

const colon = 0x3a;
const slash = 0x2f;
const dot = 0x2e;
const at = 0x40;
const space = 0x20;

/** Letters, digits, `+`, `-` and `.`: what the name of a URL's scheme is made of. */
function isSchemeByte(byte: number): boolean {
  const letter = byte | 0x20;
  return (
    (letter >= 0x61 && letter <= 0x7a) ||
    (byte >= 0x30 && byte <= 0x39) ||
    byte === 0x2b ||
    byte === 0x2d ||
    byte === dot
  );
}

/** The place of the first `://` in [start, end), or -1. */
function schemeEnd(bytes: Uint8Array, start: number, end: number): number {
  for (let place = start; place + 2 < end; place++) {
    if (bytes[place] === colon && bytes[place + 1] === slash && bytes[place + 2] === slash) {
      return place;
    }
  }
  return -1;
}

/** Where the name of the scheme begins that ends at `end`; `end` itself when there is none. */
function schemeStart(bytes: Uint8Array, start: number, end: number): number {
  let place = end;
  while (place > start && isSchemeByte(bytes[place - 1] ?? 0)) {
    place--;
  }
  return place;
}

function isAddress(bytes: Uint8Array, start: number, end: number): boolean {
  let sign = -1;
  let dots = 0;
  for (let place = start; place < end; place++) {
    const byte = bytes[place] ?? 0;
    if (byte === slash || byte === space || (byte === at && sign >= 0)) {
      return false;
    }
    if (byte === at) {
      sign = place;
    } else if (byte === dot && sign >= 0 && place > sign + 1 && place < end - 1) {
      dots++;
    }
  }
  return sign > start && dots > 0;
}

/** Whether the colon at `place` stands before a port: up to five digits, then a path or the next part. */
function isBeforePort(bytes: Uint8Array, place: number, end: number): boolean {
  let next = place + 1;
  while (next < end && next - place <= 6 && (bytes[next] ?? 0) >= 0x30 && (bytes[next] ?? 0) <= 0x39) {
    next++;
  }
  const digits = next - place - 1;
  const byte = bytes[next];
  return digits >= 1 && digits <= 5 && (byte === slash || byte === colon || byte === 0x3f || byte === 0x23);
}

function includes(bytes: Uint8Array, byte: number, start: number, end: number): boolean {
  const found = bytes.subarray(start, end).indexOf(byte);
  return found >= 0;
}

/**
 * Which colon ends the URL. Of more than two the evidence decides: a part that is a mail address is the login; behind a bare
 * host or its port only the login can follow; else the line is cut from the right, for a path may hold colons.
 */
function urlEnd(bytes: Uint8Array, host: number, colons: readonly number[]): number {
  const last = colons.length - 2;
  for (let k = 0; k < last; k++) {
    if (isAddress(bytes, (colons[k] ?? 0) + 1, colons[k + 1] ?? 0)) {
      return k;
    }
  }
  return includes(bytes, slash, host, colons[0] ?? 0) ? last : 0;
}

/** The place in [start, end) where the port or the path may begin: behind the brackets of an IPv6 address. */
function hostEnd(bytes: Uint8Array, start: number, end: number): number {
  const closed = bytes[start] === 0x5b ? bytes.subarray(start, end).indexOf(0x5d) : -1;
  return closed < 0 ? start : start + closed;
}

function cutUrlFirst(bytes: Uint8Array, start: number, host: number, end: number, cells: CellPlaces): boolean {
  const colons: number[] = [];
  for (let place = hostEnd(bytes, host, end); place < end; place++) {
    if (bytes[place] === colon) {
      colons.push(place);
    }
  }
  const [first = end] = colons;
  if (colons.length > 2 && isBeforePort(bytes, first, end) && !includes(bytes, slash, host, first)) {
    colons.shift();
  }
  if (colons.length < 2) {
    return false;
  }
  const k = urlEnd(bytes, host, colons);
  const [login = 0, password = 0] = colons.slice(k);
  cells.add(0, login - start, 0);
  cells.add(login + 1 - start, password - start, 0);
  cells.add(password + 1 - start, end - start, 0);
  return true;
}

/** Notes `login`, `password` and the URL behind them; false when login and password are not two. */
function cutUrlLast(
  bytes: Uint8Array,
  [start, url, end]: readonly [number, number, number],
  separator: number,
  cells: CellPlaces,
): boolean {
  const between = bytes.subarray(start, url - 1).indexOf(separator);
  if (between < 0) {
    return false;
  }
  cells.add(url - start, end - start, 0);
  cells.add(0, between, 0);
  cells.add(between + 1, url - 1 - start, 0);
  return true;
}

/** URLs hold no such separator: the first ends the URL, the second the login; the password may hold more of them. */
function cutAtSeparators(bytes: Uint8Array, start: number, end: number, separator: number, cells: CellPlaces): boolean {
  const first = bytes.subarray(start, end).indexOf(separator);
  const second = first < 0 ? -1 : bytes.subarray(start, end).indexOf(separator, first + 1);
  if (second < 0) {
    return false;
  }
  cells.add(0, first, 0);
  cells.add(first + 1, second, 0);
  cells.add(second + 1, end - start, 0);
  return true;
}

/**
 * Notes the places of URL, login and password in a line, whichever of the two orders it has: the URL stands at the end only
 * when a scheme begins behind a separator and not at the start of the line. The scheme's own colon, a port and an IPv6
 * address do not separate. False when the line has too few separators.
 */
export function cutUlpLine(
  bytes: Uint8Array,
  start: number,
  end: number,
  separator: number,
  cells: CellPlaces,
): boolean {
  const scheme = schemeEnd(bytes, start, end);
  const url = scheme < 0 ? start : schemeStart(bytes, start, scheme);
  if (url > start && url < scheme && bytes[url - 1] === separator) {
    const isLast = cutUrlLast(bytes, [start, url, end], separator, cells);
    if (isLast) {
      return true;
    }
  }
  if (separator !== colon) {
    return cutAtSeparators(bytes, start, end, separator, cells);
  }
  return cutUrlFirst(bytes, start, url === start && scheme > start ? scheme + 3 : start, end, cells);
}
