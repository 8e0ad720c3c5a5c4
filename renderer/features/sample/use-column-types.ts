import { notifications } from '@mantine/notifications';
import { useCallback, useEffect, useState } from 'react';
import { inverseOf, type SetColumnType, setColumnType } from '#shared/annotate/column-type.ts';
import { did, emptyHistory, redid, type UndoHistory, undid } from '#shared/annotate/undo-history.ts';
import { labelOf } from '#shared/packs/field-types.ts';
import { sampleWorker } from '../../platform/sample-worker.ts';
import { annotateColumn } from '../../storage/annotations.ts';
import { isForScreen } from '../../ui/list-keys/use-list-keys.ts';
import type { ReadableSample } from './use-sample.ts';

/** Counts anew only the two types that the change touches, then keeps verdict and figures as one step. */
async function carryOut({ sample, types }: ReadableSample, command: SetColumnType): Promise<void> {
  const from = types[command.column];
  if (from === undefined || from === command.to) {
    return;
  }
  const after = setColumnType(types, command);
  const counted = await sampleWorker().profile(sample.id, after, [from, command.to]);
  const untouched = sample.profiles.filter(({ fieldType }) => fieldType !== from && fieldType !== command.to);
  await annotateColumn({ sample, column: command.column, from, to: command.to, profiles: [...untouched, ...counted] });
}

/** Changing columns' types, with undo and redo (Ctrl+Z, Ctrl+Shift+Z) for as long as the sample is open. */
export function useColumnTypes(readable: ReadableSample): (command: SetColumnType) => void {
  const [history, setHistory] = useState<UndoHistory<SetColumnType>>(emptyHistory);
  const [busy, setBusy] = useState(false);

  const run = useCallback(
    async (command: SetColumnType, then: (inverse: SetColumnType) => UndoHistory<SetColumnType>): Promise<void> => {
      const inverse = inverseOf(readable.types, command);
      if (inverse === null || busy) {
        return;
      }
      setBusy(true);
      try {
        await carryOut(readable, command);
        setHistory(then(inverse));
        const header = readable.sample.columns[command.column]?.header ?? '';
        notifications.show({ message: `“${header}” now holds: ${labelOf(command.to)}. Ctrl+Z undoes it.` });
      } finally {
        setBusy(false);
      }
    },
    [readable, busy],
  );

  useEffect(() => {
    function hear(event: KeyboardEvent): void {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z' || !isForScreen(event)) {
        return;
      }
      const last = (event.shiftKey ? history.redo : history.undo).at(-1);
      if (last !== undefined) {
        event.preventDefault();
        void run(last, (inverse) => (event.shiftKey ? redid(history, inverse) : undid(history, inverse)));
      }
    }
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [history, run]);

  return useCallback((command) => void run(command, (inverse) => did(history, inverse)), [history, run]);
}
