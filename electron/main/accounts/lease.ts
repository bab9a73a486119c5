/** How long cached content opens without the portal server (sync.md 31). */
export const OFFLINE_DAYS = 30;

const DAY = 24 * 60 * 60 * 1000;

/** The moment until which an account opens offline. */
export function offlineUntil(serverTime: string): string {
  return new Date(Date.parse(serverTime) + OFFLINE_DAYS * DAY).toISOString();
}

/** A clock set back does not lengthen the lease: what a server said is never undone. */
export function leaseIsOver(serverTime: string, clock: string): boolean {
  const now = Math.max(Date.parse(clock), Date.parse(serverTime));
  return now > Date.parse(offlineUntil(serverTime));
}

/** The later of two moments; anything that is no moment never wins. */
export function laterMoment(known: string, said: string): string {
  return Date.parse(said) > Date.parse(known) ? new Date(said).toISOString() : known;
}
