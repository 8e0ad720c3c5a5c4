import { app } from 'electron';
import { answer } from './ipc.ts';

declare const __PINNED_ELECTRON__: string;

/** Answers which versions run, and where the vault lies. */
export function setupRuntimeInfo(): void {
  answer('runtimeInfo', async () => ({
    leakdesk: app.getVersion(),
    electron: process.versions.electron,
    pinnedElectron: __PINNED_ELECTRON__,
    chromium: process.versions.chrome,
    platform: `${process.platform} ${process.arch}`,
    profile: app.getPath('userData'),
  }));
}
