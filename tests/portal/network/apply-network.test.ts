import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noteDirectoryChange } from '../../../portal/commands/directory-change.ts';
import { inChange } from '../../../portal/commands/in-change.ts';
import { applyNetwork } from '../../../portal/network/apply-network.ts';
import { isOperator } from '../../../portal/network/is-operator.ts';
import { networkSchema, type NetworkDraft } from '../../../portal/network/network-document.ts';
import { engines } from '../../support/engines.ts';
import { openStore } from '../../../portal/store/open-store.ts';
import { aPortalServer, cursorOf, lineOf, type TestServer } from '../../support/portal-server.ts';
import { smallNetwork } from '../../support/small-network.ts';

const nothing: NetworkDraft = { companies: [], offices: [], members: [], portals: [] };

describe.each(engines)('a network on $engine', ({ engine }) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await aPortalServer(engine);
  });
  afterAll(() => server.close());

  const apply = (draft: NetworkDraft) => applyNetwork(server.deps, { network: networkSchema.parse(draft) });

  test('that is applied again adds nothing', async () => {
    expect(await apply(smallNetwork)).toEqual({
      ok: true,
      added: { companies: 0, offices: 0, people: 0, members: 0, portals: 0, memberships: 0 },
    });
  });

  test('gives every portal the operator, and nobody else the right to set up', async () => {
    const [oona, bertil] = [await server.as('oona'), await server.as('bertil')];
    const standing = lineOf(await oona.pages('', 'southern-portal'), 'standing')?.standing;
    expect(standing).toMatchObject({ side: 'operator', level: 6, active: true });
    const person = (account: string): string => account.split('.')[1] ?? '';
    expect(await isOperator(server.deps, person(oona.account))).toBe(true);
    expect(await isOperator(server.deps, person(bertil.account))).toBe(false);
  });

  test('can bring a member to a portal that runs: the others find him or her in their directory', async () => {
    const bertil = await server.as('bertil');
    const cursor = cursorOf(await bertil.pages());
    const added = await apply({
      ...nothing,
      members: [{ id: 'nina', name: 'Nina New', email: 'Nina@Example.com', company: 'kuivaus', office: 'kuopio' }],
      portals: [
        {
          ...(smallNetwork.portals[0] as NetworkDraft['portals'][number]),
          companies: [],
          offices: [],
          members: [{ member: 'nina', level: 2, marked: true, limit: { kind: 'other', amount: 70_000 } }],
        },
      ],
    });
    expect(added).toMatchObject({ ok: true, added: { people: 1, members: 1, memberships: 1, portals: 0 } });
    const directory = lineOf(await bertil.delta(cursor), 'directory');
    expect(directory?.members.find((each) => each.id === 'nina')).toMatchObject({
      email: 'nina@example.com',
      marked: true,
      limit: { kind: 'other', amount: 70_000 },
    });
    expect(directory?.offices.find((each) => each.id === 'kuopio')?.marked).toBe(1);
  });

  test('takes the same person in two companies for one', async () => {
    const added = await apply({
      ...nothing,
      members: [{ id: 'anna-at-arvio', name: 'Anna', email: 'anna@example.com', company: 'arvio' }],
    });
    expect(added).toMatchObject({ ok: true, added: { people: 0, members: 1 } });
  });

  const here = (member: string) => ({
    ...(smallNetwork.portals[0] as NetworkDraft['portals'][number]),
    ...only(member),
  });
  const only = (member: string) => ({ offices: [], members: [{ member, level: 2 as const }] });
  const annaOfArvio = { id: 'anna-of-arvio', name: 'Anna', email: 'anna@example.com', company: 'arvio' };

  test('that would bring a person into a portal for a second company is refused, with whose he or she is', async () => {
    const refused = (email: string, one: string, other: string) =>
      `${email} cannot work for ${one} here: in this portal he or she is with ${other}, and a person has one company in a portal.`;
    const second = { ...nothing, members: [annaOfArvio], portals: [here('anna-of-arvio')] };
    expect(await apply(second)).toEqual({
      ok: false,
      faults: [{ path: 'portals.0.members.0.member', message: refused('anna@example.com', 'arvio', 'kuivaus') }],
    });
    const both = ['rival', 'arvio'].map((company) => ({
      ...annaOfArvio,
      id: `twin-${company}`,
      email: 'twin@example.com',
      company,
    }));
    const twins = both.map(({ id }) => ({ member: id, level: 2 as const }));
    expect(await apply({ ...nothing, members: both, portals: [{ ...here('twin-rival'), members: twins }] })).toEqual({
      ok: false,
      faults: [{ path: 'portals.0.members.1.member', message: refused('twin@example.com', 'arvio', 'rival') }],
    });
    const oona = { ...annaOfArvio, id: 'oona-of-arvio', email: 'oona@example.com' };
    expect(await apply({ ...nothing, members: [oona], portals: [here('oona-of-arvio')] })).toEqual({
      ok: false,
      faults: [{ path: 'portals.0.members.0.member', message: refused('oona@example.com', 'arvio', 'operator') }],
    });
  });

  test('knows a person who is in two companies of a portal since 0.1.0, and goes on', async () => {
    const { db } = server.store;
    const { person } = await db
      .selectFrom('member')
      .select('person')
      .where('id', '=', 'rita')
      .executeTakeFirstOrThrow();
    await db.insertInto('member').values({ id: 'rita-of-arvio', person, company: 'arvio', office: null }).execute();
    await inChange(server.deps, 'nordic-portal', async (change) => {
      const of = change.db.selectFrom('membership').selectAll().where('member', '=', 'rita');
      const row = await of.executeTakeFirstOrThrow();
      await change.db
        .insertInto('membership')
        .values({ ...row, member: 'rita-of-arvio' })
        .execute();
      await noteDirectoryChange(change, { members: [{ id: 'rita-of-arvio', company: 'arvio' }] });
    });
    expect(await apply(smallNetwork)).toMatchObject({ ok: true, added: { memberships: 0 } });
    const rita = lineOf(await (await server.as('rita')).pages(), 'standing')?.standing;
    expect(rita).toMatchObject({ name: 'Rita Person', active: true });
  });

  test('that comes to several servers at once, with the same new people, is added once', async () => {
    const { url } = server.store;
    const others = url === null ? [] : [await openStore({ url }), await openStore({ url })];
    const network = networkSchema.parse({
      ...nothing,
      members: Array.from({ length: 50 }, (_, index) => ({
        id: `at-once-${index}`,
        name: 'New',
        email: `at-once-${index}@example.com`,
        company: 'arvio',
      })),
    });
    const stores = [server.store, server.store, ...others];
    const answers = await Promise.all(stores.map((store) => applyNetwork({ ...server.deps, store }, { network })));
    await Promise.all(others.map((store) => store.close()));
    const added = answers.map((answer) => (answer.ok ? answer.added : answer));
    const once = { companies: 0, offices: 0, people: 50, members: 50, portals: 0, memberships: 0 };
    expect(added).toContainEqual(once);
    const again = { ...once, people: 0, members: 0 };
    expect(added.filter((each) => 'people' in each && each.people === 0)).toEqual(stores.slice(1).map(() => again));
  });

  test('that names what is not there is refused as a whole, with the places', async () => {
    const before = await server.store.db.selectFrom('company').selectAll().execute();
    const answer = await apply({
      companies: [{ id: 'fresh', name: 'Fresh', side: 'partner' }],
      offices: [{ id: 'fresh-office', company: 'nobody', name: 'Fresh office' }],
      members: [
        { id: 'm-1', name: 'One', email: 'one@example.com', company: 'fresh', office: 'kuopio' },
        { id: 'm-1', name: 'One', email: 'one@example.com', company: 'fresh' },
      ],
      portals: [
        { ...(smallNetwork.portals[1] as NetworkDraft['portals'][number]), members: [{ member: 'ghost', level: 1 }] },
      ],
    });
    expect(answer).toEqual({
      ok: false,
      faults: [
        { path: 'members', message: 'm-1 is there twice.' },
        { path: 'offices.0.company', message: 'nobody is not known and not in the document.' },
        { path: 'members.0.office', message: 'm-1 cannot be in an office of another company.' },
        { path: 'portals.0.members.0.member', message: 'ghost is not known and not in the document.' },
      ],
    });
    expect(await server.store.db.selectFrom('company').selectAll().execute()).toEqual(before);
  });

  test('that brings people or offices of a company that does not work in the portal is refused', async () => {
    const portal = smallNetwork.portals[1] as NetworkDraft['portals'][number];
    const rivals = {
      offices: [{ office: 'rival-kuopio', services: [] }],
      members: [{ member: 'rita', level: 3 as const }],
    };
    const message = 'rival does not work in southern-portal.';
    expect(await apply({ ...nothing, portals: [{ ...portal, ...rivals }] })).toEqual({
      ok: false,
      faults: [
        { path: 'portals.0.offices.0.office', message },
        { path: 'portals.0.members.0.member', message },
      ],
    });
    const known = { companies: [], offices: [], members: [{ member: 'aki', level: 1 as const }] };
    expect(await apply({ ...nothing, portals: [{ ...portal, ...known }] })).toMatchObject({ ok: true });
  });
});

describe('a network document', () => {
  test.each([
    ['a currency', { currency: 'euro' }],
    ['a time zone', { timeZone: 'Mars/Olympus' }],
    ['a right', { projectManagerRights: ['everything'] }],
    ['a target status', { targetHours: { '7': 3 } }],
    ['at least one task type', { taskTypes: [] }],
  ])('is checked for %s', (_, change) => {
    const [portal] = smallNetwork.portals;
    const settings = { ...portal?.settings, ...change };
    expect(networkSchema.safeParse({ ...smallNetwork, portals: [portal] }).success).toBe(true);
    expect(networkSchema.safeParse({ ...smallNetwork, portals: [{ ...portal, settings }] }).success).toBe(false);
  });
});
