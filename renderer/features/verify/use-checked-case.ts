import type { CaseId } from '#shared/domain/case.ts';
import type { Claim } from '#shared/domain/claim.ts';
import type { FieldTypeId } from '#shared/domain/field-type-id.ts';
import type { Sample } from '#shared/domain/sample.ts';
import type { SampleChecks, Verdict } from '#shared/domain/verdict.ts';
import { effectiveTypes } from '#shared/expose/effective-types.ts';
import { annotationsOfSample } from '../../storage/annotations.ts';
import { claimsOf } from '../../storage/listings.ts';
import { useStored } from '../../storage/live.ts';
import { samplesOf } from '../../storage/samples.ts';
import { verdictOf } from '../../storage/verdicts.ts';
import { basisOf } from './basis.ts';

/** A sample of the case with the checks that were last run on it. */
export type CheckedSample = {
  readonly sample: Sample;
  readonly types: readonly FieldTypeId[];
  readonly checks: SampleChecks | null;
  /** Its types or the claims have changed since the checks ran. */
  readonly isStale: boolean;
};

/** All that the screen shows of a case. */
export type CheckedCase = {
  readonly samples: readonly CheckedSample[];
  readonly claims: readonly Claim[];
  readonly verdict: Verdict | null;
};

async function gather(caseId: CaseId): Promise<CheckedCase> {
  const claims = await claimsOf(caseId);
  const verdict = (await verdictOf(caseId)) ?? null;
  const samples: CheckedSample[] = [];
  for (const sample of await samplesOf(caseId)) {
    const types = effectiveTypes(sample, await annotationsOfSample(sample.id));
    const checks = verdict?.checks.find(({ sampleId }) => sampleId === sample.id) ?? null;
    const isStale = checks !== null && checks.basis !== basisOf(types, claims);
    samples.push({ sample, types, checks, isStale });
  }
  return { samples, claims, verdict };
}

/** What is known of a case's samples and their checks, anew whenever a record changes; undefined until the first time. */
export function useCheckedCase(caseId: CaseId): CheckedCase | undefined {
  return useStored(() => gather(caseId), [caseId]);
}
