import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import type { Encoding } from '#shared/domain/dialect.ts';
import { guessEncoding } from '#shared/parse/encoding.ts';
import { joined, utf8 } from '../../fixtures/bytes.ts';
import { dumpText } from '../../fixtures/dump-text.ts';
import { type Language, languages } from '../../fixtures/language-words.ts';

function encoded(text: string, encoding: Encoding): Uint8Array {
  return iconv.encode(text, encoding, { addBOM: false });
}

type Tally = {
  readonly tried: number;
  readonly right: number;
  readonly wrongButSure: readonly string[];
  readonly unsure: number;
};

/** Guesses many dumps of a language; right is what reads as the text that was written, whatever the encoding's name. */
function tally(language: Language, rows: number, nativeEvery: number): Tally {
  const seeds = Array.from({ length: 10 }, (_, index) => index * 7919 + rows);
  const guesses = seeds.map((seed) => {
    const text = dumpText(language, rows, seed, nativeEvery);
    const bytes = encoded(text, language.encoding);
    const guess = guessEncoding(bytes, true);
    return { ...guess, isRight: iconv.decode(Buffer.from(bytes), guess.encoding) === text };
  });
  return {
    tried: guesses.length,
    right: guesses.filter(({ isRight }) => isRight).length,
    wrongButSure: guesses.filter(({ isRight, isSure }) => isSure && !isRight).map(({ encoding }) => encoding),
    unsure: guesses.filter(({ isSure }) => !isSure).length,
  };
}

const eastAsian = new Set(['gb18030', 'big5', 'shift_jis', 'euc-kr']);

describe('the encoding of dumps', () => {
  test.each(languages)('in $name from 5 rows on is right and sure', (language) => {
    for (const rows of [5, 20, 100, 500]) {
      expect(tally(language, rows, 1)).toEqual({ tried: 10, right: 10, wrongButSure: [], unsure: 0 });
    }
  });

  test.each(languages)('in $name with few native names is right, or says that it is not sure', (language) => {
    const found = [tally(language, 50, 10), tally(language, 100, 50), tally(language, 1, 1)];
    expect(found.flatMap(({ wrongButSure }) => wrongButSure)).toEqual([]);
    const right = found.reduce((sum, one) => sum + one.right, 0);
    expect(right).toBeGreaterThanOrEqual(eastAsian.has(language.encoding) ? 28 : 24);
  });

  test.each(languages)('in $name as UTF-8 and UTF-16 is never mistaken', (language) => {
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
      for (const [rows, nativeEvery] of [
        [1, 1],
        [20, 1],
        [100, 50],
      ] as const) {
        const guess = guessEncoding(encoded(dumpText(language, rows, rows, nativeEvery), encoding), true);
        expect(guess).toMatchObject({ encoding, isSure: true });
      }
    }
  });

  test('does not depend on where the beginning is cut', () => {
    for (const language of languages) {
      const bytes = encoded(dumpText(language, 30, 5), language.encoding);
      for (let cut = bytes.length - 12; cut < bytes.length; cut++) {
        expect(guessEncoding(bytes.subarray(0, cut), false).encoding).toBe(language.encoding);
      }
    }
  });
});

describe('GB18030', () => {
  test.each([
    ['two names among ASCII', 'id,name\n1,Ada\n2,张三\n3,Bob\n4,李四\n'],
    ['names with rare characters', '姓名\n喆\n璩翀\n逄玥\n司马昱\n'],
    ['prose', '这份样本来自论坛，卖家说一共有三百万条记录，包括姓名、电话和住址。'],
    ['traditional characters, as GBK allows them', '臺灣,張學友\n香港,劉德華\n廣東,陳小春\n'],
    ['characters of four bytes', '㐀㐁,张三\n李四,𠀀\n'],
    ['one surname', '张\n'],
  ])('is found in %s', (_, text) => {
    expect(guessEncoding(encoded(text, 'gb18030'), true).encoding).toBe('gb18030');
  });

  test('and UTF-8 are told apart or both offered when the bytes fit both', () => {
    expect(guessEncoding(Uint8Array.of(0xd2, 0xbb, 0xd5, 0xb9, 0x0a), true)).toMatchObject({ isSure: false });
    expect(guessEncoding(utf8('é\n'), true)).toMatchObject({ encoding: 'utf-8', isSure: true });
    expect(guessEncoding(utf8('Привет\n'), true)).toMatchObject({ encoding: 'utf-8', isSure: true });
  });

  test('gives its numbers', () => {
    expect(guessEncoding(encoded('张三,北京市\n李四,上海市\n', 'gb18030'), true).reasons).toEqual([
      '10 characters beyond ASCII read as Chinese (simplified) in GB18030, none of them malformed.',
      expect.stringMatching(/ comes next, with /),
    ]);
  });
});

describe('UTF-8', () => {
  test('holds for ASCII and for an empty beginning', () => {
    expect(guessEncoding(utf8('a,b\n1,2\n'), true)).toMatchObject({ encoding: 'utf-8', isSure: true, reasons: [] });
    expect(guessEncoding(new Uint8Array(0), true)).toMatchObject({ encoding: 'utf-8', isSure: true });
  });

  test('holds when single characters are torn', () => {
    const bytes = joined([utf8('姓名\n张三\n李四\n王五\n赵六\n孙七\n周八\n'), Uint8Array.of(0xe5, 0x0a)]);
    expect(guessEncoding(bytes, true)).toMatchObject({
      encoding: 'utf-8',
      reasons: ['1 malformed character near its start: their records will be rejected.'],
    });
  });

  test('with lines in GBK is named as a mixture', () => {
    const lines = Array.from({ length: 30 }, (_, row) => {
      const line = `${row},张三,北京市朝阳区建国路\n`;
      return row % 3 === 0 ? encoded(line, 'gb18030') : utf8(line);
    });
    const guess = guessEncoding(joined(lines), true);
    expect(guess).toMatchObject({ encoding: 'utf-8', candidates: ['utf-8', 'gb18030'] });
    expect(guess.damage).toEqual([
      '10 of 30 lines with characters beyond ASCII are not UTF-8 but read as GB18030: the file mixes encodings. Import it once in each; the records of the other are rejected.',
    ]);
  });
});

describe('UTF-16', () => {
  test.each(['utf-16le', 'utf-16be'] as const)('without mark or NUL is found in Chinese alone: %s', (encoding) => {
    expect(guessEncoding(encoded('王小明住在上海市浦东新区南京路', encoding), true)).toMatchObject({ encoding });
  });

  test.each(['utf-16le', 'utf-16be'] as const)('with its mark is found in the shortest file: %s', (encoding) => {
    expect(guessEncoding(iconv.encode('a', encoding, { addBOM: true }), true)).toMatchObject({ encoding });
  });

  test('is not seen in ASCII, in bytes without sense or in GB18030', () => {
    expect(guessEncoding(utf8('Bush hid the facts'), true).encoding).toBe('utf-8');
    expect(guessEncoding(encoded('中文中文中文国家', 'gb18030'), true).encoding).toBe('gb18030');
  });
});

test('any bytes get a guess that stands first among its candidates, and a reason when it is not UTF-8', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, isWhole) => {
      const { encoding, candidates, reasons } = guessEncoding(bytes, isWhole);
      expect(candidates[0]).toBe(encoding);
      expect(new Set(candidates).size).toBe(candidates.length);
      expect(encoding === 'utf-8' || reasons.length > 0).toBe(true);
    }),
  );
});
