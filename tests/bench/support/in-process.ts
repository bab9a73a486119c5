import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../../support/desktop/readable-app.ts';

/** A program of the benches in a process of its own, so that what it does is nobody else's processor time. */
export interface Helper {
  /** The next line that it prints, read as JSON; rejects where it has ended. */
  readonly next: () => Promise<unknown>;
  /** Says one line to it. */
  readonly tell: (said: unknown) => void;
  /** Lets it end by itself. */
  readonly end: () => Promise<void>;
}

/** Starts tests/bench/support/<name>.ts with what it is to do. */
export function startHelper(name: string, input: unknown): Helper {
  const script = join(root, 'tests', 'bench', 'support', `${name}.ts`);
  const child = spawn(process.execPath, [script, JSON.stringify(input)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    next: async () => {
      const line = await lines.next();
      if (line.done) throw new Error(`${name} ended with ${await ended}`);
      return JSON.parse(line.value);
    },
    tell: (said) => void child.stdin.write(`${JSON.stringify(said)}\n`),
    end: async () => {
      child.stdin.end();
      const code = await ended;
      if (code !== 0) throw new Error(`${name} ended with ${code}`);
    },
  };
}
