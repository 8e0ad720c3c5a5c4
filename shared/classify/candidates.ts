import type { FieldTypeId } from '../domain/field-type-id.ts';
import { groupOf, packId } from '../packs/field-types.ts';
import { type ColumnEvidence, type Fit, fitFor, mostlyValid } from './evidence.ts';

const orderTime = packId('order-time');
const timestamp = packId('timestamp');

/** The time of a table of orders is the order's; in any other table it is just a time. */
function timeFor(neighbours: readonly FieldTypeId[]): FieldTypeId {
  return neighbours.some((id) => id !== orderTime && groupOf(id) === 'transaction') ? orderTime : timestamp;
}

function byStrength(a: Fit, b: Fit): number {
  return a.detector.chance - b.detector.chance;
}

/** The types that the values alone speak for, the one hardest to hit by luck first. */
export function typesByValues(evidence: ColumnEvidence, neighbours: readonly FieldTypeId[]): Fit[] {
  return [...evidence.fits.values()]
    .filter(({ share, detector }) => share >= mostlyValid && detector.standsAlone(evidence.facts))
    .sort(byStrength)
    .map((fit) => (fit.detector.fieldType === timestamp ? fitFor(evidence, timeFor(neighbours)) : fit));
}

/** What the header speaks for: the fit of its likeliest type, and whether the values bear it out. */
export type HeaderCandidate = { readonly fit: Fit; readonly borneOut: boolean };

function isBorneOut({ share, detector }: Fit, { facts }: ColumnEvidence): boolean {
  return share >= mostlyValid && detector.fitsHeader(facts);
}

/** The header's types in the order in which to try them: an order time and a time share their form. */
function headerTypes({ header }: ColumnEvidence, neighbours: readonly FieldTypeId[]): readonly FieldTypeId[] {
  const types = header?.fieldTypes ?? [];
  if (neighbours.length === 0 || !types.includes(orderTime) || !types.includes(timestamp)) {
    return types;
  }
  const time = timeFor(neighbours);
  return [time, ...types.filter((id) => id !== time)];
}

/**
 * The type the header stands for. Of the types of an ambiguous header (`jg`, `xh`, `id`) the values choose: one with a rule
 * that they pass, else one without a rule that the column can hold, else the likeliest, not borne out.
 */
export function typeByHeader(evidence: ColumnEvidence, neighbours: readonly FieldTypeId[]): HeaderCandidate | null {
  const fits = headerTypes(evidence, neighbours).map((id) => fitFor(evidence, id));
  const [likeliest] = fits;
  if (likeliest === undefined) {
    return null;
  }
  const ruled = fits.filter((fit) => fit.detector.chance < 1 && isBorneOut(fit, evidence)).sort(byStrength);
  const unruled = fits.find(({ detector }) => detector.chance === 1 && detector.fitsHeader(evidence.facts));
  const [strongest] = ruled;
  if (strongest !== undefined) {
    return { fit: strongest, borneOut: true };
  }
  if (unruled !== undefined && evidence.facts.filled.length > 0) {
    return { fit: unruled, borneOut: true };
  }
  if (likeliest.detector.chance === 1 && !likeliest.detector.fitsHeader(evidence.facts)) {
    return null;
  }
  return { fit: likeliest, borneOut: false };
}
