import { contextBridge, ipcRenderer } from 'electron';
import { calls, type NoticeName, notices } from '#shared/ipc/contract.ts';

const asked = Object.fromEntries(
  Object.keys(calls).map((name) => [name, (input: unknown): Promise<unknown> => ipcRenderer.invoke(name, input)]),
);

function onNotice(name: NoticeName, hear: (payload: unknown) => void): () => void {
  if (!(name in notices)) {
    throw new Error(`There is no notice named ${String(name)}.`);
  }
  const listener = (_event: unknown, payload: unknown): void => hear(payload);
  ipcRenderer.on(name, listener);
  return () => ipcRenderer.off(name, listener);
}

contextBridge.exposeInMainWorld('leakdesk', { ...asked, onNotice });
