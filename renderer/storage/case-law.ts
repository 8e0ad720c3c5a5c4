import type { Case } from '#shared/domain/case.ts';
import { type LawFound, lawOfRecords } from '#shared/expose/case-law.ts';
import { type CaseClock, isRunning } from '#shared/expose/clocks.ts';
import { severityOfCase } from './case-severity.ts';
import { allCases } from './cases.ts';

/** The laws that would be engaged in a case and their time limits, from its records as they stand. */
export async function lawOfCase({ id }: Pick<Case, 'id'>): Promise<LawFound> {
  const severity = await severityOfCase(id);
  const { claims, verdict, consequence } = severity;
  const records = { facts: consequence.law, claims, checks: verdict?.checks ?? [], severity };
  return lawOfRecords(records, Intl.DateTimeFormat().resolvedOptions().timeZone);
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
