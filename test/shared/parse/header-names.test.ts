import fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayHeaders } from '#shared/parse/header-names.ts';

test('an empty header is named by its place, a repeated one counted', () => {
  expect(displayHeaders(['name', '', 'name', ' ', 'name'])).toEqual([
    'name',
    'column 2',
    'name (2)',
    'column 4',
    'name (3)',
  ]);
  expect(displayHeaders(['a', 'a', 'a (2)'])).toEqual(['a', 'a (3)', 'a (2)']);
  expect(displayHeaders(['column 2', ''])).toEqual(['column 2', 'column 2 (2)']);
});

test('every name is different, and a name that occurs once stays as found', () => {
  const header = fc.constantFrom('a', 'b', '', ' ', 'a (2)', 'a (3)', 'column 1', 'column 2', 'column 3');
  fc.assert(
    fc.property(fc.array(header, { maxLength: 8 }), (headers) => {
      const shown = displayHeaders(headers);
      expect(new Set(shown).size).toBe(headers.length);
      headers.forEach((name, index) => {
        const isOnly = headers.filter((other) => other === name).length === 1;
        if (isOnly && name.trim() !== '') {
          expect(shown[index]).toBe(name);
        }
      });
    }),
  );
});
