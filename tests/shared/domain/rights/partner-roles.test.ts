import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Case } from '../../../../shared/domain/case/case.ts';
import { decideCase } from '../../../../shared/domain/command-book.ts';
import type { Standing } from '../../../../shared/domain/member/standing.ts';
import { headroom, may } from '../../../../shared/domain/rights/may.ts';
import {
  externalCaseHandler,
  holdersWith,
  holdsRole,
  inspector,
  partnerRoles,
  projectManager,
  type PartnerRole,
} from '../../../../shared/domain/rights/partner-roles.ts';
import { rights, type Right } from '../../../../shared/domain/rights/rights.ts';
import {
  aBudget,
  aCase,
  aCaseHandler,
  anna,
  aQuestion,
  aRole,
  aTask,
  carla,
  someSettings,
} from '../../../support/builders.ts';
import { approve, eur } from '../../../support/budget-commands.ts';

const work = aTask({ status: 'B' });
const managing = aTask({ id: 'pm', kind: 'project-management', company: carla.company, responsibles: [carla] });
const inspecting = aTask({ id: 'inspecting', kind: 'inspection', company: carla.company, responsibles: [carla] });

/** What makes Carla hold each role. */
const held: ReadonlyMap<PartnerRole, Pick<Case, 'role' | 'tasks'>> = new Map([
  [projectManager, { role: null, tasks: [managing] }],
  [inspector, { role: null, tasks: [inspecting] }],
  [externalCaseHandler, { role: aRole({ user: carla }), tasks: [] }],
]);

function caseWith(roles: readonly PartnerRole[], change: Partial<Case> = {}): Case {
  const facts = roles.flatMap((role) => held.get(role) ?? []);
  const role = facts.find((each) => each.role)?.role ?? null;
  return aCase({ role, tasks: [work, ...facts.flatMap(({ tasks }) => tasks)], ...change });
}

const set = fc.subarray([...rights]);
const settings = fc
  .record({ enabled: fc.boolean(), ownCompany: fc.boolean(), handler: set, manager: set, inspecting: fc.option(set) })
  .map((given) =>
    someSettings({
      externalCaseHandler: {
        ...someSettings().externalCaseHandler,
        enabled: given.enabled,
        ownCompany: given.ownCompany,
        rights: given.handler,
      },
      projectManagerRights: given.manager,
      ...(given.inspecting ? { inspectorRights: given.inspecting } : {}),
    }),
  );
const persons = fc.record({ settings, marked: fc.boolean() }).map((change): Standing => aCaseHandler(change));
const someRoles = fc.subarray([...partnerRoles]);
/** Whose work it is that is decided on. */
const whose = fc.constantFrom(
  {},
  { company: carla.company },
  { responsibles: [carla] },
  { completedBy: carla },
  { company: carla.company, responsibles: [carla] },
);

test('whoever holds several roles is allowed what any of them gives, as the first that gives it', () => {
  fc.assert(
    fc.property(persons, someRoles, fc.constantFrom(...rights), whose, (standing, roles, right, change) => {
      const task = aTask({ company: 'kuivaus', ...change });
      const asked = { case: caseWith(roles), task };
      const alone = roles.map((role) => may(standing, right, { case: caseWith([role]), task }));
      const yes = alone.find(({ allowed }) => allowed);
      const verdict = may(standing, right, asked);
      // An office starts its own inspection, whoever holds which role.
      const byOffice = right === 'inspection.start' && task.company === carla.company;
      const expected = byOffice ? { allowed: true, as: 'office' } : (yes ?? null);
      expect(verdict.allowed ? verdict : null).toEqual(expected);
    }),
    { numRuns: 3000 },
  );
});

test('what is one’s own work, or the own company’s, is so for every role alike', () => {
  const everything = { projectManagerRights: rights, inspectorRights: rights };
  fc.assert(
    fc.property(
      fc.boolean(),
      whose,
      fc.constantFrom('tasks.approve', 'budget.approve'),
      (ownCompany, change, right) => {
        const { externalCaseHandler: base } = someSettings();
        const given = someSettings({ ...everything, externalCaseHandler: { ...base, ownCompany } });
        const task = aTask({ company: 'kuivaus', ...change });
        const answers = partnerRoles.map((role) => {
          const verdict = may(aCaseHandler({ settings: given }), right as Right, { case: caseWith([role]), task });
          return verdict.allowed ? 'yes' : verdict.refusal;
        });
        expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
      },
    ),
  );
});

test('nobody who holds the External case handler role gets above its limit by another role', () => {
  let refusedAbove = 0;
  const amounts = fc.integer({ min: 1, max: 200_000 });
  fc.assert(
    fc.property(settings, someRoles, amounts, amounts, amounts, (given, more, limit, amount, before) => {
      const standing = aCaseHandler({ settings: given, limit: { kind: 'other', amount: limit } });
      const earlier = { version: 1, by: carla, as: 'inspector' as const, amount: before, previous: 0, at: '' };
      const waiting = aBudget({ money: eur(amount) });
      const budgets = [waiting, aBudget({ id: 'earlier', tasks: [], state: 'approved', approvals: [earlier] })];
      const subject = caseWith([externalCaseHandler, ...more.filter((each) => each !== externalCaseHandler)], {
        budgets,
      });
      const stamp = { basedOn: waiting.revision };
      const decision = decideCase(aQuestion({ case: subject, standing, stamp }), approve(amount));
      const { over } = headroom(standing, subject, waiting);
      const above = over > 0 && given.externalCaseHandler.enabled;
      expect(above && decision.kind === 'decided').toBe(false);
      const limited = decision.kind === 'refused' && decision.refusal.code === 'limit-exceeded';
      expect(limited && !above).toBe(false);
      refusedAbove += limited ? 1 : 0;
    }),
    { numRuns: 2000 },
  );
  expect(refusedAbove).toBeGreaterThan(100);
});

describe('who holds a role', () => {
  test('by a task is responsible for one of its kind, whether or not the role of the case is used', () => {
    const off = someSettings({ externalCaseHandler: { ...someSettings().externalCaseHandler, enabled: false } });
    const facts = { standing: aCaseHandler({ settings: off, marked: false }), case: caseWith([...partnerRoles]) };
    expect(partnerRoles.filter((role) => holdsRole(role, facts))).toEqual([projectManager, inspector]);
    const inactive = { ...facts, standing: aCaseHandler({ active: false }) };
    expect(partnerRoles.filter((role) => holdsRole(role, inactive))).toEqual([]);
  });

  test('with a right is told of what it is about: by every role that has it, nobody twice', () => {
    const given = someSettings({ projectManagerRights: [], inspectorRights: ['tasks.approve'] });
    const subject = caseWith([externalCaseHandler], {
      tasks: [
        { ...inspecting, responsibles: [anna, carla] },
        { ...managing, responsibles: [anna] },
      ],
    });
    expect(holdersWith('tasks.approve', subject, given)).toEqual([anna.member, carla.member]);
    expect(holdersWith('budget.approve', subject, given)).toEqual([carla.member]);
    const { inspectorRights: _, ...never } = given;
    expect(holdersWith('tasks.approve', subject, never)).toEqual([carla.member]);
  });
});
