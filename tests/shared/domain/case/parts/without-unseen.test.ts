import { expect, test } from 'vitest';
import { sights } from '../../../../../shared/domain/case/case-parts.ts';
import { givenBy } from '../../../../../shared/domain/case/parts/given.ts';
import { withoutUnseen } from '../../../../../shared/domain/case/parts/without-unseen.ts';
import { aBudget, aCase, aTask } from '../../../../support/builders.ts';

const whole = aCase({
  tasks: [aTask(), aTask({ id: 'painting-1', company: 'rival' })],
  budgets: [aBudget(), aBudget({ id: 'rivals', company: 'rival', tasks: ['painting-1'] })],
});
const as = (sight: keyof typeof sights, company = 'kuivaus') => ({ given: givenBy(sights[sight]), company });
const budgetsFor = (named: object, sight: ReturnType<typeof as>) =>
  withoutUnseen(whole, named, sight).budgets.map(({ id }) => id);

test('a budget that is named and not seen is not there; what is not named stays', () => {
  expect(budgetsFor({ budget: 'rivals' }, as('company-budgets'))).toEqual(['budget-1']);
  expect(budgetsFor({ revises: 'rivals' }, as('company-budgets'))).toEqual(['budget-1']);
  expect(budgetsFor({ budget: 'budget-1' }, as('company'))).toEqual(['rivals']);
  expect(budgetsFor({ budget: 'budget-1' }, as('external-case-handler', 'arvio'))).toEqual(['rivals']);
  expect(budgetsFor({ task: 'drying-1' }, as('company'))).toEqual(['budget-1', 'rivals']);
});

test('who sees the header only sees no task', () => {
  const { tasks } = withoutUnseen(whole, { task: 'drying-1' }, as('company-header', 'arvio'));
  expect(tasks.map(({ id }) => id)).toEqual(['painting-1']);
  expect(withoutUnseen(whole, { tasks: ['drying-1', 'painting-1'] }, as('company-header', 'arvio')).tasks).toEqual([]);
});

test('where all that is named is seen, the case is the very same', () => {
  for (const named of [
    {},
    { task: 'drying-1' },
    { budget: 'budget-1' },
    { budget: 'no-such-budget' },
    { revises: null },
  ])
    expect(withoutUnseen(whole, named, as('company-budgets'))).toBe(whole);
  expect(withoutUnseen(whole, { budget: 'rivals' }, as('all-budgets', 'arvio'))).toBe(whole);
});
