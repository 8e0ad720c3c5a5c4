import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { z } from 'zod';
import { type CallName, type Calls, calls, type NoticeName, type NoticePayload } from '#shared/ipc/contract.ts';
import { isOurs } from './page-origin.ts';
import { currentWindow } from './window.ts';

const inputs: { readonly [K in CallName]: { readonly input: z.ZodType<z.output<Calls[K]['input']>> } } = calls;

function isOurMainFrame(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && isOurs(frame.url);
}

/** Answers one call of the contract. The sender must be our own page, and the input must be of the contract's shape. */
export function answer<K extends CallName>(
  name: K,
  run: (input: z.output<Calls[K]['input']>) => Promise<z.input<Calls[K]['output']>>,
): void {
  ipcMain.handle(name, async (event, raw: unknown) => {
    if (!isOurMainFrame(event)) {
      throw new Error(`The call ${name} came from a page that is not Leakdesk's.`);
    }
    return run(inputs[name].input.parse(raw));
  });
}

/** Tells the page something unasked. A notice while no window is open is dropped: there is nothing to lock or to command. */
export function notify<K extends NoticeName>(name: K, payload: NoticePayload<K>): void {
  currentWindow()?.webContents.send(name, payload);
}
