import { describe, expect, test } from 'vitest';
import type { Case } from '../../../../shared/domain/case/case.ts';
import type { Standing } from '../../../../shared/domain/member/standing.ts';
import { approvalLimit, headroom, may, maySteer } from '../../../../shared/domain/rights/may.ts';
import { rights, type Authority } from '../../../../shared/domain/rights/rights.ts';
import type { Subject } from '../../../../shared/domain/rights/subject.ts';
import {
  aBudget,
  aCase,
  aCaseHandler,
  anInsurer,
  anna,
  aRole,
  aStanding,
  aTask,
  carla,
  settingsWithRole,
  someSettings,
} from '../../../support/builders.ts';

const withRole: Case = aCase({ role: aRole({ user: carla }) });

function answer(standing: Standing, authority: Authority, subject: Partial<Subject> = {}): string {
  const verdict = may(standing, authority, { case: withRole, ...subject });
  return verdict.allowed ? verdict.as : verdict.refusal.code;
}

describe('the External case handler', () => {
  test.each(rights)('has %s when the portal gives it, and is told it is missing when not', (right) => {
    expect(answer(aCaseHandler(), right)).toBe('external-case-handler');
    const settings = settingsWithRole({ rights: rights.filter((each) => each !== right) });
    expect(may(aCaseHandler({ settings }), right, { case: withRole })).toEqual({
      allowed: false,
      refusal: { code: 'right-missing', grantor: 'operator', right },
    });
  });

  test.each([
    ['no longer marked', { marked: false }, 'no-role-in-case'],
    ['disabled', { active: false }, 'person-inactive'],
    ['at level 0', { level: 0 as const }, 'person-inactive'],
    ['somebody else', { member: 'other' }, 'no-role-in-case'],
    ['in a portal without the role', { settings: settingsWithRole({ enabled: false }) }, 'feature-off'],
  ])('who is %s has no right', (_, change, code) => {
    expect(answer(aCaseHandler(change), 'budget.approve')).toBe(code);
  });

  test('may not approve for the own company unless the portal says so', () => {
    const budget = aBudget({ company: 'arvio' });
    expect(answer(aCaseHandler(), 'budget.approve', { budget })).toBe('own-company');
    expect(
      answer(aCaseHandler({ settings: settingsWithRole({ ownCompany: true }) }), 'budget.approve', { budget }),
    ).toBe('external-case-handler');
    expect(answer(aCaseHandler(), 'tasks.approve', { task: aTask({ company: 'arvio' }) })).toBe('own-company');
  });

  test('may never approve what he or she entered, whatever the portal says', () => {
    const settings = settingsWithRole({ ownCompany: true });
    expect(answer(aCaseHandler({ settings }), 'budget.approve', { budget: aBudget({ submittedBy: carla }) })).toBe(
      'self-authored',
    );
    expect(answer(aCaseHandler({ settings }), 'tasks.approve', { task: aTask({ responsibles: [carla] }) })).toBe(
      'self-authored',
    );
  });

  test('may not hand the role on, mark users or change the rights', () => {
    expect(answer(aCaseHandler(), 'role.assignOffice')).toBe('insurer-only');
    expect(answer(aCaseHandler(), 'member.mark')).toBe('insurer-only');
    expect(answer(aCaseHandler(), 'portal.changeRights')).toBe('operator-only');
  });

  test('always has the chat and the documents', () => {
    const settings = settingsWithRole({ rights: [] });
    expect(answer(aCaseHandler({ settings }), 'chat.write')).toBe('external-case-handler');
    expect(answer(aCaseHandler({ settings }), 'document.add')).toBe('external-case-handler');
  });

  test('in a closed case only reads', () => {
    expect(answer(aCaseHandler(), 'budget.approve', { case: { ...withRole, state: 'closed' } })).toBe('case-closed');
  });
});

test('a task role is considered before the External case handler role', () => {
  const task = aTask({
    kind: 'inspection',
    company: 'arvio',
    office: 'arvio-kuopio',
    responsibles: [carla],
    status: 'B++',
  });
  expect(answer(aCaseHandler(), 'inspection.start', { case: { ...withRole, tasks: [task] }, task })).toBe('office');
});

test('the project manager has the rights of the own set, without the limit of the other role', () => {
  const task = aTask({ id: 'pm', kind: 'project-management', responsibles: [anna] });
  const subject = aCase({ tasks: [task, aTask({ company: 'arvio' })] });
  expect(answer(aStanding(), 'tasks.approve', { case: subject, task: aTask({ company: 'arvio' }) })).toBe(
    'project-manager',
  );
  expect(answer(aStanding(), 'budget.approve', { case: subject, budget: aBudget() })).toBe('no-role-in-case');
});

test('the project manager sets the schedule of the whole case, and nothing else of other companies’ tasks', () => {
  const subject = aCase({ tasks: [aTask({ id: 'pm', kind: 'project-management', responsibles: [anna] })] });
  const theirs = { case: subject, task: aTask({ company: 'arvio' }) };
  expect(answer(aStanding({ level: 1 }), 'task.schedule', theirs)).toBe('project-manager');
  expect(answer(aStanding(), 'task.schedule', { case: subject, task: aTask() })).toBe('office');
  expect(answer(aStanding(), 'task.confirm', theirs)).toBe('other-office-task');
  expect(answer(aStanding({ member: 'another' }), 'task.schedule', theirs)).toBe('other-office-task');
});

describe('an office', () => {
  const task = aTask();
  test.each([
    ['level 3', {}, 'office'],
    ['level 2, as it may name people without confirming first', { level: 2 as const }, 'office'],
    ['level 1 and not responsible', { level: 1 as const }, 'level-too-low'],
    ['another company', { company: 'arvio' }, 'other-office-task'],
    ['disabled', { active: false }, 'person-inactive'],
  ])('of %s confirms: %s', (_, change, code) => {
    expect(answer(aStanding(change), 'task.confirm', { task })).toBe(code);
  });

  test('level 1 acts for the own tasks, but never names people', () => {
    const own = aTask({ responsibles: [anna] });
    expect(answer(aStanding({ level: 1 }), 'task.start', { task: own })).toBe('office');
    expect(answer(aStanding({ level: 1 }), 'task.assignMembers', { task: own })).toBe('level-too-low');
  });

  test('budgets need the permission that the company admin gives', () => {
    expect(may(aStanding({ budgetPermission: false }), 'budget.submit', { case: withRole, task })).toMatchObject({
      refusal: { code: 'no-budget-permission', grantor: 'company-admin' },
    });
  });

  test('picks the user from level 2, only where the role is at the own company', () => {
    expect(answer(aCaseHandler(), 'role.assignUser')).toBe('office');
    expect(answer(aCaseHandler({ level: 1 }), 'role.assignUser')).toBe('level-too-low');
    expect(answer(aStanding(), 'role.assignUser')).toBe('other-office-task');
    expect(answer(aCaseHandler(), 'role.decline', { case: aCase() })).toBe('no-role');
  });
});

test('the insurer may everything but the operator’s, and never the own budget', () => {
  for (const right of rights) expect(answer(anInsurer(), right)).toBe('insurer');
  expect(answer(anInsurer(), 'portal.changeRights')).toBe('operator-only');
  expect(answer(anInsurer(), 'task.confirm', { task: aTask() })).toBe('other-office-task');
});

test('the operator sets up portals and rights, and reads no case', () => {
  const operator = anInsurer({ side: 'operator' });
  expect(maySteer(operator, 'portal.changeRights')).toEqual({ allowed: true, as: 'operator' });
  expect(maySteer(operator, 'member.mark')).toMatchObject({ allowed: false });
  expect(answer(operator, 'budget.approve')).toBe('insurer-only');
});

describe('the limit', () => {
  test('is the own value, else the default of the portal, else 0', () => {
    expect(approvalLimit({ kind: 'other', amount: 7 }, someSettings())).toBe(7);
    expect(approvalLimit({ kind: 'default' }, someSettings())).toBe(500_000);
    expect(approvalLimit({ kind: 'default' }, settingsWithRole({ defaultLimit: null }))).toBe(0);
  });

  test('counts what this person approved in the case before, and of a raised budget the difference', () => {
    const mine = { version: 1, by: carla, as: 'external-case-handler' as const, amount: 300_000, previous: 0, at: '' };
    const earlier = aBudget({ id: 'earlier', state: 'approved', approvals: [mine] });
    const raised = aBudget({
      id: 'earlier',
      version: 2,
      money: { amount: 350_000, currency: 'EUR' },
      approvals: [mine],
    });
    const other = aBudget({ money: { amount: 200_000, currency: 'EUR' } });
    expect(headroom(aCaseHandler(), aCase({ budgets: [earlier, other] }), other)).toEqual({
      limit: 500_000,
      already: 300_000,
      amount: 200_000,
      over: 0,
    });
    expect(headroom(aCaseHandler(), aCase({ budgets: [raised] }), raised)).toEqual({
      limit: 500_000,
      already: 300_000,
      amount: 50_000,
      over: 0,
    });
  });

  test('does not count what the insurer or somebody else approved', () => {
    const theirs = { version: 1, by: carla, as: 'insurer' as const, amount: 300_000, previous: 0, at: '' };
    const others = { ...theirs, by: anna, as: 'external-case-handler' as const };
    const budgets = [aBudget({ id: 'a', approvals: [theirs] }), aBudget({ id: 'b', approvals: [others] })];
    expect(headroom(aCaseHandler(), aCase({ budgets }), aBudget()).already).toBe(0);
  });

  test('is never widened by lowering what somebody else approved', () => {
    const theirs = { version: 1, by: anna, as: 'insurer' as const, amount: 900_000, previous: 0, at: '' };
    const lowered = {
      ...theirs,
      version: 2,
      by: carla,
      as: 'external-case-handler' as const,
      amount: 100_000,
      previous: 900_000,
    };
    const budget = aBudget({ version: 2, money: { amount: 100_000, currency: 'EUR' }, approvals: [theirs] });
    expect(headroom(aCaseHandler(), aCase({ budgets: [budget] }), budget)).toMatchObject({
      already: 0,
      amount: 0,
      over: 0,
    });
    const after = aBudget({ id: 'lowered', state: 'approved', approvals: [theirs, lowered] });
    const big = aBudget({ money: { amount: 600_000, currency: 'EUR' } });
    expect(headroom(aCaseHandler(), aCase({ budgets: [after, big] }), big)).toMatchObject({
      already: 0,
      over: 100_000,
    });
  });

  test('is released by lowering what one approved oneself', () => {
    const mine = { version: 1, by: carla, as: 'external-case-handler' as const, amount: 300_000, previous: 0, at: '' };
    const lowered = { ...mine, version: 2, amount: 100_000, previous: 300_000 };
    const budgets = [aBudget({ id: 'lowered', state: 'approved', approvals: [mine, lowered] })];
    expect(headroom(aCaseHandler(), aCase({ budgets }), aBudget()).already).toBe(100_000);
  });

  test('per budget counts the whole budget alone', () => {
    const settings = settingsWithRole({ limitBasis: 'per-budget' });
    const mine = { version: 1, by: carla, as: 'external-case-handler' as const, amount: 300_000, previous: 0, at: '' };
    const budget = aBudget({ money: { amount: 600_000, currency: 'EUR' }, approvals: [mine] });
    expect(headroom(aCaseHandler({ settings }), aCase({ budgets: [budget] }), budget)).toEqual({
      limit: 500_000,
      already: 0,
      amount: 600_000,
      over: 100_000,
    });
  });
});
