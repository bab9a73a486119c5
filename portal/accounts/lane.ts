import { setImmediate as nextTurn } from 'node:timers/promises';

/** Does one piece of work after the other. */
export interface Lane {
  readonly run: <Answer>(work: () => Promise<Answer>) => Promise<Answer>;
  /** How many pieces are not done yet. */
  readonly length: () => number;
}

/** A lane in which everything else that the process has to do gets its turn before each piece. */
export function createLane(): Lane {
  let last: Promise<unknown> = Promise.resolve();
  let length = 0;
  return {
    run: (work) => {
      length += 1;
      const mine = last
        .then(() => nextTurn())
        .then(work)
        .finally(() => (length -= 1));
      last = mine.catch(() => undefined);
      return mine;
    },
    length: () => length,
  };
}
