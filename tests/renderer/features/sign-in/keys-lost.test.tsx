import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { SignInInput } from '../../../../shared/contract/desk-api.ts';
import { showSignIn } from '../../../support/renderer/show-sign-in.tsx';

async function afterReset(opens: (input: SignInInput) => boolean) {
  const shown = await showSignIn({
    onSignIn: (input) =>
      opens(input) ? { ok: true, account: 'a' } : { ok: false, reason: 'keys-lost', unreadable: 3 },
  });
  await shown.user.type(await screen.findByLabelText('E-mail address'), 'anna@kuivaus.example');
  await shown.user.type(screen.getByLabelText('Password'), 'new{Enter}');
  await screen.findByText(/Up to 3 changes that the portal may not have/);
  return shown;
}

test('after a password reset the former password opens what was not sent', async () => {
  const { user, desk } = await afterReset(({ previousPassword }) => previousPassword === 'old');
  await user.type(screen.getByLabelText('Former password'), 'wrong{Enter}');
  expect(await screen.findByText('This password does not open it either.')).toBeTruthy();
  await user.clear(screen.getByLabelText('Former password'));
  await user.type(screen.getByLabelText('Former password'), 'old{Enter}');
  expect(desk.done.signIns.at(-1)).toEqual({
    email: 'anna@kuivaus.example',
    password: 'new',
    previousPassword: 'old',
  });
});

test('where the key itself is gone no former password is asked for', async () => {
  const { user } = await showSignIn({
    onSignIn: () => ({ ok: false, reason: 'keys-lost', unreadable: 1, keyGone: true }),
  });
  await user.type(await screen.findByLabelText('E-mail address'), 'anna@kuivaus.example');
  await user.type(screen.getByLabelText('Password'), 'right{Enter}');
  expect((await screen.findByRole('alert')).textContent).toContain('Up to 1 change that the portal may not have');
  expect(screen.queryByLabelText('Former password')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Go on without it…' }));
  expect(await screen.findByRole('dialog', { name: 'Go on without what is locked?' })).toBeTruthy();
});

test('going on without it is asked first and says what stays locked', async () => {
  const { user, desk } = await afterReset(({ setAside }) => setAside === true);
  await user.click(screen.getByRole('button', { name: 'Go on without it…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Go on without what is locked?' });
  expect(dialog.textContent).toContain('3 changes that were not sent stay on this computer, locked');
  expect(desk.done.signIns.some((input) => input.setAside)).toBe(false);
  await user.click(screen.getByRole('button', { name: 'Put it aside and sign in' }));
  expect(desk.done.signIns.at(-1)?.setAside).toBe(true);
});
