import { setTimeout as wait } from 'node:timers/promises';
import { isUnavailable } from '../commands/database-trouble.ts';
import { nudgesOf } from '../reads/nudges.ts';
import type { Store } from '../store/open-store.ts';

const pause = 1000;

/** Opens what needs PostgreSQL as soon as it is there: after a power cut it may come up later than the portal server. */
export async function whenReachable<Opened>(open: () => Promise<Opened>, say: (line: string) => void): Promise<Opened> {
  for (let told = false; ; told = true) {
    try {
      return await open();
    } catch (cause) {
      if (!isUnavailable(cause)) throw cause;
      if (!told) say(`The database cannot be reached: ${reasonOf(cause)}. It is tried again until it can.`);
      await wait(pause);
    }
  }
}

/** The innermost cause: that the database could not be opened helps nobody. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return 'unknown';
  if (cause.cause instanceof Error) return reasonOf(cause.cause);
  return cause.message || ('code' in cause ? String(cause.code) : cause.name);
}

/**
 * Listens to other portal servers from the start, not from the first desk on, so that whoever starts it is told at once
 * where they are not heard. Answers how it ends.
 */
export function tellSilence(store: Store, say: (line: string) => void): () => void {
  const nudges = nudgesOf(store);
  nudges.onSilence(() =>
    say(
      'Changes made through other portal servers are told late, by the apps’ timer: LISTEN stays silent. A pooler in ' +
        'transaction mode does that; give PORTAL_LISTEN_URL an address of the database past it.',
    ),
  );
  return nudges.listen(() => undefined);
}
