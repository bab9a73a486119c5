import { expect, test } from 'vitest';
import { commandBook } from '../../shared/domain/command-book.ts';
import { aBudget, aContent, aDirectory, aFile, aStanding, aTask, monday } from '../support/builders.ts';
import { anInvoice } from '../support/invoices.ts';
import { aSettlement } from '../support/settlements.ts';
import { aPlan } from '../support/work-plan.ts';
import { approveAll, draftsFor } from '../support/journeys/what-can-be-done.ts';

test('the histories try every command about a case', () => {
  const items = aPlan([{ state: 'submitted', budget: 'budget-1' }, {}]);
  const content = aContent({
    tasks: [aTask()],
    budgets: [aBudget()],
    invoices: [anInvoice()],
    settlements: [aSettlement()],
    ...items,
  });
  const open = {
    key: { portal: 'nordic-portal', case: 'case-1' },
    content,
    confirmed: content,
    waiting: [],
    fates: [],
  };
  const around = { standing: aStanding(), directory: aDirectory(), asOf: monday, read: 0 };
  const drafts = [...draftsFor({ ...open, ...around }, aFile(), 'text'), approveAll({ ...open, ...around })];
  const tried = new Set<string>(drafts.map(({ name }) => name));
  const names = Object.entries(commandBook).flatMap(([name, { subject }]) => (subject === 'case' ? [name] : []));
  expect(names.filter((name) => !tried.has(name))).toEqual([]);
  // What a case's money is planned with is a setting of its portal.
  expect(tried).toContain('change-work-plans');
});
