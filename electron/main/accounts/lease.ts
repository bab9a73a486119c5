/** How long cached content opens without the portal server (sync.md 31). */
export const OFFLINE_DAYS = 30;

const DAY = 24 * 60 * 60 * 1000;

/** The moment until which an account opens offline. */
export function offlineUntil(serverTime: string): string {
  return new Date(Date.parse(serverTime) + OFFLINE_DAYS * DAY).toISOString();
}

/** A clock of this computer set back does not lengthen the lease beyond what the server said last. */
export function leaseIsOver(serverTime: string, clock: string): boolean {
  const now = Math.max(Date.parse(clock), Date.parse(serverTime));
  return now > Date.parse(offlineUntil(serverTime));
}

/**
 * The server's last word counts, also where it lies before the one known: a server whose clock was ahead for an hour
 * would else have lengthened the lease by as much (sync.md 31). What is no moment changes nothing.
 */
export function lastWord(known: string, said: string): string {
  return Number.isNaN(Date.parse(said)) ? known : new Date(said).toISOString();
}

/** The later of two moments. */
export function laterMoment(one: string, other: string): string {
  return Date.parse(other) > Date.parse(one) ? other : one;
}
