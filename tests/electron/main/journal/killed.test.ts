import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aFolder } from '../../support/a-folder.ts';
import { idsOf, open } from '../../support/a-journal.ts';

const appendingProcess = join(import.meta.dirname, '../../support/appending-process.ts');

/** The same moments in every run: a failure can be looked at again. */
function seededMoments(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** Runs the appending process, kills it without warning and answers what it had been told is safe. */
async function killedAfter(folder: string, milliseconds: number, round: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [appendingProcess, folder, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged: string[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    if (acknowledged.length === 0) setTimeout(() => child.kill('SIGKILL'), milliseconds);
    acknowledged.push(line);
  });
  await new Promise((resolve) => lines.once('close', resolve));
  return acknowledged;
}

test(
  'sync 2: killed with SIGKILL at any moment, no acknowledged command is lost, none is there twice',
  { timeout: 120_000 },
  async () => {
    const folder = aFolder();
    const random = seededMoments(20_260_302);
    const safe: string[] = [];
    for (let round = 0; round < 25; round += 1) {
      safe.push(...(await killedAfter(folder, random() * 120, round)));
      const journal = await open(folder);
      const ids = idsOf(journal);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toEqual(expect.arrayContaining(safe));
      expect(journal.read().quarantined).toBe(0);
      await journal.close();
    }
    expect(safe.length).toBeGreaterThan(100);
  },
);
