// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { aDisk, emptyIndexedDb, firstSync, openAccount, type Disk } from '../../support/offline/an-account.ts';
import { done, withDatabase } from '../../support/offline/on-disk.ts';
import { key, named, portal } from '../../support/offline/named-case.ts';

describe('a cache that cannot be used', () => {
  test('opened with another key, it is rebuilt and unsent work is untouched', async () => {
    const disk = aDisk();
    const before = await openAccount(disk);
    await firstSync(before.fed, { cases: [named('a')] });
    await before.desk.issue({
      portal,
      name: 'write-chat',
      subject: { kind: 'case', id: 'a' },
      input: { text: 'typed offline' },
    });
    await before.at.kill();
    const { desk, fed } = await openAccount(disk, { cacheKey: new Uint8Array(32).fill(9) });
    expect(desk.state().phase).toBe('first-sync');
    expect(desk.state().outbox).toMatchObject([{ state: 'waiting', command: { input: { text: 'typed offline' } } }]);
    await firstSync(fed, { cases: [named('a')] });
    expect((await desk.openCase(key('a')))?.content.chat.map(({ text }) => text)).toEqual(['typed offline']);
  });

  test('wiped by the system, it is fetched again', async () => {
    const disk = aDisk();
    const before = await openAccount(disk);
    await firstSync(before.fed, { cases: [named('a')] });
    await before.at.kill();
    disk.indexedDb = emptyIndexedDb();
    const { desk, fed } = await openAccount(disk);
    expect(desk.state().phase).toBe('first-sync');
    expect(fed.place(portal)).toEqual({ kind: 'pages', after: '' });
  });

  test('of a newer version of the app, it is made anew', async () => {
    const disk = aDisk();
    await new Promise<void>((resolve, reject) => {
      const request = disk.indexedDb.indexedDB.open('cache store-1.person-anna', 90);
      request.onupgradeneeded = () => request.result.createObjectStore('other');
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
      request.onerror = () => reject(request.error ?? new Error('no database'));
    });
    const { desk, fed } = await openAccount(disk);
    await firstSync(fed, { cases: [named('a')] });
    expect(desk.state().rows).toHaveLength(1);
  });

  test('with a damaged chunk, its portal is fetched again the next time the case is opened', async () => {
    const disk = aDisk();
    const { desk, fed } = await openAccount(disk);
    await firstSync(fed, { cases: [named('a'), named('b'), named('c')] });
    await damageOneChunk(disk);
    expect(await desk.openCase(key('a'))).toBeNull();
    expect(fed.place(portal)).toEqual({ kind: 'pages', after: '' });
    await firstSync(fed, { cases: [named('a')] });
    expect((await desk.openCase(key('a')))?.content.case.id).toBe('a');
  });

  test('sync 23: a chunk put in the place of another one does not open', async () => {
    const disk = aDisk();
    const { desk, fed } = await openAccount(disk);
    await firstSync(fed, { cases: [named('a'), named('b'), named('c')], chunkSize: 1 });
    await swapTwoChunks(disk);
    expect(await desk.openCase(key('a'))).toBeNull();
  });
});

async function damageOneChunk(disk: Disk): Promise<void> {
  await withDatabase(disk, async (database) => {
    const store = database.transaction('chunks', 'readwrite').objectStore('chunks');
    const [first = ''] = await done(store.getAllKeys());
    await done(store.put(new Uint8Array(100), first));
  });
}

async function swapTwoChunks(disk: Disk): Promise<void> {
  await withDatabase(disk, async (database) => {
    const store = database.transaction('chunks', 'readwrite').objectStore('chunks');
    const [first = '', second = ''] = await done(store.getAllKeys());
    const [one, other] = await done(store.getAll());
    await done(store.put(one, second));
    await done(store.put(other, first));
  });
}
