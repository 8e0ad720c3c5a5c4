import { useEffect, useState } from 'react';

const stepMilliseconds = 20_000;

/** The present moment in milliseconds since 1970, drawn anew every 20 seconds: for what counts minutes. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), stepMilliseconds);
    return () => clearInterval(timer);
  }, []);
  return now;
}
