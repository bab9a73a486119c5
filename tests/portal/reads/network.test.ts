import { describe, expect, onTestFinished, test } from 'vitest';
import { noteDirectoryChange } from '../../../portal/commands/directory-change.ts';
import { inChange } from '../../../portal/commands/in-change.ts';
import { readNetwork } from '../../../portal/reads/network.ts';
import { inSnapshot } from '../../../portal/reads/snapshot.ts';
import type { Engine } from '../../../portal/store/engine.ts';
import type { Store } from '../../../portal/store/open-store.ts';
import type { Level } from '../../../shared/domain/member/standing.ts';
import { engines } from '../../support/engines.ts';
import { freshNetwork, networkOf, told } from '../../support/networks.ts';
import { aPortalServer, type TestServer } from '../../support/portal-server.ts';
import { twoStores } from '../../support/two-stores.ts';

const portal = 'nordic-portal';

async function twoServers(engine: Engine): Promise<readonly [TestServer, TestServer]> {
  const [first, second] = await twoStores(engine);
  const servers = [
    await aPortalServer(engine, { store: first }),
    await aPortalServer(engine, { store: second }),
  ] as const;
  onTestFinished(async () => {
    await servers[0].close();
    await servers[1].close();
  });
  return servers;
}

async function oneServer(engine: Engine): Promise<TestServer> {
  const server = await aPortalServer(engine);
  onTestFinished(() => server.close());
  return server;
}

const setLevel = ({ deps }: TestServer, member: string, company: string, level: Level) =>
  inChange(deps, portal, async (change) => {
    await change.db
      .updateTable('membership')
      .set({ level })
      .where('portal', '=', portal)
      .where('member', '=', member)
      .execute();
    await noteDirectoryChange(change, { members: [{ id: member, company }] });
  });

describe.each(engines)('the network in memory on $engine', ({ engine }) => {
  test('after a change it is what is in the database, and what did not change is what it was', async () => {
    const server = await oneServer(engine);
    const before = await networkOf(server.store);
    await setLevel(server, 'anna', 'kuivaus', 1);
    const after = await networkOf(server.store);
    expect(told(after)).toEqual(told(await freshNetwork(server.store)));
    expect(after.members.get('anna')?.level).toBe(1);
    expect(before.members.get('anna')?.level).toBe(3);
    for (const id of ['aki', 'bertil', 'carla']) expect(after.members.get(id)).toBe(before.members.get(id));
    expect(await networkOf(server.store)).toBe(after);
  });

  test('a change sees its own writes, and nobody else does before it is committed', async () => {
    const server = await oneServer(engine);
    const before = await networkOf(server.store);
    const broken = inChange(server.deps, portal, async (change) => {
      await change.db.updateTable('membership').set({ level: 0 }).where('member', '=', 'anna').execute();
      await noteDirectoryChange(change, { members: [{ id: 'anna', company: 'kuivaus' }] });
      const own = await readNetwork({ store: change.store, db: change.db, during: change.number }, portal);
      expect(own?.members.get('anna')?.level).toBe(0);
      throw new Error('broken off');
    });
    await expect(broken).rejects.toThrow('broken off');
    expect(await networkOf(server.store)).toBe(before);
    // The next change takes the same number.
    await setLevel(server, 'aki', 'kuivaus', 2);
    expect(told(await networkOf(server.store))).toEqual(told(await freshNetwork(server.store)));
  });

  test('who reads as of an older moment is given the network of that moment, whatever has been read since', async () => {
    const [server, other] = await twoServers(engine);
    const levelThen = (store: Store, db: Store['db']) =>
      networkOf(store, db).then((network) => network.members.get('anna')?.level);
    await inSnapshot(other.store, async (db) => {
      await db.selectFrom('portal').selectAll().execute();
      await setLevel(server, 'anna', 'kuivaus', 1);
      expect(await levelThen(server.store, server.store.db)).toBe(1);
      // The memory of the server in which it was changed, read in the transaction that began before.
      for (let again = 0; again < 2; again += 1) expect(await levelThen(server.store, db)).toBe(3);
      expect(await levelThen(server.store, server.store.db)).toBe(1);
      await setLevel(server, 'anna', 'kuivaus', 2);
      expect(await levelThen(server.store, server.store.db)).toBe(2);
      expect(await levelThen(server.store, db)).toBe(3);
    });
    expect(told(await networkOf(server.store))).toEqual(told(await freshNetwork(server.store)));
  });

  test('what another server on the same database has changed is never missed', async () => {
    const [one, other] = await twoServers(engine);
    const turns = [
      [one, 'anna', 'kuivaus', 1],
      [other, 'anna', 'kuivaus', 2],
      [other, 'carla', 'arvio', 0],
      [one, 'carla', 'arvio', 4],
      [one, 'aki', 'kuivaus', 3],
    ] as const;
    for (const [server, member, company, level] of turns) {
      await setLevel(server, member, company, level);
      const fresh = told(await freshNetwork(one.store));
      expect(told(await networkOf(one.store))).toEqual(fresh);
      expect(told(await networkOf(other.store))).toEqual(fresh);
    }
  });

  test('sync 18: what a restored backup does not have is forgotten, also where its numbers were given again', async () => {
    const server = await oneServer(engine);
    const { db } = server.store;
    const backup = {
      membership: await db.selectFrom('membership').selectAll().execute(),
      counters: await db.selectFrom('portal_counter').selectAll().execute(),
      portals: await db.selectFrom('portal').selectAll().execute(),
      marks: await db.selectFrom('change_mark').selectAll().execute(),
    };
    await networkOf(server.store);
    await setLevel(server, 'anna', 'kuivaus', 0);
    expect((await networkOf(server.store)).members.get('anna')?.level).toBe(0);
    await setLevel(server, 'aki', 'kuivaus', 2);
    expect((await networkOf(server.store)).members.get('aki')?.level).toBe(2);
    await db.transaction().execute(async (transaction) => {
      await transaction.deleteFrom('membership').execute();
      await transaction.insertInto('membership').values(backup.membership).execute();
      await transaction.deleteFrom('portal_counter').execute();
      await transaction.insertInto('portal_counter').values(backup.counters).execute();
      await transaction.deleteFrom('change_mark').execute();
      await transaction.insertInto('change_mark').values(backup.marks).execute();
      for (const { id, directory_changed } of backup.portals)
        await transaction.updateTable('portal').set({ directory_changed }).where('id', '=', id).execute();
    });
    expect((await networkOf(server.store)).members.get('anna')?.level).toBe(3);
    for (const member of ['cecil', 'cora', 'carla']) {
      await setLevel(server, member, 'arvio', 2);
      const network = await networkOf(server.store);
      expect(network.members.get('anna')?.level).toBe(3);
      expect(told(network)).toEqual(told(await freshNetwork(server.store)));
    }
  });
});
