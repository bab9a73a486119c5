import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { itemStates } from '../../../../renderer/offline/entry-items.ts';
import { showPage } from '../../../support/renderer/show-page.tsx';
import { aCommand, anOutboxItem } from '../../../support/renderer/in-memory-workplace.ts';
import { factsOf, aRow } from '../../../support/rows.ts';

const approval = anOutboxItem({
  position: 4,
  command: aCommand({
    name: 'approve-budget',
    input: { budget: 'budget-1', version: 2, money: { amount: 420_000, currency: 'EUR' } },
  }),
});

const sentBack = aCommand({ name: 'send-back-task', input: { task: 'drying-1', reason: 'Photos are missing.' } });

const entries = () => screen.getAllByRole('listitem').filter((item) => item.dataset['state']);

test('what needs the user comes first, the rest in the order it is sent, each with what was entered and where it stands', async () => {
  await showPage('/outbox', {
    state: {
      rows: [factsOf(aRow())],
      outbox: [
        approval,
        anOutboxItem({ position: 5, state: 'sent' }),
        anOutboxItem({ position: 6, state: 'carried-out' }),
        anOutboxItem({ position: 7, state: 'blocked', command: sentBack }),
      ],
    },
  });
  const [held, first, second, third] = entries();
  expect(first?.textContent).toContain('Approve budget');
  expect(first?.textContent).toContain('€4,200.00');
  expect(first?.textContent).toMatch(/Waiting for the portal since/);
  expect(second?.textContent).toContain('Sent, no answer yet');
  expect(third?.textContent).toContain('Carried out, being fetched');
  expect(held?.textContent).toContain('Held back');
  expect(held?.textContent).toContain('Photos are missing.');
  expect(held?.textContent).toContain('Drying');
});

test('discarding is asked first and names what is lost', async () => {
  const { user, workplace } = await showPage('/outbox', { state: { outbox: [approval] } });
  await user.click(screen.getByRole('button', { name: 'Discard: Approve budget' }));
  const dialog = await screen.findByRole('dialog', { name: 'Discard “Approve budget”?' });
  expect(dialog.textContent).toContain('what you entered is lost');
  await user.click(within(dialog).getByText('Keep it'));
  expect(workplace.done.discarded).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Discard: Approve budget' }));
  await user.click(await screen.findByRole('button', { name: 'Discard' }));
  expect(workplace.done.discarded).toEqual([4]);
  expect(await screen.findByText('Nothing is waiting')).toBeTruthy();
});

test('discarding says how many later changes came after it', async () => {
  const later = anOutboxItem({
    position: 5,
    command: { ...sentBack, id: '0199aaaa-0000-7000-8000-000000000002', after: approval.command?.id ?? null },
  });
  const { user } = await showPage('/outbox', { state: { outbox: [approval, later] } });
  await user.click(screen.getByRole('button', { name: 'Discard: Approve budget' }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog.textContent).toContain('1 later change on the same case came after it');
});

test('what was sent already is cancelled at the portal, and the dialog says what that means', async () => {
  const { user } = await showPage('/outbox', { state: { outbox: [{ ...approval, state: 'sent' }] } });
  await user.click(screen.getByRole('button', { name: 'Discard: Approve budget' }));
  expect((await screen.findByRole('dialog')).textContent).toContain('The portal is asked to cancel it');
});

test('what is being cancelled says so and is not offered again', async () => {
  await showPage('/outbox', { state: { outbox: [{ ...approval, state: 'sent', cancelling: true }] } });
  expect(screen.getByText('Being cancelled')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Discard/ })).toBeNull();
});

test('something stuck says why and how often it was tried, and can be tried again', async () => {
  const stuck = anOutboxItem({
    position: 9,
    state: 'attention',
    trouble: { detail: 'The portal server had a fault.', tries: 5 },
  });
  const { user, workplace } = await showPage('/outbox', { state: { outbox: [stuck] } });
  expect(screen.getByText(/Tried 5 times\. The portal server had a fault\./)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(workplace.done.retried).toEqual([9]);
});

test('a retry that the rules refuse now says why', async () => {
  const { user } = await showPage('/outbox', {
    state: { outbox: [{ ...approval, state: 'blocked' }] },
    onRetry: () => ({ ok: false, kind: 'refused', refusal: { code: 'case-closed', grantor: 'insurer' } }),
  });
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect((await screen.findByRole('alert')).textContent).toContain('The case is closed');
});

test('a forecast of a refusal is shown beside what waits', async () => {
  await showPage('/outbox', {
    state: { outbox: [{ ...approval, forecast: { code: 'case-closed', grantor: 'insurer' } }] },
  });
  expect(screen.getByText(/The portal will probably refuse this: The case is closed/)).toBeTruthy();
});

test('what an older app wrote and no longer parses is shown as it is', async () => {
  await showPage('/outbox', {
    state: {
      outbox: [anOutboxItem({ state: 'attention', command: null, raw: { name: 'paint-wall', colour: 'blue' } })],
    },
  });
  expect(screen.getByText('From another version of Partner Desk')).toBeTruthy();
  expect(screen.getByText(/"colour": "blue"/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});

test('everything can be exported', async () => {
  const { user, desk } = await showPage('/outbox', { state: { outbox: [approval] } });
  await user.click(screen.getByRole('button', { name: 'Export…' }));
  await waitFor(() => expect(desk.done.exports).toBe(1));
  expect(await screen.findByText('Exported.')).toBeTruthy();
});

test('what of the journal could not be read is told of until it was read', async () => {
  const { user, desk } = await showPage('/outbox', { state: { quarantined: 2, unknownRecords: 1 } });
  const note = (await screen.findByRole('alert')).textContent;
  expect(note).toContain('2 damaged stretches were set aside');
  expect(note).toContain('1 entry was written by a newer version');
  const line = screen.getByRole('contentinfo');
  expect(line.textContent).toContain('Part of the outbox could not be read');
  await user.click(screen.getByRole('button', { name: 'I have read it' }));
  expect(screen.queryByRole('alert')).toBeNull();
  expect(line.textContent).not.toContain('could not be read');
  expect(desk.done.drafts['app.unreadable-seen']).toBe('2 1');
});

test('of a command with items each stands with what it is and what became of it, and what will be refused', async () => {
  const command = aCommand({ name: 'approve-tasks', input: { tasks: ['drying-1', 'other'] } });
  const refusal = { code: 'pending-budget', grantor: 'insurer' } as const;
  const items = itemStates(command, {}, [{ item: 'other', kind: 'refused', refusal }]);
  const answered = itemStates(command, {
    items: [
      { item: 'drying-1', kind: 'refused', refusal },
      { item: 'other', kind: 'carried-out' },
    ],
  });
  const { user, workplace } = await showPage('/outbox', {
    state: {
      rows: [factsOf(aRow())],
      outbox: [
        anOutboxItem({ position: 4, command, items }),
        anOutboxItem({ position: 5, state: 'carried-out', command, items: answered }),
      ],
    },
  });
  const [waiting, done] = entries().map((entry) => within(entry).getAllByRole('listitem'));
  expect(waiting?.map((line) => line.textContent)).toEqual([
    'Waiting for the portalDrying',
    expect.stringMatching(/^Waiting for the portalnot known on this computerThe portal will probably refuse this: /),
  ]);
  expect(done?.map((line) => line.textContent)).toEqual([
    expect.stringMatching(/^RefusedDryingTry again.*budget/),
    'Carried outnot known on this computer',
  ]);
  await user.click(screen.getByRole('button', { name: 'Try again: Drying' }));
  expect(workplace.done.itemsTriedAnew).toEqual([[5, 'drying-1']]);
});
