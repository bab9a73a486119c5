import { act, configure, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import {
  aBudget,
  aCase,
  aCaseHandler,
  aDirectory,
  anInsurer,
  aRole,
  aStanding,
  aTask,
  carla,
  settingsWithRole,
} from '../../../support/builders.ts';
import { caseParts } from '../../../../shared/domain/case/case-part.ts';
import { livingCase, type LivingStart } from '../../../support/renderer/living-case.ts';
import { plain } from '../../../support/renderer/show-case.ts';
import { showPage } from '../../../support/renderer/show-page.tsx';

// The page is loaded when it is first opened; on a busy machine that takes longer than a second.
configure({ asyncUtilTimeout: 20_000 });

const settings = settingsWithRole({ rights: ['budget.approve', 'tasks.approve', 'chat.forceMark'] });
const subject = aCase({
  role: aRole({ user: carla }),
  tasks: [
    aTask({ id: 'own-1', company: 'arvio', office: 'arvio-kuopio', responsibles: [carla] }),
    aTask({ id: 'drying-1' }),
  ],
  budgets: [
    aBudget(),
    aBudget({ id: 'budget-2', version: 2, description: 'New floor', money: { amount: 612_000, currency: 'EUR' } }),
    aBudget({ id: 'budget-3', description: 'Own hours', tasks: ['own-1'], company: 'arvio' }),
  ],
});

async function showRights(search: string, start: LivingStart = {}) {
  const { workplace } = livingCase({ content: { case: subject, chat: [], log: [] }, ...start });
  const shown = await showPage(`/rights?portal=nordic-portal&${search}`, { workplace });
  await screen.findByText('The sixteen rights').catch(() => undefined);
  return shown;
}

const row = (label: string) => {
  const found = screen.getByRole('heading', { level: 3, name: label }).closest('li');
  if (!found) throw new Error(`no row ${label}`);
  return found;
};
const said = (label: string) => plain(row(label).textContent);

test('the insurer sees of a person each right with its answer, by which role, and each budget where they differ', async () => {
  const { user } = await showRights('case=case-1&member=carla', { standing: anInsurer({ settings }) });
  expect(screen.getByRole('combobox', { name: 'Person' })).toHaveProperty('value', 'Carla Maki');
  expect(screen.getByRole('combobox', { name: 'Case' })).toHaveProperty('value', 'NM-2026-00001 · Kuopio · CL-1');
  expect(said('Approve budget')).toMatch(
    /YesDrying of the cellar, version 1, €4,200.00As External case handler.Within the limit.YesNew floor, version 2, €6,120.00As External case handler.Above the limit by €1,120.00.*NoOwn hours.*nobody approves their own work.*€5,000.00 left of the limit of €5,000.00/,
  );
  expect(said('Approve tasks')).toMatch(/NoDrying, Arvio Kuopio.*YesDrying, Kuivaus Kuopio/);
  expect(said('Add and remove tasks')).toContain('is not among the rights of the External case handler');
  await user.click(screen.getByRole('radio', { name: /^Yes/ }));
  expect(screen.queryByRole('heading', { name: 'Add and remove tasks' })).toBeNull();
  expect(said('Approve tasks')).not.toContain('Arvio');
});

test('of another person it is said in the third person, of oneself as everywhere; an address names nobody one does not know of', async () => {
  const directory = aDirectory({ members: aDirectory().members.filter(({ company }) => company === 'kuivaus') });
  const { user, router } = await showRights('case=case-1', { directory, standing: aStanding({ settings }) });
  expect(said('Approve tasks')).toContain('and you do not have it. Nordic Mutual can give');
  await user.click(screen.getByRole('combobox', { name: 'Person' }));
  const offered = screen.getAllByRole('option', { hidden: true }).map(({ textContent }) => textContent);
  expect(offered.filter((each) => !each.startsWith('NM-'))).toEqual(['Anna Korhonen (you)']);
  await act(() => router.navigate({ to: '/rights', search: { case: 'case-1', member: 'carla' } }));
  expect(await screen.findByText('You do not see this person')).toBeDefined();
  await act(() => router.navigate({ to: '/rights', search: { member: 'anna' } }));
  expect(await screen.findByText('Choose a case')).toBeDefined();
});

test('where only the head of a case is seen, what hangs on tasks and budgets is said to be unseen', async () => {
  const hidden = { ...aCase({ role: aRole(), tasks: [], budgets: [] }), hidden: [...caseParts] };
  const boss = aCaseHandler({ member: 'boss', name: 'Bo Berg', level: 3, marked: false, settings });
  await showRights('case=case-1&member=carla', { content: { case: hidden, chat: [], log: [] }, standing: boss });
  expect(screen.getByRole('note').textContent).toContain('You see the head of this case only');
  expect(said('Start a task')).toBe('Start a taskYou do not see the tasks of this case, so it is not told for each.');
  expect(said('Assign the External case handler')).toContain('Yes');
  expect(said('Approve budget')).toContain('Arvio Oy holds the External case handler role and can assign it to Carla');
  expect(said('Approve budget')).toContain('You do not see all budgets of this case');
});
