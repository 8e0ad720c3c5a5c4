import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quickVerdict } from '#shared/classify/detector.ts';
import { allDetectors } from '#shared/classify/detectors.ts';
import { describeCells, shapeBits } from '#shared/kernel/shapes.ts';
import { chunkOf } from '../../fixtures/bytes.ts';
import { orderNumber, person, price } from '../../fixtures/china.ts';
import { createRandom } from '../../fixtures/random.ts';

/* Made-up values of every kind, and the same values spoilt in one place. */
const likely = fc.nat().chain((seed) => {
  const random = createRandom(seed);
  const { name, residentId, mobile, address } = person(random);
  const digits = String(random.below(1_000_000_000));
  return fc.constantFrom(
    ...[
      name,
      residentId,
      residentId.toLowerCase(),
      mobile,
      `86${mobile}`,
      `+86${mobile}`,
      address,
      price(random),
      digits,
    ],
    ...[
      orderNumber(random, 1_700_000_000_000),
      `${digits}.50`,
      `${digits}.5`,
      `${digits}.`,
      '2024-02-30',
      '2024-02-29 23:59:60',
    ],
    ...[
      '2024-02-29T08:30:00',
      '1990-1-2',
      'li.wei@163.com',
      'Li@QQ.com',
      'a@b.c',
      `${digits}@qq.com`,
      'a..b@c.cn',
      'a@-b.cn',
    ],
    ...[
      `${name}　${name}`,
      `${address}　2楼`,
      `${address} 2楼`,
      '欧阳·修',
      '北京市',
      '浙江省杭州市西湖区',
      '138****1234',
    ],
  );
});
const spoilt = fc.tuple(
  likely,
  fc.nat(),
  fc.constantFrom('', '0', 'x', '张', ' ', '.', '-', '@', '\u00a0', '号', '😀'),
);
const value = fc.oneof(
  likely,
  spoilt.map(([text, place, by]) => {
    const at = place % (text.length + 1);
    return text.slice(0, at) + by + text.slice(at + 1);
  }),
  fc.string({ unit: 'binary', maxLength: 24 }),
);

test.each(allDetectors())('the judgement of $fieldType is what is said of a value one by one', (detector) => {
  fc.assert(
    fc.property(value, (text) => {
      const isValid = detector.accepts(text);
      expect([text, detector.judge(text)]).toEqual([
        text,
        { spelling: detector.normalise(text), isValid, isMasked: !isValid && detector.isMasked(text) },
      ]);
    }),
  );
});

describe('a quick rule', () => {
  test.each(allDetectors())('of $fieldType agrees with its slow one', (detector) => {
    fc.assert(
      fc.property(value, (text) => {
        const chunk = chunkOf(['x', text]);
        const { starts, sizes, bits } = describeCells(chunk);
        const [start = 0, size = 0, found = 0] = [starts[1], sizes[1], bits[1]];
        if (size === 0 || (found & shapeBits.needsText) !== 0) {
          return;
        }
        const verdict = detector.quick(chunk.bytes, start, start + size, found);
        if (verdict === quickVerdict.ask) {
          return;
        }
        expect([text, verdict === quickVerdict.valid]).toEqual([text, detector.accepts(text)]);
        const end = detector.quickEnd?.(chunk.bytes, start, start + size) ?? start + size;
        expect(detector.normalise(text)).toBe(new TextDecoder().decode(chunk.bytes.subarray(start, end)));
      }),
      { numRuns: 3000 },
    );
  });
});
