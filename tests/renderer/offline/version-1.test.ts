// @vitest-environment node
import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { aContent, aDirectory, aStanding, aTask } from '../../support/builders.ts';
import { aDisk, openAccount, type Disk } from '../../support/offline/an-account.ts';
import { done, recordsByKey, withDatabase } from '../../support/offline/on-disk.ts';
import { anAnswer, testAccount } from '../../support/offline/sync-lines.ts';

const portal = 'nordic-portal';
const key = (id: string) => ({ portal, case: id });

/** What 0.1.0 left on a disk (its own code wrote it): whole, and in the middle of a reset. */
interface Left {
  readonly whole: Tables;
  readonly building: Tables;
}
type Tables = Readonly<Record<string, readonly (readonly [key: IDBValidKey, value: string | number])[]>>;
const left = JSON.parse(readFileSync(new URL('version-1-cache.json', import.meta.url), 'utf8')) as Left;

async function diskWith(tables: Tables): Promise<Disk> {
  const disk = aDisk();
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = disk.indexedDb.indexedDB.open(`cache ${testAccount}`, 10);
    request.onupgradeneeded = () => {
      for (const table of Object.keys(tables)) request.result.createObjectStore(table);
    };
    request.onsuccess = () => resolve(request.result);
  });
  for (const [table, records] of Object.entries(tables)) {
    const store = database.transaction(table, 'readwrite').objectStore(table);
    for (const [at, value] of records)
      await done(store.put(typeof value === 'string' ? new Uint8Array(Buffer.from(value, 'base64')) : value, at));
  }
  database.close();
  return disk;
}

const page = (next: string | null, ...ids: readonly string[]) =>
  anAnswer({
    standing: aStanding(),
    directory: aDirectory(),
    reading: {},
    cases: ids.map((id) => aContent({ id, number: `NM-${id}`, tasks: [aTask({ id: `drying-${id}`, status: '1' })] })),
    next,
    cursor: { number: 7, mark: 'm7' },
  });

const recordsOf = async (disk: Disk, generation: number) =>
  (await recordsByKey(disk)).filter((record) => {
    const at = record.table === 'meta' ? record.key[2] : record.key[1];
    return at === generation;
  });

const ofVersion1 = async (disk: Disk) =>
  (await recordsByKey(disk)).filter(({ text }) => /"kind":"chunk"|version 1 of|"cause":"Storm"/.test(text));

test('a cache of 0.1.0 is read as it is, and worked in, as long as nobody answers', async () => {
  const disk = await diskWith(left.whole);
  const before = await openAccount(disk);
  const { desk, fed } = before;
  expect(desk.state()).toMatchObject({ phase: 'ready', portals: [{ portal, received: null }] });
  expect(desk.state().portals[0]?.asOf).toBe('2026-11-23T09:00:00.000Z');
  expect(desk.state().rows.map(({ row }) => [row.id, row.tasks[0]?.status])).toEqual([
    ['a', '0'],
    ['b', '1'],
    ['c', '0'],
    ['e', '0'],
  ]);
  expect(desk.state().rows.map(({ unread }) => unread)).toEqual([0, 0, 1, 1]);
  expect(desk.state().withdrawn).toMatchObject([{ case: 'd', reason: 'task-moved' }]);
  expect(desk.state().notices).toMatchObject([{ id: 'n1' }]);
  const open = await desk.openCase(key('b'));
  expect(open?.content.case.damage.description).toBe('version 1 of b');
  expect(open?.content.chat).toMatchObject([{ text: 'said in b' }]);
  const subject = { kind: 'case', id: 'a' } as const;
  const input = { task: 'drying-a' };
  expect(await desk.issue({ portal, name: 'confirm-received', subject, input })).toMatchObject({ ok: true });
  expect((await desk.openCase(key('a')))?.content.case.tasks[0]?.status).toBe('0+');
  expect(fed.place(portal)).toEqual({ kind: 'pages', after: '' });
  await fed.tidy();
  await before.at.kill();
  const again = await openAccount(disk);
  expect(again.desk.state().rows).toHaveLength(4);
  expect((await again.desk.openCase(key('a')))?.content.case.tasks[0]?.status).toBe('0+');
});

test('it is read until the pages of version 2 are complete, then nothing of it is left', async () => {
  const disk = await diskWith(left.whole);
  const before = await openAccount(disk);
  await before.fed.storePage(portal, await page('a', 'a'));
  expect(before.fed.place(portal)).toEqual({ kind: 'pages', after: 'a' });
  expect((await before.desk.openCase(key('b')))?.content.chat).toMatchObject([{ text: 'said in b' }]);
  await before.at.kill();
  const { desk, fed, at } = await openAccount(disk);
  expect(fed.place(portal)).toEqual({ kind: 'pages', after: 'a' });
  expect(desk.state().rows).toHaveLength(4);
  await fed.storePage(portal, await page(null, 'b', 'c'));
  expect((await ofVersion1(disk)).length).toBeGreaterThan(4);
  await fed.applyDelta(portal, await anAnswer({ cursor: { number: 8, mark: 'm8' } }));
  expect(await ofVersion1(disk)).toEqual([]);
  expect(await recordsOf(disk, 1)).toEqual([]);
  expect(at.forgotten).toEqual([key('e')]);
  expect(desk.state().withdrawn).toMatchObject([{ case: 'e', reason: 'other' }, { case: 'd' }]);
  expect(desk.state().rows.map(({ row }) => [row.id, row.tasks[0]?.status])).toEqual([
    ['a', '1'],
    ['b', '1'],
    ['c', '1'],
  ]);
  expect(desk.state().notices).toMatchObject([{ id: 'n1' }]);
  expect((await desk.openCase(key('b')))?.content.chat).toEqual([]);
  await at.kill();
  const again = await openAccount(disk);
  expect(again.fed.place(portal)).toEqual({ kind: 'delta', cursor: { number: 8, mark: 'm8' } });
  expect((await again.desk.openCase(key('c')))?.content.case.number).toBe('NM-c');
});

test('what 0.1.0 had begun to fetch is begun again', async () => {
  const disk = await diskWith(left.building);
  expect((await recordsOf(disk, 2)).length).toBeGreaterThan(2);
  const { desk, fed } = await openAccount(disk);
  expect(await recordsOf(disk, 2)).toEqual([]);
  expect(desk.state().rows).toHaveLength(4);
  expect(fed.place(portal)).toEqual({ kind: 'pages', after: '' });
  await fed.storePage(portal, await page(null, 'a'));
  await fed.applyDelta(portal, await anAnswer({ cursor: { number: 8, mark: 'm8' } }));
  expect(desk.state().rows.map(({ row }) => row.id)).toEqual(['a']);
  expect(await ofVersion1(disk)).toEqual([]);
});

test('where it is damaged it is dropped and fetched, as any other', async () => {
  const disk = await diskWith(left.whole);
  await withDatabase(disk, async (database) => {
    const store = database.transaction('chunks', 'readwrite').objectStore('chunks');
    for (const at of await done(store.getAllKeys())) await done(store.put(new Uint8Array(99), at));
  });
  const { desk, fed } = await openAccount(disk);
  expect(desk.state().rows).toHaveLength(4);
  expect(await desk.openCase(key('a'))).toBeNull();
  expect(desk.state().rows).toEqual([]);
  expect(fed.place(portal)).toEqual({ kind: 'pages', after: '' });
});
