import type { Case } from '#shared/domain/case.ts';
import { type LawFound, lawOfRecords } from '#shared/expose/case-law.ts';
import type { CaseClock } from '#shared/expose/clock-standing.ts';
import { hasStarted } from '#shared/expose/clocks.ts';
import type { RecordedCase } from './case-records.ts';
import { type CaseSeverity, severityFrom, severityOfCase } from './case-severity.ts';

/** The laws that would be engaged in a case of this severity, and their time limits. */
export function lawFrom(severity: CaseSeverity): LawFound {
  const { claims, verdict, consequence } = severity;
  const records = { facts: consequence.law, claims, checks: verdict?.checks ?? [], severity };
  return lawOfRecords(records, Intl.DateTimeFormat().resolvedOptions().timeZone);
}

/** The laws that would be engaged in a case and their time limits, from its records as they stand. */
export async function lawOfCase({ id }: Pick<Case, 'id'>): Promise<LawFound> {
  return lawFrom(await severityOfCase(id));
}

/** The clocks that have started in the open cases, the first to end before the others. How each stands is a matter of when. */
export function startedClocks(recorded: readonly RecordedCase[]): CaseClock[] {
  return recorded
    .filter(({ of }) => of.status === 'open')
    .flatMap(({ of: { id: caseId, title }, ...records }) =>
      lawFrom(severityFrom(caseId, records))
        .countdowns.filter(hasStarted)
        .map((clock) => ({ caseId, title, clock })),
    )
    .toSorted((a, b) => a.clock.until.localeCompare(b.clock.until));
}
