import { readdirSync, copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { JournalLockedError, openJournal } from '../../../../electron/main/journal/open-journal.ts';
import { realDisk } from '../../../../electron/main/journal/segments.ts';
import type { JournalDisk } from '../../../../electron/main/journal/segments.ts';
import { aFolder } from '../../support/a-folder.ts';
import { aCommand, someDay } from '../../support/a-command.ts';
import { appendMany, idsOf, open } from '../../support/a-journal.ts';

test('sync 1: what was appended is there after the app was opened again, in order, waiting', async () => {
  const folder = aFolder();
  const journal = await open(folder);
  await appendMany(journal, 3);
  await journal.close();
  const again = await open(folder);
  expect(idsOf(again)).toEqual(['command-1', 'command-2', 'command-3']);
  expect(again.read()).toMatchObject({ highest: 3, quarantined: 0, unknownRecords: 0 });
  expect(again.read().items.every(({ state }) => state === 'waiting')).toBe(true);
});

test('sync 3: appends and marks that come at once are answered in order and all kept', async () => {
  const folder = aFolder();
  const journal = await open(folder);
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) => journal.append(aCommand(index, `c${String(index)}`), 0)),
  );
  expect(answers.map((answer) => (answer.ok ? answer.position : 0))).toEqual(
    Array.from({ length: 50 }, (_, index) => index + 1),
  );
  await Promise.all([
    journal.mark([{ position: 1, state: 'sent' }]),
    journal.compact(),
    journal.append(aCommand(99, 'late'), 50),
  ]);
  await journal.close();
  const again = await open(folder);
  expect(again.read().items).toHaveLength(51);
  expect(again.read().items[0]).toMatchObject({ position: 1, state: 'sent', markedAt: someDay });
});

test('writes that wait together cost one sync', async () => {
  let syncs = 0;
  const disk: JournalDisk = { ...realDisk, sync: (file) => ((syncs += 1), realDisk.sync(file)) };
  const journal = await open(aFolder(), disk);
  await Promise.all(Array.from({ length: 20 }, (_, index) => journal.append(aCommand(index, `c${String(index)}`), 0)));
  expect(syncs).toBe(1);
});

test('sync 17: an append that had not seen another on the same case is refused, on another case it is not', async () => {
  const journal = await open(aFolder());
  expect(await journal.append(aCommand(1), 0)).toEqual({ ok: true, position: 1 });
  expect(await journal.append(aCommand(2), 0)).toEqual({ ok: false, reason: 'seen-older' });
  expect(await journal.append(aCommand(3, 'c2'), 0)).toEqual({ ok: true, position: 2 });
  expect(await journal.append(aCommand(4), 1)).toEqual({ ok: true, position: 3 });
});

test('the latest mark counts, with its detail', async () => {
  const folder = aFolder();
  const journal = await open(folder);
  await appendMany(journal, 2);
  await journal.mark([{ position: 1, state: 'sent' }]);
  await journal.mark([{ position: 1, state: 'refused', detail: { reason: 'no-right' } }]);
  await journal.close();
  const items = (await open(folder)).read().items;
  expect(items[0]).toMatchObject({ state: 'refused', detail: { reason: 'no-right' } });
  expect(items[1]?.state).toBe('waiting');
});

test('read and discarded items go at once, done ones after thirty days, the positions go on', async () => {
  const folder = aFolder();
  let today = someDay;
  const journal = await open(folder, undefined, () => today);
  await appendMany(journal, 4);
  await journal.mark([
    { position: 1, state: 'read' },
    { position: 2, state: 'discarded' },
    { position: 4, state: 'done' },
  ]);
  expect(journal.read().items.map(({ position }) => position)).toEqual([3, 4]);
  today = '2026-04-02T08:00:00.000Z';
  expect(journal.read().items.map(({ position }) => position)).toEqual([3]);
  expect(await journal.compact()).toEqual({ ok: true });
  await journal.close();
  const again = await open(folder);
  expect(again.read()).toMatchObject({ highest: 4 });
  expect(again.read().items.map(({ position }) => position)).toEqual([3]);
  expect(await again.append(aCommand(9), 4)).toMatchObject({ ok: true });
  expect(again.read().items.at(-1)?.position).toBeGreaterThan(4);
});

test('sync 3: a compaction that was killed before the older segments went brings nothing back', async () => {
  const folder = aFolder();
  const journal = await open(folder);
  await appendMany(journal, 3);
  await journal.mark([{ position: 1, state: 'read' }]);
  const before = join(folder, 'before');
  mkdirSync(before);
  const older = readdirSync(folder).filter((name) => name.endsWith('.journal'));
  for (const name of older) copyFileSync(join(folder, name), join(before, name));
  await journal.compact();
  await journal.append(aCommand(4, 'c4'), 3);
  await journal.close();
  for (const name of older) copyFileSync(join(before, name), join(folder, name));
  const again = await open(folder);
  expect(idsOf(again)).toEqual(['command-2', 'command-3', 'command-4']);
  expect(readdirSync(folder).filter((name) => name.endsWith('.journal'))).toHaveLength(1);
});

test('a long history is compacted by itself', async () => {
  const folder = aFolder();
  const noWait: JournalDisk = { ...realDisk, sync: async () => undefined };
  const journal = await open(folder, noWait);
  await journal.append(aCommand(1), 0);
  for (let round = 0; round < 2100; round += 1)
    await journal.mark([{ position: 1, state: round % 2 === 0 ? 'sent' : 'waiting' }]);
  await journal.close();
  expect(readdirSync(folder)).toEqual(['00000002.journal']);
  expect((await open(folder)).read().items).toMatchObject([{ position: 1, state: 'waiting' }]);
});

test('sync 4: another key opens nothing, changes nothing and tells how much there is', async () => {
  const folder = aFolder();
  const journal = await open(folder);
  await appendMany(journal, 5);
  await journal.close();
  const wrong = openJournal({ folder, dataKey: new Uint8Array(32), now: () => someDay });
  await expect(wrong).rejects.toBeInstanceOf(JournalLockedError);
  await expect(wrong).rejects.toMatchObject({ commands: 5 });
  expect(idsOf(await open(folder))).toHaveLength(5);
});

test('a command that is far too long is refused in words and the next one is taken', async () => {
  const journal = await open(aFolder());
  expect(await journal.append({ text: 'x'.repeat(9_000_000) }, 0)).toMatchObject({ ok: false, reason: 'not-durable' });
  expect(await journal.append(aCommand(2), 0)).toMatchObject({ ok: true });
});
