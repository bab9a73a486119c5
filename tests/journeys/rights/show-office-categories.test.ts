import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Case } from '../../../shared/domain/case/case.ts';
import { rights } from '../../../shared/domain/rights/rights.ts';
import { aContent, aRole, carla } from '../../support/builders.ts';
import { engines } from '../../support/engines.ts';
import { anApp, type App } from '../../support/journeys/app.ts';
import { aMovableServer, type MovableServer } from '../../support/journeys/movable-server.ts';
import { openedRecords } from '../../support/offline/on-disk.ts';

const portal = 'nordic-portal';
const word = 'Zebra';
const terms = [
  { code: 'first', label: `${word} first`, colour: 'green' },
  { code: 'last', label: `${word} last`, colour: 'red' },
] as const;
const subject = { kind: 'categories', id: portal } as const;

const heldBy = (app: App) => app.running().desk.state().portals[0]?.categories ?? null;
const isOnDisk = async (app: App) => (await openedRecords(app.disk, app.account)).some((text) => text.includes(word));

function define(app: App) {
  const seen = heldBy(app)?.defined.revision?.command ?? portal;
  return app.running().desk.issue({ portal, subject, name: 'define-categories', input: { categories: terms }, seen });
}

function categorise(app: App, office: string, codes: readonly string[]) {
  const seen = heldBy(app)?.offices.find((each) => each.office === office)?.revision?.command ?? office;
  const categories = codes.map((category) => ({ category, taskType: null }));
  return app.running().desk.issue({ portal, subject, name: 'categorise-office', input: { office, categories }, seen });
}

/** Carla has the role in one open case, the insurer has defined categories; both know. */
async function begin(engine: (typeof engines)[number]['engine']) {
  const claim = aContent({ role: aRole({ user: carla }) });
  const members = ['carla', 'bertil', 'birgit', 'anna', 'oona'];
  const world = await aMovableServer(engine, { cases: { [portal]: [claim] }, members });
  const [her, his] = [await anApp(world, 'carla'), await anApp(world, 'bertil')];
  await his.sync();
  expect(await define(his)).toMatchObject({ ok: true });
  expect(await categorise(his, 'kuopio', ['last'])).toMatchObject({ ok: true });
  await his.sync();
  await her.sync();
  return { world, her, his };
}

async function give(world: MovableServer, given: readonly (typeof rights)[number][]): Promise<void> {
  const oona = await world.as('oona');
  expect(await oona.issue('change-rights', portal, { rights: given })).toMatchObject({ kind: 'carried-out' });
}

const others = rights.filter((right) => right !== 'offices.categories');
const claim = (world: MovableServer, change: Partial<Case>) => world.server().changeCase(portal, 'case-1', change);
const mark = async (world: MovableServer, marked: boolean) =>
  (await world.as('bertil')).issue('mark-member', 'carla', { marked, limit: { kind: 'default' } });

type Deed = (world: MovableServer) => Promise<unknown>;

/** By what a handler is shown them no more, while he or she is away, and by what again. */
const ways: readonly (readonly [string, Deed, Deed])[] = [
  ['the right is withdrawn', (world) => give(world, others), (world) => give(world, rights)],
  ['the case is closed', (world) => claim(world, { state: 'closed' }), (world) => claim(world, { state: 'open' })],
  [
    'the role moves to a colleague',
    (world) => claim(world, { role: aRole({ user: { ...carla, member: 'cecil' } }) }),
    (world) => claim(world, { role: aRole({ user: carla }) }),
  ],
  [
    'the mark is taken away',
    (world) => mark(world, false),
    async (world) => {
      await mark(world, true);
      await claim(world, { role: aRole({ user: carla }) });
    },
  ],
];

describe.each(engines)('Show office categories, on $engine', ({ engine }) => {
  let at: Awaited<ReturnType<typeof begin>>;
  beforeAll(async () => {
    at = await begin(engine);
  });
  afterAll(async () => {
    for (const app of [at.her, at.his]) await app.close();
    await at.world.close();
  });

  async function another(member: string): Promise<App> {
    const app = await anApp(at.world, member);
    onTestFinished(() => app.close());
    await app.sync();
    return app;
  }

  test('with the right: there online, there offline after a start, one office at a time', async () => {
    const { her, his } = at;
    expect(heldBy(her)).toMatchObject({
      defined: { categories: [{ label: `${word} first`, rank: 1 }, { rank: 2 }] },
      offices: [{ office: 'kuopio', categories: [{ category: 'last' }] }],
    });
    expect(await categorise(his, 'arvio-oulu', ['first'])).toMatchObject({ ok: true });
    await his.sync();
    await her.sync();
    her.cable.pulled = true;
    await her.kill();
    await her.start();
    expect(heldBy(her)?.offices.map(({ office }) => office)).toEqual(['arvio-oulu', 'kuopio']);
    her.cable.heal();
    expect(await categorise(her, 'kuopio', [])).toMatchObject({ ok: false, refusal: { code: 'insurer-only' } });
  });

  test('without a role: never a byte of them', async () => {
    const anna = await another('anna');
    expect(heldBy(anna)).toBeNull();
    expect(await isOnDisk(anna)).toBe(false);
  });

  test.each(ways)(
    'withdrawn while she is offline, gone from the disk with the next answer: %s',
    async (_, lose, regain) => {
      const { world, her } = at;
      her.cable.pulled = true;
      await lose(world);
      await her.sync();
      expect(await isOnDisk(her)).toBe(true);
      her.cable.heal();
      await her.sync();
      expect(heldBy(her)).toBeNull();
      expect(await isOnDisk(her)).toBe(false);
      // A computer on which they never were is not told of them either.
      expect(await isOnDisk(await another('carla'))).toBe(false);
      await her.kill();
      await her.start();
      expect(heldBy(her)).toBeNull();
      await regain(world);
      await her.sync();
      expect(heldBy(her)).toMatchObject({ defined: { categories: [{}, {}] }, offices: [{}, { office: 'kuopio' }] });
    },
  );

  test('given by two of the insurer at once: the same is one thing, another is refused as stale', async () => {
    const { his } = at;
    const hers = await another('birgit');
    await his.sync();
    for (const app of [his, hers]) app.cable.pulled = true;
    for (const app of [his, hers]) expect(await categorise(app, 'arvio-kuopio', ['first'])).toMatchObject({ ok: true });
    for (const app of [his, hers]) {
      app.cable.heal();
      await app.sync();
      expect(app.running().desk.state().refusals).toEqual([]);
    }
    hers.cable.pulled = true;
    await categorise(hers, 'rival-kuopio', ['last']);
    await categorise(his, 'rival-kuopio', ['first']);
    await his.sync();
    hers.cable.heal();
    await hers.sync();
    expect(hers.running().desk.state().refusals).toMatchObject([
      { command: { name: 'categorise-office' }, refusal: { code: 'stale', changedBy: 'Bertil Person' } },
    ]);
    const kept = heldBy(hers)?.offices.find(({ office }) => office === 'rival-kuopio');
    expect(kept?.categories).toEqual([{ category: 'first', taskType: null }]);
  });
});
