import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { rightsInUse } from '../../../../shared/domain/command-book.ts';
import { rights, type Right } from '../../../../shared/domain/rights/rights.ts';
import { rightWords } from '../../../../renderer/words/right-words.ts';
import { budgetsOver } from '../../../../renderer/features/external-case-handler/count-above.ts';
import { sights } from '../../../../shared/domain/case/case-parts.ts';
import { viewOf } from '../../../support/brute-force/view-of.ts';
import {
  aBudget,
  aCaseHandler,
  aContent,
  aDirectory,
  aMember,
  anOffice,
  aRole,
  settingsWithRole,
} from '../../../support/builders.ts';
import { livingCase } from '../../../support/renderer/living-case.ts';
import { plain, showCase } from '../../../support/renderer/show-case.ts';

const directory = aDirectory({
  offices: [
    anOffice(),
    anOffice({ id: 'joensuu', name: 'Arvio Joensuu' }),
    anOffice({ id: 'shut', name: 'Arvio Oulu', available: false }),
  ],
  members: [
    aMember({ id: 'aino', name: 'Aino Aalto', office: 'joensuu', limit: { kind: 'other', amount: 1_000_000 } }),
    aMember(),
    aMember({ id: 'bo', name: 'Bo Ek', away: { deputy: 'carla' } }),
    aMember({ id: 'ceci', name: 'Ceci Hav', marked: false }),
    aMember({ id: 'dag', name: 'Dag Lie', office: 'shut' }),
  ],
});
const dispatcher = aCaseHandler({
  member: 'disp',
  name: 'Diana Spatch',
  marked: false,
  settings: settingsWithRole({ rights: ['budget.approve', 'tasks.approve'] }),
});
const content = viewOf(aContent({ role: aRole() }), { parts: sights['company-header'], company: 'arvio' });

async function openDialog(shownContent = content) {
  const shown = await showCase({ content: shownContent, standing: dispatcher, directory });
  await shown.user.click(screen.getByRole('button', { name: 'Assign user…' }));
  return { ...shown, dialog: await screen.findByRole('dialog', { name: 'Assign the External case handler' }) };
}

describe('assigning the user', () => {
  test('offers marked users of the office first, then those of other available offices', async () => {
    const { dialog } = await openDialog();
    const text = plain(within(dialog).getByRole('radiogroup', { name: 'Users' }).textContent);
    expect(text.match(/Arvio Kuopio(?! ·)|Other available offices|Bo Ek|Carla Maki|Aino Aalto/g)).toEqual([
      'Arvio Kuopio',
      'Bo Ek',
      'Carla Maki',
      'Other available offices',
      'Aino Aalto',
    ]);
  });

  test('left with Esc the focus is back where it was', async () => {
    const { dialog, user } = await openDialog();
    await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Assign user…' })));
  });

  test('shows limit, rights, deputy and open roles of who is chosen', async () => {
    const { dialog, user } = await openDialog();
    await user.click(within(dialog).getByRole('radio', { name: /Aino Aalto/ }));
    expect(plain(dialog.textContent)).toContain('Approval limit€10,000.00, set for this user');
    expect(plain(dialog.textContent)).toContain('Will be allowedApprove budgetApprove tasks');
    expect(plain(dialog.textContent)).toContain('Not shown to you before the role has a user');
    expect(plain(dialog.textContent)).toContain('Open cases with the roleNone');
    await user.click(within(dialog).getByRole('radio', { name: /Bo Ek/ }));
    expect(plain(dialog.textContent)).toContain("€5,000.00, the portal's default");
    expect(plain(dialog.textContent)).toContain("Notices go to Carla Maki as deputy; the role's rights do not.");
  });

  test('promises of the portal’s rights only what can be done here; the others stand apart', async () => {
    const settings = settingsWithRole({ rights });
    const shown = await showCase({ content, standing: { ...dispatcher, settings }, directory });
    await shown.user.click(screen.getByRole('button', { name: 'Assign user…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Assign the External case handler' });
    await shown.user.click(within(dialog).getByRole('radio', { name: /Aino Aalto/ }));
    const under = (term: string) =>
      within(within(dialog).getByText(term).nextElementSibling as HTMLElement)
        .getAllByRole('listitem')
        .map((item) => item.textContent);
    const labels = (wanted: readonly Right[]) => wanted.map((right) => rightWords(right).label);
    expect(under('Will be allowed')).toEqual(labels(rightsInUse));
    expect(under('Not yet in this version')).toEqual(labels(rights.filter((right) => !rightsInUse.includes(right))));
  });

  test('says what work, how far, how many budgets, and beside each user limit, load and budgets above it', async () => {
    const above = { aino: 0, carla: 1, bo: 2 };
    const brief = { taskTypes: ['drying', 'inspection', 'drying'], openBudgets: 2, above };
    const { dialog, user } = await openDialog({ ...content, case: { ...content.case, brief } });
    const facts = within(dialog).getByLabelText('What is known of the case');
    expect(plain(facts.textContent)).toMatch(/^TasksDrying \(2\) and InspectionDistance from Arvio Kuopio1\.5 km/);
    expect(plain(facts.textContent)).toContain('Budgets that wait for a decision2 budgets');
    const beside = (name: RegExp) => plain(within(dialog).getByRole('radio', { name }).closest('label')?.textContent);
    expect(beside(/Carla Maki/)).toMatch(/limit €5,000.00no open case1 budget above the limit$/);
    expect(beside(/Bo Ek/)).toMatch(/2 budgets above the limitaway$/);
    expect(beside(/Aino Aalto/)).toMatch(/limit €10,000.00no open case$/);
    await user.click(within(dialog).getByRole('radio', { name: /Bo Ek/ }));
    expect(plain(dialog.textContent)).toContain('Open budgets above it2 budgets in this case');
  });

  test('says why somebody is not listed', async () => {
    const { dialog, user } = await openDialog();
    await user.click(within(dialog).getByText('Why is somebody not listed?'));
    expect(plain(dialog.textContent)).toContain('Ceci HavNot marked. The insurer can mark users.');
    expect(plain(dialog.textContent)).toContain('Dag LieOffice takes no new tasks.');
  });

  test('asks for a choice first, then carries it with the revision that was seen', async () => {
    const { dialog, user, living } = await openDialog();
    await user.click(within(dialog).getByRole('button', { name: 'Assign user' }));
    expect(within(dialog).getByRole('alert').textContent).toBe('Choose a user first.');
    await user.click(within(dialog).getByRole('radio', { name: /Carla Maki/ }));
    await user.click(within(dialog).getByRole('button', { name: 'Assign Carla Maki' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(living.workplace.done.issued).toMatchObject([
      { name: 'assign-role-user', seen: 'revision-of-role', input: { member: 'carla' } },
    ]);
    const card = screen.getByRole('region', { name: 'External case handler' });
    expect(plain(card.textContent)).toMatch(/Waiting for the portal since.*Carla Maki/);
  });
});

test('a budget above the limit of a user is counted with what that user approved before', () => {
  const budgets = [aBudget(), aBudget({ id: 'budget-2', money: { amount: 620_000, currency: 'EUR' } })];
  const open = livingCase({ content: aContent({ budgets }), standing: dispatcher }).open();
  expect(budgetsOver(open, aMember()).map(({ budget, over }) => [budget.id, over])).toEqual([['budget-2', 120_000]]);
  expect(budgetsOver(open, aMember({ limit: { kind: 'other', amount: 0 } }))).toHaveLength(2);
});

test('declining sends the reason back to the insurer', async () => {
  const { user, living } = await showCase({ content, standing: dispatcher, directory });
  await user.click(screen.getByRole('button', { name: 'Decline…' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText(/The role goes back to Nordic Mutual/)).toBeDefined();
  await user.type(within(dialog).getByLabelText(/Reason/), 'No capacity');
  await user.click(within(dialog).getByRole('button', { name: 'Decline role' }));
  await waitFor(() =>
    expect(living.workplace.done.issued).toMatchObject([
      { name: 'decline-role', seen: 'revision-of-role', input: { reason: 'No capacity' } },
    ]),
  );
});
