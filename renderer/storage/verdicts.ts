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
import { recordEvent } from './audit-events.ts';
import { cases, touchCase } from './cases.ts';
import { newId, now } from './clock-and-ids.ts';
import { inOneStep, sealedTable } from './sealed-table.ts';

export const verdicts = sealedTable('verdicts', verdictSchema, ({ caseId }) => ({ caseId }));

/** What is thought of a case's leak; undefined before any check was run. A case has at most one. */
export async function verdictOf(caseId: CaseId): Promise<Verdict | undefined> {
  return (await verdicts.where('caseId', caseId)).at(0);
}

/** What a machine makes of the checks of all samples of a case. */
export type Propose = (checks: readonly SampleChecks[]) => Assessment;

function countOf({ results }: SampleChecks, outcome: CheckOutcome): number {
  return results.filter((result) => result.outcome === outcome).length;
}

/**
 * Keeps the checks of a sample in the place of its earlier ones, with the proposal that follows, as one step. A sample that
 * was deleted meanwhile gets none. The analyst's decision stays as it is.
 */
export async function keepChecks({ caseId, name }: Sample, checks: SampleChecks, propose: Propose): Promise<void> {
  await inOneStep([verdicts, cases], async () => {
    const at = now();
    const earlier = await verdictOf(caseId);
    const others = (earlier?.checks ?? []).filter(({ sampleId }) => sampleId !== checks.sampleId);
    const all = [...others, checks];
    const proposal = propose(all);
    const fresh: Verdict = {
      ...{ id: newId(verdictIdSchema), caseId, checks: all, proposal, decision: null },
      ...firstRevision(at),
    };
    await verdicts.put(earlier === undefined ? fresh : revise(earlier, { checks: all, proposal }, at));
    await touchCase(caseId);
    await recordEvent(caseId, {
      ...{ kind: 'checks-run', sampleId: checks.sampleId, name, rows: checks.rows },
      ...{ pass: countOf(checks, 'pass'), warn: countOf(checks, 'warn') },
      ...{ fail: countOf(checks, 'fail'), notRun: countOf(checks, 'not-run') },
    });
  });
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
