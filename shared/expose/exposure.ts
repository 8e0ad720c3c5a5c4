import type { Claim } from '../domain/claim.ts';
import type { FieldTypeId } from '../domain/field-type-id.ts';
import type { Sample, TypeProfile } from '../domain/sample.ts';
import { type FieldTypeGroup, fieldTypeGroups } from '../packs/field-type-pack.ts';
import { fieldTypes, groupOf, labelOf } from '../packs/field-types.ts';

/** What is exposed of one field type: what the seller claims and what the samples show, side by side. */
export type ExposureRow = {
  readonly fieldType: FieldTypeId;
  readonly label: string;
  readonly group: FieldTypeGroup;
  /** True if a claim that the analyst has not rejected names the type. */
  readonly claimed: boolean;
  /** Rows over all samples. */
  readonly filled: number;
  readonly valid: number;
  /** Different values, added up over the samples. */
  readonly distinct: number;
  /** True if a sample's figure is an estimate, or if two samples may share values, so that the sum is an upper bound. */
  readonly distinctIsEstimate: boolean;
};

const packOrder = new Map<FieldTypeId, number>(fieldTypes.map(({ id }, index) => [id, index]));

function claimedTypes(claims: readonly Pick<Claim, 'content' | 'state'>[]): Set<FieldTypeId> {
  const types = new Set<FieldTypeId>();
  for (const { content, state } of claims) {
    if (content.kind === 'field' && state !== 'rejected') {
      types.add(content.fieldType);
    }
  }
  return types;
}

function byGroupThenFilled(a: ExposureRow, b: ExposureRow): number {
  return (
    fieldTypeGroups.indexOf(a.group) - fieldTypeGroups.indexOf(b.group) ||
    b.filled - a.filled ||
    (packOrder.get(a.fieldType) ?? packOrder.size) - (packOrder.get(b.fieldType) ?? packOrder.size)
  );
}

function rowOf(fieldType: FieldTypeId, profiles: readonly TypeProfile[], claimed: boolean): ExposureRow {
  const observed = profiles.filter(({ filled }) => filled > 0);
  return {
    fieldType,
    label: labelOf(fieldType),
    group: groupOf(fieldType),
    claimed,
    filled: observed.reduce((sum, { filled }) => sum + filled, 0),
    valid: observed.reduce((sum, { valid }) => sum + valid, 0),
    distinct: observed.reduce((sum, { distinct }) => sum + distinct, 0),
    distinctIsEstimate: observed.length > 1 || observed.some(({ distinctIsEstimate }) => distinctIsEstimate),
  };
}

/**
 * One row per field type that is claimed or observed, by group of the taxonomy, then most filled first. A type that is
 * claimed but not observed has zeros.
 */
export function exposureOf(
  samples: readonly Pick<Sample, 'profiles'>[],
  claims: readonly Pick<Claim, 'content' | 'state'>[],
): ExposureRow[] {
  const claimed = claimedTypes(claims);
  const byType = new Map<FieldTypeId, TypeProfile[]>([...claimed].map((id) => [id, []]));
  for (const profile of samples.flatMap(({ profiles }) => profiles)) {
    byType.set(profile.fieldType, [...(byType.get(profile.fieldType) ?? []), profile]);
  }
  return [...byType].map(([id, profiles]) => rowOf(id, profiles, claimed.has(id))).sort(byGroupThenFilled);
}
