import fc from 'fast-check';
import { expect, it } from 'vitest';
import { textWidth, wrapped } from '../../renderer/ui/chart/text-width.ts';

it('breaks the words of a chart into lines that fit, and loses none of them', () => {
  const words = fc.string({ unit: fc.constantFrom('a', 'W', ' ', '中', '文', '😀', '-'), maxLength: 80 });
  fc.assert(
    fc.property(words, fc.integer({ min: 8, max: 300 }), (text, width) => {
      const lines = wrapped(text, 12, width);
      expect(lines.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
      for (const line of lines) {
        expect(textWidth(line, 12) <= width || [...line].length === 1).toBe(true);
      }
    }),
  );
});
