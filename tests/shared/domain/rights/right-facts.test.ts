import { expect, test } from 'vitest';
import { inertReason, rightFacts } from '../../../../shared/domain/rights/right-facts.ts';
import { rights, type Right } from '../../../../shared/domain/rights/rights.ts';

const simple = { workPlans: false };
const planned = { workPlans: true };

test.each([
  ['offices.categories', [], simple, 'another-missing'],
  ['offices.categories', ['tasks.allocate'], simple, null],
  ['offices.categories', ['rfq.manage'], simple, null],
  ['cash.allTasks', [], simple, 'work-plans-missing'],
  ['cash.allTasks', [], planned, null],
  ['cash.beforeApproval', ['cash.allTasks'], simple, 'work-plans-missing'],
  ['cash.beforeApproval', [], planned, 'another-missing'],
  ['cash.beforeApproval', ['cash.allTasks'], planned, null],
  ['budget.onBehalf', [], simple, null],
  ['budget.onBehalf', [], planned, 'work-plans-in-use'],
  ['rfq.externalInvitee', ['rfq.decide'], simple, 'another-missing'],
  ['rfq.externalInvitee', ['rfq.manage'], simple, null],
  ['rfq.decide', [], simple, null],
  ['ownwork.beforeApproval', ['cash.allTasks'], simple, 'work-plans-missing'],
  ['ownwork.beforeApproval', [], planned, null],
] as const)('%s beside %j, work plans %j: %s', (right, given: readonly Right[], settings, expected) => {
  expect(inertReason(right, given, settings)).toBe(expected);
});

test('the other rights stand alone, whatever the portal has in use', () => {
  const alone = rights.filter((right) => {
    const { needs, workPlans } = rightFacts(right);
    return needs.length === 0 && workPlans === null;
  });
  expect(alone).toHaveLength(10);
  for (const right of alone)
    expect([inertReason(right, [], simple), inertReason(right, [], planned)]).toEqual([null, null]);
});
