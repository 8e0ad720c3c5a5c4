import { useCallback, useEffect, useState } from 'react';
import { did, emptyHistory, redid, type UndoHistory, undid } from '#shared/lib/undo-history.ts';
import { isForScreen } from '../list-keys/use-list-keys.ts';

/**
 * Carries out commands with undo and redo (Ctrl+Z, Ctrl+Shift+Z) for as long as the screen stands. `carryOut` answers with
 * the command that undoes the one it was given, or null where it changed nothing.
 */
export function useUndoKeys<Command>(
  carryOut: (command: Command) => Promise<Command | null>,
): (command: Command) => void {
  const [history, setHistory] = useState<UndoHistory<Command>>(emptyHistory);

  const run = useCallback(
    async (command: Command, then: (inverse: Command) => UndoHistory<Command>): Promise<void> => {
      const inverse = await carryOut(command);
      if (inverse !== null) {
        setHistory(then(inverse));
      }
    },
    [carryOut],
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
