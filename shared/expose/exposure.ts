import { type Claim, standingClaims } from '../domain/claim.ts';
import { type FieldTypeGroup, fieldTypeGroups } from '../domain/field-type-group.ts';
import type { FieldTypeId } from '../domain/field-type-id.ts';
import type { Counted, Sample, TypeProfile } from '../domain/sample.ts';
import { fieldTypes, groupOf, labelOf } from '../packs/field-types.ts';
import { rowsCounted } from './basis.ts';
import { type ClaimedSize, claimedSize } from './claimed-size.ts';
import { type Extrapolated, extrapolate } from './extrapolate.ts';

/** What the sample would mean at the claimed size, and what that rests on. */
export type ExtrapolatedExposure = {
  /** Rows counted in the samples. */
  readonly n: number;
  readonly size: ClaimedSize;
  readonly filled: Extrapolated;
  readonly valid: Extrapolated;
};

/** What is exposed of one field type: what the seller claims, what the samples show and what that would mean, side by side. */
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
  /** Null where the type was not seen, no size is claimed, or the samples are not smaller than it. Different values do not grow with the rows, so they are not carried over. */
  readonly extrapolated: ExtrapolatedExposure | null;
};

/** What the figures of a case rest on. */
type ExposedSample = Counted<Pick<Sample, 'profiles' | 'rows' | 'basis'>>;

const packOrder = new Map<FieldTypeId, number>(fieldTypes.map(({ id }, index) => [id, index]));

function claimedTypes(claims: readonly Pick<Claim, 'content' | 'state'>[]): Set<FieldTypeId> {
  return new Set(standingClaims(claims).flatMap((content) => (content.kind === 'field' ? [content.fieldType] : [])));
}

function byGroupThenFilled(a: ExposureRow, b: ExposureRow): number {
  return (
    fieldTypeGroups.indexOf(a.group) - fieldTypeGroups.indexOf(b.group) ||
    b.filled - a.filled ||
    (packOrder.get(a.fieldType) ?? packOrder.size) - (packOrder.get(b.fieldType) ?? packOrder.size)
  );
}

function extrapolatedOf(
  { filled, valid }: Pick<TypeProfile, 'filled' | 'valid'>,
  n: number,
  size: ClaimedSize | null,
): ExtrapolatedExposure | null {
  if (size === null || filled === 0) {
    return null;
  }
  const [allFilled, allValid] = [filled, valid].map((hits) => extrapolate(hits, n, size.records));
  return allFilled && allValid ? { n, size, filled: allFilled, valid: allValid } : null;
}

/** What holds for every type of a case. */
type Whole = { readonly claimed: ReadonlySet<FieldTypeId>; readonly size: ClaimedSize | null; readonly n: number };

function rowOf(fieldType: FieldTypeId, profiles: readonly TypeProfile[], { claimed, size, n }: Whole): ExposureRow {
  const observed = profiles.filter((profile) => profile.filled > 0);
  const filled = observed.reduce((sum, profile) => sum + profile.filled, 0);
  const valid = observed.reduce((sum, profile) => sum + profile.valid, 0);
  return {
    fieldType,
    label: labelOf(fieldType),
    group: groupOf(fieldType),
    claimed: claimed.has(fieldType),
    filled,
    valid,
    distinct: observed.reduce((sum, { distinct }) => sum + distinct, 0),
    distinctIsEstimate: observed.length > 1 || observed.some(({ distinctIsEstimate }) => distinctIsEstimate),
    extrapolated: extrapolatedOf({ filled, valid }, n, size),
  };
}

/**
 * One row per field type that is claimed or observed, by group of the taxonomy, then most filled first. A type that is
 * claimed but not observed has zeros.
 */
export function exposureOf(
  samples: readonly ExposedSample[],
  claims: readonly Pick<Claim, 'content' | 'state'>[],
): ExposureRow[] {
  const claimed = claimedTypes(claims);
  const byType = new Map<FieldTypeId, TypeProfile[]>([...claimed].map((id) => [id, []]));
  for (const profile of samples.flatMap(({ profiles }) => profiles)) {
    byType.set(profile.fieldType, [...(byType.get(profile.fieldType) ?? []), profile]);
  }
  const n = samples.reduce((sum, sample) => sum + rowsCounted(sample), 0);
  const whole = { claimed, size: claimedSize(claims), n };
  return [...byType].map(([id, profiles]) => rowOf(id, profiles, whole)).sort(byGroupThenFilled);
}
