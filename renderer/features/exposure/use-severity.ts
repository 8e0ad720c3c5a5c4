import type { CaseId } from '#shared/domain/case.ts';
import type { SeverityOverride } from '#shared/domain/consequence.ts';
import type { Verdict } from '#shared/domain/verdict.ts';
import { caseSeverityFacts, type DecidedSeverity, decideSeverity } from '#shared/expose/case-severity.ts';
import { proposeSeverity, type SeverityProposal, severityAsClaimed } from '#shared/expose/propose-severity.ts';
import type { Severity } from '#shared/expose/severity.ts';
import { consequenceOf } from '../../storage/consequences.ts';
import { claimsOf } from '../../storage/listings.ts';
import { useStored } from '../../storage/live.ts';
import { samplesOf } from '../../storage/samples.ts';
import { verdictOf } from '../../storage/verdicts.ts';

/** The severity of a case as it is proposed, as it is decided, and as it would be were all claims true. */
export type CaseSeverity = {
  readonly caseId: CaseId;
  readonly proposal: SeverityProposal;
  readonly overrides: readonly SeverityOverride[];
  readonly decided: DecidedSeverity;
  readonly asClaimed: Severity | null;
  readonly verdict: Verdict | null;
};

async function gather(caseId: CaseId): Promise<CaseSeverity> {
  const verdict = (await verdictOf(caseId)) ?? null;
  const samples = await samplesOf(caseId);
  const facts = caseSeverityFacts({ samples, claims: await claimsOf(caseId), checks: verdict?.checks ?? [] });
  const proposal = proposeSeverity(facts);
  const overrides = (await consequenceOf(caseId))?.severity ?? [];
  const decided = decideSeverity(proposal, overrides);
  return { caseId, proposal, overrides, decided, asClaimed: severityAsClaimed(facts), verdict };
}

/** The severity of a case, anew whenever a record changes; undefined until the first time. */
export function useSeverity(caseId: CaseId): CaseSeverity | undefined {
  return useStored(() => gather(caseId), [caseId]);
}
