import { type RefObject, useEffect } from 'react';

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input, textarea, select, [contenteditable="true"], [role="textbox"]')
  );
}

/** Whether a key press belongs to a text field or an open dialog rather than to the screen. */
export function isForScreen(event: KeyboardEvent): boolean {
  return !(isTyping(event.target) || document.querySelector('[role="dialog"]') !== null);
}

const steps: Readonly<Record<string, number>> = { j: 1, k: -1 };

/** Lets `j` and `k` move the focus among the elements of a list that carry `data-list-item`. */
export function useListKeys(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    function move(event: KeyboardEvent): void {
      const step = steps[event.key];
      if (step === undefined || event.ctrlKey || event.metaKey || event.altKey || !isForScreen(event)) {
        return;
      }
      const items = [...(list.current?.querySelectorAll<HTMLElement>('[data-list-item]') ?? [])];
      const at = items.findIndex((item) => item.contains(document.activeElement));
      const next = at === -1 ? 0 : Math.min(items.length - 1, Math.max(0, at + step));
      items[next]?.focus();
      event.preventDefault();
    }
    window.addEventListener('keydown', move);
    return () => window.removeEventListener('keydown', move);
  }, [list]);
}
