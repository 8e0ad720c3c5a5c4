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
  /** Rows counted for the type. */
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
  /** The rows that were counted in the samples that hold it, and of how many they are: less than all after a change of a type. */
  readonly rows: number;
  readonly ofRows: number;
  readonly filled: number;
  readonly valid: number;
  /** Different values, added up over the samples. */
  readonly distinct: number;
  /** True if a sample's figure is an estimate, or if two samples may share values, so that the sum is an upper bound. */
  readonly distinctIsEstimate: boolean;
  /**
   * Null where the type was not seen, no size is claimed, or the sample is not smaller than it; and over several samples. Their
   * tables are no draw from one whole, and which part of the claimed records each would make up is not known: a type that
   * stands in one of them would be thinned out by the rows of the others. Carry each over by itself (`exposureOfCase`).
   * Different values do not grow with the rows, so they are not carried over.
   */
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

/** What a sample shows of a type, and how many rows it has in all. */
type Seen = TypeProfile & { readonly ofRows: number };

function extrapolatedOf({ filled, valid, rows: n, ofRows }: Seen, size: ClaimedSize): ExtrapolatedExposure | null {
  if (ofRows >= size.records) {
    return null;
  }
  const [allFilled, allValid] = [filled, valid].map((hits) => extrapolate(hits, n, size.records));
  return allFilled && allValid ? { n, size, filled: allFilled, valid: allValid } : null;
}

/** What holds for every type of a case; `size` is null also where nothing is to be carried over. */
type Whole = { readonly claimed: ReadonlySet<FieldTypeId>; readonly size: ClaimedSize | null };

function rowOf(fieldType: FieldTypeId, profiles: readonly Seen[], { claimed, size }: Whole): ExposureRow {
  const observed = profiles.filter((profile) => profile.filled > 0);
  const [first] = observed;
  const sumOf = (count: 'rows' | 'ofRows' | 'filled' | 'valid' | 'distinct'): number =>
    observed.reduce((sum, profile) => sum + profile[count], 0);
  return {
    fieldType,
    label: labelOf(fieldType),
    group: groupOf(fieldType),
    claimed: claimed.has(fieldType),
    ...{ rows: sumOf('rows'), ofRows: sumOf('ofRows') },
    ...{ filled: sumOf('filled'), valid: sumOf('valid'), distinct: sumOf('distinct') },
    distinctIsEstimate: observed.length > 1 || observed.some(({ distinctIsEstimate }) => distinctIsEstimate),
    extrapolated: first === undefined || size === null ? null : extrapolatedOf(first, size),
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
  const byType = new Map<FieldTypeId, Seen[]>([...claimed].map((id) => [id, []]));
  for (const sample of samples) {
    const ofRows = rowsCounted(sample);
    for (const profile of sample.profiles) {
      byType.set(profile.fieldType, [...(byType.get(profile.fieldType) ?? []), { ...profile, ofRows }]);
    }
  }
  const whole = { claimed, size: samples.length === 1 ? claimedSize(claims) : null };
  return [...byType].map(([id, profiles]) => rowOf(id, profiles, whole)).sort(byGroupThenFilled);
}

/** What a case exposes: over all its samples, and in each of them by its name. */
export type CaseExposure = {
  readonly rows: readonly ExposureRow[];
  readonly samples: readonly { readonly name: string; readonly rows: readonly ExposureRow[] }[];
};

/** The exposure of a case: what was counted is added up over its samples, what is carried over stands in each. */
export function exposureOfCase(
  samples: readonly (ExposedSample & Pick<Sample, 'name'>)[],
  claims: readonly Pick<Claim, 'content' | 'state'>[],
): CaseExposure {
  return {
    rows: exposureOf(samples, claims),
    samples: samples.map((sample) => ({ name: sample.name, rows: exposureOf([sample], claims) })),
  };
}
