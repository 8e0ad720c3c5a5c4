import { type Claim, standingClaims } from '#shared/domain/claim.ts';
import type { Observation, Verdict } from '#shared/domain/verdict.ts';
import { type ClaimMatch, type ClaimOutcome, matchClaims } from '#shared/verify/claims.ts';
import type { ObservedSample } from '#shared/verify/observe-sample.ts';

function observedOf({ countries, ...observed }: Observation): ObservedSample {
  return { ...observed, countries: { of: countries.of, byCountry: new Map(countries.byCountry) } };
}

/** Sets each standing claim of a case beside what all its checked samples show together. */
export function claimMatches(claims: readonly Claim[], verdict: Verdict | null): readonly ClaimMatch[] {
  return matchClaims(standingClaims(claims), verdict?.checks.map(({ observed }) => observedOf(observed)) ?? []);
}

/** What the outcome of a comparison is called. */
export const claimOutcomeWords: Readonly<Record<ClaimOutcome, string>> = {
  supported: 'Supported',
  contradicted: 'Contradicted',
  'not-testable': 'Not testable',
};

/** How many claims came out how, in a few words. */
export function claimsInShort(matches: readonly ClaimMatch[]): string {
  const count = (outcome: ClaimOutcome): number => matches.filter((match) => match.outcome === outcome).length;
  const contradicted = count('contradicted');
  const held = `${count('supported')} of ${matches.length} held`;
  return contradicted === 0 ? held : `${held}, ${contradicted} not`;
}
