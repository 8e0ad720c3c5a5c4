import { type RefObject, useEffect, useRef } from 'react';

/** What finishes a form (Ctrl+Enter, Cmd+Enter) and what leaves it (Esc). */
export type FormKeys = { readonly finish?: () => void; readonly leave?: () => void };

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
      if (run !== undefined) {
        event.preventDefault();
        run();
      }
    }
    element?.addEventListener('keydown', hear);
    return () => element?.removeEventListener('keydown', hear);
  }, [place]);
}
