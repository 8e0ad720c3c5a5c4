import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inverseOfSeverityInput, type SetSeverityInput, setSeverityInput } from '#shared/annotate/severity-input.ts';
import { type SeverityOverride, severityOverrideSchema } from '#shared/domain/consequence.ts';
import { severityInputIds, severityValues } from '#shared/domain/severity.ts';

const override: fc.Arbitrary<SeverityOverride> = fc.constantFrom(...severityInputIds).chain((input) =>
  fc.record({
    input: fc.constant(input),
    value: fc.constantFrom(...severityValues[input]),
    proposed: fc.constantFrom(...severityValues[input]),
    reason: fc.string({ minLength: 1 }),
  }),
);
const command: fc.Arbitrary<SetSeverityInput> = fc.oneof(
  override.map((to) => ({ input: to.input, to })),
  fc.constantFrom(...severityInputIds).map((input) => ({ input, to: null })),
);
const sorted = (overrides: readonly SeverityOverride[]): SeverityOverride[] =>
  overrides.toSorted((a, b) => a.input.localeCompare(b.input));

it('sets at most one value for each input, and every command can be undone', () => {
  fc.assert(
    fc.property(fc.array(command), command, (earlier, next) => {
      const before = earlier.reduce(setSeverityInput, [] as readonly SeverityOverride[]);
      const after = setSeverityInput(before, next);
      expect(new Set(after.map(({ input }) => input)).size).toBe(after.length);
      expect(after.find(({ input }) => input === next.input) ?? null).toEqual(next.to);
      expect(sorted(setSeverityInput(after, inverseOfSeverityInput(before, next)))).toEqual(sorted(before));
    }),
  );
});

it('keeps only values that the input can have', () => {
  const valid = { input: 'intent', value: 0.5, proposed: 0, reason: 'It was offered for sale.' };
  expect(severityOverrideSchema.safeParse(valid).success).toBe(true);
  expect(severityOverrideSchema.safeParse({ ...valid, value: 0.25 }).success).toBe(false);
  expect(severityOverrideSchema.safeParse({ ...valid, reason: '' }).success).toBe(false);
});
