import { describe, expect, test } from 'vitest';
import { passes } from '../../../../shared/domain/case/list-filter.ts';
import { toListRow } from '../../../../shared/domain/case/list-row.ts';
import type { Case } from '../../../../shared/domain/case/case.ts';
import { actionKindsFor, actionsFor, needsAction } from '../../../../shared/domain/dashboard/actions.ts';
import type { Standing } from '../../../../shared/domain/member/standing.ts';
import { taskStatuses } from '../../../../shared/domain/task/task-status.ts';
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
  monday,
  settingsWithRole,
} from '../../../support/builders.ts';

const row = (change: Partial<Case> = {}) => toListRow({ case: aCase(change), chat: [], log: [] });
const kinds = (change: Partial<Case>, standing: Standing) =>
  actionsFor(row(change), standing, monday).map((action) => action.kind);

test.each(taskStatuses.map((status) => [status] as const))(
  'a supplier’s task in %s is one thing to do at most',
  (status) => {
    const expected = {
      '0': 'confirm-received',
      '0+': 'assign-members',
      '1': 'set-time',
      '2': 'enter-budget',
      'B+': 'enter-budget',
      'B++': 'start',
      '3': 'ongoing',
      '3-': 'ongoing',
    };
    const found = kinds({ tasks: [aTask({ status })] }, aStanding());
    expect(found).toEqual(Object.entries(expected).flatMap(([code, kind]) => (code === status ? [kind] : [])));
  },
);

describe('the External case handler role', () => {
  const waiting = {
    role: aRole({ target: { near: '2026-11-23T09:00:00.000Z', due: '2026-11-23T10:00:00.000Z' } }),
    tasks: [],
  };

  test.each([
    ['on time', monday, 'on-time'],
    ['near', '2026-11-23T09:30:00.000Z', 'near'],
    ['overdue', '2026-11-23T10:30:00.000Z', 'overdue'],
  ])('without a user is the supplier’s to assign, %s', (_, now, state) => {
    const actions = actionsFor(row(waiting), aCaseHandler({ marked: false }), now);
    expect(actions).toEqual([expect.objectContaining({ kind: 'assign-role-user', state, mine: true })]);
    expect(needsAction(actions)).toBe(true);
  });

  test('is no action for level 1, for another company or once a user has it', () => {
    expect(kinds(waiting, aCaseHandler({ level: 1 }))).toEqual([]);
    expect(kinds(waiting, aStanding())).toEqual([]);
    expect(kinds(waiting, aCaseHandler({ settings: settingsWithRole({ enabled: false }) }))).toEqual([]);
    expect(kinds({ role: aRole({ user: carla }), tasks: [] }, aCaseHandler())).toEqual([]);
  });

  test('lets its user decide budgets and tasks as far as the rights go', () => {
    const change = { role: aRole({ user: carla }), tasks: [aTask({ status: '4' })], budgets: [aBudget()] };
    expect(kinds(change, aCaseHandler())).toEqual(['decide-budgets', 'approve-tasks']);
    expect(kinds(change, aCaseHandler({ settings: settingsWithRole({ rights: ['tasks.approve'] }) }))).toEqual([
      'approve-tasks',
    ]);
    expect(kinds(change, aCaseHandler({ marked: false }))).toEqual([]);
  });

  test('declined is the insurer’s to give again', () => {
    const roleDeclined = { office: 'o', officeName: 'O', by: carla, reason: 'r', at: monday };
    expect(kinds({ roleDeclined, tasks: [] }, anInsurer())).toEqual(['role-declined']);
    expect(kinds({ roleDeclined, tasks: [] }, aCaseHandler())).toEqual([]);
  });
});

test('the insurer finds a forwarded budget as one, and the handler no longer as an own one', () => {
  const forwarded = { by: carla, at: monday, note: '', over: 1 };
  const change = { role: aRole({ user: carla }), tasks: [], budgets: [aBudget({ forwarded })] };
  expect(kinds(change, anInsurer())).toEqual(['forwarded-budgets']);
  expect(kinds(change, aCaseHandler())).toEqual([]);
});

test('what nothing can be done with here is no call: a compensation decision', () => {
  const tasks = [
    aTask({ status: '4' }),
    aTask({ id: 'i', status: '4', main: true, kind: 'inspection' }),
    aTask({ id: 'c', status: 'C', office: null }),
  ];
  expect(kinds({ tasks }, anInsurer())).toEqual(['approve-tasks', 'allocate-tasks']);
});

test('a closed case and an inactive person have nothing to do', () => {
  expect(kinds({ state: 'closed' }, aStanding())).toEqual([]);
  expect(kinds({}, aStanding({ active: false }))).toEqual([]);
});

test.each(taskStatuses.map((status) => [status] as const))(
  'a task in %s of another company is no call of mine, whoever is named in it',
  (status) => {
    const theirs = aTask({ status, company: 'rival', office: 'rival-kuopio', responsibles: [anna] });
    expect(kinds({ tasks: [theirs] }, aStanding())).toEqual([]);
  },
);

test('mine is what I am responsible for, or what nobody of my office has yet', () => {
  const mine = (tasks: Case['tasks'], standing = aStanding()) =>
    actionsFor(row({ tasks }), standing, monday).map((action) => action.mine);
  expect(mine([aTask({ status: '1', responsibles: [anna] })])).toEqual([true]);
  expect(mine([aTask({ status: '1', responsibles: [carla] })])).toEqual([false]);
  expect(mine([aTask()])).toEqual([true]);
  expect(mine([aTask({ office: 'elsewhere' })])).toEqual([false]);
});

test('a marked partner has the approver’s rows, everybody else only those of the own side', () => {
  expect(actionKindsFor(aStanding())).not.toContain('decide-budgets');
  expect(actionKindsFor(aCaseHandler())).toEqual(
    expect.arrayContaining(['assign-role-user', 'decide-budgets', 'approve-tasks']),
  );
  expect(actionKindsFor(aCaseHandler())[0]).toBe('assign-role-user');
  expect(actionKindsFor(anInsurer())).not.toContain('confirm-received');
});

test('rows of decisions are there for whoever may have them by a role, and only where a right says so', () => {
  const none = { ...settingsWithRole({ rights: [] }), projectManagerRights: [] };
  const inspects = { ...none, inspectorRights: ['tasks.approve' as const] };
  const decides = (standing: Standing) =>
    actionKindsFor(standing).filter((kind) => kind === 'decide-budgets' || kind === 'approve-tasks');
  expect(decides(aCaseHandler({ settings: none }))).toEqual([]);
  expect(decides(aStanding({ settings: { ...none, projectManagerRights: ['budget.approve'] } }))).toEqual([
    'decide-budgets',
  ]);
  expect(decides(aStanding({ settings: inspects }))).toEqual(['approve-tasks']);
  expect(decides(aStanding({ settings: { ...settingsWithRole({}), projectManagerRights: [] } }))).toEqual([]);
});

test('an inspector finds what waits in the case of the own inspection, and in no other', () => {
  const settings = { ...settingsWithRole({}), inspectorRights: ['budget.approve' as const, 'tasks.approve' as const] };
  const own = aTask({ id: 'in', kind: 'inspection', status: '3', company: 'arvio', responsibles: [carla] });
  const done = aTask({ id: 'done', status: '4' });
  const waits = { tasks: [own, aTask({ status: 'B' }), done], budgets: [aBudget()] };
  const inspector = aCaseHandler({ marked: false, settings });
  expect(kinds(waits, inspector)).toEqual(['decide-budgets', 'ongoing', 'approve-tasks']);
  expect(kinds({ ...waits, tasks: [{ ...own, responsibles: [anna] }, done] }, inspector)).not.toContain(
    'approve-tasks',
  );
});

describe('filters of the case list', () => {
  const facts = (change: Partial<Case>, standing: Standing) => {
    const found = row(change);
    return { row: found, standing, actions: actionsFor(found, standing, monday), unread: 0 };
  };
  const asHandler = facts({ role: aRole({ user: carla }), tasks: [] }, aCaseHandler());
  const asResponsible = facts({ tasks: [aTask({ status: '3', responsibles: [carla] })] }, aCaseHandler());
  const officeOnly = facts({ role: aRole(), tasks: [] }, aCaseHandler());

  test.each([
    ['User finds the role and tasks alike', { user: 'carla' }, [true, true, false]],
    ['My task finds the role and tasks alike', { myTask: true as const }, [true, true, false]],
    ['Assigned to me finds the role only', { assignedToMe: true as const }, [true, false, false]],
    [
      'Cases with External case handler counts an office without a user',
      { withRole: true as const },
      [true, false, true],
    ],
    ['Action required has the missing user', { actionRequired: true as const }, [false, false, true]],
    ['text finds the handler’s name', { text: ' CARLA ' }, [true, false, false]],
    ['several narrow together', { myTask: true as const, withRole: true as const }, [true, false, false]],
    ['none lets everything pass', {}, [true, true, true]],
  ])('%s', (_, filter, expected) => {
    expect([asHandler, asResponsible, officeOnly].map((each) => passes(each, filter))).toEqual(expected);
  });
});
