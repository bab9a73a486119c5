/** One round at a time. */
export interface Rounds {
  /** Resolves when a round that began after the call is over; many who ask in the same moment share it. */
  readonly run: () => Promise<void>;
  readonly idle: () => Promise<void>;
}

/** Whoever asks during a round gets another one after it. */
export function createRounds(round: () => Promise<void>): Rounds {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;

  const run = (): Promise<void> => {
    if (!running) {
      running = round().finally(() => {
        running = null;
      });
      return running;
    }
    next ??= running.then(() => {
      next = null;
      return run();
    });
    return next;
  };

  return {
    run,
    idle: async () => {
      while (running) await running;
    },
  };
}
