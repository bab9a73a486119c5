import { setTimeout as elapsed } from 'node:timers/promises';

/** Does one piece of work after the other. */
export interface Lane {
  readonly run: <Answer>(work: () => Promise<Answer>) => Promise<Answer>;
  /** How many pieces are not done yet. */
  readonly length: () => number;
}

/**
 * A lane in which everything else that the process has to do gets its turn before each piece. One turn of the event loop
 * takes one new connection: with a piece in each, connections wait for one another; so the turns are counted in time.
 */
export function createLane(restMilliseconds = 1): Lane {
  let last: Promise<unknown> = Promise.resolve();
  let length = 0;
  return {
    run: (work) => {
      length += 1;
      const mine = last
        .then(() => elapsed(restMilliseconds))
        .then(work)
        .finally(() => (length -= 1));
      last = mine.catch(() => undefined);
      return mine;
    },
    length: () => length,
  };
}
