import { median } from './pairs.ts';

/** What others waited while something long was done. */
export interface Waited {
  /** Milliseconds that each of their questions took, one after the other. */
  readonly waits: readonly number[];
  /** Milliseconds that the long thing took. */
  readonly whole: number;
}

/** Does something long, and meanwhile asks a question again and again. */
export async function othersWait(long: () => Promise<unknown>, ask: () => Promise<unknown>): Promise<Waited> {
  const waits: number[] = [];
  let over = false;
  const began = performance.now();
  const done = long().finally(() => (over = true));
  while (!over) {
    const from = performance.now();
    await ask();
    waits.push(performance.now() - from);
  }
  await done;
  return { waits, whole: performance.now() - began };
}

/** The median of nine times that something takes alone, in milliseconds. */
export async function alone(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 9; round += 1) {
    const from = performance.now();
    await work();
    times.push(performance.now() - from);
  }
  return median(times);
}
