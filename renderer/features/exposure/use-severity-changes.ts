import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { inverseOfSeverityInput, type SetSeverityInput } from '#shared/annotate/severity-input.ts';
import { severityInputLabels } from '#shared/expose/severity-words.ts';
import type { CaseSeverity } from '../../storage/case-severity.ts';
import { decideSeverityInput } from '../../storage/consequences.ts';
import { useUndoKeys } from '../../ui/undo-keys/use-undo-keys.ts';

/** Setting inputs of the severity, with undo and redo for as long as the screen stands. */
export function useSeverityChanges({
  caseId,
  proposal,
  consequence,
}: CaseSeverity): (command: SetSeverityInput) => void {
  const run = useCallback(
    async (command: SetSeverityInput): Promise<SetSeverityInput> => {
      const inverse = inverseOfSeverityInput(consequence.severity, command);
      const proposed = proposal.inputs[command.input].value;
      await decideSeverityInput(caseId, command, proposed);
      const now = command.to === null ? 'as proposed' : command.to.value;
      const message = `${severityInputLabels[command.input]} is now ${now}. Ctrl+Z undoes it.`;
      notifications.show({ message });
      return inverse;
    },
    [caseId, proposal, consequence],
  );
  return useUndoKeys(run);
}
