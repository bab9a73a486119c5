import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { itemStates } from '../../../../renderer/offline/entry-items.ts';
import { toListRow } from '../../../../shared/domain/case/list-row.ts';
import { aBudget, aContent, aTask, bertil, monday } from '../../../support/builders.ts';
import { aCommand, anOutboxItem, workplaceInMemory } from '../../../support/renderer/in-memory-workplace.ts';
import { livingCase } from '../../../support/renderer/living-case.ts';
import { showPage } from '../../../support/renderer/show-page.tsx';
import { aRow, factsOf } from '../../../support/rows.ts';

const aboveLimit = anOutboxItem({
  position: 8,
  state: 'refused',
  refusal: {
    code: 'limit-exceeded',
    grantor: 'insurer',
    limit: 500_000,
    already: 0,
    amount: 624_000,
    over: 124_000,
    currency: 'EUR',
  },
  command: aCommand({
    name: 'approve-budget',
    input: { budget: 'budget-2', version: 1, money: { amount: 624_000, currency: 'EUR' } },
  }),
});

test('a refusal says what was done, who said no, why, what was typed and the next step', async () => {
  await showPage('/refusals', { state: { refusals: [aboveLimit], rows: [factsOf(aRow())] } });
  const card = screen.getByRole('article');
  expect(card.textContent).toContain('Approve budget · NM-2026-00001');
  expect(card.textContent).toContain('Nordic Mutual');
  expect(card.textContent).toContain('Above your limit by €1,240.00');
  expect(card.textContent).toContain('Forward it to Nordic Mutual.');
  expect(card.textContent).toContain('€6,240.00');
  expect(screen.getByRole('link', { name: 'Go to the case' }).getAttribute('href')).toContain(
    '/cases/nordic-portal/case-1',
  );
});

test('a refusal tells what was decided instead, by whom, when and why, beside what one had decided', async () => {
  const rejection = { by: bertil, reason: 'The hours are too high', at: '2026-11-23T09:20:00.000Z' };
  const { open } = livingCase({
    content: aContent({ budgets: [aBudget({ id: 'budget-2', state: 'rejected', rejection })] }),
  });
  const refusal = { code: 'already-decided', grantor: 'nobody', changedBy: null, changedAt: null } as const;
  await showPage('/refusals', {
    workplace: workplaceInMemory({
      state: { refusals: [{ ...aboveLimit, refusal }], rows: [factsOf(aRow())] },
      openCase: async () => open(),
    }),
  });
  const card = screen.getByRole('article');
  const told = await within(card).findByText(/Bertil.*rejected version 1 of the budget “Drying of the cellar”/);
  expect(told.querySelector('time')?.dateTime).toBe(rejection.at);
  expect(within(card).getByText('The hours are too high')).toBeTruthy();
  expect(card.textContent).toContain('What you didApprove budget');
  expect(screen.getByRole('link', { name: 'Go to the case' }).getAttribute('href')).toContain('tab=budgets');
});

test('a refusal stays until it was read', async () => {
  const { user, workplace } = await showPage('/refusals', { state: { refusals: [aboveLimit] } });
  await user.click(screen.getByRole('button', { name: 'I have read it: Approve budget' }));
  expect(workplace.done.closed).toEqual([8]);
  expect(await screen.findByText('Nothing was refused')).toBeTruthy();
});

test('a case that left offers no way into it, and the reason is told', async () => {
  await showPage('/refusals', {
    state: {
      refusals: [{ ...aboveLimit, refusal: { code: 'case-not-found', grantor: 'nobody' } }],
      withdrawn: [
        {
          portal: 'nordic-portal',
          case: 'case-1',
          number: 'NM-2026-00001',
          at: monday,
          reason: 'role-removed',
          said: 'We do it ourselves',
        },
      ],
    },
  });
  expect(screen.queryByRole('link', { name: 'Go to the case' })).toBeNull();
  expect(screen.getByText('The External case handler role was taken from your office.')).toBeTruthy();
  expect(screen.getByText('We do it ourselves')).toBeTruthy();
});

test('what a person who left the portal had done is still shown', async () => {
  await showPage('/refusals', { state: { refusals: [aboveLimit], portals: [] } });
  expect(screen.getByRole('article').textContent).toContain('you are not a member of that portal any more');
});

test('things stuck in the outbox are pointed to', async () => {
  const ofAnotherVersion = anOutboxItem({ position: 2, command: null });
  await showPage('/refusals', { state: { outbox: [anOutboxItem({ state: 'blocked' }), ofAnotherVersion] } });
  expect(screen.getByText(/2 more need attention in the outbox/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Open the outbox' })).toBeTruthy();
});

describe('a command with items of which some were refused', () => {
  const seen = ['t1', 't2'].map((id) => ({ thing: `task:${id}`, revision: `revision-of-${id}` }));
  const command = aCommand({ name: 'approve-tasks', input: { tasks: ['t1', 't2'] }, basedOn: seen });
  const pending = { code: 'pending-budget', grantor: 'insurer' } as const;
  const items = itemStates(command, {
    items: [
      { item: 't1', kind: 'carried-out' },
      { item: 't2', kind: 'refused', refusal: pending },
    ],
  });
  const partly = anOutboxItem({ position: 8, state: 'refused', refusal: pending, command, items });
  const content = aContent({ tasks: [aTask({ id: 't1' }), aTask({ id: 't2', type: 'first-aid' })] });
  const state = { refusals: [partly], rows: [factsOf(toListRow(content))] };

  test('says of each what became of it, with its reason', async () => {
    await showPage('/refusals', { state });
    const card = screen.getByRole('article');
    expect(card.textContent).toContain('Approve tasks · NM-2026-00001');
    expect(card.textContent).toContain('1 was refused. 1 was carried out.');
    const [done, refused] = within(card).getAllByRole('listitem');
    expect(done?.textContent).toBe('Carried outDrying');
    expect(refused?.textContent).toMatch(/^RefusedFirst aid.*budget/);
    expect(within(card).getAllByRole('button', { name: /Try again/ })).toHaveLength(1);
  });

  test('lets a refused one be tried anew, and says why that is not possible', async () => {
    const refusal = { code: 'status-conflict', grantor: 'nobody', status: 'A', expected: ['4'] } as const;
    const workplace = workplaceInMemory({
      state,
      onTryItemAnew: async () => ({ ok: false, kind: 'refused', refusal }),
    });
    const { user } = await showPage('/refusals', { workplace });
    await user.click(screen.getByRole('button', { name: 'Try again: First aid' }));
    expect(workplace.done.itemsTriedAnew).toEqual([[8, 't2']]);
    expect((await screen.findByRole('alert')).textContent).toContain('A Approved');
  });
});
