import { expect, test } from 'vitest';
import { sights } from '../../../shared/domain/case/case-parts.ts';
import { viewOf } from '../../support/brute-force/view-of.ts';
import { contraryDecision } from '../../../shared/domain/contrary-decision.ts';
import { aBudget, aContent, anna, aRole, aTask, bertil, carla, monday } from '../../support/builders.ts';

const stale = { code: 'stale' } as const;
const approve = {
  name: 'approve-budget',
  input: { budget: 'budget-1', version: 1, money: { amount: 420_000, currency: 'EUR' } },
} as const;
const rejection = { by: bertil, reason: 'too much', at: monday };
const rejected = aContent({ budgets: [aBudget({ state: 'rejected', rejection })] });

test('a budget: it was rejected with a reason, approved, sent on, or is another version by now', () => {
  expect(contraryDecision(rejected, approve, stale)).toMatchObject({
    what: 'budget-rejected',
    by: bertil,
    at: monday,
    facts: { reason: 'too much', version: '1' },
  });
  const approval = { version: 1, by: carla, as: 'external-case-handler', amount: 1, previous: 0, at: monday } as const;
  const approved = aContent({ budgets: [aBudget({ state: 'approved', approvals: [approval] })] });
  expect(contraryDecision(approved, approve, stale)).toMatchObject({ what: 'budget-approved', by: carla });
  const forwarded = aContent({ budgets: [aBudget({ forwarded: { by: carla, at: monday, note: 'please', over: 1 } })] });
  expect(contraryDecision(forwarded, approve, stale)).toMatchObject({
    what: 'budget-forwarded',
    facts: { note: 'please' },
  });
  const again = aContent({ budgets: [aBudget({ version: 2, approvals: [approval] })] });
  expect(contraryDecision(again, approve, stale)).toMatchObject({ what: 'budget-submitted', by: anna });
});

test('a task: who sent it back and why, without the log too', () => {
  const sentBack = { by: bertil, reason: 'no photos', at: monday };
  const content = aContent({ tasks: [aTask({ status: '3', sentBack })] });
  const command = { name: 'approve-task', input: { task: 'drying-1' } } as const;
  expect(contraryDecision(content, command, { code: 'status-conflict' })).toMatchObject({
    what: 'task-sent-back',
    by: bertil,
    facts: { reason: 'no photos' },
  });
});

test('a time: who set it, whatever became of the task after that', () => {
  const line = { by: carla, as: 'office', receivedAt: monday, facts: { task: 'drying' }, company: null } as const;
  const set = { ...line, id: 'l-1', command: 'c-1', what: 'time-set', at: monday } as const;
  const named = { ...line, id: 'l-2', command: 'c-2', what: 'members-assigned', by: anna, at: monday } as const;
  const timeSet = { command: 'c-1', decidedAt: monday };
  const membersAssigned = { command: 'c-2', decidedAt: monday };
  const tasks = [aTask({ status: 'B++', type: 'drying', revision: 'c-2', timeSet, membersAssigned })];
  const content = { ...aContent({ tasks }), log: [set, named] };
  const time = { name: 'set-time', input: { task: 'drying-1', start: monday, end: monday } } as const;
  const members = { name: 'assign-members', input: { task: 'drying-1', members: ['x'] } } as const;
  expect(contraryDecision(content, time, stale)).toMatchObject({ what: 'time-set', by: carla });
  expect(contraryDecision(content, members, stale)).toMatchObject({ what: 'members-assigned', by: anna });
  expect(contraryDecision(content, time, { code: 'status-conflict' })).toMatchObject({ what: 'members-assigned' });
});

test('the role: with whom it is, or who declined it and why', () => {
  const give = { name: 'give-role-to-office', input: { office: 'x' } } as const;
  expect(contraryDecision(aContent({ role: aRole() }), give, stale)).toMatchObject({ what: 'role-given', by: bertil });
  const roleDeclined = { office: 'o', officeName: 'Arvio Kuopio', by: carla, reason: 'no time', at: monday };
  expect(contraryDecision(aContent({ roleDeclined }), give, stale)).toMatchObject({
    what: 'role-declined',
    facts: { office: 'Arvio Kuopio', reason: 'no time' },
  });
});

test('nothing is told that the view of the person does not hold, nor of a no that is nobody’s decision', () => {
  const view = viewOf(rejected, { parts: sights['company-header'], company: 'arvio' });
  expect(contraryDecision(view, approve, stale)).toBeNull();
  expect(contraryDecision(rejected, approve, { code: 'limit-exceeded' })).toBeNull();
  expect(contraryDecision(aContent(), { name: 'write-chat', input: { text: 'x' } }, stale)).toBeNull();
});
