import { powerMonitor } from 'electron';
import { notify } from './ipc.ts';

/** Tells the page to lock the vault when the machine sleeps or its screen locks. */
export function setupPower(): void {
  powerMonitor.on('suspend', () => notify('lockNow', 'suspend'));
  powerMonitor.on('lock-screen', () => notify('lockNow', 'screen-lock'));
}
