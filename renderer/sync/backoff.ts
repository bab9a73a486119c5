const first = 1_000;
const longest = 60_000;
/** Somebody who looks at "Offline" is not kept waiting when the network is back without a word of the system. */
export const longestWatched = 15_000;

/** Milliseconds to wait before the next try: doubled each time, with jitter so that many apps do not come back at once. */
export function backoff(tries: number, random: () => number, most = longest): number {
  const whole = Math.min(most, first * 2 ** Math.max(0, tries - 1));
  return whole / 2 + (whole / 2) * random();
}
