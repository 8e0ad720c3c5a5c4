import { describe, expect, it } from 'vitest';
import { toCsv } from '#shared/lib/csv.ts';
import { mostValues, readValueList } from '#shared/search/value-list.ts';

describe('a list of values', () => {
  it('has one value a line, of a CSV its first cell, each once', () => {
    const text = '\ufeff13812345678\r\n"Zhang, San",31\nexample.com;x\n\n  \nEXAMPLE.com\tother\n"a ""b"""\n';
    expect(readValueList(text)).toEqual({
      values: ['13812345678', 'Zhang, San', 'example.com', 'a "b"'],
      repeated: 1,
      left: 0,
    });
  });

  it('says what it left out', () => {
    expect(readValueList(`${'a'.repeat(600)}\nb`)).toEqual({ values: ['b'], repeated: 0, left: 1 });
    const long = Array.from({ length: mostValues + 5 }, (_, at) => `v${at}`).join('\n');
    expect(readValueList(long)).toMatchObject({ left: 5 });
  });
});

describe('an outcome as CSV', () => {
  it('quotes what must be quoted and disarms formulas', () => {
    expect(
      toCsv([
        ['a,b', 'c"d', 3],
        ['=1+1', '@x', '+86 138'],
        ['e\nf', -1, ''],
      ]),
    ).toBe('\ufeff"a,b","c""d",3\r\n\'=1+1,\'@x,\'+86 138\r\n"e\nf",-1,\r\n');
  });
});
