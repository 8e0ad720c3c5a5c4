import { ask, onNotice } from '../platform/desk.ts';
import { flushAutosaves } from '../ui/autosave/use-autosave.ts';

/** Keeps what was typed before the window closes. */
export function keepBeforeClosing(): void {
  onNotice('closing', () => {
    void flushAutosaves().then(() => ask('readyToClose', null));
  });
}
