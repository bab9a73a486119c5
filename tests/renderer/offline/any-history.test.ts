// @vitest-environment node
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OfflineDesk } from '../../../renderer/offline/offline-desk.ts';
import { audiencesFor, audiencesOf } from '../../support/brute-force/audiences.ts';
import { viewOf } from '../../support/brute-force/view-of.ts';
import type { CaseContent } from '../../../shared/domain/case/case.ts';
import { toListRow } from '../../../shared/domain/case/list-row.ts';
import type { Standing } from '../../../shared/domain/member/standing.ts';
import {
  aDirectory,
  anInsurer,
  anna,
  aRole,
  aStanding,
  carla,
  settingsWithRole,
  someSettings,
} from '../../support/builders.ts';
import { aDisk, openAccount, type Disk, type OpenAccount } from '../../support/offline/an-account.ts';
import { aLittlePortal, type LittlePortal } from '../../support/offline/little-portal.ts';
import { marksNotGiven, markedCase } from '../../support/offline/marked-case.ts';
import { anAnswer } from '../../support/offline/sync-lines.ts';

const portal = 'nordic-portal';
const ids = ['c1', 'c2', 'c3'];
const company = fc.constantFrom(anna.company, carla.company);
const versions = fc.record({
  role: fc.constantFrom(null, aRole(), aRole({ user: carla }), aRole({ user: anna, company: anna.company })),
  declined: fc.boolean(),
  tasks: fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('t1', 't2'),
      company,
      responsibles: fc.subarray([anna, carla]),
      kind: fc.constantFrom('repair' as const, 'repair' as const, 'project-management' as const, 'inspection' as const),
      sentBack: fc.boolean(),
    }),
    { selector: ({ id }) => id },
  ),
  note: fc.constantFrom(null, '', 'too much'),
  words: fc.constantFrom('less', 'more'),
  owner: company,
  deleted: fc.constantFrom(false, false, false, true),
});

const eyes = fc.record({
  marked: fc.boolean(),
  budgetPermission: fc.boolean(),
  settings: fc.constantFrom(
    settingsWithRole({}),
    settingsWithRole({ rights: [] }),
    settingsWithRole({ enabled: false }),
    someSettings({ projectManagerRights: ['budget.approve'] }),
    { ...settingsWithRole({ rights: [] }), inspectorRights: ['budget.onBehalf' as const] },
  ),
});
const save = fc.record({ kind: fc.constant('save' as const), case: fc.constantFrom(...ids), version: versions });
const sight = fc.record({ kind: fc.constant('eyes' as const), change: eyes });
const between = fc.array(fc.oneof(save, sight), { maxLength: 3 });
const steps = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: save },
    { weight: 4, arbitrary: sight },
    { weight: 8, arbitrary: fc.record({ kind: fc.constant('pull' as const), limit: fc.constantFrom(1, 2, 9) }) },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('part of a pull' as const), limit: fc.constantFrom(1, 2) }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('restart' as const) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('compact' as const) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('reset' as const), between, after: between }) },
  ),
  { minLength: 5, maxLength: 25 },
);
type Step = (typeof steps extends fc.Arbitrary<infer Value> ? Value : never)[number];

const inOrder = (part: unknown): unknown =>
  Array.isArray(part) ? part.toSorted((one, other) => (idOf(one) < idOf(other) ? -1 : 1)) : part;
const idOf = (thing: unknown): string => String(Object(thing).id ?? thing);

/** Things come into a case at its end, which these random versions do not keep to; moments are another matter. */
function alike({ case: view, chat, log }: CaseContent): unknown {
  const things = Object.entries(view).map(([part, value]) => [part, inOrder(value)]);
  const roleEnded = view.roleEnded ?? undefined;
  return JSON.parse(JSON.stringify({ case: { ...Object.fromEntries(things), roleEnded }, chat, log }));
}

function viewsOf(little: LittlePortal): Record<string, CaseContent> {
  const reader = little.reader();
  const seen = [...little.cases.values()].flatMap(({ content }) => {
    if (content.case.state === 'deleted') return [];
    const views = audiencesOf(content.case, [reader]);
    const [first] = audiencesFor(reader).flatMap((mine) => views.filter(({ audience }) => audience === mine));
    return first ? [[content.case.id, viewOf(content, first.sight)] as const] : [];
  });
  return Object.fromEntries(seen.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

async function heldBy(desk: OfflineDesk): Promise<Record<string, unknown>> {
  const held = desk
    .state()
    .rows.map(({ row }) => row.id)
    .toSorted();
  const open = await Promise.all(held.map((id) => desk.openCase({ portal, case: id })));
  return Object.fromEntries(held.map((id, index) => [id, open[index] && alike(open[index].confirmed)]));
}

const sorted = (row: ReturnType<typeof toListRow>) => ({
  ...row,
  tasks: row.tasks.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
  budgets: row.budgets.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
  invoices: row.invoices?.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
});

async function expectInStep(app: OpenAccount, disk: Disk, little: LittlePortal): Promise<void> {
  expect(await marksNotGiven(disk, little)).toEqual([]);
  const views = viewsOf(little);
  const expected = Object.entries(views).map(([id, view]) => [id, alike(view)]);
  expect(await heldBy(app.desk)).toEqual(Object.fromEntries(expected));
  const rows = app.desk.state().rows.map(({ row }) => [row.id, sorted(row)] as const);
  expect(Object.fromEntries(rows)).toEqual(
    Object.fromEntries(Object.entries(views).map(([id, view]) => [id, sorted(toListRow(view))])),
  );
}

interface Pull {
  readonly limit?: number;
  readonly pages?: number;
}

/** Asks as the sync loop does; `pages` ends it in the middle of a long delta. */
async function pull(app: OpenAccount, little: LittlePortal, { limit, pages = Infinity }: Pull = {}): Promise<void> {
  for (let page = 0; page < pages; page += 1) {
    const place = app.fed.place(portal);
    if (place.kind !== 'delta') throw new Error('pages are missing');
    const said = little.delta(place.cursor.number, { after: place.after, upTo: place.upTo, limit });
    await app.fed.applyDelta(portal, await anAnswer(said));
    if (!said.more && said.cursor?.number === little.number()) return;
  }
}

const readers: readonly Standing[] = [
  anInsurer(),
  aStanding({ level: 2 }),
  aStanding({ level: 1 }),
  aStanding({ member: carla.member, company: carla.company, level: 2, marked: true }),
];

test('whatever pages, deltas, new standings, compactions and restarts follow each other, what is shown is the own view', async () => {
  const counts: Record<Step['kind'], number> = {
    save: 0,
    eyes: 0,
    pull: 0,
    'part of a pull': 0,
    restart: 0,
    compact: 0,
    reset: 0,
  };
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...readers), steps, async (base, history) => {
      const little = aLittlePortal(base);
      const disk = aDisk();
      let app = await openAccount(disk);
      const act = (step: Extract<Step, { readonly kind: 'save' | 'eyes' }>): void => {
        if (step.kind === 'save') little.save(markedCase(step.case, step.version), carla.company);
        else if (base.side !== 'insurer') little.change({ ...base, ...step.change });
      };
      type Acts = readonly Parameters<typeof act>[0][];
      const pages = async (between: Acts = [], after: Acts = []): Promise<void> => {
        const first = little.page(ids.slice(0, 2), true);
        await app.fed.storePage(portal, await anAnswer({ ...first, directory: aDirectory(), next: 'c2' }));
        between.forEach(act);
        await app.fed.storePage(portal, await anAnswer(little.page(ids.slice(2), false)));
        after.forEach(act);
        await pull(app, little);
      };
      await app.fed.keepPortals([portal]);
      await pages();
      for (const step of history) {
        counts[step.kind] += 1;
        if (step.kind === 'save' || step.kind === 'eyes') act(step);
        if (step.kind === 'pull') {
          await pull(app, little, { limit: step.limit });
          await expectInStep(app, disk, little);
        }
        if (step.kind === 'part of a pull') await pull(app, little, { limit: step.limit, pages: 1 });
        if (step.kind === 'restart') {
          await app.at.kill();
          await app.close();
          app = await openAccount(disk);
        }
        if (step.kind === 'compact') {
          await pull(app, little);
          for (let round = 0; round < 64; round += 1)
            await app.fed.applyDelta(portal, await anAnswer({ ...little.delta(little.number()), reading: { c1: 0 } }));
          await app.fed.tidy();
        }
        if (step.kind === 'reset') {
          await app.fed.startAgain(portal, 'unknown-cursor');
          await pages(step.between, step.after);
          await expectInStep(app, disk, little);
        }
      }
      await pull(app, little);
      await expectInStep(app, disk, little);
      await app.close();
      await app.at.kill();
    }),
    { numRuns: 150 },
  );
  // A test in which nothing of a kind happens would prove nothing of it.
  for (const happened of Object.values(counts)) expect(happened).toBeGreaterThan(10);
}, 120_000);
