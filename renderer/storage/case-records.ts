import type { Case, CaseId } from '#shared/domain/case.ts';
import type { Claim } from '#shared/domain/claim.ts';
import type { Consequence } from '#shared/domain/consequence.ts';
import { noLawFacts } from '#shared/domain/law.ts';
import type { Sample } from '#shared/domain/sample.ts';
import type { Verdict } from '#shared/domain/verdict.ts';
import { allCases } from './cases.ts';
import { consequenceOf, consequences } from './consequences.ts';
import { claims, claimsOf } from './listings.ts';
import { samples, samplesOf } from './samples.ts';
import { verdictOf, verdicts } from './verdicts.ts';

/** What figures of a case are drawn from; before the analyst has decided anything, the consequences are empty. */
export type CaseRecords = {
  readonly samples: readonly Sample[];
  readonly claims: readonly Claim[];
  readonly verdict: Verdict | null;
  readonly consequence: Pick<Consequence, 'severity' | 'law'>;
};

/** A case with its records, as lists over all cases need them. */
export type RecordedCase = CaseRecords & { readonly of: Case };

const undecided: CaseRecords['consequence'] = { severity: [], law: noLawFacts };

/** The records of one case. */
export async function recordsOfCase(id: CaseId): Promise<CaseRecords> {
  return {
    verdict: (await verdictOf(id)) ?? null,
    consequence: (await consequenceOf(id)) ?? undecided,
    samples: await samplesOf(id),
    claims: await claimsOf(id),
  };
}

type OfCase = { readonly id: string; readonly caseId: CaseId };

/** The records by their case, each case's in the order in which they were made. */
function byCase<R extends OfCase>(records: readonly R[]): ReadonlyMap<CaseId, readonly R[]> {
  const found = new Map<CaseId, R[]>();
  for (const record of records.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const own = found.get(record.caseId) ?? [];
    own.push(record);
    found.set(record.caseId, own);
  }
  return found;
}

/** Every case with its records, the last touched first. Each table is read once, however many cases there are. */
export async function allRecordedCases(): Promise<readonly RecordedCase[]> {
  const found = await allCases();
  const [ofSamples, ofClaims] = [byCase(await samples.all()), byCase(await claims.all())];
  const [ofVerdicts, ofConsequences] = [byCase(await verdicts.all()), byCase(await consequences.all())];
  return found.map((of) => ({
    of,
    samples: ofSamples.get(of.id) ?? [],
    claims: ofClaims.get(of.id) ?? [],
    verdict: ofVerdicts.get(of.id)?.[0] ?? null,
    consequence: ofConsequences.get(of.id)?.[0] ?? undecided,
  }));
}
