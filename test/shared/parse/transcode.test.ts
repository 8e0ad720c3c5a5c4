import { createMultibyteDecoder } from '@exodus/bytes/multi-byte.js';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { type Encoding, encodingSchema } from '#shared/domain/dialect.ts';
import { createTranscoder } from '#shared/parse/transcode.ts';
import { joined, utf8 } from '../../fixtures/bytes.ts';

const encodings = encodingSchema.options;
const doubleByte = ['gb18030', 'big5', 'shift_jis', 'euc-kr'] as const;

function transcoded(encoding: Encoding, ...pieces: readonly Uint8Array[]): Uint8Array {
  const transcoder = createTranscoder(encoding);
  const parts = pieces.map((piece) => transcoder.push(piece).slice());
  return joined([...parts, transcoder.end().slice()]);
}

/** The output as text, with U+FFFF where a malformed sequence stood. */
function readable(bytes: Uint8Array): string {
  const parts: string[] = [];
  let from = 0;
  bytes.forEach((byte, at) => {
    if (byte === 0xff) {
      parts.push(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(from, at)), '\uFFFF');
      from = at + 1;
    }
  });
  return parts.join('') + new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(from));
}

function read(encoding: Encoding, bytes: readonly number[]): string {
  return readable(transcoded(encoding, Uint8Array.from(bytes)));
}

/** Every sequence of one or two bytes that our tables and iconv-lite read differently, as `bytes: theirs → ours`. */
function differences(encoding: Encoding): readonly string[] {
  const upper = Array.from({ length: 128 }, (_, index) => 0x80 + index);
  const isPaired = doubleByte.some((name) => name === encoding);
  const trails = isPaired
    ? Array.from({ length: 0xbf }, (_, index) => 0x40 + index).filter((byte) => byte !== 0x7f)
    : [];
  const sequences = [...upper.map((byte) => [byte]), ...upper.flatMap((lead) => trails.map((trail) => [lead, trail]))];
  return sequences.flatMap((sequence) => {
    const ours = read(encoding, sequence);
    const theirs = iconv.decode(Buffer.from(sequence), encoding).replaceAll('\uFFFD', '\uFFFF');
    const isBothMalformed = ours.includes('\uFFFF') && theirs.includes('\uFFFF');
    const hex = Buffer.from(sequence).toString('hex');
    return ours === theirs || isBothMalformed ? [] : [`${hex}: ${theirs} → ${ours}`];
  });
}

describe('every character', () => {
  test.each(['big5', 'euc-kr', 'windows-1256', 'koi8-r'] as const)('of %s reads as in iconv-lite', (encoding) => {
    expect(differences(encoding)).toEqual([]);
  });

  test('of GB18030 reads as in iconv-lite, save 18 that the edition of 2022 moved out of the private use area', () => {
    const found = differences('gb18030');
    expect(found).toHaveLength(18);
    expect(found[0]).toBe('a6d9: \uE78D → ︐');
    expect(found.every((line) => /^(?:a6|fe)..: [\uE000-\uF8FF] → [^\uE000-\uF8FF]$/.test(line))).toBe(true);
  });

  test('of GB18030 with four bytes reads as in iconv-lite, save those that the edition of 2022 moved', () => {
    const different: string[] = [];
    for (let pointer = 0; pointer < 39_420; pointer++) {
      const [fourth, third, second] = [pointer % 10, Math.floor(pointer / 10) % 126, Math.floor(pointer / 1260) % 10];
      const bytes = [0x81 + Math.floor(pointer / 12_600), 0x30 + second, 0x81 + third, 0x30 + fourth];
      const theirs = iconv.decode(Buffer.from(bytes), 'gb18030');
      const ours = read('gb18030', bytes);
      if (ours !== theirs && !(ours === '\uFFFF' && theirs.includes('\uFFFD'))) {
        different.push(`${Buffer.from(bytes).toString('hex')}: ${theirs} → ${ours}`);
      }
    }
    expect(different.length).toBeLessThanOrEqual(19);
    expect(read('gb18030', [0x94, 0x39, 0xda, 0x33])).toBe('💩');
    expect(read('gb18030', [0x90, 0x30, 0x81, 0x30])).toBe('\u{10000}');
  });

  test("of Shift_JIS reads as in iconv-lite, which lacks a part of the users' own rows only", () => {
    expect(differences('shift_jis').every((line) => /^f9..: .+ → [\uE000-\uF8FF]$/.test(line))).toBe(true);
  });

  test.each([
    'windows-1250',
    'windows-1251',
    'windows-1252',
    'windows-1253',
    'windows-1254',
    'windows-1255',
    'windows-1257',
    'windows-1258',
  ] as const)(
    'of %s reads as in iconv-lite, save that bytes without a character are control characters',
    (encoding) => {
      expect(differences(encoding).filter((line) => !/^[89].: \uFFFF → [\u0080-\u009F]$/.test(line))).toEqual([]);
    },
  );

  test.each(['utf-16le', 'utf-16be'] as const)('of the basic plane and above passes in %s', (encoding) => {
    const text = Array.from({ length: 0x11_0000 / 17 }, (_, index) => String.fromCodePoint(index * 17))
      .filter((character) => !/[\uD800-\uDFFF]/u.test(character))
      .join('');
    expect(readable(transcoded(encoding, iconv.encode(text, encoding)))).toBe(text);
  });
});

describe('a malformed sequence', () => {
  test.each([
    ['gb18030', [0x81, 0x0a, 0x41], '\uFFFF\nA'],
    ['gb18030', [0x81, 0x30, 0x0a, 0x41], '\uFFFF0\nA'],
    ['gb18030', [0x81, 0x30, 0x81, 0x0a], '\uFFFF0\uFFFF\n'],
    ['gb18030', [0xff, 0x41], '\uFFFFA'],
    ['gb18030', [0xd6, 0xd0, 0xce], '中\uFFFF'],
    ['gb18030', [0x84, 0x31, 0xa4, 0x37, 0xff], '\uFFFD\uFFFF'],
    ['gb18030', [0x80], '€'],
    ['big5', [0xa4, 0x0a], '\uFFFF\n'],
    ['big5', [0x88, 0x62], '\u00CA\u0304'],
    ['shift_jis', [0x81, 0x0a, 0xb1], '\uFFFF\nｱ'],
    ['euc-kr', [0x81, 0x41, 0xff], '갂\uFFFF'],
    ['windows-1255', [0xd9, 0x41], '\uFFFFA'],
    ['windows-1252', [0x80, 0x92], '€’'],
    ['utf-16le', [0x00, 0xd8, 0x41, 0x00, 0x42], '\uFFFFA\uFFFF'],
    ['utf-16be', [0xdc, 0x00, 0xff, 0xfd], '\uFFFF\uFFFD'],
    ['utf-16le', [0x00, 0xd8], '\uFFFF'],
  ] as const)('in %s: %j', (encoding, bytes, text) => {
    expect(read(encoding, bytes)).toBe(text);
  });

  test.each(doubleByte)('in %s is told as the WHATWG standard tells it', (encoding) => {
    const decode = createMultibyteDecoder(encoding, true);
    const byte = fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(0x0a, 0x30, 0x39, 0x81, 0xfe, 0xff, 0x80));
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 24 }), (bytes) => {
        const ours = read(encoding, bytes).replaceAll('\uFFFF', '\uFFFD');
        expect(ours).toBe(decode(Uint8Array.from(bytes)).replace(/^\uFEFF/, ''));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('what comes out', () => {
  test('is the same however the bytes are cut', () => {
    const source = fc.tuple(fc.constantFrom(...encodings), fc.uint8Array({ maxLength: 40 }), fc.array(fc.nat(40)));
    fc.assert(
      fc.property(source, ([encoding, bytes, cuts]) => {
        const places = [0, ...cuts.filter((cut) => cut <= bytes.length).sort((a, b) => a - b), bytes.length];
        const pieces = places.slice(1).map((end, index) => bytes.slice(places[index], end));
        expect(transcoded(encoding, ...pieces)).toEqual(transcoded(encoding, bytes));
      }),
      { numRuns: 1000 },
    );
  });

  test.each(['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const)('of %s has no byte order mark', (encoding) => {
    const text = '\uFEFF姓名,\uFEFFAda\n';
    const bytes = encoding === 'utf-8' ? utf8(text) : iconv.encode(text, encoding, { addBOM: false });
    const byByte = Array.from(bytes, (byte) => Uint8Array.of(byte));
    expect(readable(transcoded(encoding, ...byByte))).toBe('姓名,\uFEFFAda\n');
  });

  test('of UTF-8 is what went in, malformed or not', () => {
    expect(transcoded('utf-8', Uint8Array.of(0xef, 0xbb))).toEqual(Uint8Array.of(0xef, 0xbb));
    expect(transcoded('utf-8', Uint8Array.of(0xef), Uint8Array.of(0xbb, 0x41))).toEqual(
      Uint8Array.of(0xef, 0xbb, 0x41),
    );
  });
});
