import { useEffect, useRef } from 'react';

const pauseMilliseconds = 400;
const pending = new Set<() => Promise<void>>();
/** Writes that have begun, also those of screens that are gone. */
const underWay = new Set<Promise<void>>();

/** Writes everything that is typed but not yet kept, as far as it can be. Awaited before the vault locks or the window closes. */
export async function flushAutosaves(): Promise<void> {
  await Promise.allSettled([...pending].map((flush) => flush()));
  await Promise.allSettled(underWay);
}

/** Keeps a value a moment after it last changed, when its component goes, and before the vault locks. */
export function useAutosave(value: string, kept: string, save: (value: string) => Promise<void>): void {
  const latest = useRef({ value, save });
  latest.current = { value, save };
  const written = useRef(kept);

  const flush = useRef(async (): Promise<void> => {
    const { value: typed, save: write } = latest.current;
    if (typed !== written.current) {
      const writing = write(typed);
      underWay.add(writing);
      try {
        await writing;
        written.current = typed;
      } finally {
        underWay.delete(writing);
      }
    }
  }).current;

  useEffect(() => {
    pending.add(flush);
    return () => {
      pending.delete(flush);
      void flush();
    };
  }, [flush]);

  useEffect(() => {
    if (value === written.current) {
      return undefined;
    }
    const timer = setTimeout(() => void flush(), pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [value, flush]);
}
