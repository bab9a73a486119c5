import { setImmediate } from 'node:timers/promises';

/** One turn takes a new connection, the next reads what it asks, and in the one after that it is answered. */
const turns = 3;

/**
 * Lets everybody else have a turn of the event loop between two pieces of long work. On SQLite nothing of the work ever
 * waits, so that without it the whole portal server would stand still until the end.
 */
export async function othersTurn(): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await setImmediate();
}
