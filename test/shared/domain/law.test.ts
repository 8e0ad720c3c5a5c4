import { expect, it } from 'vitest';
import { lawFactsSchema, noLawFacts } from '#shared/domain/law.ts';

it('reads the facts of a case that were kept before duties could be said to be done', () => {
  const { done: _later, ...earlier } = noLawFacts;
  const read = lawFactsSchema.parse(earlier);
  expect(read).toEqual(noLawFacts);
});
