import { expect, test } from 'vitest';
import { sights } from '../../../shared/domain/case/case-parts.ts';
import { viewOf } from '../../support/brute-force/view-of.ts';
import { namingWhoChanged, whoChanged } from '../../../shared/domain/who-changed.ts';
import { aBudget, aContent, anna, aRole, aTask, bertil, monday } from '../../support/builders.ts';

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

test('the log says who changed a thing', () => {
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

const staleTask = { code: 'stale', grantor: 'nobody', changedBy: null, changedAt: '2026-11-20T08:00:00.000Z' } as const;
const approve = { name: 'approve-task', input: { task: 'drying-1' } } as const;

test('a task that is not as it was seen: the refusal says who changed it and when', () => {
  const content = { ...aContent({ tasks: [aTask({ revision: 'r1' })] }), log: [line] };
  expect(namingWhoChanged(staleTask, content, approve)).toMatchObject({ changedBy: anna.name, changedAt: monday });
  expect(namingWhoChanged({ code: 'case-closed', grantor: 'insurer' }, content, approve)).toEqual({
    code: 'case-closed',
    grantor: 'insurer',
  });
});

test('who does not read the log of the change is not told the name by a refusal', () => {
  const content = { ...aContent({ tasks: [aTask({ revision: 'r1' })] }), log: [{ ...line, company: 'kuivaus' }] };
  const view = viewOf(content, { parts: sights.company, company: 'arvio' });
  expect(namingWhoChanged(staleTask, view, approve)).toMatchObject({ changedBy: null, changedAt: monday });
});
