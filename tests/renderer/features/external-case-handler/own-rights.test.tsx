import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { rightWords } from '../../../../renderer/words/right-words.ts';
import { rightsInUse } from '../../../../shared/domain/command-book.ts';
import { rights, type Right } from '../../../../shared/domain/rights/rights.ts';
import { aBudget, aCaseHandler, aContent, aRole, carla, settingsWithRole } from '../../../support/builders.ts';
import { plain, showCase } from '../../../support/renderer/show-case.ts';

const labels = (wanted: readonly Right[]) => wanted.map((right) => rightWords(right).label);
const mine = aContent({ role: aRole({ user: carla }) });

async function openRights(given: readonly Right[]) {
  const settings = settingsWithRole({ rights: given });
  const { user } = await showCase({ content: mine, standing: aCaseHandler({ settings }) });
  const summary = screen.getByText('What you may do here');
  await user.click(summary);
  const details = summary.parentElement;
  if (!details) throw new Error('no list');
  const listed = within(details)
    .getAllByRole('list')
    .map((list) =>
      within(list)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    );
  return { details, listed };
}

test('every right that is said to be allowed can be used here, the portal’s others stand apart', async () => {
  const { details, listed } = await openRights(rights);
  const later = rights.filter((right) => !rightsInUse.includes(right));
  expect(listed).toEqual([['Read the case, write in the chat, add documents', ...labels(rightsInUse)], labels(later)]);
  expect(within(details).getByText('Not yet in this version:')).toBeDefined();
});

test('nothing stands apart where all that the portal gives can be used', async () => {
  const { details, listed } = await openRights(['budget.approve', 'tasks.approve']);
  expect(listed).toHaveLength(1);
  expect(within(details).queryByText('Not yet in this version:')).toBeNull();
});

test('a limit that was lowered below what is approved leaves nothing, never less', async () => {
  const approval = {
    version: 1,
    by: carla,
    as: 'external-case-handler' as const,
    amount: 300_000,
    previous: 0,
    at: '',
  };
  const content = { ...mine, case: { ...mine.case, budgets: [aBudget({ state: 'approved', approvals: [approval] })] } };
  await showCase({ content, standing: aCaseHandler({ limit: { kind: 'other', amount: 100_000 } }) });
  const left = screen.getByText(/left of your limit/);
  expect(plain(left.textContent)).toBe('€0.00 left of your limit of €1,000.00');
});
