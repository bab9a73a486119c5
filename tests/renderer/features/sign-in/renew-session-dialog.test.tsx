import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showPage } from '../../../support/renderer/show-page.tsx';

test('when the portal ended the session the password is asked for, and what waits is said to be kept', async () => {
  const { user, workplace } = await showPage('/settings', {
    sync: { reach: 'signed-out', waiting: 3 },
    desk: { onRenew: (typed) => (typed === 'right' ? { ok: true, account: 'a' } : wrong) },
  });
  const dialog = await screen.findByRole('dialog', { name: 'Sign in again' });
  expect(dialog.textContent).toContain('3 changes wait and are sent then.');
  await user.type(screen.getByLabelText(/^Password of/), 'wrong{Enter}');
  expect(await screen.findByText('E-mail address and password do not belong together')).toBeTruthy();
  await user.clear(screen.getByLabelText(/^Password of/));
  await user.type(screen.getByLabelText(/^Password of/), 'right{Enter}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(workplace.done.syncs).toBe(1);
});

test('later leaves the desk usable, and the connection page leads back to it', async () => {
  const { user, router } = await showPage('/outbox', { sync: { reach: 'signed-out' } });
  await user.click(await screen.findByText('Later'));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await router.navigate({ to: '/connection' });
  await user.click(await screen.findByRole('button', { name: 'Sign in again' }));
  expect(await screen.findByRole('dialog', { name: 'Sign in again' })).toBeTruthy();
});

test('where another store answers no password helps: what waits can be exported, and the account switched', async () => {
  const { user, desk } = await showPage('/settings', {
    sync: { reach: 'signed-out', waiting: 1 },
    desk: { onRenew: () => ({ ok: false, reason: 'other-store', detail: 'store-2' }) },
  });
  await user.type(await screen.findByLabelText(/^Password of/), 'right{Enter}');
  const dialog = screen.getByRole('dialog', { name: 'Sign in again' });
  expect((await screen.findByText(/Another portal server answers/)).textContent).toBeTruthy();
  expect(dialog.textContent).toContain('export what was not sent from the outbox');
  expect(dialog.textContent).not.toContain('are sent then');
  await user.click(screen.getByRole('button', { name: 'Switch account' }));
  expect(desk.done.left).toBe(1);
});

const wrong = { ok: false, reason: 'wrong-credentials' } as const;
