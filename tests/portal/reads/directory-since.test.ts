import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { noteMissedPasswords } from '../../../portal/accounts/note-first-passwords.ts';
import { setPassword } from '../../../portal/accounts/people.ts';
import { noteDirectoryChange, type ChangedEntries } from '../../../portal/commands/directory-change.ts';
import { inChange, type Change } from '../../../portal/commands/in-change.ts';
import { sweepPortals } from '../../../portal/commands/sweep-portals.ts';
import { applyNetwork } from '../../../portal/network/apply-network.ts';
import { networkSchema, type NetworkDraft } from '../../../portal/network/network-document.ts';
import type { AccountTables } from '../../../portal/store/account-tables.ts';
import type { Cursor } from '../../../shared/contract/sync.ts';
import { fromMilliseconds, toMilliseconds } from '../../../shared/domain/moment.ts';
import { aContent } from '../../support/builders.ts';
import { engines } from '../../support/engines.ts';
import { aPortalServer, cursorOf, lineOf, type TestServer } from '../../support/portal-server.ts';
import { smallNetwork } from '../../support/small-network.ts';

const portal = 'nordic-portal';
const none = { companies: [], offices: [], members: [] };
const there = smallNetwork.portals[0] as NetworkDraft['portals'][number];

describe.each(engines)('what a delta tells of the directory on $engine', ({ engine }) => {
  let server: TestServer;
  beforeEach(async () => {
    server = await aPortalServer(engine);
  });
  afterEach(() => server.close());

  const start = async (who: string): Promise<Cursor> => cursorOf(await (await server.as(who)).pages());
  const since = async (who: string, cursor: Cursor) =>
    lineOf(await (await server.as(who)).delta(cursor), 'directory') ?? null;
  const ids = (line: Awaited<ReturnType<typeof since>>) =>
    line && {
      companies: line.companies.map(({ id }) => id),
      offices: line.offices.map(({ id }) => id),
      members: line.members.map(({ id }) => id),
      gone: line.gone,
    };
  const by = (write: (change: Change) => Promise<unknown>, named: ChangedEntries) =>
    inChange(server.deps, portal, async (change) => {
      await write(change);
      await noteDirectoryChange(change, named);
    });
  const takeOut = (member: string, company: string) =>
    by(
      (change) =>
        change.db.deleteFrom('membership').where('portal', '=', portal).where('member', '=', member).execute(),
      { members: [{ id: member, company }] },
    );

  test('a changed member is one entry, for who has that member in the own directory', async () => {
    const [birgit, anna, cora] = [await start('birgit'), await start('anna'), await start('cora')];
    await (await server.as('bertil')).issue('change-member', 'aki', { certified: ['drying'] });
    const told = await since('birgit', birgit);
    expect(told).toMatchObject({ whole: false, members: [{ id: 'aki', certified: ['drying'] }] });
    expect(ids(told)).toEqual({ ...none, members: ['aki'], gone: none });
    expect(ids(await since('anna', anna))).toEqual({ ...none, members: ['aki'], gone: none });
    expect(await since('cora', cora)).toBeNull();
  });

  test('the mark of a user changes the number of the office for everybody', async () => {
    const [bertil, anna] = [await start('bertil'), await start('anna')];
    await (await server.as('birgit')).issue('mark-member', 'cora', { marked: true, limit: { kind: 'default' } });
    expect(ids(await since('bertil', bertil))).toEqual({
      ...none,
      offices: ['arvio-oulu'],
      members: ['cora'],
      gone: none,
    });
    expect(await since('anna', anna)).toMatchObject({ offices: [{ id: 'arvio-oulu', marked: 1 }], members: [] });
    const limit = { kind: 'other', amount: 900 } as const;
    const before = await start('anna');
    await (await server.as('birgit')).issue('mark-member', 'cora', { marked: true, limit }, { basedOn: 'cora' });
    expect(await since('anna', before)).toBeNull();
  });

  test('an office is one entry; settings are none; what changes nothing takes no number of the directory', async () => {
    const cora = await start('cora');
    const [bertil, oona] = [await server.as('bertil'), await server.as('oona')];
    const changed = async () =>
      await server.store.db
        .selectFrom('portal')
        .select('directory_changed')
        .where('id', '=', portal)
        .executeTakeFirstOrThrow();
    await oona.issue('change-rights', portal, { defaultLimit: 1 });
    expect(await since('cora', cora)).toBeNull();
    const before = await changed();
    const services = ['drying', 'inspection', 'first-aid'];
    await bertil.issue('change-office', 'kuopio', { services });
    await bertil.issue('change-member', 'anna', { active: true });
    await bertil.issue('mark-member', 'carla', { marked: true, limit: { kind: 'default' } });
    expect(await changed()).toEqual(before);
    await bertil.issue('change-office', 'kuopio', { services: ['drying'] });
    expect(await since('cora', cora)).toMatchObject({ offices: [{ id: 'kuopio', services: ['drying'] }], members: [] });
  });

  test('a name and an address; an invitation that was accepted', async () => {
    const [bertil, cora] = [await start('bertil'), await start('cora')];
    const person = (change: Change) =>
      change.db
        .updateTable('person')
        .set({ name: 'Anna Another', email: 'another@example.com' })
        .where('email', '=', 'anna@example.com')
        .execute();
    await by(person, { members: [{ id: 'anna', company: 'kuivaus' }] });
    expect(await since('bertil', bertil)).toMatchObject({
      members: [{ id: 'anna', name: 'Anna Another', email: 'another@example.com' }],
    });
    expect(await since('cora', cora)).toBeNull();
    const named = await start('bertil');
    const nina = uuidv7();
    const input = { name: 'Nina New', email: 'nina@example.com', company: 'arvio', office: 'arvio-oulu' } as const;
    const terms = { level: 2, certified: [], budgetPermission: false } as const;
    const invited = await (await server.as('bertil')).issue('invite-member', nina, { ...input, ...terms });
    expect(invited.kind).toBe('carried-out');
    expect(await since('bertil', named)).toMatchObject({
      members: [{ id: nina, invited: { at: expect.any(String) } }],
    });
    const waiting = await start('bertil');
    const mail = await server.store.db
      .selectFrom('mail')
      .select('text')
      .where('to_address', '=', input.email)
      .executeTakeFirstOrThrow();
    const token = /token=(\S+)/.exec(mail.text)?.[1] ?? '';
    const password = 'a long enough password of her own';
    expect(await server.deps.accounts.acceptInvitation(token, password, 'here')).toBe('changed');
    const accepted = await since('bertil', waiting);
    expect(ids(accepted)).toEqual({ ...none, members: [nina], gone: none });
    expect(accepted?.members[0]).not.toHaveProperty('invited');
  });

  test('a first password that was kept by a server which died before it noted that is noted at the next start, once', async () => {
    await server.store.db
      .withTables<AccountTables>()
      .deleteFrom('auth_account')
      .where('user_id', 'in', (from) => from.selectFrom('person').select('id').where('email', '=', 'aki@example.com'))
      .execute();
    await by(async () => undefined, { members: [{ id: 'aki', company: 'kuivaus' }] });
    const birgit = await start('birgit');
    const { person } = await server.store.db
      .selectFrom('member')
      .select('person')
      .where('id', '=', 'aki')
      .executeTakeFirstOrThrow();
    await server.store.db
      .transaction()
      .execute((db) => setPassword(db, { id: person, passwordHash: 'of his own' }, server.deps.now()));
    await noteMissedPasswords(server.deps);
    const noted = await since('birgit', birgit);
    expect(ids(noted)).toEqual({ ...none, members: ['aki'], gone: none });
    expect(noted?.members[0]).not.toHaveProperty('invited');
    const after = await start('birgit');
    await noteMissedPasswords(server.deps);
    expect(await start('birgit')).toEqual(after);
  });

  test('who was taken out is gone for those who had the entry, and for nobody else; who is back is not', async () => {
    const [bertil, anna, cora] = [await start('bertil'), await start('anna'), await start('cora')];
    const row = await server.store.db
      .selectFrom('membership')
      .selectAll()
      .where('portal', '=', portal)
      .where('member', '=', 'aki')
      .executeTakeFirstOrThrow();
    await takeOut('aki', 'kuivaus');
    const gone = { ...none, gone: { ...none, members: ['aki'] } };
    expect(ids(await since('bertil', bertil))).toEqual(gone);
    expect(ids(await since('anna', anna))).toEqual(gone);
    expect(await since('cora', cora)).toBeNull();
    await by((change) => change.db.insertInto('membership').values(row).execute(), {
      members: [{ id: 'aki', company: 'kuivaus' }],
    });
    expect(ids(await since('bertil', bertil))).toEqual({ ...none, members: ['aki'], gone: none });
  });

  test('who goes from one company to another is gone for the one and new for the other', async () => {
    const [bertil, anna, cora] = [await start('bertil'), await start('anna'), await start('cora')];
    const move = (change: Change) =>
      change.db.updateTable('member').set({ company: 'arvio', office: null }).where('id', '=', 'aki').execute();
    await by(move, { members: [{ id: 'aki', company: 'kuivaus' }] });
    expect(ids(await since('anna', anna))).toEqual({ ...none, gone: { ...none, members: ['aki'] } });
    expect(ids(await since('cora', cora))).toEqual({ ...none, members: ['aki'], gone: none });
    expect(ids(await since('bertil', bertil))).toEqual({ ...none, members: ['aki'], gone: none });
  });

  test('an office and a company that were taken out are gone for everybody', async () => {
    const [bertil, anna] = [await start('bertil'), await start('anna')];
    await takeOut('rita', 'rival');
    const remove = async (change: Change) => {
      await change.db
        .deleteFrom('office_terms')
        .where('portal', '=', portal)
        .where('office', '=', 'rival-kuopio')
        .execute();
      await change.db
        .deleteFrom('company_in_portal')
        .where('portal', '=', portal)
        .where('company', '=', 'rival')
        .execute();
    };
    await by(remove, { companies: ['rival'], offices: ['rival-kuopio'] });
    const gone = { companies: ['rival'], offices: ['rival-kuopio'] };
    expect(ids(await since('anna', anna))).toEqual({ ...none, gone: { ...gone, members: [] } });
    expect(ids(await since('bertil', bertil))).toEqual({ ...none, gone: { ...gone, members: ['rita'] } });
    await applyNetwork(server.deps, { network: networkSchema.parse({ ...smallNetwork, portals: [there] }) });
    expect(ids(await since('bertil', bertil))).toEqual({
      companies: ['rival'],
      offices: ['rival-kuopio'],
      members: ['rita'],
      gone: none,
    });
  });

  test('a document that brings somebody with a mark changes the number of the office that was there', async () => {
    const anna = await start('anna');
    const dora = { id: 'dora', name: 'Dora New', email: 'dora@example.com', company: 'arvio', office: 'arvio-oulu' };
    const terms = { member: 'dora', level: 2 as const, marked: true };
    const network = {
      companies: [],
      offices: [],
      members: [dora],
      portals: [{ ...there, members: [terms], offices: [] }],
    };
    await applyNetwork(server.deps, { network: networkSchema.parse(network) });
    expect(await since('anna', anna)).toMatchObject({ offices: [{ id: 'arvio-oulu', marked: 1 }], members: [] });
  });

  test('sync 22: who sees more or less of the directory is told to begin again', async () => {
    const bertil = await server.as('bertil');
    for (const change of [{ level: 0 }, { level: 1 }, { active: false }, { active: true }] as const) {
      const cursor = await start('cora');
      const basedOn = (
        await server.store.db
          .selectFrom('membership')
          .select('terms_revision')
          .where('portal', '=', portal)
          .where('member', '=', 'cora')
          .executeTakeFirstOrThrow()
      ).terms_revision;
      const seen = basedOn === null ? 'cora' : (JSON.parse(basedOn) as { command: string }).command;
      await bertil.issue('change-member', 'cora', change, { basedOn: seen });
      expect(lineOf(await (await server.as('cora')).delta(cursor), 'reset')?.reason).toBe('audience-changed');
    }
  });

  test('a long delta tells all of it with its first page, and no page tells it again', async () => {
    await server.addCases(portal, [aContent({ id: 'case-1' }), aContent({ id: 'case-2', number: 'NM-2' })]);
    const cursor = await start('birgit');
    const bertil = await server.as('bertil');
    await bertil.issue('change-member', 'aki', { certified: [] });
    await bertil.issue('write-chat', 'case-1', { text: 'one' });
    await bertil.issue('write-chat', 'case-2', { text: 'two' });
    await bertil.issue('change-member', 'cora', { certified: [] });
    const birgit = await server.as('birgit');
    const first = await birgit.delta(cursor, { limit: 1 });
    const { next: after, cursor: upTo } = lineOf(first, 'tail') ?? {};
    const second = await birgit.delta(cursor, { limit: 1, after, upTo });
    expect(lineOf(first, 'tail')?.more).toBe(true);
    expect(lineOf(first, 'directory')?.members.map(({ id }) => id)).toEqual(['aki', 'cora']);
    expect(lineOf(second, 'directory')).toBeUndefined();
  });

  test('what is gone is told until the cursors from before it are answered with reset', async () => {
    const old = await start('bertil');
    await takeOut('aki', 'kuivaus');
    const later = (days: number): void => {
      server.clock.now = fromMilliseconds(toMilliseconds(server.clock.now) + days * 86_400_000);
    };
    const kept = async () => (await server.store.db.selectFrom('directory_gone').selectAll().execute()).length;
    const changed = (write: string) =>
      inChange(server.deps, portal, async (change) => {
        await change.db.updateTable('office').set({ city: write }).where('id', '=', 'kuopio').execute();
        await noteDirectoryChange(change, { offices: ['kuopio'] });
      });
    later(40);
    await changed('Kuopio');
    await sweepPortals(server.store, server.clock.now);
    expect(await kept()).toBe(1);
    for (const city of ['Oulu', 'Vaasa', 'Turku']) {
      later(100);
      await changed(city);
      await sweepPortals(server.store, server.clock.now);
    }
    expect(await kept()).toBe(0);
    const mark = await server.store.db
      .selectFrom('change_mark')
      .select('mark')
      .where('portal', '=', portal)
      .where('number', '=', old.number)
      .executeTakeFirst();
    expect(mark).toBeUndefined();
  });
});
