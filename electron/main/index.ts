import { app } from 'electron';
import { keepBeforeClosing, setupClosing } from './closing.ts';
import { setupMailSaving } from './mail/save-mail.ts';
import { setupMenu } from './menu.ts';
import { registerPageScheme, setupPageScheme } from './page-scheme.ts';
import { setupPower } from './power.ts';
import { setupRuntimeInfo } from './runtime-info.ts';
import { setupSaving } from './saving.ts';
import { closeNameLookup, closeNetwork, refuseDownloads, refusePermissions } from './seal-off.ts';
import { focusWindow, openWindow } from './window.ts';

function boot(): void {
  closeNetwork();
  refusePermissions();
  refuseDownloads();
  setupPageScheme();
  setupRuntimeInfo();
  setupMailSaving();
  setupSaving();
  setupMenu();
  setupPower();
  app.on('browser-window-created', (_event, window) => keepBeforeClosing(window));
  setupClosing();
  openWindow();
}

// Two processes on one profile would both own the block files.
if (app.requestSingleInstanceLock()) {
  registerPageScheme();
  closeNameLookup();
  app.on('second-instance', focusWindow);
  app.on('activate', openWindow);
  app.on('window-all-closed', () => app.quit());
  app.whenReady().then(boot, (cause: unknown) => {
    process.stderr.write(`Leakdesk could not start: ${String(cause)}\n`);
    app.exit(1);
  });
} else {
  app.quit();
}
