import { configure, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import {
  aBudget,
  aCase,
  aCaseHandler,
  aDirectory,
  aMember,
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
configure({ asyncUtilTimeout: 8000 });

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
  await showRights('case=case-1&member=carla', { standing: anInsurer({ settings }) });
  expect(screen.getByRole('combobox', { name: 'Person' })).toHaveProperty('value', 'Carla Maki');
  expect(screen.getByRole('combobox', { name: 'Case' })).toHaveProperty('value', 'NM-2026-00001 · Kuopio · CL-1');
  expect(said('Approve budget')).toBe('');
});
