import type { DataKindId } from '../domain/combinations.ts';
import { assertNever } from '../lib/assert-never.ts';
import { dataKinds, riskEntries } from '../packs/risks.ts';
import { combinationLabel } from './risks.ts';

/**
 * A figure of what rows hold: those that hold exactly some kinds of data, those that hold a kind whatever else they hold, or
 * those that open a risk (an id of the pack).
 */
export type KindFigure =
  | { readonly kind: 'exactly'; readonly kinds: readonly DataKindId[] }
  | { readonly kind: 'with'; readonly of: DataKindId }
  | { readonly kind: 'at-risk'; readonly risk: string };

/** A figure as a word of an address: `exactly.name.phone`, `with.phone`, `at-risk.sim-swap`. */
export function kindFigureText(figure: KindFigure): string {
  switch (figure.kind) {
    case 'exactly':
      return ['exactly', ...figure.kinds].join('.');
    case 'with':
      return `with.${figure.of}`;
    case 'at-risk':
      return `at-risk.${figure.risk}`;
    default:
      return assertNever(figure);
  }
}

function knownKind(id: string): readonly DataKindId[] {
  return dataKinds.flatMap((kind) => (kind.id === id ? [kind.id] : []));
}

/** The figure that a word of an address stands for; null for any other text. */
export function kindFigureFrom(text: string): KindFigure | null {
  const [form, ...ids] = text.split('.');
  const kinds = ids.flatMap(knownKind);
  const [first] = kinds;
  const risk = riskEntries.find(({ id }) => id === ids[0]);
  if (form === 'at-risk' && ids.length === 1 && risk !== undefined) {
    return { kind: 'at-risk', risk: risk.id };
  }
  if (first === undefined || kinds.length < ids.length) {
    return null;
  }
  if (form === 'exactly') {
    return { kind: 'exactly', kinds };
  }
  return form === 'with' && kinds.length === 1 ? { kind: 'with', of: first } : null;
}

/** By which rule the rows behind a figure are chosen: `Exactly Name + Phone`, `Rows that open: SIM swap`. */
export function kindFigureRule(figure: KindFigure): string {
  switch (figure.kind) {
    case 'exactly':
      return `Exactly ${combinationLabel(figure.kinds)}`;
    case 'with':
      return `Rows with a valid value of: ${combinationLabel([figure.of])}`;
    case 'at-risk':
      return `Rows that open: ${riskEntries.find(({ id }) => id === figure.risk)?.label ?? figure.risk}`;
    default:
      return assertNever(figure);
  }
}
