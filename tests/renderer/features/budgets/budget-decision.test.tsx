import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import {
  aBudget,
  aCaseHandler,
  aContent,
  aFile,
  anInsurer,
  aRole,
  aStanding,
  aTask,
  carla,
  monday,
} from '../../../support/builders.ts';
import { plain, showCase } from '../../../support/renderer/show-case.ts';

const approval = {
  version: 1,
  by: carla,
  as: 'external-case-handler',
  amount: 204_000,
  previous: 0,
  at: monday,
} as const;
const earlier = aBudget({
  id: 'budget-0',
  tasks: [],
  state: 'approved',
  description: 'First measurements',
  approvals: [approval],
  money: { amount: 204_000, currency: 'EUR' },
});

function handled(amount: number, before = [earlier]) {
  const budget = aBudget({ money: { amount, currency: 'EUR' } });
  return aContent({ role: aRole({ user: carla }), tasks: [aTask({ status: 'B' })], budgets: [...before, budget] });
}

const calculation = { 'file-1': new TextEncoder().encode('Item;Sum\nDehumidifier;672,00 €\n') };

async function openDecision(start: Parameters<typeof showCase>[0]) {
  const shown = await showCase({ desk: { copies: calculation }, ...start });
  const next = screen.getByRole('region', { name: 'Decide next' });
  await shown.user.click(within(next).getByRole('button', { name: 'Decide' }));
  return { ...shown, dialog: await screen.findByRole('dialog', { name: 'Decide on the budget' }) };
}

describe('the headroom', () => {
  test('says limit, what is already approved, this one and what is left', async () => {
    const { dialog } = await openDecision({ content: handled(120_000), standing: aCaseHandler() });
    const meter = within(dialog).getByRole('region', { name: 'Your approval limit' });
    expect(plain(meter.textContent)).toBe(
      'Within your limit, €1,760.00 left after itYour limit in this case€5,000.00Already approved by you€2,040.00This budget€1,200.00',
    );
  });

  test('says by how much the amount is above, and forwarding is what is offered first', async () => {
    const { dialog, user, living } = await openDecision({ content: handled(420_000), standing: aCaseHandler() });
    expect(within(dialog).getByText('Above your limit by €1,240.00')).toBeDefined();
    await user.type(within(dialog).getByLabelText('Note to the insurer'), 'The floor was wetter than seen.');
    await user.click(within(dialog).getByRole('button', { name: 'Forward to Nordic Mutual' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(living.workplace.done.issued).toMatchObject([
      {
        name: 'forward-budget',
        seen: 'revision-of-budget-1',
        input: { budget: 'budget-1', version: 1, note: 'The floor was wetter than seen.' },
      },
    ]);
  });

  test('keeps approving in its place, held with the amounts as its reason', async () => {
    const { dialog, user, living } = await openDecision({ content: handled(420_000), standing: aCaseHandler() });
    await user.click(within(dialog).getByRole('radio', { name: 'Approve' }));
    const approve = within(dialog).getByRole('button', { name: 'Approve €4,200.00' });
    expect(approve.getAttribute('aria-disabled')).toBe('true');
    expect(plain(within(dialog).getByRole('status').textContent)).toBe(
      'Above your limit by €1,240.00: the limit is €5,000.00, and €2,040.00 of it is already approved in this case. Forward it to Nordic Mutual.',
    );
    await user.click(approve);
    expect(living.workplace.done.issued).toEqual([]);
  });

  test('is exactly reached: allowed', async () => {
    const { dialog, user, living } = await openDecision({ content: handled(296_000), standing: aCaseHandler() });
    await within(dialog).findByRole('cell', { name: 'Dehumidifier' });
    await user.click(within(dialog).getByRole('button', { name: 'Approve €2,960.00' }));
    await waitFor(() =>
      expect(living.workplace.done.issued).toMatchObject([
        { name: 'approve-budget', input: { money: { amount: 296_000, currency: 'EUR' } } },
      ]),
    );
  });

  test('binds nobody at the insurer', async () => {
    const { dialog } = await openDecision({ content: handled(9_900_000), standing: anInsurer() });
    expect(within(dialog).queryByRole('region', { name: 'Your approval limit' })).toBeNull();
    expect(within(dialog).getByRole('button', { name: 'Approve €99,000.00' }).getAttribute('aria-disabled')).toBeNull();
  });
});

describe('what changes under the open dialog', () => {
  test('is said with who and when, what was typed stays, and nothing unseen is decided on', async () => {
    const content = handled(120_000);
    const { dialog, user, living, meanwhile } = await openDecision({ content, standing: anInsurer() });
    await user.click(within(dialog).getByRole('radio', { name: 'Reject' }));
    const reason = within(dialog).getByLabelText(/Reason/);
    await user.type(reason, 'Too many dryers');
    const newVersion = {
      tasks: ['drying-1'],
      description: 'Drying, less',
      money: { amount: 90_000, currency: 'EUR' },
      file: aFile(),
      comment: '',
      revises: 'budget-1',
    };
    await meanwhile((each) =>
      each.arrives(
        aStanding(),
        { name: 'submit-budget', input: newVersion },
        'revision-of-budget-1',
        '2026-11-23T09:42:00.000Z',
      ),
    );
    expect(await within(dialog).findByText('Changed by Anna Korhonen at 23 Nov, 11:42.')).toBeDefined();
    expect(plain(dialog.textContent)).toContain('€900.00');
    expect(reason).toHaveProperty('value', 'Too many dryers');

    await user.click(within(dialog).getByRole('button', { name: 'I have looked again' }));
    expect(living.workplace.done.issued).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Reject budget' }));
    await waitFor(() =>
      expect(living.workplace.done.issued).toMatchObject([
        { name: 'reject-budget', input: { version: 2, reason: 'Too many dryers' } },
      ]),
    );
    expect(living.workplace.done.issued[0]?.seen).toBe('0199aaaa-0000-7000-8000-000000000001');
  });

  test('a decision of somebody else holds the deed and says so', async () => {
    const { dialog, meanwhile } = await openDecision({ content: handled(120_000), standing: aCaseHandler() });
    await meanwhile((each) =>
      each.arrives(
        anInsurer(),
        {
          name: 'approve-budget',
          input: { budget: 'budget-1', version: 1, money: { amount: 120_000, currency: 'EUR' } },
        },
        'revision-of-budget-1',
      ),
    );
    expect(await within(dialog).findByText(/Bertil Lind decided on it already, 23 Nov, 11:00\./)).toBeDefined();
  });

  test('a limit that was lowered counts at once', async () => {
    const { dialog, meanwhile } = await openDecision({ content: handled(120_000), standing: aCaseHandler() });
    await meanwhile((each) => each.stands({ limit: { kind: 'other', amount: 250_000 } }));
    expect(await within(dialog).findByText('Above your limit by €740.00')).toBeDefined();
  });
});

describe('rejecting', () => {
  test('asks for the reason first; it survives an accidental Esc', async () => {
    const { dialog, user, living, desk } = await openDecision({ content: handled(120_000), standing: aCaseHandler() });
    await user.click(within(dialog).getByRole('radio', { name: 'Reject' }));
    await user.click(within(dialog).getByRole('button', { name: 'Reject budget' }));
    expect(within(dialog).getByText('Write the reason first: the office reads it.')).toBeDefined();
    await user.type(within(dialog).getByLabelText(/Reason/), 'Not agreed');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(desk.done.drafts['case/nordic-portal/case-1/decide-budget/budget-1']).toContain('Not agreed');
    await user.click(
      within(screen.getByRole('region', { name: 'Decide next' })).getByRole('button', { name: 'Decide' }),
    );
    const again = await screen.findByRole('dialog');
    await user.click(within(again).getByRole('radio', { name: 'Reject' }));
    expect(within(again).getByLabelText(/Reason/)).toHaveProperty('value', 'Not agreed');
    await user.type(within(again).getByLabelText(/Reason/), '{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(living.workplace.done.issued).toMatchObject([{ name: 'reject-budget', input: { reason: 'Not agreed' } }]),
    );
    expect(desk.done.drafts).not.toHaveProperty('case/nordic-portal/case-1/decide-budget/budget-1');
  });
});

describe('the calculation', () => {
  test('is opened beside the decision, from what was kept here', async () => {
    const { dialog } = await openDecision({ content: handled(120_000), standing: aCaseHandler() });
    expect(await within(dialog).findByRole('cell', { name: 'Dehumidifier' })).toBeDefined();
    expect(within(dialog).getByRole('columnheader', { name: 'Sum' })).toBeDefined();
  });

  test('that is not here holds an approval, but not a rejection', async () => {
    const { dialog, user, living } = await openDecision({
      content: handled(120_000),
      standing: aCaseHandler(),
      desk: {},
    });
    expect(await within(dialog).findByText(/not on this computer, and the portal cannot be reached/)).toBeDefined();
    await user.click(within(dialog).getByRole('button', { name: 'Approve €1,200.00' }));
    expect(within(dialog).getByText('Look at the calculation first: it is not on this computer yet.')).toBeDefined();
    expect(living.workplace.done.issued).toEqual([]);
    await user.click(within(dialog).getByRole('radio', { name: 'Reject' }));
    await user.type(within(dialog).getByLabelText(/Reason/), 'No calculation');
    await user.click(within(dialog).getByRole('button', { name: 'Reject budget' }));
    await waitFor(() => expect(living.workplace.done.issued).toMatchObject([{ name: 'reject-budget' }]));
  });
});

test('two Enters decide nothing: what is decided on has the focus, and what was done is said where it is', async () => {
  const { user, living } = await showCase({
    content: handled(120_000),
    standing: aCaseHandler(),
    desk: { copies: calculation },
  });
  within(screen.getByRole('region', { name: 'Decide next' }))
    .getByRole('button', { name: 'Decide' })
    .focus();
  await user.keyboard('{Enter}');
  const dialog = await screen.findByRole('dialog', { name: 'Decide on the budget' });
  const content = within(dialog).getByRole('group', { name: 'What is decided on' });
  await waitFor(() => expect(document.activeElement).toBe(content));
  await within(dialog).findByText(/Dehumidifier/);
  await user.keyboard('{Enter}');
  expect(living.workplace.done.issued).toEqual([]);
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(living.workplace.done.issued).toMatchObject([{ name: 'approve-budget' }]));
  const said = await screen.findByRole('alert');
  expect(plain(said.textContent)).toBe('Approved €1,200.00Waiting for the portal');
});
