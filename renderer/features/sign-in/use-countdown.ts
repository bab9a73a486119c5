import { useEffect, useState } from 'react';

/** Seconds left of a wait that begins whenever `start` is another object; 0 when it is over. */
export function useCountdown(start: object | null, seconds: number): number {
  const [seen, setSeen] = useState<{ readonly start: object; readonly left: number } | null>(null);
  useEffect(() => {
    if (!start || seconds <= 0) return undefined;
    const end = performance.now() + seconds * 1000;
    const timer = setInterval(() => {
      setSeen({ start, left: Math.max(0, Math.ceil((end - performance.now()) / 1000)) });
    }, 250);
    return () => clearInterval(timer);
  }, [start, seconds]);
  if (!start) return 0;
  return seen?.start === start ? seen.left : Math.max(0, seconds);
}
