import { type RefObject, useEffect, useRef } from 'react';

/** What finishes a form (Ctrl+Enter, Cmd+Enter) and what leaves it (Esc). */
export type FormKeys = { readonly finish?: () => void; readonly leave?: () => void };

/** A list that a field has open is what Esc closes first. */
function isListOpen({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLElement && target.getAttribute('aria-expanded') === 'true';
}

/** Hears the keys of a form wherever the focus stands within it. */
export function useKeysWithin(place: RefObject<HTMLElement | null>, keys: FormKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const element = place.current;
    function hear(event: KeyboardEvent): void {
      const { finish, leave } = latest.current;
      const run =
        event.key === 'Escape' ? leave : event.key === 'Enter' && (event.ctrlKey || event.metaKey) ? finish : undefined;
      if (run !== undefined && !(event.key === 'Escape' && isListOpen(event))) {
        event.preventDefault();
        run();
      }
    }
    element?.addEventListener('keydown', hear);
    return () => element?.removeEventListener('keydown', hear);
  }, [place]);
}
