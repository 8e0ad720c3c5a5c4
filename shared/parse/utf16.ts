import { malformed } from './character-tables.ts';

const isHigh = (unit: number): boolean => (unit & 0xfc00) === 0xd800;
const isLow = (unit: number): boolean => (unit & 0xfc00) === 0xdc00;

/** Reads UTF-16 and writes UTF-8. A surrogate without its partner and half a unit at the end are malformed. */
export function createUtf16Writer(littleEndian: boolean) {
  let half = -1;
  let high = 0;

  const writeUnit = (unit: number, out: Uint8Array, start: number): number => {
    let at = start;
    if (high !== 0) {
      const lead = high;
      high = 0;
      if (isLow(unit)) {
        const point = 0x10000 + ((lead & 0x3ff) << 10) + (unit & 0x3ff);
        out[at++] = 0xf0 | (point >> 18);
        out[at++] = 0x80 | ((point >> 12) & 0x3f);
        out[at++] = 0x80 | ((point >> 6) & 0x3f);
        out[at++] = 0x80 | (point & 0x3f);
        return at;
      }
      out[at++] = malformed;
    }
    if (isHigh(unit)) {
      high = unit;
    } else if (isLow(unit)) {
      out[at++] = malformed;
    } else if (unit < 0x80) {
      out[at++] = unit;
    } else if (unit < 0x800) {
      out[at++] = 0xc0 | (unit >> 6);
      out[at++] = 0x80 | (unit & 0x3f);
    } else {
      out[at++] = 0xe0 | (unit >> 12);
      out[at++] = 0x80 | ((unit >> 6) & 0x3f);
      out[at++] = 0x80 | (unit & 0x3f);
    }
    return at;
  };

  const lowAt = littleEndian ? 0 : 1;
  const writePairs = (bytes: Uint8Array, from: number, out: Uint8Array, start: number): number => {
    let at = start;
    for (let index = from; index + 1 < bytes.length; index += 2) {
      const unit = (bytes[index + lowAt] ?? 0) | ((bytes[index + 1 - lowAt] ?? 0) << 8);
      if (unit < 0x80 && high === 0) {
        out[at++] = unit;
      } else {
        at = writeUnit(unit, out, at);
      }
    }
    return at;
  };

  return {
    write: (bytes: Uint8Array, out: Uint8Array, start: number): number => {
      if (bytes.length === 0) {
        return start;
      }
      const joins = half >= 0 ? 1 : 0;
      const at = joins === 1 ? writePairs(Uint8Array.of(half, bytes[0] ?? 0), 0, out, start) : start;
      half = (bytes.length - joins) % 2 === 1 ? (bytes[bytes.length - 1] ?? 0) : -1;
      return writePairs(bytes, joins, out, at);
    },
    finish: (out: Uint8Array, start: number): number => {
      let at = start;
      if (high !== 0) {
        out[at++] = malformed;
      }
      if (half >= 0) {
        out[at++] = malformed;
      }
      return at;
    },
  };
}
