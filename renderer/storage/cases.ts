import { type Case, type CaseId, caseIdSchema, caseSchema, openCase } from '#shared/domain/case.ts';
import { revise } from '#shared/domain/record.ts';
import { recordEvent } from './audit-events.ts';
import { newId, now } from './clock-and-ids.ts';
import { inOneStep, sealedTable } from './sealed-table.ts';

export const cases = sealedTable('cases', caseSchema);

/** Every case, the last touched first. */
export async function allCases(): Promise<Case[]> {
  return (await cases.all()).sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
}

/** One case, if it is there. */
export function caseOf(id: CaseId): Promise<Case | undefined> {
  return cases.get(id);
}

/** Opens a case under a title. */
export async function createCase(title: string): Promise<Case> {
  const opened = openCase(newId(caseIdSchema), title, now());
  await inOneStep([cases], async () => {
    await cases.put(opened);
    await recordEvent(opened.id, { kind: 'case-opened' });
  });
  return opened;
}

/** Changes what the analyst decides of a case; `what` names the change in the trail. */
export async function changeCase(
  id: CaseId,
  change: Partial<Pick<Case, 'title' | 'status' | 'tlp'>>,
  what: string,
): Promise<void> {
  await inOneStep([cases], async () => {
    const found = await cases.get(id);
    if (found !== undefined) {
      await cases.put(revise(found, change, now()));
      await recordEvent(id, { kind: 'case-changed', what });
    }
  });
}

/** Marks a case as touched. Called inside the step that changes something of it. */
export async function touchCase(id: CaseId): Promise<void> {
  const found = await cases.get(id);
  if (found !== undefined) {
    await cases.put(revise(found, {}, now()));
  }
}
