/** How long PostgreSQL may let the portal server wait, in milliseconds; 0 is without end. */
export interface Patience {
  /** For a connection: a free one of the pool, or a new one. */
  readonly connect: number;
  /** For a lock that somebody else holds, and for a portal's turn in this process. */
  readonly lock: number;
  /** Between two statements of a transaction: above it the database ends the transaction, and its locks are free. */
  readonly idle: number;
  /** For the answer to one statement. */
  readonly answer: number;
  /** For a notification to oneself. */
  readonly echo: number;
}

/**
 * A change takes milliseconds, so five seconds of waiting say that something is wrong: whoever asks is better told to
 * come again than kept. Long work (an import, rendering again) is never cut by `lock`, only those behind it are sent
 * away; between its statements it works for a second or two at most, so half a minute idle is a server that hangs. A
 * minute without an answer is no slow statement but a database that is frozen or a network that swallows.
 */
export const usualPatience: Patience = { connect: 5000, lock: 5000, idle: 30_000, answer: 60_000, echo: 5000 };

/** For the upgrade of the tables at the start, which waits for another server's and may take its time. */
export const upgradePatience: Patience = { connect: 5000, lock: 0, idle: 0, answer: 0, echo: 0 };
