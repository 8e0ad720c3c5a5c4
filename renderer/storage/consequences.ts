import { type SetSeverityInput, setSeverityInput } from '#shared/annotate/severity-input.ts';
import type { AuditAction } from '#shared/domain/audit-event.ts';
import type { CaseId } from '#shared/domain/case.ts';
import { type Consequence, consequenceIdSchema, consequenceSchema } from '#shared/domain/consequence.ts';
import { type LawFacts, noLawFacts } from '#shared/domain/law.ts';
import { firstRevision, revise } from '#shared/domain/record.ts';
import { changedFacts } from '#shared/expose/law-words.ts';
import { recordEvent } from './audit-events.ts';
import { cases, touchCase } from './cases.ts';
import { newId, now } from './clock-and-ids.ts';
import { inOneStep, sealedTable } from './sealed-table.ts';

export const consequences = sealedTable('consequences', consequenceSchema, ({ caseId }) => ({ caseId }));

/** What the analyst has decided about a case's consequences; undefined before the first decision. */
export async function consequenceOf(caseId: CaseId): Promise<Consequence | undefined> {
  return (await consequences.where('caseId', caseId)).at(0);
}

type Decision = {
  readonly change: Partial<Pick<Consequence, 'severity' | 'law'>>;
  readonly action: AuditAction;
};

/** Keeps what follows from the record as it stands, with its line in the history. */
async function decide(
  caseId: CaseId,
  decisionOn: (now: Pick<Consequence, 'severity' | 'law'>) => Decision,
): Promise<void> {
  await inOneStep([consequences, cases], async () => {
    const at = now();
    const fresh = { id: newId(consequenceIdSchema), caseId, severity: [], law: noLawFacts, ...firstRevision(at) };
    const earlier = await consequenceOf(caseId);
    const { change, action } = decisionOn(earlier ?? fresh);
    await consequences.put(earlier === undefined ? { ...fresh, ...change } : revise(earlier, change, at));
    await touchCase(caseId);
    await recordEvent(caseId, action);
  });
}

/** Sets an input of the severity, or takes it back to the proposal (`proposed`), with a line in the history. */
export async function decideSeverityInput(caseId: CaseId, command: SetSeverityInput, proposed: number): Promise<void> {
  const { input, to } = command;
  await decide(caseId, ({ severity }) => {
    const from = severity.find((override) => override.input === input)?.value ?? proposed;
    const set = { from, to: to?.value ?? proposed, proposed, reason: to?.reason ?? null };
    return {
      change: { severity: setSeverityInput(severity, command) },
      action: { kind: 'severity-decided', input, ...set },
    };
  });
}

/** Sets what laws ask for; the history says what changed, time limits by the names that `limitName` gives their keys. */
export async function decideLawFacts(caseId: CaseId, law: LawFacts, limitName: (key: string) => string): Promise<void> {
  await decide(caseId, (before) => ({
    change: { law },
    action: { kind: 'law-facts-decided', what: changedFacts(before.law, law, limitName) },
  }));
}

/** Notes that the time limits of a case left as a calendar. */
export async function recordCalendarExport(caseId: CaseId, clocks: number, name: string): Promise<void> {
  await inOneStep([cases], () => recordEvent(caseId, { kind: 'calendar-exported', clocks, name }));
}
