import { expect, test } from 'vitest';
import type { Case } from '../../../../shared/domain/case/case.ts';
import type { Standing } from '../../../../shared/domain/member/standing.ts';
import { reachInCase, settingsReach, type NewLimit } from '../../../../shared/domain/portal/settings-reach.ts';
import {
  aBudget,
  aCase,
  aCaseHandler,
  aRole,
  aStanding,
  aTask,
  anna,
  carla,
  settingsWithRole,
} from '../../../support/builders.ts';

const held = aRole({ user: carla });
const managed = aTask({ id: 'pm', kind: 'project-management', responsibles: [anna] });
const inspected = aTask({ id: 'inspecting', kind: 'inspection', responsibles: [carla] });
const eur = (amount: number) => ({ amount, currency: 'EUR' });
const approved = (amount: number) =>
  aBudget({
    id: 'approved',
    state: 'approved',
    money: eur(amount),
    approvals: [{ version: 1, by: carla, as: 'external-case-handler', amount, previous: 0, at: '' }],
  });

test('people and cases are counted once, however many cases or tasks they have', () => {
  const none: NewLimit = { defaultLimit: 500_000, limitBasis: 'cumulative' };
  const cases = [
    aCase({ role: held, tasks: [managed, aTask()] }),
    aCase({ role: held, tasks: [managed, inspected, { ...inspected, id: 'another' }] }),
    aCase({ role: aRole(), tasks: [aTask({ responsibles: [anna] })] }),
    aCase(),
  ];
  const people: readonly Standing[] = [
    aCaseHandler(),
    aCaseHandler({ active: false }),
    aCaseHandler({ level: 0 }),
    aStanding(),
  ];
  const reach = settingsReach(
    people,
    cases.map((each) => reachInCase(each, aCaseHandler(), none)),
  );
  expect(reach).toEqual({
    marked: 1,
    handlers: 1,
    handled: 2,
    waiting: 1,
    managers: 1,
    managed: 2,
    inspectors: 1,
    inspected: 1,
    aboveLimit: 0,
  });
});

test.each<[string, Partial<Standing>, Partial<Case>, NewLimit, number]>([
  ['within both', {}, {}, { defaultLimit: 420_000, limitBasis: 'cumulative' }, 0],
  ['above the new one', {}, {}, { defaultLimit: 419_999, limitBasis: 'cumulative' }, 1],
  ['none counts as 0', {}, {}, { defaultLimit: null, limitBasis: 'cumulative' }, 1],
  [
    'above the old one already',
    {},
    { budgets: [aBudget({ money: eur(600_000) })] },
    { defaultLimit: 1, limitBasis: 'cumulative' },
    0,
  ],
  [
    'a limit of one’s own',
    { limit: { kind: 'other', amount: 500_000 } },
    {},
    { defaultLimit: 1, limitBasis: 'cumulative' },
    0,
  ],
  [
    'what is approved counts by the new basis',
    { settings: settingsWithRole({ limitBasis: 'per-budget' }) },
    { budgets: [aBudget(), approved(100_000)] },
    { defaultLimit: 500_000, limitBasis: 'cumulative' },
    1,
  ],
  ['nothing that waits', {}, { budgets: [approved(400_000)] }, { defaultLimit: 1, limitBasis: 'cumulative' }, 0],
  [
    'no right to approve',
    { settings: settingsWithRole({ rights: [] }) },
    {},
    { defaultLimit: 1, limitBasis: 'cumulative' },
    0,
  ],
])('budgets above a new limit, %s', (_, standing, change, limit, expected) => {
  const subject = aCase({ role: held, budgets: [aBudget()], ...change });
  expect(reachInCase(subject, aCaseHandler(standing), limit).aboveLimit).toBe(expected);
});
