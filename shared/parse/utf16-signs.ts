import { encodingNames } from './language-models.ts';

type Utf16 = 'utf-16le' | 'utf-16be';

/** UTF-16, and the sentence that says how it shows. */
export type Utf16Sign = { readonly encoding: Utf16; readonly reason: string };

/** A few units decide nothing; more than these are not read. */
const fewestUnits = 3;
const mostUnits = 1 << 15;
/** The share of units that must be characters of a living script, out of a hundred. */
const plausiblePercent = 97;

/** Runs of units that text is made of: ASCII with its line breaks, alphabets, kana, Han, Hangul, full-width forms. */
const plausibleRuns: readonly (readonly [number, number])[] = [
  [0x09, 0x0a],
  [0x0d, 0x0d],
  [0x20, 0x7e],
  [0xa0, 0x52f],
  [0x590, 0x6ff],
  [0x1e00, 0x1fff],
  [0x2010, 0x203b],
  [0x20ac, 0x20ac],
  [0x2100, 0x26ff],
  [0x3000, 0x30ff],
  [0x3400, 0x9fff],
  [0xac00, 0xd7a3],
  [0xff00, 0xffef],
  [0xfeff, 0xfeff],
];

type UnitCensus = {
  readonly units: number;
  readonly plausible: number;
  /** Units below U+0100: their other byte is a NUL, which no other text holds. */
  readonly narrow: number;
  readonly han: number;
  readonly commonHan: number;
};

/**
 * Some of the commonest Han characters, simplified, traditional and Japanese: chance hits one in a hundred units with
 * them, text one in ten.
 */
const commonHan = new Set(
  [
    ...'的一是不了有人中大上国國我以他时時来來用生到地出就分会會可主年同工王李张張刘劉陈陳省市区區县縣路号號街名姓电電话話小明文华華东東西南北京山田村东江海林金新州城镇鎮日月本子',
  ].map((character) => character.charCodeAt(0)),
);

function unitsOf(bytes: Uint8Array, littleEndian: boolean): Uint16Array {
  const [low, high] = littleEndian ? [0, 1] : [1, 0];
  return Uint16Array.from({ length: Math.min(bytes.length >> 1, mostUnits) }, (_, index) => {
    return (bytes[index * 2 + low] ?? 0) | ((bytes[index * 2 + high] ?? 0) << 8);
  });
}

function takeCensus(units: Uint16Array): UnitCensus {
  const count = (test: (unit: number) => boolean): number => units.reduce((sum, unit) => sum + (test(unit) ? 1 : 0), 0);
  return {
    units: units.length,
    plausible: count((unit) => plausibleRuns.some(([from, to]) => unit >= from && unit <= to)),
    narrow: count((unit) => unit < 0x100),
    han: count((unit) => unit >= 0x4e00 && unit <= 0x9fff),
    commonHan: count((unit) => commonHan.has(unit)),
  };
}

function signOf(bytes: Uint8Array, encoding: Utf16): Utf16Sign | null {
  const { units, plausible, narrow, han, commonHan: common } = takeCensus(unitsOf(bytes, encoding === 'utf-16le'));
  if (units < fewestUnits || plausible * 100 < units * plausiblePercent) {
    return null;
  }
  const name = encodingNames[encoding];
  if (narrow > 0) {
    return { encoding, reason: `NULs stand on one side of its byte pairs, ${narrow} in ${units}: it is ${name}.` };
  }
  // Without a single NUL there is no ASCII and no line break: only Han characters that are common can tell.
  return han * 2 > units && common * 10 >= units
    ? { encoding, reason: `${common} of its ${units} byte pairs are common Chinese characters: it is ${name}.` }
    : null;
}

function hasNul(bytes: Uint8Array, from: number): boolean {
  for (let at = from; at < bytes.length; at += 2) {
    if (bytes[at] === 0) {
      return true;
    }
  }
  return false;
}

/**
 * UTF-16 by its byte order mark; by NULs that stand on one side of the byte pairs only, as ASCII makes them; or, in text
 * of Chinese alone, by how common the characters are. Null when none of it shows.
 */
export function findUtf16(bytes: Uint8Array): Utf16Sign | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return { encoding: 'utf-16le', reason: 'A byte order mark says UTF-16 (little-endian).' };
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return { encoding: 'utf-16be', reason: 'A byte order mark says UTF-16 (big-endian).' };
  }
  if (!bytes.some((byte) => byte === 0 || byte >= 0x80)) {
    return null;
  }
  const [little, big] = [signOf(bytes, 'utf-16le'), signOf(bytes, 'utf-16be')];
  if (little !== null && big !== null) {
    return hasNul(bytes, 0) ? big : little;
  }
  return little ?? big;
}
