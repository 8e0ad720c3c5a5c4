import { characterLength } from '../kernel/utf8.ts';
import { counted } from '../lib/counted.ts';
import { doubleByteTable, type SingleByteEncoding, singleByteTable } from './character-tables.ts';

/** Where a kind of damage shows: how often, and in which line (first = 1) for the first time. */
type Places = { readonly count: number; readonly line: number };

const lost = 'The characters are lost; this cannot be undone.';
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function lineAt(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) {
    line++;
  }
  return line;
}

function placesOf(text: string, pattern: RegExp): Places | null {
  const first = text.search(pattern);
  return first < 0 ? null : { count: [...text.matchAll(pattern)].length, line: lineAt(text, first) };
}

function placed({ count, line }: Places): string {
  return `${counted(count, 'place')}, first in line ${line.toLocaleString('en')}`;
}

/** Text that broke before the file was written and shows by what it became. */
const lostSigns: readonly { readonly pattern: RegExp; readonly say: (where: string) => string }[] = [
  {
    pattern: /(?:锟斤拷|锟斤|斤拷)+/g,
    say: (where) =>
      `“锟斤拷” stands in ${where}: text that could not be decoded was stored as UTF-8 and read as GBK. ${lost}`,
  },
  {
    pattern: /烫{3,}|屯{3,}/g,
    say: (where) => `“烫烫烫” or “屯屯屯” stands in ${where}: memory was stored that never held text. ${lost}`,
  },
];

/** The bytes of characters in an encoding; -1 for a character that it lacks. */
type Encoder = (character: string) => number;

function encoderOf(tables: Iterable<readonly [packed: number, bytes: number]>): Encoder {
  const text = new TextEncoder();
  const places = new Map<number, number>();
  for (const [packed, bytes] of tables) {
    if (!places.has(packed)) {
      places.set(packed, bytes);
    }
  }
  return (character) => {
    const packed = text.encode(character).reduceRight((bits, byte) => bits * 256 + byte, 0);
    return places.get(packed) ?? -1;
  };
}

function singleByteEncoder(encoding: SingleByteEncoding): Encoder {
  return encoderOf(Array.from(singleByteTable(encoding), (packed, byte) => [packed, byte] as const).slice(0x80));
}

function makeGbkEncoder(): Encoder {
  const { pairs } = doubleByteTable('gb18030');
  return encoderOf(Array.from(pairs, (packed, pair) => [packed, pair] as const).filter(([packed]) => packed !== 0));
}

type MisreadEncoding = 'windows-1252' | 'windows-1251' | 'gbk';
const encoders = new Map<MisreadEncoding, Encoder>();

/** What writes an encoding; made at first use and kept, because many files may be looked at one after the other. */
function encoderFor(encoding: MisreadEncoding): Encoder {
  const known = encoders.get(encoding);
  if (known !== undefined) {
    return known;
  }
  const made = encoding === 'gbk' ? makeGbkEncoder() : singleByteEncoder(encoding);
  encoders.set(encoding, made);
  return made;
}

function bytesOf(stretch: string, encode: Encoder): Uint8Array | null {
  const bytes: number[] = [];
  for (const character of stretch) {
    const code = encode(character);
    if (code < 0) {
      return null;
    }
    bytes.push(...(code > 0xff ? [code >> 8, code & 0xff] : [code]));
  }
  return Uint8Array.from(bytes);
}

/** What a stretch was before it was read wrongly: null when its bytes are no UTF-8 but for a torn last character. */
function before(stretch: string, encode: Encoder): string | null {
  const bytes = bytesOf(stretch, encode);
  if (bytes === null) {
    return null;
  }
  let at = 0;
  while (at < bytes.length) {
    const length = characterLength(bytes, at, bytes.length);
    if (length <= 0) {
      break;
    }
    at += length;
  }
  const isTorn = at < bytes.length && characterLength(bytes, at, bytes.length) !== -1;
  return at === 0 || isTorn ? null : decoder.decode(bytes.subarray(0, at));
}

function scriptOf(text: string): string {
  if (/\p{Script=Han}/u.test(text)) {
    return 'Chinese characters';
  }
  return /\p{Script=Cyrillic}/u.test(text) ? 'Cyrillic letters' : 'accented letters and signs';
}

/** Stretches of a text that are UTF-8 read in another encoding and stored as UTF-8 again. */
function findDouble(
  text: string,
  stretches: RegExp,
  encoding: MisreadEncoding,
): (Places & { readonly was: string }) | null {
  let count = 0;
  let others = 0;
  let first = -1;
  let was = '';
  for (const { 0: stretch, index } of text.matchAll(stretches)) {
    const original = before(stretch, encoderFor(encoding));
    const isRepeatedLoss = original !== null && /^\uFFFD+$/.test(original);
    if (original === null || isRepeatedLoss) {
      others += isRepeatedLoss ? 0 : 1;
      continue;
    }
    count++;
    was += was.length < 200 ? original : '';
    first = first < 0 ? index : first;
  }
  // One stretch in a sea of sound ones is chance.
  return count === 0 || count * 20 < others ? null : { count, line: lineAt(text, first), was };
}

function doubleSentence(found: Places & { readonly was: string }, name: string, signs: string): string {
  const what = scriptOf(found.was);
  return `${signs} stand in ${placed(found)}: ${what} in UTF-8 were read as ${name} and stored again. Where no character is missing it can be undone: store the text as ${name}, then read it as UTF-8.`;
}

function findDoubles(text: string): readonly string[] {
  const latin = findDouble(text, /[\u0080-\u00FF\u0152-\u0192\u02C6-\u02DC\u2013-\u2122]{2,}/g, 'windows-1252');
  const cyrillic = /[РС][\u0400-\u045F\u00A0-\u00BB\u2013-\u2122]/.test(text)
    ? findDouble(text, /[\u0400-\u0491\u00A0-\u00BB\u2013-\u2122]{4,}/g, 'windows-1251')
    : null;
  const chinese = findDouble(text, /[\u20AC\u3400-\u9FFF\uE000-\uF8FF]{3,}/g, 'gbk');
  return [
    ...(latin === null ? [] : [doubleSentence(latin, 'Windows-1252', 'Pairs such as “Ã©” or “Ð°”')]),
    ...(cyrillic === null ? [] : [doubleSentence(cyrillic, 'Windows-1251', 'Pairs such as “Рђ” or “СЃ”')]),
    ...(chinese === null ? [] : [doubleSentence(chinese, 'GBK', 'Characters such as “鏂囦欢”')]),
  ];
}

/** Cells of question marks alone, as a program leaves them that cannot write the characters. */
function findQuestionMarks(text: string): readonly string[] {
  const found = placesOf(text, /(?<=^|[\n\r,;\t|"'])\?{2,}(?=[\n\r,;\t|"']|$)/g);
  return found === null || found.count < 3
    ? []
    : [
        `Cells of nothing but question marks stand in ${placed(found)}: their text was stored in an encoding without its characters. ${lost}`,
      ];
}

/** The places of U+FFFD that the file itself holds; malformed bytes, which decode to it, are another matter. */
function findReplaced(utf8: Uint8Array): readonly string[] {
  let count = 0;
  let first = -1;
  for (let at = utf8.indexOf(0xef); at >= 0; at = utf8.indexOf(0xef, at + 1)) {
    if (utf8[at + 1] === 0xbf && utf8[at + 2] === 0xbd) {
      count++;
      first = first < 0 ? at : first;
    }
  }
  if (count === 0) {
    return [];
  }
  const line = 1 + utf8.subarray(0, first).reduce((breaks, byte) => breaks + (byte === 0x0a ? 1 : 0), 0);
  return [`The replacement character “\uFFFD” stands in ${placed({ count, line })}. ${lost}`];
}

/**
 * Names the damage that a beginning shows, given as UTF-8: what was encoded wrongly before the file was written, where
 * it shows, and whether it can be undone.
 */
export function findDamage(utf8: Uint8Array): readonly string[] {
  const text = decoder.decode(utf8);
  const signs = lostSigns.flatMap(({ pattern, say }) => {
    const found = placesOf(text, pattern);
    return found === null ? [] : [say(placed(found))];
  });
  return [...signs, ...findReplaced(utf8), ...findDoubles(text), ...findQuestionMarks(text)];
}
