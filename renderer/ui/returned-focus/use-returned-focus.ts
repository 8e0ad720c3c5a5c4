import { type RefObject, useEffect, useRef } from 'react';

/**
 * Gives the focus back to the button that opened a form once the form closes. The button may be gone meanwhile. A focus that
 * has gone elsewhere by then stays there.
 */
export function useReturnedFocus(isOpen: boolean): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen && document.activeElement === document.body) {
      button.current?.focus();
    }
    wasOpen.current = isOpen;
  }, [isOpen]);
  return button;
}
