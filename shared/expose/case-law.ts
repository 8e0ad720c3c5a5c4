import { type Claim, standingClaims } from '../domain/claim.ts';
import type { LawFacts } from '../domain/law.ts';
import type { Persons } from '../domain/persons.ts';
import type { SampleChecks } from '../domain/verdict.ts';
import { packId } from '../packs/field-types.ts';
import type { SeverityFound } from './case-severity.ts';
import { type Countdown, countdownsOf } from './clocks.ts';
import { type CountryFact, type EngagedRegime, engagedRegimes, type RegimeFacts } from './engaged-regimes.ts';
import type { SeverityBand } from './severity.ts';
import { peopleSeen, type SeverityFacts } from './severity-facts.ts';

/** Countries that fewer of the values show are left out: numbers of other countries are met in any table. */
const leastShare = 0.01;
const minorType = packId('minor');

/** By the persons of the largest sample, else by the values that the checks met. */
function observedCountries({ persons, checks }: Pick<LawSources, 'persons' | 'checks'>): CountryFact[] {
  const counted = persons?.countries.filter((one) => one.persons >= persons.examined * leastShare) ?? [];
  const met = checks.flatMap(({ observed: { countries } }) =>
    countries.byCountry.filter(([, count]) => count >= countries.of * leastShare).map(([country]) => country),
  );
  const seen = counted.length > 0 ? counted.map(({ country }) => country) : met;
  return [...new Set(seen)].map((country) => ({ country, basis: 'observed' }));
}

function claimedCountries(claims: readonly Claim['content'][]): CountryFact[] {
  return claims.flatMap((content) =>
    content.kind === 'country' && content.country !== null
      ? [{ country: content.country, basis: 'claimed' as const }]
      : [],
  );
}

function claimedCount(claims: readonly Claim['content'][]): number | null {
  const counts = claims.flatMap((content) => (content.kind === 'record-count' ? [content.count ?? 0] : []));
  return counts.length === 0 ? null : Math.max(...counts);
}

const decided = (countries: readonly string[]): CountryFact[] =>
  countries.map((country) => ({ country, basis: 'decided' }));

/** What is known of a case: what the analyst has set, what the samples show, what the seller claims, and the severity. */
type LawSources = {
  readonly facts: LawFacts;
  readonly severityFacts: SeverityFacts;
  readonly claims: readonly Pick<Claim, 'content' | 'state'>[];
  readonly checks: readonly Pick<SampleChecks, 'observed'>[];
  /** Whose data the sample with most people holds. */
  readonly persons: Persons | null;
  readonly band: SeverityBand | null;
};

/** The facts of a case for `engagedRegimes`. What the analyst has set stands for what is claimed or observed. */
function caseRegimeFacts({ facts, severityFacts, claims, checks, persons, band }: LawSources): RegimeFacts {
  const { victimCountries, peopleCountries, operator, isRegistrant, turnover } = facts;
  const { tables, offer, minors } = severityFacts;
  const contents = standingClaims(claims);
  const data = tables.flatMap(({ fields }) => fields.map(({ fieldType }) => fieldType));
  return {
    victimCountries: victimCountries.length === 0 ? claimedCountries(contents) : decided(victimCountries),
    peopleCountries: peopleCountries === null ? observedCountries({ persons, checks }) : decided(peopleCountries),
    data: [...new Set(data)],
    people: { seen: peopleSeen(severityFacts), claimed: claimedCount(contents) },
    hasMinors: (minors ?? 0) > 0 || data.includes(minorType),
    isListed: offer !== 'none',
    isMalicious: offer === 'for-sale',
    ...{ operator, isRegistrant, turnover, band },
  };
}

/** What the laws would ask in a case. */
export type LawFound = {
  /** What the analyst has set. */
  readonly facts: LawFacts;
  /** The time zone in which days are counted and times are shown. */
  readonly zone: string;
  readonly known: RegimeFacts;
  readonly engaged: readonly EngagedRegime[];
  readonly countdowns: readonly Countdown[];
};

/** What the laws are judged by: the severity as it was found, and the records that it was found from. */
type LawRecords = Pick<LawSources, 'facts' | 'claims' | 'checks'> & {
  readonly severity: Pick<SeverityFound, 'facts' | 'decided' | 'persons'>;
};

/**
 * The laws that would be engaged in a case, and their time limits. `machineZone` is the time zone (IANA) that stands where the
 * analyst has set none.
 */
export function lawOfRecords({ facts, claims, checks, severity }: LawRecords, machineZone: string): LawFound {
  const { facts: severityFacts, persons, decided } = severity;
  const band = decided.severity?.band ?? null;
  const known = caseRegimeFacts({ facts, severityFacts, claims, checks, persons, band });
  const engaged = engagedRegimes(known);
  const zone = facts.zone ?? machineZone;
  return {
    ...{ facts, zone, known, engaged },
    countdowns: countdownsOf(engaged, { ...facts, isMalicious: known.isMalicious, zone }),
  };
}
