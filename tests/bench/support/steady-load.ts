import { setTimeout as pause } from 'node:timers/promises';

/** Work that is begun at a steady pace, whether or not what was begun before is done. */
export interface SteadyLoad {
  /** Milliseconds from when each was due until it was done, and how many failed. */
  readonly stop: () => Promise<{ readonly waits: readonly number[]; readonly failed: number }>;
}

/** Begins work so many times a second: who waits behind something long counts with all of the wait. */
export function steadyLoad(aSecond: number, work: (nth: number) => Promise<unknown>): SteadyLoad {
  const waits: number[] = [];
  const open = new Set<Promise<void>>();
  let [over, failed] = [false, 0];
  const one = async (nth: number, due: number): Promise<void> => {
    try {
      await work(nth);
    } catch (cause) {
      failed += 1;
      if (failed === 1) console.log(`a command of the load failed: ${String(cause)}`);
    }
    waits.push(performance.now() - due);
  };
  const running = (async () => {
    const began = performance.now();
    for (let nth = 0; !over; nth += 1) {
      const due = began + (nth * 1000) / aSecond;
      await pause(Math.max(0, due - performance.now()));
      const begun: Promise<void> = one(nth, due).finally(() => open.delete(begun));
      open.add(begun);
    }
  })();
  return {
    stop: async () => {
      over = true;
      await running;
      await Promise.all(open);
      return { waits, failed };
    },
  };
}

/** What all but a hundredth stay below. */
export function p99(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const found = sorted[Math.ceil(sorted.length * 0.99) - 1];
  if (found === undefined) throw new Error('nothing was measured');
  return found;
}
