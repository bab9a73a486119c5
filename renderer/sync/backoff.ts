const first = 1_000;
const longest = 60_000;

/** Milliseconds to wait before the next try: doubled each time, with jitter so that many apps do not come back at once. */
export function backoff(tries: number, random: () => number): number {
  const whole = Math.min(longest, first * 2 ** Math.max(0, tries - 1));
  return whole / 2 + (whole / 2) * random();
}
