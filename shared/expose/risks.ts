import type { DataKindId } from '../domain/combinations.ts';
import { dataKinds, type RiskRule, riskEntries } from '../packs/risks.ts';

/** A risk that a combination opens, with the rules by which it does. */
export type OpenedRisk = { readonly id: string; readonly label: string; readonly rules: readonly RiskRule[] };

/** The risks that rows holding these kinds of data open, in the order of the pack. */
export function risksOf(kinds: readonly DataKindId[]): OpenedRisk[] {
  const held = new Set(kinds);
  return riskEntries.flatMap(({ id, label, rules }) => {
    const open = rules.filter(({ needs }) => needs.every((oneOf) => oneOf.some((kind) => held.has(kind))));
    return open.length === 0 ? [] : [{ id, label, rules: open }];
  });
}

/** What a combination is called: `Name + Phone + Purchase`, or that its rows hold none of the kinds. */
export function combinationLabel(kinds: readonly DataKindId[]): string {
  const labels = dataKinds.filter(({ id }) => kinds.includes(id)).map(({ label }) => label);
  return labels.length === 0 ? 'None of these' : labels.join(' + ');
}
