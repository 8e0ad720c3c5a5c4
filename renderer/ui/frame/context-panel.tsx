import { type ReactNode, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import classes from './frame.module.css';

let home: HTMLElement | null = null;
let tenants = 0;
const listeners = new Set<() => void>();

function tellAll(): void {
  for (const tell of listeners) {
    tell();
  }
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

function moveIn(element: HTMLElement | null): void {
  home = element;
  tellAll();
}

function countTenant(element: HTMLElement | null): (() => void) | undefined {
  if (element === null) {
    return undefined;
  }
  tenants += 1;
  tellAll();
  return () => {
    tenants -= 1;
    tellAll();
  };
}

/** The panel at the right of the frame. It takes no room until a screen fills it. */
export function ContextPanelHome(): ReactNode {
  const empty = useSyncExternalStore(subscribe, () => tenants === 0);
  return (
    <aside className={classes['panel']} aria-label="Context" data-empty={empty}>
      <div ref={moveIn} />
    </aside>
  );
}

/** Puts a screen's facts about its selection into the context panel. */
export function ContextPanel({ children }: { readonly children: ReactNode }): ReactNode {
  const target = useSyncExternalStore(subscribe, () => home);
  return target === null ? null : createPortal(<div ref={countTenant}>{children}</div>, target);
}
