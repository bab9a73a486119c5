import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyNetwork } from '../../../portal/network/apply-network.ts';
import { networkSchema } from '../../../portal/network/network-document.ts';
import { foldCategories } from '../../../shared/domain/category/fold-categories.ts';
import type { OfficeCategories } from '../../../shared/domain/category/category.ts';
import type { PersonRef } from '../../../shared/domain/member/person-ref.ts';
import { rights } from '../../../shared/domain/rights/rights.ts';
import { aContent, aRole, carla } from '../../support/builders.ts';
import { engines } from '../../support/engines.ts';
import { aPortalServer, cursorOf, lineOf, type TestPerson, type TestServer } from '../../support/portal-server.ts';
import { smallNetwork } from '../../support/small-network.ts';

const portal = 'nordic-portal';
const word = 'Zebra';
const terms = [
  { code: 'first', label: `${word} first`, colour: 'green' },
  { code: 'last', label: `${word} last`, colour: 'red' },
] as const;
const others = rights.filter((right) => right !== 'offices.categories');

describe.each(engines)('categories of offices on $engine', ({ engine }) => {
  let server: TestServer;
  let people: Readonly<Record<'bertil' | 'birgit' | 'carla' | 'anna' | 'oona', TestPerson>>;

  beforeAll(async () => {
    server = await aPortalServer(engine);
    await server.addCases(portal, [aContent({ id: 'case-1', role: aRole({ user: carla }) })]);
    const as = (who: string) => server.as(who);
    people = {
      bertil: await as('bertil'),
      birgit: await as('birgit'),
      carla: await as('carla'),
      anna: await as('anna'),
      oona: await as('oona'),
    };
    await people.bertil.issue('define-categories', portal, { categories: terms });
    await categorise('kuopio', ['last']);
    await categorise('arvio-oulu', ['first']);
  });
  afterAll(() => server.close());

  const categorise = (office: string, codes: readonly string[], more = {}) =>
    people.bertil.issue(
      'categorise-office',
      portal,
      { office, categories: codes.map((category) => ({ category, taskType: null })) },
      { basedOn: null, ...more },
    );
  const setState = (state: 'open' | 'closed') => server.changeCase(portal, 'case-1', { state });
  const giveRole = (user: PersonRef) => server.changeCase(portal, 'case-1', { role: aRole({ user }) });
  const setRights = (given: readonly (typeof rights)[number][], enabled = true) =>
    people.oona.issue('change-rights', portal, { rights: given, enabled });
  const mark = (marked: boolean) => people.bertil.issue('mark-member', 'carla', { marked, limit: { kind: 'default' } });

  /** The lines of a delta as text, and what they tell of categories. */
  async function told(who: TestPerson, cursor: Parameters<TestPerson['delta']>[0], categories?: boolean) {
    const lines = await who.delta(cursor, categories === undefined ? {} : { categories });
    return { change: lineOf(lines, 'categories'), text: JSON.stringify(lines), cursor: cursorOf(lines) };
  }

  const ways: readonly (readonly [string, () => Promise<unknown>, () => Promise<unknown>])[] = [
    ['the right is withdrawn', () => setRights(others), () => setRights(rights)],
    ['the role is not used any more', () => setRights(rights, false), () => setRights(rights)],
    ['the case is closed', () => setState('closed'), () => setState('open')],
    [
      'the user is not marked any more, and gets mark and role again',
      () => mark(false),
      async () => {
        await mark(true);
        await giveRole(carla);
      },
    ],
    ['the role moves to a colleague and back', () => giveRole({ ...carla, member: 'cecil' }), () => giveRole(carla)],
  ];

  test.each(ways)('leave with the last reason to see them, and come back whole: %s', async (_, lose, regain) => {
    const before = await people.carla.pages('&categories=told');
    expect(lineOf(before, 'categories')).toMatchObject({
      what: 'all',
      defined: { categories: [{ rank: 1 }, { rank: 2 }] },
    });
    await lose();
    const cursor = cursorOf(before);
    expect((await told(people.carla, cursor, true)).change).toEqual({ kind: 'categories', what: 'gone' });
    // Who holds none is told nothing, not even that.
    const without = await told(people.carla, cursor, false);
    expect(without.change).toBeUndefined();
    expect(without.text).not.toContain(word);
    expect(JSON.stringify(await people.carla.pages('&categories=told'))).not.toContain(word);
    const candidates = await people.carla.request(`/candidates/${portal}/case-1/offices`);
    expect(await candidates.text()).not.toContain(word);
    await regain();
    const again = await told(people.carla, without.cursor, false);
    expect(again.change).toMatchObject({ what: 'all', offices: [{ office: 'arvio-oulu' }, { office: 'kuopio' }] });
    const shown = await people.carla.request(`/candidates/${portal}/case-1/offices`);
    expect(await shown.text()).toContain(word);
  });

  test('are told to an app that knows of them alone', async () => {
    for (const who of [people.bertil, people.carla]) {
      const pages = await who.pages();
      expect(JSON.stringify(pages)).not.toContain(word);
      expect((await told(who, cursorOf(pages))).change).toBeUndefined();
    }
  });

  test('change neither what anybody else is told, nor which offices are listed in which order', async () => {
    const order = async () => {
      const answer = await people.anna.request(`/candidates/${portal}/case-1/offices`);
      const ranked = await people.carla.request(`/candidates/${portal}/case-1/offices`);
      const { eligible, excluded } = (await ranked.json()) as { eligible: unknown; excluded: unknown };
      return JSON.stringify([answer.status, eligible, excluded]);
    };
    const [listed, anna, oona] = [await order(), await people.anna.pages(), await people.oona.pages()];
    await categorise('kuopio', []);
    await categorise('arvio-kuopio', ['last']);
    expect(await order()).toBe(listed);
    for (const [who, before] of [
      [people.anna, anna],
      [people.oona, oona],
    ] as const) {
      const kinds = (await who.delta(cursorOf(before), { categories: false })).map(({ kind }) => kind);
      expect(kinds).toEqual(['head', 'withdrawn', 'rows', 'own', 'contained', 'tail']);
    }
    await categorise('arvio-kuopio', []);
    await categorise('kuopio', ['last']);
  });

  test('cross by office: what is folded is what a first sync brings', async () => {
    const pages = await people.carla.pages('&categories=told');
    const first = lineOf(pages, 'categories');
    await categorise('arvio-oulu', ['first', 'last']);
    const one = await told(people.carla, cursorOf(pages), true);
    expect(one.change).toMatchObject({ what: 'changed', defined: null, offices: [{ office: 'arvio-oulu' }] });
    await people.birgit.issue('define-categories', portal, { categories: terms.toReversed() });
    const two = await told(people.carla, one.cursor, true);
    expect(two.change).toMatchObject({ what: 'changed', offices: [] });
    await people.bertil.issue(
      'define-categories',
      portal,
      { categories: [terms[1]] },
      { at: '2026-12-01T08:00:00.000Z' },
    );
    const three = await told(people.carla, two.cursor, true);
    const whole = lineOf(await people.carla.pages('&categories=told'), 'categories');
    const held = [first, one.change, two.change, three.change].reduce<OfficeCategories | null>(
      (now, change) => (change ? foldCategories(now, change) : now),
      null,
    );
    expect(held).toEqual(whole && foldCategories(null, whole));
    expect(held?.offices.find(({ office }) => office === 'arvio-oulu')?.categories).toEqual([
      { category: 'last', taskType: null },
    ]);
    expect((await told(people.carla, three.cursor, true)).change).toBeUndefined();
  });

  test('are given by whoever saw what is there: another one’s change is not overwritten, the same is of one mind', async () => {
    const give = (who: TestPerson, codes: readonly string[], basedOn: string | null) =>
      who.issue(
        'categorise-office',
        portal,
        { office: 'rival-kuopio', categories: codes.map((category) => ({ category, taskType: 'drying' })) },
        { basedOn },
      );
    expect(await give(people.bertil, ['last'], 'rival-kuopio')).toMatchObject({ kind: 'carried-out' });
    expect(await give(people.birgit, [], 'rival-kuopio')).toMatchObject({
      kind: 'refused',
      refusal: { code: 'stale', changedBy: 'Bertil Person' },
    });
    expect(await give(people.birgit, ['last'], 'rival-kuopio')).toMatchObject({ kind: 'carried-out' });
    expect(await give(people.birgit, ['never'], null)).toMatchObject({ refusal: { code: 'category-unknown' } });
    const [log] = (await (
      await people.bertil.request(`/settings-log/${portal}?kind=categories&id=${portal}`)
    ).json()) as {
      what: string;
      after: object;
    }[];
    expect(log).toMatchObject({
      what: 'categorise-office',
      before: { 'office:rival-kuopio': null },
      after: { 'office:rival-kuopio': [{ category: 'last', taskType: 'drying' }] },
    });
    const ofPortal = await people.oona.request(`/settings-log/${portal}?kind=portal&id=${portal}`);
    expect(await ofPortal.text()).not.toMatch(/categorise|define-categories|Zebra/);
  });

  test('come in by the network’s import, and what is there stays', async () => {
    const [first] = smallNetwork.portals;
    if (!first) throw new Error('a network without a portal');
    const draft = (category: string) => ({
      companies: [],
      offices: [],
      members: [],
      portals: [
        {
          ...first,
          companies: [],
          members: [],
          categories: [
            { code: 'last', label: 'Another', colour: 'blue' as const },
            { code: 'new', label: 'New', colour: 'teal' as const },
          ],
          offices: ['arvio-kuopio', 'kuopio', 'rival-kuopio'].map((office) => ({
            office,
            services: [],
            categories: [{ category, taskType: null }],
          })),
        },
      ],
    });
    const apply = (category: string) => applyNetwork(server.deps, { network: networkSchema.parse(draft(category)) });
    expect(await apply('nowhere')).toMatchObject({
      ok: false,
      faults: [{ path: 'portals.0.offices.0.categories.0' }, {}, {}],
    });
    const before = lineOf(await people.bertil.pages('&categories=told'), 'categories');
    expect(await apply('new')).toMatchObject({ ok: true });
    const after = lineOf(await people.bertil.pages('&categories=told'), 'categories');
    if (before?.what !== 'all' || after?.what !== 'all') throw new Error('no categories');
    expect(after.defined.categories.map(({ code, label }) => [code, label])).toEqual([
      ['last', `${word} last`],
      ['new', 'New'],
    ]);
    // Those that had some, or had some once, keep what the insurer made of them.
    const known = new Set(before.offices.map(({ office }) => office));
    expect(after.offices.filter(({ office }) => known.has(office))).toEqual(before.offices);
    expect(known.has('kuopio')).toBe(true);
  });
});
