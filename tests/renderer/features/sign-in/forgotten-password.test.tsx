import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showSignIn } from '../../../support/renderer/show-sign-in.tsx';

test('a forgotten password is asked for by mail, and the answer tells nothing about who is known', async () => {
  const asked: string[] = [];
  const { user } = await showSignIn({
    onForgotPassword: async (email) => {
      asked.push(email);
      return { ok: true };
    },
  });
  await user.type(await screen.findByLabelText('E-mail address'), 'anna@kuivaus.example');
  await user.click(screen.getByRole('button', { name: 'Forgotten password?' }));
  await user.click(screen.getByRole('button', { name: 'Send the link' }));
  expect(asked).toEqual(['anna@kuivaus.example']);
  expect(await screen.findByText(/If anna@kuivaus.example belongs to somebody here/)).toBeTruthy();
  expect(screen.getByText(/not sent yet stay as they are/)).toBeTruthy();
});

test('a server that cannot be reached is said in words', async () => {
  const { user } = await showSignIn({ onForgotPassword: async () => ({ ok: false, reason: 'certificate' }) });
  await user.type(await screen.findByLabelText('E-mail address'), 'anna@kuivaus.example');
  await user.click(screen.getByRole('button', { name: 'Forgotten password?' }));
  await user.click(screen.getByRole('button', { name: 'Send the link' }));
  expect(await screen.findByText("The server's certificate is not trusted")).toBeTruthy();
});
