/** The continuation bytes a lead byte of well-formed UTF-8 asks for (RFC 3629, 4); 0 for a byte that can lead nothing. */
function continuationsAfter(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) {
    return 1;
  }
  if (lead >= 0xe0 && lead <= 0xef) {
    return 2;
  }
  if (lead >= 0xf0 && lead <= 0xf4) {
    return 3;
  }
  return 0;
}

/** Whether a second byte may follow its lead: this is where overlong forms, surrogates and code points over U+10FFFF fail. */
function mayFollow(lead: number, second: number): boolean {
  if ((second & 0xc0) !== 0x80) {
    return false;
  }
  if (lead === 0xe0) {
    return second >= 0xa0;
  }
  if (lead === 0xed) {
    return second <= 0x9f;
  }
  if (lead === 0xf0) {
    return second >= 0x90;
  }
  if (lead === 0xf4) {
    return second <= 0x8f;
  }
  return true;
}

/**
 * The length in bytes of the well-formed multi-byte character at `at`: 2 to 4, 0 when it is malformed, -1 when it is well
 * formed so far but `end` cuts it off.
 */
export function characterLength(bytes: Uint8Array, at: number, end: number): number {
  const lead = bytes[at] ?? 0;
  const more = continuationsAfter(lead);
  if (more === 0) {
    return 0;
  }
  for (let k = 1; k <= more; k++) {
    if (at + k >= end) {
      return -1;
    }
    const byte = bytes[at + k] ?? 0;
    if (k === 1 ? !mayFollow(lead, byte) : (byte & 0xc0) !== 0x80) {
      return 0;
    }
  }
  return more + 1;
}

/** The place of the first byte in [start, end) that is not strict UTF-8, or -1. A character cut off at `end` counts as wrong. */
export function firstInvalidUtf8(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end) {
    if ((bytes[at] ?? 0) < 0x80) {
      at++;
      continue;
    }
    const length = characterLength(bytes, at, end);
    if (length <= 0) {
      return at;
    }
    at += length;
  }
  return -1;
}

/** The UTF-16 code units that well-formed UTF-8 in [start, end) decodes to. */
export function utf16Length(bytes: Uint8Array, start: number, end: number): number {
  let units = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if ((byte & 0xc0) !== 0x80) {
      units += byte >= 0xf0 ? 2 : 1;
    }
  }
  return units;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The UTF-16 code of the three-byte character at `at`, as all Han of the basic plane are. */
export function codeAt(bytes: Uint8Array, at: number): number {
  return (((bytes[at] ?? 0) & 0x0f) << 12) | (((bytes[at + 1] ?? 0) & 0x3f) << 6) | ((bytes[at + 2] ?? 0) & 0x3f);
}

/** How many bytes the character takes that begins with this byte, in text that is known to be well-formed. */
export function bytesOfCharacter(lead: number): number {
  if (lead < 0x80) {
    return 1;
  }
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

/** Whether the bytes in [start, end) are nothing but characters of three bytes. */
export function areTripleBytes(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 3) {
    if ((bytes[at] ?? 0) >>> 4 !== 0xe) {
      return false;
    }
  }
  return (end - start) % 3 === 0;
}

/** The text of well-formed UTF-8 in [start, end). Names of two to four Han characters, which are many, are made by hand. */
export function textIn(bytes: Uint8Array, start: number, end: number): string {
  const size = end - start;
  if (size <= 12 && areTripleBytes(bytes, start, end)) {
    switch (size) {
      case 6:
        return String.fromCharCode(codeAt(bytes, start), codeAt(bytes, start + 3));
      case 9:
        return String.fromCharCode(codeAt(bytes, start), codeAt(bytes, start + 3), codeAt(bytes, start + 6));
      case 12:
        return String.fromCharCode(
          codeAt(bytes, start),
          codeAt(bytes, start + 3),
          codeAt(bytes, start + 6),
          codeAt(bytes, start + 9),
        );
    }
  }
  return decoder.decode(bytes.subarray(start, end));
}
