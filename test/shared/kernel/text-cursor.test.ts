import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextCursor } from '#shared/kernel/text-cursor.ts';
import { utf8 } from '../../fixtures/bytes.ts';

const piece = fc.oneof(fc.string({ maxLength: 4 }), fc.string({ unit: 'binary', maxLength: 4 }));
// Some are passed over, and there are so many that all is decoded at once in the end.
const pieces = fc.array(fc.tuple(piece, fc.boolean()), { minLength: 60, maxLength: 200 });

test('stretches are read as the text that was written, however many are asked for', () => {
  fc.assert(
    fc.property(pieces, (all) => {
      const cursor = new TextCursor(utf8(all.map(([text]) => text).join('')));
      let at = 0;
      for (const [text, isAsked] of all) {
        const end = at + utf8(text).length;
        if (isAsked) {
          expect(cursor.textIn(at, end)).toBe(text);
        }
        at = end;
      }
    }),
  );
});
