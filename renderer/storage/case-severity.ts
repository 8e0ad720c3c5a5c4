import type { CaseId } from '#shared/domain/case.ts';
import type { Claim } from '#shared/domain/claim.ts';
import type { Consequence } from '#shared/domain/consequence.ts';
import { noLawFacts } from '#shared/domain/law.ts';
import { isCounted } from '#shared/domain/sample.ts';
import type { Verdict } from '#shared/domain/verdict.ts';
import { type SeverityFound, severityOfRecords } from '#shared/expose/case-severity.ts';
import type { SeverityBand } from '#shared/expose/severity.ts';
import { allCases } from './cases.ts';
import { consequenceOf } from './consequences.ts';
import { claimsOf } from './listings.ts';
import { samplesOf } from './samples.ts';
import { verdictOf } from './verdicts.ts';

/** The severity of a case as it is proposed and as it is decided, with the records it rests on. */
export type CaseSeverity = SeverityFound & {
  readonly caseId: CaseId;
  readonly claims: readonly Claim[];
  readonly verdict: Verdict | null;
  readonly consequence: Pick<Consequence, 'severity' | 'law'>;
  /** False while the rows of one of the samples are still being counted: it is left out until then. */
  readonly isWhole: boolean;
};

/** The severity of a case, computed from its records as they stand. */
export async function severityOfCase(caseId: CaseId): Promise<CaseSeverity> {
  const verdict = (await verdictOf(caseId)) ?? null;
  const consequence = (await consequenceOf(caseId)) ?? { severity: [], law: noLawFacts };
  const all = await samplesOf(caseId);
  const samples = all.filter(isCounted);
  const claims = await claimsOf(caseId);
  const { sector } = consequence.law;
  const records = { samples, claims, checks: verdict?.checks ?? [], sector };
  const found = severityOfRecords(records, consequence.severity);
  return { caseId, ...found, claims, verdict, consequence, isWhole: samples.length === all.length };
}

/** The band of every case as its severity stands; null where no data is seen. */
export async function bandsOfCases(): Promise<ReadonlyMap<CaseId, SeverityBand | null>> {
  const bands = new Map<CaseId, SeverityBand | null>();
  for (const { id } of await allCases()) {
    bands.set(id, (await severityOfCase(id)).decided.severity?.band ?? null);
  }
  return bands;
}
