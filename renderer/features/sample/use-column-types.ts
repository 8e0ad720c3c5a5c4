import { notifications } from '@mantine/notifications';
import { useCallback, useEffect, useState } from 'react';
import { inverseOf, type SetColumnType, setColumnType } from '#shared/annotate/column-type.ts';
import { did, emptyHistory, redid, type UndoHistory, undid } from '#shared/annotate/undo-history.ts';
import { labelOf } from '#shared/packs/field-types.ts';
import { sampleWorker } from '../../platform/sample-worker.ts';
import { annotateColumn } from '../../storage/annotations.ts';
import { columnName } from '../../storage/samples.ts';
import { isForScreen } from '../../ui/list-keys/use-list-keys.ts';
import type { ReadableSample } from './use-sample.ts';

/** Counts anew only the two types that the change touches, then keeps verdict and figures as one step. */
async function carryOut({ sample, types }: ReadableSample, { column, to }: SetColumnType): Promise<void> {
  const from = types[column];
  if (from !== undefined && from !== to) {
    const counted = await sampleWorker().profile(sample.id, setColumnType(types, { column, to }), [from, to]);
    await annotateColumn({ sample, column, from, to, counted });
  }
}

/** Changing columns' types, with undo and redo (Ctrl+Z, Ctrl+Shift+Z) for as long as the sample is open. */
export function useColumnTypes(readable: ReadableSample): (command: SetColumnType) => void {
  const [history, setHistory] = useState<UndoHistory<SetColumnType>>(emptyHistory);
  const [last, setLast] = useState<SetColumnType | null>(null);
  // The next command starts from types that already show the last one.
  const settled = last === null || readable.types[last.column] === last.to;

  const run = useCallback(
    async (command: SetColumnType, then: (inverse: SetColumnType) => UndoHistory<SetColumnType>): Promise<void> => {
      const inverse = inverseOf(readable.types, command);
      if (inverse === null || inverse.to === command.to || !settled) {
        return;
      }
      setLast(command);
      try {
        await carryOut(readable, command);
      } catch (cause) {
        setLast(null);
        throw cause;
      }
      setHistory(then(inverse));
      const header = columnName(readable.sample, command.column);
      notifications.show({ message: `“${header}” now holds: ${labelOf(command.to)}. Ctrl+Z undoes it.` });
    },
    [readable, settled],
  );

  useEffect(() => {
    function hear(event: KeyboardEvent): void {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z' || !isForScreen(event)) {
        return;
      }
      const next = (event.shiftKey ? history.redo : history.undo).at(-1);
      if (next !== undefined) {
        event.preventDefault();
        void run(next, (inverse) => (event.shiftKey ? redid(history, inverse) : undid(history, inverse)));
      }
    }
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [history, run]);

  return useCallback((command) => void run(command, (inverse) => did(history, inverse)), [history, run]);
}
