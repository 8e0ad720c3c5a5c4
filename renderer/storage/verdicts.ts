import type { CaseId } from '#shared/domain/case.ts';
import type { CheckOutcome } from '#shared/domain/check.ts';
import { firstRevision, revise } from '#shared/domain/record.ts';
import type { Sample } from '#shared/domain/sample.ts';
import {
  type Assessment,
  type SampleChecks,
  type Verdict,
  verdictIdSchema,
  verdictSchema,
} from '#shared/domain/verdict.ts';
import type { SellerFacts } from '#shared/verify/checked-table.ts';
import { proposeVerdict } from '#shared/verify/propose-verdict.ts';
import { recordEvent } from './audit-events.ts';
import { cases, touchCase } from './cases.ts';
import { newId, now } from './clock-and-ids.ts';
import { samples } from './samples.ts';
import { inOneStep, sealedTable } from './sealed-table.ts';

export const verdicts = sealedTable('verdicts', verdictSchema, ({ caseId }) => ({ caseId }));

/** What is thought of a case's leak; undefined before any check was run. A case has at most one. */
export async function verdictOf(caseId: CaseId): Promise<Verdict | undefined> {
  return (await verdicts.where('caseId', caseId)).at(0);
}

function proposalFrom(checks: readonly SampleChecks[], seller: SellerFacts | null): Assessment {
  const rows = checks.reduce((sum, sample) => sum + sample.rows, 0);
  return proposeVerdict(
    checks.flatMap(({ results }) => results),
    { rows, seller },
  );
}

function countOf({ results }: SampleChecks, outcome: CheckOutcome): number {
  return results.filter((result) => result.outcome === outcome).length;
}

/**
 * Keeps the checks of a sample in the place of its earlier ones, with the proposal that follows, as one step. A sample that
 * was deleted meanwhile gets none. The analyst's decision stays as it is.
 */
export async function keepChecks({ id, caseId, name }: Sample, checks: SampleChecks, seller: SellerFacts | null) {
  await inOneStep([verdicts, samples, cases], async () => {
    if ((await samples.get(id)) === undefined) {
      return;
    }
    const at = now();
    const earlier = await verdictOf(caseId);
    const all = [...(earlier?.checks ?? []).filter(({ sampleId }) => sampleId !== id), checks];
    const change = { checks: all, proposal: proposalFrom(all, seller) };
    const fresh = { id: newId(verdictIdSchema), caseId, ...change, decision: null, ...firstRevision(at) };
    await verdicts.put(earlier === undefined ? fresh : revise(earlier, change, at));
    await touchCase(caseId);
    await recordEvent(caseId, {
      ...{ kind: 'checks-run', sampleId: id, name, rows: checks.rows },
      ...{ pass: countOf(checks, 'pass'), warn: countOf(checks, 'warn') },
      ...{ fail: countOf(checks, 'fail'), notRun: countOf(checks, 'not-run') },
    });
  });
}

/** Takes the checks of a sample away, called inside the step that deletes it. A decision stays: it is the analyst's. */
export async function dropChecks({ id, caseId }: Sample): Promise<void> {
  const found = await verdictOf(caseId);
  const left = found?.checks.filter(({ sampleId }) => sampleId !== id) ?? [];
  if (found === undefined || left.length === found.checks.length) {
    return;
  }
  if (left.length === 0 && found.decision === null) {
    await verdicts.remove(found.id, now());
    return;
  }
  // What is known of the seller does not change with a sample.
  const { reliability } = found.proposal;
  await verdicts.put(revise(found, { checks: left, proposal: { ...proposalFrom(left, null), reliability } }, now()));
}

/** Keeps the analyst's decision beside the proposal as it stood. Each decision stays in the history, with its reasons. */
export async function decideVerdict(caseId: CaseId, decision: Assessment): Promise<void> {
  await inOneStep([verdicts, cases], async () => {
    const found = await verdictOf(caseId);
    if (found !== undefined) {
      const at = now();
      await verdicts.put(revise(found, { decision: { ...decision, decidedAt: at } }, at));
      await touchCase(caseId);
      await recordEvent(caseId, { kind: 'verdict-decided', decision, proposal: found.proposal });
    }
  });
}
