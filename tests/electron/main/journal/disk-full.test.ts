import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { realDisk } from '../../../../electron/main/journal/segments.ts';
import type { JournalDisk } from '../../../../electron/main/journal/segments.ts';
import { aFolder } from '../../support/a-folder.ts';
import { aCommand } from '../../support/a-command.ts';
import { idsOf, open } from '../../support/a-journal.ts';

type Failure = 'none' | 'before' | 'half' | 'sync';

/** A disk that fails as it is told to, one word a write. */
function aFailingDisk(failures: Failure[]): JournalDisk {
  let current: Failure = 'none';
  const full = (): Error => Object.assign(new Error('no space left'), { code: 'ENOSPC' });
  return {
    write: async (file, bytes, position) => {
      current = failures.shift() ?? 'none';
      if (current === 'before') throw full();
      await realDisk.write(file, current === 'half' ? bytes.subarray(0, bytes.length / 2) : bytes, position);
      if (current === 'half') throw full();
    },
    sync: async (file) => {
      if (current === 'sync') throw full();
      await realDisk.sync(file);
    },
  };
}

test('sync 2: a failed write or sync is told, the command is not accepted, the next one is', async () => {
  for (const failure of ['before', 'half', 'sync'] as const) {
    const folder = aFolder();
    const journal = await open(folder, aFailingDisk(['none', failure]));
    await journal.append(aCommand(1, 'c1'), 0);
    expect(await journal.append(aCommand(2, 'c2'), 0)).toEqual({ ok: false, reason: 'disk-full', detail: 'ENOSPC' });
    expect(await journal.append(aCommand(3, 'c2'), 0)).toMatchObject({ ok: true });
    // Nothing is ever written behind what may be half a record.
    expect(readdirSync(folder).toSorted()).toEqual(['00000001.journal', '00000002.journal']);
    await journal.close();
    expect(idsOf(await open(folder))).toEqual(['command-1', 'command-3']);
  }
});

test('sync 2: a refused command does not come back even where the failed write cannot be taken off the disk', async () => {
  const folder = aFolder();
  const disk = aFailingDisk(['none', 'sync']);
  const stubborn: JournalDisk = {
    write: (file, bytes, position) => {
      file.truncate = () => Promise.reject(new Error('input/output error'));
      return disk.write(file, bytes, position);
    },
    sync: disk.sync,
  };
  const journal = await open(folder, stubborn);
  await journal.append(aCommand(1, 'c1'), 0);
  expect(await journal.append(aCommand(2, 'c2'), 0)).toMatchObject({ ok: false });
  await journal.append(aCommand(3, 'c3'), 0);
  await journal.close();
  expect(idsOf(await open(folder))).toEqual(['command-1', 'command-3']);
});

test('a failed mark is told and leaves the state as it was', async () => {
  const journal = await open(aFolder(), aFailingDisk(['none', 'half']));
  await journal.append(aCommand(1), 0);
  expect(await journal.mark([{ position: 1, state: 'done' }])).toEqual({
    ok: false,
    reason: 'disk-full',
    detail: 'ENOSPC',
  });
  expect(journal.read().items[0]?.state).toBe('waiting');
});

test('sync 2: whatever writes fail, exactly the acknowledged commands are there afterwards', async () => {
  const failures = fc.array(fc.constantFrom<Failure>('none', 'none', 'before', 'half', 'sync'), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(failures, async (words) => {
      const folder = aFolder();
      const journal = await open(folder, aFailingDisk([...words]));
      const acknowledged: string[] = [];
      for (let number = 1; number <= 14; number += 1) {
        const answer = await journal.append(aCommand(number, `c${String(number)}`), 0);
        if (answer.ok) acknowledged.push(`command-${String(number)}`);
        if (number === 7) await journal.compact();
      }
      await journal.close();
      const again = await open(folder);
      expect(idsOf(again)).toEqual(acknowledged);
      expect(again.read().quarantined).toBe(0);
    }),
    { numRuns: 60 },
  );
});
