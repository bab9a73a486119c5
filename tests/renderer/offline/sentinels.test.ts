// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { parts } from '../../../shared/domain/case/parts/part.ts';
import type { Standing } from '../../../shared/domain/member/standing.ts';
import type { PortalSettings } from '../../../shared/domain/portal/portal-settings.ts';
import type { Right } from '../../../shared/domain/rights/rights.ts';
import { aDirectory, anInsurer, anna, aRole, carla, settingsWithRole } from '../../support/builders.ts';
import { aDisk, openAccount, type Disk, type OpenAccount } from '../../support/offline/an-account.ts';
import { aLittlePortal, type LittlePortal } from '../../support/offline/little-portal.ts';
import { markedCase, marksNotGiven, marksOnDisk, type Marked } from '../../support/offline/marked-case.ts';
import { handler, portal, rich } from '../../support/offline/rich-case.ts';
import { anAnswer, type Said } from '../../support/offline/sync-lines.ts';

/** Settings with these rights for who is responsible for project management or an inspection. */
function taskRoles(given: readonly Right[]): PortalSettings {
  return { ...settingsWithRole({ rights: [] }), projectManagerRights: given, inspectorRights: given };
}

interface Synced extends OpenAccount {
  readonly little: LittlePortal;
  readonly disk: Disk;
}

/** Two cases with a mark in every part, as a page and with a delta over it. */
async function synced(reader: Standing, version: Marked = rich): Promise<Synced> {
  const little = aLittlePortal(reader);
  for (const id of ['a', 'b']) little.save(markedCase(id, version), carla.company);
  const disk = aDisk();
  const account = await openAccount(disk);
  await account.fed.keepPortals([portal]);
  const page = little.page(['a', 'b'], true);
  await account.fed.storePage(portal, await anAnswer({ ...page, directory: aDirectory() }));
  little.save(markedCase('a', { ...version, words: 'more' }), anna.company);
  await pull({ ...account, little, disk });
  return { ...account, little, disk };
}

async function pull(app: Synced): Promise<void> {
  const place = app.fed.place(portal);
  if (place.kind === 'delta') await app.fed.applyDelta(portal, await anAnswer(app.little.delta(place.cursor.number)));
}

/** The standing alone: whatever has been told of the cases by then. */
const standingOnly = async ({ fed, little }: Synced): Promise<void> =>
  void (await fed.applyDelta(
    portal,
    await anAnswer({ standing: little.reader(), cursor: { number: 99, mark: 'm99' } }),
  ));

/** So many deltas that the log is folded into pages. */
async function compacted({ fed, little }: Synced): Promise<void> {
  const said: Said = { ...little.delta(little.number()), reading: { a: 1 } };
  for (let round = 0; round < 64; round += 1) await fed.applyDelta(portal, await anAnswer(said));
  await fed.tidy();
}

interface Loss {
  readonly what: string;
  readonly reader?: Standing;
  readonly version?: Marked;
  readonly lose: (little: LittlePortal) => void;
  /** Parts of which something has to be gone. */
  readonly lost: readonly string[];
}

const saved = (change: Partial<Marked>) => (little: LittlePortal) =>
  little.save(markedCase('a', { ...rich, ...change }), anna.company);
const stood = (change: Partial<Standing>) => (little: LittlePortal) => little.change({ ...little.reader(), ...change });
const saidOfTasks = ['task-returns', 'task-inquiries', 'task-handbacks'];
const all = [
  'tasks',
  ...saidOfTasks,
  'customer',
  'cover',
  'budgets',
  'budget-forwards',
  'budget-versions',
  'settlements',
  'documents',
  'budget-files',
  'chat',
  'log',
  'role-past',
  'decision-parts',
  'decision-grounds',
  'decision-amounts',
];

const ofStandings: readonly Loss[] = [
  {
    what: 'a right of the role',
    lose: stood({ settings: settingsWithRole({ rights: ['tasks.approve'] }) }),
    lost: ['budgets', 'budget-forwards', 'budget-versions', 'settlements'],
  },
  {
    what: 'the mark',
    lose: stood({ marked: false }),
    lost: [
      'cover',
      'decision-amounts',
      'decision-grounds',
      'role-past',
      'budget-forwards',
      'budget-versions',
      'settlements',
      'log',
      ...saidOfTasks,
      'budgets',
      'budget-files',
    ],
  },
  {
    what: 'the mark and with it the case',
    version: { ...rich, tasks: [] },
    reader: { ...handler, level: 1 },
    lose: stood({ marked: false }),
    lost: ['damage', ...all.filter((part) => part !== 'tasks' && !saidOfTasks.includes(part))],
  },
  {
    what: 'the role in the whole portal',
    lose: stood({ settings: settingsWithRole({ enabled: false }) }),
    lost: ['cover', 'role-past', 'log'],
  },
  ...(['project-management', 'inspection'] as const).map((kind) => ({
    what: `a right of the ${kind}`,
    reader: { ...handler, marked: false, budgetPermission: false, settings: taskRoles(['budget.approve']) },
    version: { ...rich, tasks: rich.tasks.map((task) => ({ ...task, kind })) },
    lose: stood({ settings: taskRoles([]) }),
    lost: ['budgets', 'budget-forwards', 'budget-versions', 'budget-files', 'settlements'],
  })),
  {
    what: 'the permission for budgets',
    reader: { ...handler, marked: false },
    lose: stood({ budgetPermission: false }),
    lost: ['budgets', 'budget-versions', 'budget-files'],
  },
  {
    what: 'the level',
    reader: { ...handler, marked: false },
    version: { ...rich, tasks: rich.tasks.map((task) => ({ ...task, responsibles: [] })) },
    lose: stood({ level: 1 }),
    lost: ['damage', 'tasks', 'customer', 'documents', 'chat', 'log'],
  },
  { what: 'being active', lose: stood({ active: false }), lost: ['damage', ...all] },
];

const ofTies: readonly Loss[] = [
  {
    what: 'the role',
    lose: saved({ role: null }),
    lost: ['cover', 'role-past', 'log', 'budget-forwards', ...saidOfTasks],
  },
  ...(['project-management', 'inspection'] as const).map((kind) => ({
    what: `the ${kind}, but not what one is responsible for beside it`,
    reader: { ...handler, marked: false, settings: taskRoles(['budget.onBehalf']) },
    version: { ...rich, tasks: rich.tasks.map((task) => ({ ...task, kind })) },
    lose: saved({}),
    lost: ['budget-forwards'],
  })),
  { what: 'all but the header', lose: saved({ role: aRole(), tasks: [] }), lost: all },
  { what: 'the case', lose: saved({ role: null, tasks: [] }), lost: ['damage', ...all] },
  { what: 'the case, because it is deleted', lose: saved({ deleted: true }), lost: ['damage', ...all] },
  { what: 'the case, as the insurer', reader: anInsurer(), lose: saved({ deleted: true }), lost: ['damage', ...all] },
  {
    what: 'a budget that is of another company now',
    reader: { ...handler, marked: false },
    version: { ...rich, owner: carla.company },
    lose: saved({ owner: anna.company }),
    lost: [],
  },
  {
    what: 'what is said of a task',
    lose: saved({ tasks: rich.tasks.map((task) => ({ ...task, sentBack: false })) }),
    lost: saidOfTasks,
  },
];

const partsOf = async ({ disk }: Synced, id: string) =>
  new Set((await marksOnDisk(disk, ['a', 'b'])).filter((mark) => mark.case === id).map(({ part }) => part));

async function expectLost(app: Synced, lost: readonly string[], before: ReadonlySet<string>): Promise<void> {
  // There is nothing to find in a test in which nothing was lost.
  expect([...before]).toEqual(expect.arrayContaining([...lost]));
  expect(await marksNotGiven(app.disk, app.little)).toEqual([]);
}

describe.each(ofStandings)('who loses $what', ({ lose, lost, reader = handler, version = rich }) => {
  test.each([
    ['with the standing alone', standingOnly, async () => undefined],
    ['with what is told of the cases', pull, async () => undefined],
    ['after a compaction', standingOnly, compacted],
  ])('sync 21: has nothing of it on the disk any more, %s', async (_when, told, first) => {
    const app = await synced(reader, version);
    await first(app);
    const before = await partsOf(app, 'b');
    lose(app.little);
    await told(app);
    await expectLost(app, lost, before);
  });
});

describe.each(ofTies)('who loses $what', ({ lose, lost, reader = handler, version = rich }) => {
  test.each([
    ['from page and log', async () => undefined],
    ['after a compaction', compacted],
    ['after a restart', async ({ at }: Synced) => at.kill()],
  ])('sync 21, 29: has nothing of it on the disk any more, %s', async (_when, first) => {
    const app = await synced(reader, version);
    await first(app);
    const before = await partsOf(app, 'a');
    const { desk, fed, at } = await reopened(app);
    lose(app.little);
    await pull({ ...app, fed });
    await expectLost(app, lost, before);
    expect((await desk.openCase({ portal, case: 'b' }))?.content.case.damage.description).toBe('<damage of b>');
    await at.kill();
  });
});

/** Another start over the same disk. */
async function reopened({ disk, at, close }: Synced): Promise<OpenAccount> {
  await at.kill();
  await close();
  return openAccount(disk);
}

test('the marks are in every part, but for what has no text of its own', async () => {
  const app = await synced(handler);
  const marked = new Set((await marksOnDisk(app.disk, ['a'])).map(({ part }) => part));
  const unmarked = new Set(['head', 'role', 'decision', 'brief']);
  expect([...marked].toSorted()).toEqual(
    [...parts.small, ...parts.keyed, ...parts.tails].filter((part) => !unmarked.has(part)).toSorted(),
  );
});

test('sync 19, 21: what a page brought while more could be seen goes with the delta, though the standing says as before', async () => {
  const reader = { ...handler, marked: false, budgetPermission: false };
  const version = { ...rich, role: null, declined: false, owner: carla.company };
  const little = aLittlePortal(reader);
  for (const id of ['a', 'b', 'c']) little.save(markedCase(id, version), carla.company);
  const disk = aDisk();
  const account = await openAccount(disk);
  const app = { ...account, little, disk };
  await account.fed.keepPortals([portal]);
  const first = { ...little.page(['a'], true), directory: aDirectory(), next: 'a' };
  await account.fed.storePage(portal, await anAnswer(first));
  little.change({ ...reader, budgetPermission: true });
  await account.fed.storePage(portal, await anAnswer(little.page(['b', 'c'], false)));
  little.change(reader);
  little.save(markedCase('c', { ...version, words: 'more' }), carla.company);
  expect(
    [...(await partsOf(app, 'b')), ...(await partsOf(app, 'c'))].filter((part) => part === 'budgets'),
  ).toHaveLength(2);
  await pull(app);
  expect(await marksNotGiven(disk, little)).toEqual([]);
  const open = await account.desk.openCase({ portal, case: 'c' });
  expect(open?.content.case).toMatchObject({ budgets: [], customer: { name: '<customer of c>' } });
  expect(open?.content.chat).toHaveLength(2);
});

test('sync 29: a case that was moved by a compaction is not left behind in the page it came with', async () => {
  const little = aLittlePortal(handler);
  const ids = ['a', ...Array.from({ length: 299 }, (_, at) => `x${String(at)}`)];
  for (const id of ids) little.save(markedCase(id, rich), carla.company);
  const disk = aDisk();
  const account = await openAccount(disk);
  await account.fed.keepPortals([portal]);
  const page = { ...little.page(ids, true), directory: aDirectory(), chunkSize: 64 };
  await account.fed.storePage(portal, await anAnswer(page));
  const app = { ...account, little, disk };
  await pull(app);
  little.save(markedCase('a', { ...rich, words: 'more' }), anna.company);
  await pull(app);
  await compacted(app);
  little.save(markedCase('a', { ...rich, role: null, tasks: [] }), anna.company);
  await pull(app);
  expect(await marksNotGiven(disk, little)).toEqual([]);
  expect((await account.desk.openCase({ portal, case: 'x7' }))?.content.chat).toHaveLength(1);
});
