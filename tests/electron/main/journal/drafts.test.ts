import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDrafts } from '../../../../electron/main/journal/drafts.ts';
import type { Drafts } from '../../../../electron/main/journal/drafts.ts';
import { aDataKey, someDay } from '../../support/a-command.ts';
import { aFolder } from '../../support/a-folder.ts';

function open(folder: string): Promise<Drafts> {
  return openDrafts({ folder, dataKey: aDataKey, now: () => someDay });
}

test('sync 1: the latest text of a draft is there after the app was opened again, a forgotten one is not', async () => {
  const folder = aFolder();
  const drafts = await open(folder);
  await Promise.all([
    drafts.write('chat c1', 'Good mor'),
    drafts.write('chat c1', 'Good morning'),
    drafts.write('chat c2', 'x'),
    drafts.write('chat c2', null),
  ]);
  expect((await open(folder)).read()).toEqual({ 'chat c1': 'Good morning' });
});

test('nothing of a draft lies on the disk in clear', async () => {
  const folder = aFolder();
  await (await open(folder)).write('note', 'a water pipe burst');
  for (const name of readdirSync(folder)) expect(readFileSync(join(folder, name)).includes('water pipe')).toBe(false);
});

test('a drafts file that cannot be read is set aside, never overwritten', async () => {
  const folder = aFolder();
  writeFileSync(join(folder, 'drafts'), 'damaged beyond reading, but not nothing');
  const drafts = await open(folder);
  expect(drafts.read()).toEqual({});
  await drafts.write('k', 'v');
  const aside = readdirSync(folder).find((name) => name.endsWith('.unread')) ?? '';
  expect(readFileSync(join(folder, aside), 'utf8')).toBe('damaged beyond reading, but not nothing');
});

test('a draft that cannot be written is told', async () => {
  const folder = join(aFolder(), 'inside');
  const drafts = await open(folder);
  rmSync(folder, { recursive: true });
  expect(await drafts.write('k', 'v')).toEqual({ ok: false, reason: 'not-durable', detail: 'ENOENT' });
});
