import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '#shared/ipc/contract.ts';
import { notify } from './ipc.ts';

/** A menu line that the page carries out. The page hears the key itself, so the menu only shows it. */
function command(label: string, name: MenuCommand, accelerator: string): MenuItemConstructorOptions {
  return { label, accelerator, registerAccelerator: false, click: () => notify('menuCommand', name) };
}

const isMac = process.platform === 'darwin';

/** Builds the application menu. */
export function setupMenu(): void {
  const file: MenuItemConstructorOptions[] = [
    command('New case', 'new-case', 'CmdOrCtrl+N'),
    { type: 'separator' },
    command('Settings', 'settings', 'CmdOrCtrl+,'),
    command('Lock vault', 'lock', 'CmdOrCtrl+L'),
    { type: 'separator' },
    { role: isMac ? 'close' : 'quit' },
  ];
  const view: MenuItemConstructorOptions[] = [
    command('Command palette', 'palette', 'CmdOrCtrl+K'),
    { type: 'separator' },
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { role: 'togglefullscreen' },
  ];
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' } satisfies MenuItemConstructorOptions] : []),
    { label: 'File', submenu: file },
    { role: 'editMenu' },
    { label: 'View', submenu: view },
    { role: 'windowMenu' },
    { label: 'Help', submenu: [command('Keyboard shortcuts', 'keys', '?')] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
