import { type SetSeverityInput, setSeverityInput } from '#shared/annotate/severity-input.ts';
import type { CaseId } from '#shared/domain/case.ts';
import { type Consequence, consequenceIdSchema, consequenceSchema } from '#shared/domain/consequence.ts';
import { firstRevision, revise } from '#shared/domain/record.ts';
import { recordEvent } from './audit-events.ts';
import { cases, touchCase } from './cases.ts';
import { newId, now } from './clock-and-ids.ts';
import { inOneStep, sealedTable } from './sealed-table.ts';

const consequences = sealedTable('consequences', consequenceSchema, ({ caseId }) => ({ caseId }));

/** What the analyst has decided about a case's consequences; undefined before the first decision. */
export async function consequenceOf(caseId: CaseId): Promise<Consequence | undefined> {
  return (await consequences.where('caseId', caseId)).at(0);
}

/** Sets an input of the severity, or takes it back to the proposal (`proposed`), with a line in the history. */
export async function decideSeverityInput(caseId: CaseId, command: SetSeverityInput, proposed: number): Promise<void> {
  await inOneStep([consequences, cases], async () => {
    const at = now();
    const earlier = await consequenceOf(caseId);
    const before = earlier?.severity ?? [];
    const from = before.find(({ input }) => input === command.input)?.value ?? proposed;
    const severity = setSeverityInput(before, command);
    const fresh = { id: newId(consequenceIdSchema), caseId, severity, ...firstRevision(at) };
    await consequences.put(earlier === undefined ? fresh : revise(earlier, { severity }, at));
    await touchCase(caseId);
    const { input, to } = command;
    const change = { from, to: to?.value ?? proposed, proposed, reason: to?.reason ?? null };
    await recordEvent(caseId, { kind: 'severity-decided', input, ...change });
  });
}
