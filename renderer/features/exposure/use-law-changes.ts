import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import type { CaseId } from '#shared/domain/case.ts';
import type { LawFacts } from '#shared/domain/law.ts';
import { limitName } from '#shared/packs/regimes.ts';
import { decideLawFacts } from '../../storage/consequences.ts';
import { useUndoKeys } from '../../ui/undo-keys/use-undo-keys.ts';

/** Setting the facts that laws ask for, with undo and redo for as long as the screen stands. */
export function useLawChanges(caseId: CaseId, before: LawFacts): (facts: LawFacts) => void {
  const run = useCallback(
    async (facts: LawFacts): Promise<LawFacts> => {
      await decideLawFacts(caseId, facts, limitName);
      notifications.show({ message: 'Kept: the facts for the law. Ctrl+Z undoes it.' });
      return before;
    },
    [caseId, before],
  );
  return useUndoKeys(run);
}
