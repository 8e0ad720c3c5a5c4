import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskRecord } from '#shared/classify/mask-record.ts';

describe('a masked record', () => {
  it.each([
    ['张三,13812345678,"a b"', '张•,••••••,"• •"'],
    ['李四----p4ss!word----x@d.example', '李•----••••••----••••••'],
    ['浙江省杭州市,1', '浙江••••,•'],
    ['锟斤拷张三', '锟斤拷张•'],
    ['\uFFFD\uFFFDa', '\uFFFD\uFFFD•'],
    ['Ãå¼ ä¸‰', 'Ã•• ä••'],
  ])('keeps the structure of %j', (record, masked) => {
    expect(maskRecord(record)).toBe(masked);
  });

  it('holds no letter or digit of the record', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 900 }), (record) => {
        expect(maskRecord(record)).not.toMatch(/[A-Za-z0-9]/);
      }),
    );
  });

  it('is short however long the record', () => {
    expect(maskRecord(', '.repeat(5_000)).length).toBe(401);
  });
});
