import { join } from 'node:path';
import { app, BrowserWindow, dialog, nativeTheme } from 'electron';
import { pageOrigin } from './page-origin.ts';
import { confine } from './seal-off.ts';
import { readWindowPlace, rememberWindowPlace } from './window-place.ts';

/** The one window, while it is open. */
export function currentWindow(): BrowserWindow | null {
  return BrowserWindow.getAllWindows()[0] ?? null;
}

/** Brings the window to the front. */
export function focusWindow(): void {
  const window = currentWindow();
  if (window?.isMinimized() === true) {
    window.restore();
  }
  window?.focus();
}

/** Asks before running work is thrown away; answers whether the window may close. */
function mayInterrupt(window: BrowserWindow): boolean {
  const chosen = dialog.showMessageBoxSync(window, {
    type: 'question',
    message: 'An import is still running.',
    detail: 'If you leave now it stops, and nothing of that file is kept. Everything else is saved.',
    buttons: ['Keep importing', 'Stop and leave'],
    defaultId: 0,
    cancelId: 0,
  });
  return chosen === 1;
}

/** A page that ends sooner than this would only end again. */
const leastLifeMilliseconds = 10_000;

/** Loads the page, and once more whenever its process ended by itself: the vault is then locked. */
function loadPage(window: BrowserWindow): void {
  let since = Date.now();
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit' && Date.now() - since > leastLifeMilliseconds) {
      since = Date.now();
      void window.loadURL(`${pageOrigin()}/index.html?page-ended`);
    }
  });
  void window.loadURL(`${pageOrigin()}/index.html`);
}

/** Opens the window, hardened, on the page; does nothing when it is open already. */
export function openWindow(): void {
  if (currentWindow() !== null) {
    return;
  }
  const window = new BrowserWindow({
    ...readWindowPlace(),
    minWidth: 900,
    minHeight: 600,
    show: false,
    title: 'Leakdesk',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1a1b1e' : '#ffffff',
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: !app.isPackaged,
    },
  });
  confine(window.webContents);
  rememberWindowPlace(window);
  window.once('ready-to-show', () => window.show());
  window.webContents.on('will-prevent-unload', (event) => {
    if (mayInterrupt(window)) {
      event.preventDefault();
    }
  });
  loadPage(window);
}
