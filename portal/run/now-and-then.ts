import type { Progress } from '../store/progress.ts';

const pause = 5000;

/** Passes on how far something has come: at its begin, at its end, and every five seconds in between. */
export function nowAndThen(tell: Progress): Progress {
  let told = -Infinity;
  return (at) => {
    const now = performance.now();
    if (at.done < at.total && now - told < pause) return;
    told = now;
    tell(at);
  };
}
