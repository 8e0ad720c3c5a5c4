import { useEffect, useRef } from 'react';
import { anyJobRuns } from '../../ui/jobs/jobs.ts';

const lookEveryMilliseconds = 5_000;
const signsOfLife = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** Calls `lock` after so many minutes without a key or a pointer. Running work counts as a sign of life. */
export function useIdleLock(idleMinutes: number, lock: () => void): void {
  const lastSeen = useRef(Date.now());
  useEffect(() => {
    const seen = (): void => {
      lastSeen.current = Date.now();
    };
    const look = (): void => {
      if (anyJobRuns()) {
        seen();
      } else if (Date.now() - lastSeen.current >= idleMinutes * 60_000) {
        lock();
      }
    };
    for (const sign of signsOfLife) {
      window.addEventListener(sign, seen, { passive: true });
    }
    const timer = setInterval(look, lookEveryMilliseconds);
    return () => {
      clearInterval(timer);
      for (const sign of signsOfLife) {
        window.removeEventListener(sign, seen);
      }
    };
  }, [idleMinutes, lock]);
}
