import type { CaseId } from '../domain/case.ts';
import { type Claim, claimOf, standingClaims } from '../domain/claim.ts';
import { fieldTypeIdSchema } from '../domain/field-type-id.ts';
import type { Instant } from '../domain/instant.ts';
import type { LawFacts } from '../domain/law.ts';
import type { Sample } from '../domain/sample.ts';
import { countryName } from '../packs/countries.ts';
import { labelOf } from '../packs/field-types.ts';
import { nextMonth, periodText } from './over-time.ts';
import { sectorWords } from './sector-words.ts';

/** By what cases are counted: the month of the listing, the victim's sector and country, and the field types seen. */
export const caseDimensions = ['month', 'sector', 'country', 'field-type'] as const;
export type CaseDimension = (typeof caseDimensions)[number];

/** What each dimension is called. */
export const caseDimensionWords: Readonly<Record<CaseDimension, string>> = {
  month: 'Month',
  sector: 'Sector',
  country: 'Country',
  'field-type': 'Field type',
};

/** The records of a case that tell where it belongs. */
export type GroupedCase = {
  readonly id: CaseId;
  readonly createdAt: Instant;
  readonly claims: readonly Pick<Claim, 'content' | 'state'>[];
  readonly samples: readonly Pick<Sample, 'profiles'>[];
  /** What the analyst has set of the victim. */
  readonly law: Pick<LawFacts, 'sector' | 'victimCountries'>;
};

/** The key of the cases of which a dimension says nothing. */
const notKnown = 'not-known';

/**
 * The groups a case is in: one, but for its field types and for the countries that the analyst has set. What the analyst has
 * set of the victim goes before what is claimed; claims that the analyst rejected do not count.
 */
export function groupsOf(
  { createdAt, claims, samples, law }: GroupedCase,
  dimension: CaseDimension,
): readonly string[] {
  const said = standingClaims(claims);
  switch (dimension) {
    case 'month':
      return [(claimOf(said, 'date')?.date ?? createdAt).slice(0, 7)];
    case 'sector':
      return [law.sector === null ? (claimOf(said, 'sector')?.text.trim() ?? notKnown) : sectorWords[law.sector]];
    case 'country':
      return law.victimCountries.length === 0
        ? [claimOf(said, 'country')?.country ?? notKnown]
        : [...new Set(law.victimCountries)];
    case 'field-type': {
      const seen = samples.flatMap(({ profiles }) => profiles?.filter(({ valid }) => valid > 0) ?? []);
      return seen.length === 0 ? [notKnown] : [...new Set(seen.map(({ fieldType }) => String(fieldType)))];
    }
  }
}

function labelOfGroup(key: string, dimension: CaseDimension): string {
  if (key === notKnown) {
    return 'Not known';
  }
  switch (dimension) {
    case 'country':
      return countryName(key);
    case 'field-type':
      return labelOf(fieldTypeIdSchema.parse(key));
    default:
      return key;
  }
}

/** Cases that belong together, and how many they are. */
export type CaseGroup = { readonly key: string; readonly label: string; readonly cases: number };

function monthNumber(key: string): number {
  return Number(key.replace('-', ''));
}

function everyMonth(keys: readonly string[]): string[] {
  const numbers = keys.map(monthNumber);
  const months: string[] = [];
  for (let month = Math.min(...numbers); month <= Math.max(...numbers); month = nextMonth(month)) {
    months.push(periodText(month));
  }
  return months;
}

/** Cases counted by a dimension: months in their order, those between that have none with 0; all else the largest first. */
export function groupCases(cases: readonly GroupedCase[], dimension: CaseDimension): readonly CaseGroup[] {
  const counts = new Map<string, number>();
  for (const key of cases.flatMap((one) => groupsOf(one, dimension))) {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const keys = dimension === 'month' && counts.size > 0 ? everyMonth([...counts.keys()]) : [...counts.keys()];
  const groups = keys.map((key) => ({ key, label: labelOfGroup(key, dimension), cases: counts.get(key) ?? 0 }));
  return dimension === 'month'
    ? groups
    : groups.toSorted((a, b) => b.cases - a.cases || a.label.localeCompare(b.label, 'en'));
}
