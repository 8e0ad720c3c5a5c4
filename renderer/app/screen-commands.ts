import { useEffect, useSyncExternalStore } from 'react';

/** Something that only the screen in sight can do; the palette offers it beside the commands that hold everywhere. */
export type ScreenCommand = { readonly id: string; readonly label: string; readonly run: () => void };

const none: readonly ScreenCommand[] = [];
let offered: readonly ScreenCommand[] = none;
const listeners = new Set<() => void>();

function offer(commands: readonly ScreenCommand[]): void {
  offered = commands;
  for (const tell of listeners) {
    tell();
  }
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** Offers commands in the palette for as long as the screen is in sight. */
export function useScreenCommands(commands: readonly ScreenCommand[]): void {
  useEffect(() => {
    offer(commands);
    return () => offer(none);
  }, [commands]);
}

/** The commands of the screen in sight. */
export function useOfferedCommands(): readonly ScreenCommand[] {
  return useSyncExternalStore(subscribe, () => offered);
}
