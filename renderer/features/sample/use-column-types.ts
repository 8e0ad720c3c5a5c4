import { notifications } from '@mantine/notifications';
import { useCallback, useState } from 'react';
import { inverseOf, type SetColumnType, setColumnType } from '#shared/annotate/column-type.ts';
import { isCounted } from '#shared/domain/sample.ts';
import { labelOf } from '#shared/packs/field-types.ts';
import { sampleWorker } from '../../platform/sample-worker.ts';
import { annotateColumn } from '../../storage/annotations.ts';
import { columnName } from '../../storage/samples.ts';
import { useUndoKeys } from '../../ui/undo-keys/use-undo-keys.ts';
import type { ReadableSample } from './use-sample.ts';

/** Counts anew only the two types that the change touches, then keeps verdict and figures as one step. */
async function carryOut({ sample, types }: ReadableSample, { column, to }: SetColumnType): Promise<void> {
  const from = types[column];
  if (from !== undefined && from !== to) {
    const counted = isCounted(sample)
      ? await sampleWorker().profile(sample.id, setColumnType(types, { column, to }), [from, to])
      : null;
    await annotateColumn({ sample, column, from, to, counted });
  }
}

/** Lets the worker count beforehand what changes would ask for, the likeliest first, so that the one that is made is quick. */
export function useForesight({ sample }: ReadableSample): (changes: readonly SetColumnType[]) => void {
  return useCallback(
    (changes) => {
      if (isCounted(sample)) {
        // A guess that fails harms nobody; the change itself says what is wrong.
        sampleWorker()
          .foresee(sample.id, changes)
          .catch(() => undefined);
      }
    },
    [sample],
  );
}

/** Changing columns' types, with undo and redo (Ctrl+Z, Ctrl+Shift+Z) for as long as the sample is open. */
export function useColumnTypes(readable: ReadableSample): (command: SetColumnType) => void {
  const [last, setLast] = useState<SetColumnType | null>(null);
  // The next command starts from types that already show the last one.
  const settled = last === null || readable.types[last.column] === last.to;

  const run = useCallback(
    async (command: SetColumnType): Promise<SetColumnType | null> => {
      const inverse = inverseOf(readable.types, command);
      if (inverse === null || inverse.to === command.to || !settled) {
        return null;
      }
      setLast(command);
      try {
        await carryOut(readable, command);
      } catch (cause) {
        setLast(null);
        throw cause;
      }
      const header = columnName(readable.sample, command.column);
      notifications.show({ message: `“${header}” now holds: ${labelOf(command.to)}. Ctrl+Z undoes it.` });
      return inverse;
    },
    [readable, settled],
  );
  return useUndoKeys(run);
}
