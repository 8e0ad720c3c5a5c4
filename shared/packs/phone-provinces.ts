import { z } from 'zod';
import pack from './phone-provinces.json' with { type: 'json' };

const packSchema = z.object({
  meta: z.object({ source: z.string() }),
  /** The letter of the province of an area code, without its 0. */
  areas: z.record(z.string().regex(/^\d{2,3}$/), z.string().length(1)),
  /** By the first three digits of mobile numbers, the letters of the 10,000 prefixes of seven digits, in runs. */
  mobiles: z.record(z.string().regex(/^1\d\d$/), z.string().regex(/^(?:[A-Za-e-]\d*)+$/)),
});
const { areas, mobiles } = packSchema.parse(pack);

/** Codes of GB/T 2260 of the provinces, in the order of their letters. */
const provinces = [
  11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63,
  64, 65,
];
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcde';

function provinceBy(letter: string | undefined): number {
  return letter === undefined ? 0 : (provinces[letters.indexOf(letter)] ?? 0);
}

/** The province of an area code of two or three digits (`10`, `571`), by its code of GB/T 2260, or null. */
export function provinceOfArea(area: string): number | null {
  return provinceBy(areas[area]) || null;
}

const unpacked = new Map<string, Uint8Array>();

function unpack(prefix: string): Uint8Array {
  const all = new Uint8Array(10_000);
  let at = 0;
  for (const [, letter, length] of (mobiles[prefix] ?? '').matchAll(/(.)(\d*)/g)) {
    const end = at + Number(length === '' ? 1 : length);
    all.fill(provinceBy(letter), at, end);
    at = end;
  }
  return all;
}

/**
 * The province in which a Chinese mobile number of eleven digits was sold, by its first seven; null where that is not known,
 * as for the prefixes given out since 2017 or so.
 */
export function provinceOfMobile(number: string): number | null {
  const prefix = number.slice(0, 3);
  const known = unpacked.get(prefix) ?? unpack(prefix);
  unpacked.set(prefix, known);
  return known[Number(number.slice(3, 7))] || null;
}
