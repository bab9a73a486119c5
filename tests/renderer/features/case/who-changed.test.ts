import { expect, test } from 'vitest';
import { whoChanged } from '../../../../renderer/features/case/who-changed.ts';
import { aBudget, aContent, anna, aRole, aTask, bertil, monday } from '../../../support/builders.ts';

test('the log says who changed a thing', () => {
  const line = {
    id: 'l',
    command: 'r1',
    what: 'task-started',
    by: anna,
    as: 'office',
    at: monday,
    receivedAt: null,
    facts: {},
    company: null,
  } as const;
  expect(whoChanged({ ...aContent({ tasks: [aTask({ revision: 'r1' })] }), log: [line] }, 'r1')).toEqual({
    revision: 'r1',
    by: anna.name,
    at: monday,
  });
});

test('without the log the thing itself tells what it can', () => {
  expect(whoChanged(aContent({ role: aRole() }), 'revision-of-role')).toMatchObject({ by: bertil.name, at: monday });
  expect(whoChanged(aContent({ budgets: [aBudget()] }), 'revision-of-budget-1')).toMatchObject({
    by: anna.name,
    at: monday,
  });
  expect(whoChanged(aContent(), 'revision-of-drying-1')).toMatchObject({ by: null, at: monday });
  expect(whoChanged(aContent(), null)).toEqual({ revision: null, by: null, at: null });
});
