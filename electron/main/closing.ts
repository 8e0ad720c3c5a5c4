import type { BrowserWindow } from 'electron';
import { answer, notify } from './ipc.ts';

const patienceMilliseconds = 2_000;

let mayClose: () => void = () => undefined;

/** Answers the page's word that it has kept what was typed. */
export function setupClosing(): void {
  answer('readyToClose', async () => {
    mayClose();
    return null;
  });
}

/** Holds a closing window until the page has kept what was typed, or has not answered for two seconds. */
export function keepBeforeClosing(window: BrowserWindow): void {
  let kept = false;
  window.on('close', (event) => {
    if (kept || window.webContents.isCrashed()) {
      return;
    }
    event.preventDefault();
    const timer = setTimeout(() => mayClose(), patienceMilliseconds);
    mayClose = () => {
      clearTimeout(timer);
      kept = true;
      window.close();
    };
    notify('closing', null);
  });
  // The analyst may choose to stay while an import runs; the next attempt then asks the page again.
  window.webContents.on('will-prevent-unload', () => {
    kept = false;
  });
}
