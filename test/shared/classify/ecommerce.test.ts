import { describe, expect, it } from 'vitest';
import { detectTable } from '#shared/classify/table.ts';
import { ecommerceTable } from './tables.ts';

const expected = ['order-id', 'order-time', 'full-name', 'cn-resident-id', 'mobile', 'item', 'price', 'address'];

describe('detectTable on the synthetic e-commerce sample', () => {
  for (const language of ['en', 'zh'] as const) {
    it(`finds all eight types under ${language} headers, quirks and all`, () => {
      for (const seed of [1, 2, 3]) {
        const { headers, columns } = ecommerceTable(3000, seed, true, language);
        const detections = detectTable(headers, columns);
        expect(detections.map(({ fieldType }) => fieldType)).toEqual(expected);
        for (const { fieldType, confidence } of detections) {
          if (fieldType === 'item') {
            expect(confidence).toBe(0.75);
          } else {
            expect(confidence).toBeGreaterThanOrEqual(0.95);
          }
        }
      }
    });
  }

  it('finds what values alone can tell without headers, and only suggests it', () => {
    const { columns } = ecommerceTable(3000, 4, true);
    const detections = detectTable(null, columns);
    expect(detections.map(({ fieldType }) => fieldType)).toEqual(
      expected.map((id) => (id === 'item' ? 'unknown' : id)),
    );
    for (const { confidence } of detections) {
      expect(confidence).toBeLessThanOrEqual(0.8);
    }
  });

  it('says the same of a sample of five rows', () => {
    const { headers, columns } = ecommerceTable(5, 5, false);
    expect(detectTable(headers, columns).map(({ fieldType }) => fieldType)).toEqual(expected);
  });
});
