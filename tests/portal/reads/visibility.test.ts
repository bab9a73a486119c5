import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadCase } from '../../../portal/commands/case-content.ts';
import { briefFor } from '../../../portal/commands/case-brief.ts';
import { readNetwork, standingOf } from '../../../portal/reads/network.ts';
import { audiencesFor, audiencesOf, canSeeCase } from '../../support/brute-force/audiences.ts';
import { viewOf } from '../../support/brute-force/view-of.ts';
import type { CaseContent } from '../../../shared/domain/case/case.ts';
import type { Level } from '../../../shared/domain/member/standing.ts';
import { aContent, aTask } from '../../support/builders.ts';
import { engines } from '../../support/engines.ts';
import { aPortalServer, type TestServer } from '../../support/portal-server.ts';
import { storedContent } from '../../support/stored-case.ts';
import { casesIn, emptyReplica, pull, type Replica } from '../../support/replica.ts';

const members = ['bertil', 'anna', 'aki', 'carla', 'cecil', 'cora', 'rita', 'oona'] as const;
const partners = ['anna', 'aki', 'carla', 'cecil', 'cora', 'rita'] as const;
const cases = ['case-1', 'case-2', 'case-3'] as const;
const offices = { kuopio: 'kuivaus', 'arvio-kuopio': 'arvio', 'arvio-oulu': 'arvio', 'rival-kuopio': 'rival' } as const;
const officeIds = Object.keys(offices) as (keyof typeof offices)[];

const aCaseId = fc.constantFrom(...cases);
const aPartner = fc.constantFrom(...partners);
const anOfficeId = fc.constantFrom(...officeIds);

const step = fc.oneof(
  fc.record({ kind: fc.constant('give' as const), on: aCaseId, office: anOfficeId }),
  fc.record({ kind: fc.constant('assign' as const), on: aCaseId, member: aPartner }),
  fc.record({ kind: fc.constant('remove' as const), on: aCaseId }),
  fc.record({ kind: fc.constant('mark' as const), member: aPartner, marked: fc.boolean() }),
  fc.record({ kind: fc.constant('level' as const), member: aPartner, level: fc.constantFrom<Level>(0, 1, 2, 4) }),
  fc.record({ kind: fc.constant('active' as const), member: aPartner, active: fc.boolean() }),
  fc.record({ kind: fc.constant('budgets' as const), member: aPartner, permission: fc.boolean() }),
  fc.record({ kind: fc.constant('rights' as const), enabled: fc.boolean(), approve: fc.boolean() }),
  fc.record({ kind: fc.constant('move' as const), on: aCaseId, office: fc.option(anOfficeId) }),
  fc.record({ kind: fc.constant('responsible' as const), on: aCaseId, member: aPartner }),
  fc.record({ kind: fc.constant('chat' as const), on: aCaseId }),
  fc.record({ kind: fc.constant('state' as const), on: aCaseId, state: fc.constantFrom('open', 'closed', 'deleted') }),
  fc.record({ kind: fc.constant('jobs' as const) }),
  fc.record({ kind: fc.constant('pull' as const), member: fc.constantFrom(...members) }),
);

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const portal = 'nordic-portal';

async function take(server: TestServer, replicas: ReadonlyMap<string, Replica>, taken: Step): Promise<void> {
  const bertil = await server.as('bertil');
  const revision = async (id: string): Promise<string | null> =>
    (await loadCase(server.store.db, portal, id))?.case.role?.revision ?? null;
  switch (taken.kind) {
    case 'give':
      await bertil.issue('give-role-to-office', taken.on, taken, { basedOn: await revision(taken.on) });
      return;
    case 'assign': {
      // Whoever may: the member's own company decides, the admins and the office managers of the small network.
      for (const by of ['cora', 'anna', 'rita']) {
        await (await server.as(by)).issue('assign-role-user', taken.on, taken, { basedOn: await revision(taken.on) });
      }
      return;
    }
    case 'remove':
      await bertil.issue('remove-role', taken.on, { reason: 'x' }, { basedOn: await revision(taken.on) });
      return;
    case 'mark':
      await bertil.issue('mark-member', taken.member, { marked: taken.marked, limit: { kind: 'default' } });
      return;
    case 'level':
      await bertil.issue('change-member', taken.member, { level: taken.level });
      return;
    case 'active':
      await bertil.issue('change-member', taken.member, { active: taken.active });
      return;
    case 'budgets':
      await bertil.issue('change-member', taken.member, { budgetPermission: taken.permission });
      return;
    case 'rights': {
      const rights = taken.approve ? (['budget.approve'] as const) : (['tasks.approve'] as const);
      await (await server.as('oona')).issue('change-rights', portal, { enabled: taken.enabled, rights });
      return;
    }
    case 'move': {
      const company = taken.office && offices[taken.office];
      await server.changeCase(portal, taken.on, { tasks: [aTask({ office: taken.office, company })] });
      return;
    }
    case 'responsible': {
      const whole = await loadCase(server.store.db, portal, taken.on);
      const responsibles = [{ member: taken.member, name: taken.member, company: 'kuivaus' }];
      const tasks = (whole?.case.tasks ?? []).map((task) => ({ ...task, responsibles }));
      await server.changeCase(portal, taken.on, { tasks });
      return;
    }
    case 'chat':
      await bertil.issue('write-chat', taken.on, { text: 'x' });
      return;
    case 'state':
      // Narrowed by the generator above.
      await server.changeCase(portal, taken.on, { state: taken.state as 'open' });
      return;
    case 'jobs':
      await server.jobs.runDue();
      return;
    case 'pull':
      await pull(await server.as(taken.member), replicas.get(taken.member) ?? emptyReplica(), { limit: 1 });
  }
}

/** Byte for byte, but for when it was changed, which is each reader's own, and for what is null where it is not given. */
function alike(contents: ReadonlyMap<string, CaseContent>): unknown {
  const bare = [...contents].map(([id, { case: view, ...rest }]) => {
    const { roleEnded } = view;
    return [id, { ...rest, case: { ...view, changedAt: '', roleEnded: roleEnded ?? undefined } }];
  });
  return JSON.parse(JSON.stringify(Object.fromEntries(bare.sort())));
}

/** What a member must see, from the aggregates and standings alone. */
async function bruteForce(server: TestServer, member: string): Promise<Map<string, CaseContent>> {
  const { store } = server;
  const network = await store.db.transaction().execute((db) => readNetwork({ store, db }, portal));
  const reader = network && standingOf(network, network.members.get(member));
  const seen = new Map<string, CaseContent>();
  if (!network || !reader) return seen;
  for (const id of cases) {
    const content = await storedContent(store, portal, id);
    if (!content) continue;
    const named = [...network.members.values()].flatMap((each) => standingOf(network, each) ?? []);
    const views = audiencesOf(content.case, named);
    const audience = audiencesFor(reader).find((mine) => views.some((view) => view.audience === mine));
    expect(audience !== undefined).toBe(canSeeCase(reader, content.case, named));
    const sight = views.find((view) => view.audience === audience)?.sight;
    if (sight) seen.set(id, viewOf(content, sight, briefFor(content.case, network)));
  }
  return seen;
}

describe.each(engines)('visibility on $engine', ({ engine }) => {
  test('sync 22: after any history everybody holds exactly what may be seen, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const server = await aPortalServer(engine);
        try {
          await server.addCases(
            portal,
            cases.map((id) => aContent({ id, number: id })),
          );
          const replicas = new Map<string, Replica>(members.map((member) => [member, emptyReplica()]));
          for (const each of steps) await take(server, replicas, each);
          await server.jobs.runDue();
          for (const member of members) {
            const replica = replicas.get(member) ?? emptyReplica();
            await pull(await server.as(member), replica, { limit: 1 });
            const wanted = await bruteForce(server, member);
            expect(alike(casesIn(replica))).toEqual(alike(wanted));
          }
          expect(server.faults).toEqual([]);
        } finally {
          await server.close();
        }
      }),
      { numRuns: engine === 'sqlite' ? 30 : 10 },
    );
  });
});
