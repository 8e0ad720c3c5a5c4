import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyWriter, keysOfValue } from '#shared/search/look-up-key.ts';

function keyOf(value: string): string {
  return new TextDecoder().decode(new KeyWriter().keyOf(value));
}

describe('the key of a value', () => {
  it.each([
    [
      'a Chinese mobile number',
      [
        '13812345678',
        '+86 138 1234 5678',
        '0086-138-1234-5678',
        '１３８１２３４５６７８',
        '(+86)138-1234-5678'.replace('(+86)', '+86 '),
      ],
    ],
    [
      'an e-mail address',
      ['user.name@example.com', ' USER.Name@Example.COM ', 'ｕｓｅｒ．ｎａｍｅ＠ｅｘａｍｐｌｅ．ｃｏｍ'],
    ],
    ['a Chinese name', ['张三', ' 张 三 ', '张\u3000三', '张\u200b三']],
    ['a name in Latin letters', ['Zhang San', 'zhang  SAN', 'ＺＨＡＮＧ ＳＡＮ']],
    ['a resident id', ['33010619800101123X', '33010619800101123x', '330106 19800101 123X']],
    [
      'a bank card',
      ['6222021234567890123', '6222 0212 3456 7890 123', '6222-0212-3456-7890-123', '6222‐0212‐3456‐7890‐123'],
    ],
    ['a name with an accent, in two forms', ['José', 'Jose\u0301', 'JOSÉ']],
  ])('is the same for every way to write %s', (_, spellings) => {
    expect(new Set(spellings.map(keyOf)).size).toBe(1);
  });

  it.each([
    ['192.168.11.1', '192.168.1.11'],
    ['2024-1-11', '2024-11-1'],
    ['12345.67', '1234567'],
    ['张三', '张三丰'],
    ['a b', 'ab'],
    ['0012345678', '12345678'],
    ['+8621-12345678', '12345678'],
    ['8613812345678x', '13812345678'],
  ])('keeps %s apart from %s', (one, other) => {
    expect(keyOf(one)).not.toBe(keyOf(other));
  });

  it('is empty for a blank cell only', () => {
    expect(keyOf(' \t\u3000')).toBe('');
    expect(keyOf('.')).toBe('.');
  });

  it('does not depend on the quick way for plain characters', () => {
    // A character with several spellings forces the slow way; it then is cut off again.
    const plain = fc.string({ unit: fc.constantFrom('a', 'B', '7', ' ', '-', '+', '张', '三', '@', '.') });
    fc.assert(
      fc.property(plain, (value) => {
        const slow = keyOf(`${value}￥`);
        expect(slow.endsWith('¥')).toBe(true);
        const quick = keyOf(`${value}~`);
        expect(quick.slice(0, -1)).toBe(slow.slice(0, -1));
      }),
      { numRuns: 3000 },
    );
  });

  it('is the key of itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const key = keyOf(value);
        expect(keyOf(key)).toBe(key);
      }),
    );
  });

  it('of one cell is not touched by the cells beside it', () => {
    const writer = new KeyWriter();
    const bytes = new TextEncoder().encode('8613812345678');
    writer.write(bytes, 2, 13);
    expect(new TextDecoder().decode(writer.bytes.subarray(0, writer.length))).toBe('13812345678');
  });
});

describe('the keys that a value is looked up under', () => {
  it('take a number of another country with +, with 00 and with neither', () => {
    expect(keysOfValue('+44 7700 900123')).toContain(keyOf('0044 7700 900123'));
    expect(keysOfValue('+44 7700 900123')).toContain(keyOf('447700900123'));
    expect(keysOfValue('0044 7700 900123')).toContain(keyOf('+44 7700 900123'));
  });

  it('are none for a blank', () => {
    expect(keysOfValue('  ')).toEqual([]);
  });
});
