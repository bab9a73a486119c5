// @vitest-environment node
import { expect, onTestFinished, test } from 'vitest';
import { createOfflineDesk } from '../../../renderer/offline/create-offline-desk.ts';
import type { OfflineDesk } from '../../../renderer/offline/offline-desk.ts';
import { aContent } from '../../support/builders.ts';
import { aDisk, firstSync, openAccount, testKey, type Disk } from '../../support/offline/an-account.ts';
import { openJournalDesk } from '../../support/offline/journal-desk.ts';
import { done, withDatabase } from '../../support/offline/on-disk.ts';
import { anAnswer, testAccount } from '../../support/offline/sync-lines.ts';

const portal = 'nordic-portal';
const at = '2026-11-23T10:00:00.000Z';
const gone = (id: string) => [{ case: id, number: `NM-${id}`, at, reason: 'role-removed' }] as const;
const named = (id: string) => aContent({ id, number: `NM-${id}` });
const view = (...ids: readonly string[]) => ({
  list: 'all of them',
  shown: ids.length,
  all: 3,
  cases: ids.map((id) => ({ portal, case: id })),
});

/** Three cases that are held, and a list of two of them that was kept. */
async function aKeptList(): Promise<Awaited<ReturnType<typeof openAccount>> & { readonly disk: Disk }> {
  const disk = aDisk();
  const account = await openAccount(disk);
  await firstSync(account.fed, { cases: [named('a'), named('b'), named('c')] });
  await account.desk.keepView(view('b', 'a'));
  return { ...account, disk };
}

function keptOnDisk(disk: Disk): Promise<boolean> {
  return withDatabase(disk, async (database) => {
    const found = await done(database.transaction('meta').objectStore('meta').getKey(['view', '']));
    return found !== undefined;
  });
}

function aSignal(): readonly [told: Promise<void>, tell: () => void] {
  let tell = (): void => undefined;
  const told = new Promise<void>((resolve) => {
    tell = resolve;
  });
  return [told, () => tell()];
}

/** The app started again, held up before it reads the index. */
async function startedAgain(
  disk: Disk,
): Promise<{ readonly desk: OfflineDesk; readonly goOn: () => Promise<unknown> }> {
  const [held, tellHeld] = aSignal();
  const [idle, tellIdle] = aSignal();
  const journal = await openJournalDesk(disk.folder, () => at);
  const account = createOfflineDesk({
    session: { account: testAccount, cacheKey: testKey },
    desk: journal.desk,
    now: () => at,
    newId: () => '0199aaaa-0000-7000-8000-000000000001',
    whenIdle: () => {
      tellHeld();
      return idle;
    },
    everyMinute: () => () => undefined,
    indexedDb: disk.indexedDb,
  });
  onTestFinished(async () => {
    await account.close();
    await journal.journal.close();
  });
  await Promise.race([held, account.feed]);
  const goOn = (): Promise<unknown> => {
    tellIdle();
    return account.feed;
  };
  return { desk: account.desk, goOn };
}

test('the next start shows what the list showed before the index is read', async () => {
  const before = await aKeptList();
  await before.at.kill();
  const { desk, goOn } = await startedAgain(before.disk);
  expect(desk.state()).toMatchObject({ phase: 'opening', rows: [] });
  expect(desk.state().lastView).toMatchObject({ list: 'all of them', shown: 2, all: 3 });
  expect(desk.state().lastView?.rows.map(({ row }) => row.id)).toEqual(['b', 'a']);
  expect(desk.state().lastView?.portals.map((each) => each.portal)).toEqual([portal]);
  await goOn();
  expect(desk.state()).toMatchObject({ phase: 'ready', lastView: null });
  expect(desk.state().rows).toHaveLength(3);
});

test('sync 29: a withdrawal takes the kept list off the disk in its own transaction', async () => {
  const { fed, disk } = await aKeptList();
  expect(await keptOnDisk(disk)).toBe(true);
  await fed.applyDelta(portal, await anAnswer({ withdrawn: gone('a'), cursor: { number: 2, mark: 'm2' } }));
  expect(await keptOnDisk(disk)).toBe(false);
});

test('sync 29: a list that is kept when a case has just left is kept without it', async () => {
  const { fed, desk, disk, at: journal } = await aKeptList();
  await fed.applyDelta(portal, await anAnswer({ withdrawn: gone('a'), cursor: { number: 2, mark: 'm2' } }));
  await desk.keepView(view('b', 'a'));
  await journal.kill();
  const again = await startedAgain(disk);
  expect(again.desk.state().lastView?.rows.map(({ row }) => row.id)).toEqual(['b']);
  await again.goOn();
});

test('a kept list goes when a row of any portal changes, and stays when an answer brings nothing', async () => {
  const { fed, disk } = await aKeptList();
  await fed.applyDelta(portal, await anAnswer({ cursor: { number: 2, mark: 'm2' } }));
  expect(await keptOnDisk(disk)).toBe(true);
  await fed.applyDelta(portal, await anAnswer({ cases: [named('c')], cursor: { number: 3, mark: 'm3' } }));
  expect(await keptOnDisk(disk)).toBe(false);
});

test('sync 22: a kept list goes with the generation it was of, and with its portal', async () => {
  const { fed, desk, disk } = await aKeptList();
  await fed.startAgain(portal, 'audience-changed');
  await firstSync(fed, { cases: [named('a')] });
  expect(await keptOnDisk(disk)).toBe(false);
  await desk.keepView(view('a'));
  await fed.keepPortals([]);
  expect(await keptOnDisk(disk)).toBe(false);
});

test('without a kept list, and with one that does not open, the app waits for the index', async () => {
  const { at: journal, disk } = await aKeptList();
  await journal.kill();
  await withDatabase(disk, (database) =>
    done(database.transaction('meta', 'readwrite').objectStore('meta').put(new Uint8Array(99), ['view', ''])),
  );
  const { desk } = await startedAgain(disk);
  expect(desk.state()).toMatchObject({ phase: 'ready', lastView: null });
  expect(desk.state().rows).toHaveLength(3);
});
