import type { SeverityOverride } from '../domain/consequence.ts';
import type { SeverityInputId } from '../domain/severity.ts';

/** The analyst sets an input of the severity; `to` null takes it back to the proposal. */
export type SetSeverityInput = { readonly input: SeverityInputId; readonly to: SeverityOverride | null };

/** The overrides after a command: at most one for each input. */
export function setSeverityInput(
  overrides: readonly SeverityOverride[],
  { input, to }: SetSeverityInput,
): readonly SeverityOverride[] {
  const others = overrides.filter((override) => override.input !== input);
  return to === null ? others : [...others, to];
}

/** The command that undoes another one, given the overrides before it. */
export function inverseOfSeverityInput(
  overrides: readonly SeverityOverride[],
  { input }: SetSeverityInput,
): SetSeverityInput {
  return { input, to: overrides.find((override) => override.input === input) ?? null };
}
