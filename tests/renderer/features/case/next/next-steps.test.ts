import { expect, test } from 'vitest';
import { families } from '../../../../../renderer/app/families.ts';
import { nextSteps } from '../../../../../renderer/features/case/next/next-steps.ts';
import {
  aBudget,
  aCaseHandler,
  aContent,
  anInsurer,
  aRole,
  aStanding,
  aTask,
  bertil,
  carla,
  monday,
} from '../../../../support/builders.ts';
import { inEnglish } from '../../../../support/in-english.ts';
import { livingCase } from '../../../../support/renderer/living-case.ts';
import { dueIn } from '../../../../support/rows.ts';

inEnglish();

const stepsOf = (start: Parameters<typeof livingCase>[0]) =>
  nextSteps({ open: livingCase(start).open(), now: monday, families }).map(({ action, about }) => [action.kind, about]);

test('what is overdue comes first, and work that goes on last', () => {
  const tasks = [
    aTask({ id: 'a', status: '3' }),
    aTask({ id: 'b', status: '0', target: dueIn(20) }),
    aTask({ id: 'c', status: '0+', target: dueIn(-1) }),
  ];
  expect(stepsOf({ content: aContent({ tasks }) })).toEqual([
    ['assign-members', 'c'],
    ['confirm-received', 'b'],
    ['ongoing', 'a'],
  ]);
});

test('each waiting budget is a step of its own for who may decide, and of nobody else', () => {
  const tasks = [aTask({ status: 'B' }), aTask({ id: 'drying-2', status: 'B' })];
  const budgets = [aBudget({ target: dueIn(9) }), aBudget({ id: 'budget-2', tasks: ['drying-2'], target: dueIn(2) })];
  const content = aContent({ role: aRole({ user: carla }), tasks, budgets });
  expect(stepsOf({ content, standing: aCaseHandler() })).toEqual([
    ['decide-budgets', 'budget-2'],
    ['decide-budgets', 'budget-1'],
  ]);
  expect(stepsOf({ content })).toEqual([]);
});

test('what was forwarded is the insurer’s to answer, and no longer the handler’s', () => {
  const forwarded = { by: carla, at: monday, note: '', over: 1 };
  const content = aContent({
    role: aRole({ user: carla }),
    tasks: [aTask({ status: 'B' })],
    budgets: [aBudget({ forwarded })],
    handler: bertil,
  });
  expect(stepsOf({ content, standing: anInsurer() })).toEqual([['forwarded-budgets', 'budget-1']]);
  expect(stepsOf({ content, standing: aCaseHandler() })).toEqual([]);
});

test('the office that has the role without a user is to name one', () => {
  const content = aContent({ role: aRole({ office: 'kuopio', company: 'kuivaus' }), tasks: [] });
  expect(stepsOf({ content })).toEqual([['assign-role-user', null]]);
  expect(stepsOf({ content, standing: aStanding({ level: 1 }) })).toEqual([]);
});
