import { useEffect, useState } from 'react';

/** Seconds left of a wait that begins whenever `start` is another object; 0 when it is over. */
export function useCountdown(start: object | null, seconds: number): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (!start || seconds <= 0) {
      setLeft(0);
      return undefined;
    }
    const end = performance.now() + seconds * 1000;
    const tick = () => setLeft(Math.max(0, Math.ceil((end - performance.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [start, seconds]);
  return left;
}
