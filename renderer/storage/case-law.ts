import type { Case } from '#shared/domain/case.ts';
import type { LawFacts } from '#shared/domain/law.ts';
import { caseRegimeFacts } from '#shared/expose/case-law.ts';
import { type CaseClock, type Countdown, countdownsOf, isRunning } from '#shared/expose/clocks.ts';
import { type EngagedRegime, engagedRegimes, type RegimeFacts } from '#shared/expose/engaged-regimes.ts';
import { severityOfCase } from './case-severity.ts';
import { allCases } from './cases.ts';

/** What the laws would ask in a case. */
export type CaseLaw = {
  /** What the analyst has set. */
  readonly facts: LawFacts;
  /** The time zone in which days are counted and times are shown. */
  readonly zone: string;
  readonly known: RegimeFacts;
  readonly engaged: readonly EngagedRegime[];
  readonly countdowns: readonly Countdown[];
};

/** The laws that would be engaged in a case and their time limits, from its records as they stand. */
export async function lawOfCase({ id }: Pick<Case, 'id'>): Promise<CaseLaw> {
  const { facts: severityFacts, claims, persons, verdict, decided, consequence } = await severityOfCase(id);
  const facts = consequence.law;
  const band = decided.severity?.band ?? null;
  const checks = verdict?.checks ?? [];
  const known = caseRegimeFacts({ facts, severityFacts, claims, checks, persons, band });
  const engaged = engagedRegimes(known);
  const zone = facts.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const countdowns = countdownsOf(engaged, { ...facts, isMalicious: known.isMalicious, zone });
  return { facts, zone, known, engaged, countdowns };
}

/** The clocks that run in all open cases, the first to end before the others. */
export async function allRunningClocks(): Promise<CaseClock[]> {
  const found: CaseClock[] = [];
  for (const { id, title } of (await allCases()).filter(({ status }) => status === 'open')) {
    const { countdowns } = await lawOfCase({ id });
    found.push(...countdowns.filter(isRunning).map((running) => ({ caseId: id, title, running })));
  }
  return found.toSorted((a, b) => a.running.until.localeCompare(b.running.until));
}
