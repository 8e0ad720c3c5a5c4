import type { DataKindId } from '../domain/combinations.ts';
import { dataKinds, type RiskRule, riskEntries } from '../packs/risks.ts';

/** A risk that a combination opens, with the rules by which it does. */
export type OpenedRisk = { readonly id: string; readonly label: string; readonly rules: readonly RiskRule[] };

function isOpen({ needs }: RiskRule, held: ReadonlySet<DataKindId>): boolean {
  return needs.every((oneOf) => oneOf.some((kind) => held.has(kind)));
}

/** The risks that rows holding these kinds of data open, in the order of the pack. */
export function risksOf(kinds: readonly DataKindId[]): OpenedRisk[] {
  const held = new Set(kinds);
  return riskEntries.flatMap(({ id, label, rules }) => {
    const open = rules.filter((rule) => isOpen(rule, held));
    return open.length === 0 ? [] : [{ id, label, rules: open }];
  });
}

function rulesOf(risk: string): readonly RiskRule[] {
  return riskEntries.find(({ id }) => id === risk)?.rules ?? [];
}

/** Whether a row that holds these kinds of data opens a risk (by its id in the pack). */
export function opensRisk(risk: string, held: ReadonlySet<DataKindId>): boolean {
  return rulesOf(risk).some((rule) => isOpen(rule, held));
}

/** The kinds of data by which rows may open a risk; none where the pack has no such risk. */
export function kindsOfRisk(risk: string): ReadonlySet<DataKindId> {
  return new Set(rulesOf(risk).flatMap(({ needs }) => needs.flat()));
}

/** What a combination is called: `Name + Phone + Purchase`, or that its rows hold none of the kinds. */
export function combinationLabel(kinds: readonly DataKindId[]): string {
  const labels = dataKinds.filter(({ id }) => kinds.includes(id)).map(({ label }) => label);
  return labels.length === 0 ? 'None of these' : labels.join(' + ');
}
