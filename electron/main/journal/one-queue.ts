/** One piece of work that ends in the journal's file. */
export interface Write<Answer> {
  /** Checks at its turn and answers the bytes to write, or the answer when nothing is to be written. */
  readonly prepare: () => { readonly bytes: Buffer } | { readonly answer: Answer };
  /** Called once the bytes are durable. */
  readonly done: () => Answer;
  readonly failed: (error: unknown) => Answer;
}

export interface OneQueue {
  readonly write: <Answer>(write: Write<Answer>) => Promise<Answer>;
  /** Runs alone: nothing is written before, after or beside it. */
  readonly alone: <Answer>(work: () => Promise<Answer>) => Promise<Answer>;
  readonly idle: () => Promise<void>;
}

type Job =
  | {
      readonly kind: 'write';
      readonly prepare: () => Buffer | null;
      readonly done: () => void;
      readonly failed: (error: unknown) => void;
    }
  | { readonly kind: 'alone'; readonly work: () => Promise<void> };

/**
 * The one queue of the journal (sync.md 3). Writes that wait together are written and synced together: each answer
 * still comes after its own bytes are durable, but ten clicks cost one sync.
 */
export function createOneQueue(persist: (bytes: readonly Buffer[]) => Promise<void>): OneQueue {
  const jobs: Job[] = [];
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) {
      if (job.kind === 'alone') await job.work();
      else await writeTogether(job);
    }
    running = null;
  }

  async function writeTogether(first: Job & { kind: 'write' }): Promise<void> {
    const together = [first];
    for (let next = jobs[0]; next?.kind === 'write'; next = jobs[0]) {
      together.push(next);
      jobs.shift();
    }
    const ready = together.flatMap((job) => {
      const bytes = job.prepare();
      return bytes === null ? [] : [{ job, bytes }];
    });
    if (ready.length === 0) return;
    try {
      await persist(ready.map(({ bytes }) => bytes));
    } catch (error) {
      for (const { job } of ready) job.failed(error);
      return;
    }
    for (const { job } of ready) job.done();
  }

  function enqueue(job: Job): void {
    jobs.push(job);
    running ??= Promise.resolve().then(run);
  }

  return {
    write: (write) =>
      new Promise((resolve) => {
        enqueue({
          kind: 'write',
          prepare: () => {
            try {
              const prepared = write.prepare();
              if ('bytes' in prepared) return prepared.bytes;
              resolve(prepared.answer);
            } catch (error) {
              resolve(write.failed(error));
            }
            return null;
          },
          done: () => resolve(write.done()),
          failed: (error) => resolve(write.failed(error)),
        });
      }),
    alone: (work) =>
      new Promise((resolve, reject) => {
        enqueue({ kind: 'alone', work: () => work().then(resolve, reject) });
      }),
    idle: async () => {
      while (running !== null) await running;
    },
  };
}
