// @vitest-environment node
import { expect, test } from 'vitest';
import type { ChatEntry } from '../../../shared/domain/chat/chat-entry.ts';
import type { OfflineDesk } from '../../../renderer/offline/offline-desk.ts';
import { aContent, aDirectory, anna, aStanding, monday } from '../../support/builders.ts';
import { aDisk, openAccount } from '../../support/offline/an-account.ts';
import { annasDesk, chat, key, portal } from '../../support/offline/annas-desk.ts';
import { recordsByKey } from '../../support/offline/on-disk.ts';
import { anAnswer } from '../../support/offline/sync-lines.ts';

/** What the portal server made of a chat command: the entry with the id that the app guessed. */
const written = (id: string): ChatEntry => ({
  id: `${id}-0`,
  by: anna,
  companyName: 'Kuivaus Oy',
  text: 'hello',
  at: monday,
  receivedAt: monday,
});
const holding = (ids: readonly string[]) => ({ ...aContent(), chat: ids.map(written) });

async function write(desk: OfflineDesk, count: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const answer = await chat(desk, 'hello');
    ids.push(answer.ok ? answer.id : '');
  }
  return ids;
}

const shown = async (desk: OfflineDesk) => (await desk.openCase(key))?.content.chat.map(({ id }) => id);

test('sync 20: what a delta holds already is shown once, though the app ended before it was marked as done', async () => {
  const disk = aDisk();
  const before = await annasDesk(disk);
  const ids = await write(before.desk, 2);
  const [first = ''] = ids;
  await before.fed.applyDelta(portal, await anAnswer({ cases: [holding([first])], own: [first], more: true }));
  expect(await shown(before.desk)).toEqual(ids.map((id) => `${id}-0`));
  await before.at.kill();
  const { desk } = await openAccount(disk);
  expect(desk.state().outbox).toHaveLength(2);
  expect(await shown(desk)).toEqual(ids.map((id) => `${id}-0`));
});

test('a compaction forgets own commands that wait no more, and keeps those that do', async () => {
  const disk = aDisk();
  const before = await annasDesk(disk);
  const ids = await write(before.desk, 2);
  const [first = '', second = ''] = ids;
  const held = await anAnswer({ cases: [holding(ids)], own: ids, more: true });
  await before.fed.applyDelta(portal, held);
  await before.fed.applyDelta(portal, await anAnswer({ contained: [{ id: first, kind: 'carried-out' }] }));
  for (let round = 0; round < 64; round += 1)
    await before.fed.applyDelta(portal, await anAnswer({ reading: { 'case-1': round } }));
  const kept = async () =>
    (await recordsByKey(disk)).filter(({ text }) => text.includes(`"${first}"`)).map(({ table }) => table);
  expect(await kept()).toContain('log');
  await before.fed.tidy();
  expect(await kept()).toEqual([]);
  await before.at.kill();
  const { desk } = await openAccount(disk);
  expect(desk.state().outbox.map(({ command }) => command?.id)).toEqual([second]);
  expect(await shown(desk)).toEqual(ids.map((id) => `${id}-0`));
});

test('sync 19, 20: a new copy is read when all that was posted has been asked about, however many that are', async () => {
  const { desk, fed, at } = await annasDesk();
  const ids = await write(desk, 250);
  await fed.mark(at.journal.read().items.map(({ position }) => ({ position, state: 'sent' })));
  await fed.startAgain(portal, 'horizon');
  const page = { standing: aStanding(), directory: aDirectory(), reading: {}, cases: [holding(ids)] };
  await fed.storePage(portal, await anAnswer(page));
  expect(fed.toName(portal)).toEqual(ids);
  const containing = (some: readonly string[]) => some.map((id) => ({ id, kind: 'carried-out' as const }));
  const all = ids.map((id) => `${id}-0`);
  await fed.applyDelta(portal, await anAnswer({ contained: containing(ids.slice(0, 200)) }), false);
  expect(await shown(desk)).toEqual(all);
  expect(desk.state().portals[0]?.received).toBe(1);
  expect(new Set(at.journal.read().items.map(({ state }) => state))).toEqual(new Set(['sent']));
  await fed.applyDelta(portal, await anAnswer({ contained: containing(ids.slice(200)) }), true);
  expect(desk.state().portals[0]?.received).toBeNull();
  expect(await shown(desk)).toEqual(all);
  expect((await desk.openCase(key))?.confirmed.chat).toHaveLength(250);
  expect(new Set(at.journal.read().items.map(({ state }) => state))).toEqual(new Set(['done']));
});
