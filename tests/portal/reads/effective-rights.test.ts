import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadCase } from '../../../portal/commands/case-content.ts';
import { readNetwork, standingOf } from '../../../portal/reads/network.ts';
import type { Case } from '../../../shared/domain/case/case.ts';
import { memberStanding } from '../../../shared/domain/member/member-standing.ts';
import { effectiveRights, type EffectiveAnswer } from '../../../shared/domain/rights/effective-rights.ts';
import { may, mayAdminister, maySteer } from '../../../shared/domain/rights/may.ts';
import { rights, type Authority } from '../../../shared/domain/rights/rights.ts';
import type { Verdict } from '../../../shared/domain/rights/verdict.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import type { Standing } from '../../../shared/domain/member/standing.ts';
import { aBudget, aContent, aRole, aTask } from '../../support/builders.ts';
import { engines } from '../../support/engines.ts';
import { aPortalServer, lineOf, type TestServer } from '../../support/portal-server.ts';
import { casesIn, emptyReplica, pull } from '../../support/replica.ts';

const portal = 'nordic-portal';
const offices = { kuopio: 'kuivaus', 'arvio-kuopio': 'arvio', 'rival-kuopio': 'rival' } as const;
const people = {
  anna: 'kuivaus',
  aki: 'kuivaus',
  carla: 'arvio',
  cecil: 'arvio',
  cora: 'arvio',
  rita: 'rival',
} as const;
const names = Object.keys(people) as (keyof typeof people)[];
const refOf = (member: keyof typeof people) => ({ member, name: member, company: people[member] });
const colleaguesAt = (office: keyof typeof offices) => names.filter((each) => people[each] === offices[office]);

const anOffice = fc.constantFrom(...(Object.keys(offices) as (keyof typeof offices)[]));
const aTaskOf = anOffice.chain((office) =>
  fc.record({
    office: fc.constant(office),
    company: fc.constant(offices[office]),
    kind: fc.constantFrom('inspection' as const, 'repair' as const, 'project-management' as const),
    main: fc.boolean(),
    responsibles: fc.subarray(colleaguesAt(office), { maxLength: 1 }).map((some) => some.map(refOf)),
    completedBy: fc.option(fc.constantFrom(...colleaguesAt(office)).map(refOf)),
  }),
);
const aRoleAt = anOffice.chain((office) =>
  fc.record({
    office: fc.constant(office),
    company: fc.constant(offices[office]),
    user: fc.option(fc.constantFrom(...colleaguesAt(office)).map(refOf)),
  }),
);
const someCase = fc
  .record({
    tasks: fc.array(aTaskOf, { maxLength: 3 }),
    role: fc.option(aRoleAt, { freq: 6 }),
    budgets: fc.array(fc.record({ office: anOffice, by: fc.constantFrom(...names), on: fc.nat(2) }), { maxLength: 2 }),
    state: fc.constantFrom('open' as const, 'open' as const, 'open' as const, 'closed' as const),
  })
  .map(({ tasks, role, budgets, state }): Partial<Case> => ({
    state,
    role: role && aRole(role),
    tasks: tasks.map((task, index) => aTask({ id: `task-${index}`, ...task })),
    budgets: budgets.map(({ office, by, on }, index) =>
      aBudget({
        id: `budget-${index}`,
        office,
        company: offices[office],
        submittedBy: refOf(by),
        tasks: [`task-${on}`],
      }),
    ),
  }));
const someSettings = fc.record({
  enabled: fc.boolean().map((not) => !not),
  rights: fc.subarray([...rights]),
  ownCompany: fc.boolean(),
});

const ofTasks: readonly Authority[] = ['budget.submit', 'invoice.enter', 'plan.edit', 'plan.submit'];

/** The tasks that an authority is about; null where it is about none. */
function tasksOf(authority: Authority, tasks: readonly Task[]): readonly Task[] | null {
  if (authority === 'tasks.approve') return tasks.filter(({ main }) => !main);
  if (authority === 'inspection.start') return tasks.filter(({ kind }) => kind === 'inspection');
  if (authority === 'task.start') return tasks.filter(({ kind }) => kind !== 'inspection');
  return authority.startsWith('task.') || ofTasks.includes(authority) ? tasks : null;
}

/** What the portal server, which sees all, answers to the same about that person: for all that one answer stands for. */
function askedThere(
  standing: Standing,
  { authority, about, seen, whole }: { authority: Authority; about: EffectiveAnswer; seen: Case; whole: Case },
): readonly Verdict[] {
  if (authority === 'member.change' || authority === 'office.change')
    return [mayAdminister(standing, authority, { company: standing.company, office: standing.office ?? '' })];
  if (steered.has(authority)) return [maySteer(standing, authority as 'case.import')];
  const tasks = about.task ? [about.task] : (tasksOf(authority, seen.tasks) ?? []);
  if (tasks.length > 0)
    return tasks.map(({ id }) =>
      may(standing, authority, { case: whole, task: whole.tasks.find((each) => each.id === id) }),
    );
  const budgets = about.budget ? [about.budget] : authority === 'budget.approve' ? seen.budgets : [];
  if (budgets.length > 0)
    return budgets.map(({ id }) =>
      may(standing, authority, { case: whole, budget: whole.budgets.find((each) => each.id === id) }),
    );
  return [may(standing, authority, { case: whole })];
}

const steered: ReadonlySet<Authority> = new Set<Authority>([
  'member.mark',
  'office.categorise',
  'case.import',
  'portal.changeCalendar',
  'portal.changeCompensation',
  'portal.changeAllocation',
  'portal.changeSettlementRules',
  'portal.changePriceLists',
  'portal.changeRights',
  'portal.changeWorkPlans',
  'portal.setUp',
]);

async function lookAt(server: TestServer, reader: string, ids: readonly string[]): Promise<number> {
  const { store } = server;
  const network = await store.db.transaction().execute((db) => readNetwork({ store, db }, portal));
  const person = await server.as(reader);
  const replica = emptyReplica();
  await pull(person, replica);
  const lines = await person.pages();
  const [own, directory] = [lineOf(lines, 'standing')?.standing, lineOf(lines, 'directory')];
  if (!network || !own || !directory) throw new Error(`nothing came for ${reader}`);
  let asked = 0;
  for (const id of ids) {
    const seen = casesIn(replica).get(id)?.case;
    const whole = (await loadCase(store.db, portal, id))?.case;
    if (!seen || !whole) continue;
    for (const entry of directory.members) {
      const company = directory.companies.find((each) => each.id === entry.company);
      const there = standingOf(network, network.members.get(entry.id));
      if (!company || !there) throw new Error(`${entry.id} is not there`);
      expect(own.side === 'partner' ? entry.company : own.company).toBe(own.company);
      const here = memberStanding(own, entry, company);
      expect({ ...here, person: there.person }).toEqual(there);
      for (const { authority, answers } of effectiveRights(here, seen)) {
        for (const answer of answers) {
          const verdicts = askedThere(there, { authority, about: answer, seen, whole });
          const told = { reader, authority, of: entry.id };
          for (const verdict of verdicts) expect({ ...told, verdict: answer.verdict }).toEqual({ ...told, verdict });
          asked += verdicts.length;
        }
      }
    }
  }
  return asked;
}

describe.each(engines)('what somebody may do, as a reader’s desk tells it, on $engine', ({ engine }) => {
  test('is what the portal server answers, for everybody of whom the reader knows and for nobody else', async () => {
    const ids = ['case-1', 'case-2', 'case-3', 'case-4'];
    await fc.assert(
      fc.asyncProperty(fc.array(someCase, { minLength: 4, maxLength: 4 }), someSettings, async (cases, definition) => {
        const server = await aPortalServer(engine);
        try {
          await (await server.as('oona')).issue('change-rights', portal, definition);
          await server.addCases(
            portal,
            ids.map((id, index) => aContent({ id, number: id, ...cases[index] })),
          );
          let asked = 0;
          for (const reader of ['bertil', 'cora', 'anna', 'aki']) asked += await lookAt(server, reader, ids);
          expect(asked).toBeGreaterThan(0);
        } finally {
          await server.close();
        }
      }),
      { numRuns: engine === 'sqlite' ? 8 : 2 },
    );
  });
});
