import { useEffect, useRef } from 'react';

const pauseMilliseconds = 400;
const pending = new Set<() => Promise<void>>();

/** Writes everything that is typed but not yet kept. Awaited before the vault locks. */
export async function flushAutosaves(): Promise<void> {
  await Promise.all([...pending].map((flush) => flush()));
}

/** Keeps a value a moment after it last changed, when its component goes, and before the vault locks. */
export function useAutosave(value: string, kept: string, save: (value: string) => Promise<void>): void {
  const latest = useRef({ value, kept, save });
  latest.current = { value, kept, save };

  useEffect(() => {
    async function flush(): Promise<void> {
      const { value: now, kept: before, save: write } = latest.current;
      if (now !== before) {
        await write(now);
      }
    }
    pending.add(flush);
    return () => {
      pending.delete(flush);
      void flush();
    };
  }, []);

  useEffect(() => {
    if (value === kept) {
      return undefined;
    }
    const timer = setTimeout(() => void latest.current.save(value), pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [value, kept]);
}
