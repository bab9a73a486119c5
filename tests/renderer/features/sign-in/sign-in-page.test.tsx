import { screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { SignInAnswer } from '../../../../shared/contract/desk-api.ts';
import { aKnownAccount, maria } from '../../../support/renderer/accounts.ts';
import { showSignIn } from '../../../support/renderer/show-sign-in.tsx';

const password = () => screen.getByLabelText('Password');
const signIn = () => screen.getByRole('button', { name: 'Sign in' });

afterEach(() => void vi.useRealTimers());

test('an address and a password sign in as they were typed', async () => {
  const { user, desk } = await showSignIn({ onSignIn: () => ({ ok: true, account: 'store-1.person-anna' }) });
  await user.type(await screen.findByLabelText('E-mail address'), ' anna@kuivaus.example ');
  await user.type(password(), 'pass word ');
  await user.click(signIn());
  expect(desk.done.signIns).toEqual([{ email: 'anna@kuivaus.example', password: 'pass word ' }]);
});

test('a password can be pasted and looked at', async () => {
  const { user, desk } = await showSignIn({ onSignIn: () => ({ ok: true, account: 'a' }) });
  await user.type(await screen.findByLabelText('E-mail address'), 'anna@kuivaus.example');
  await user.click(password());
  await user.paste('from the password manager');
  await user.click(screen.getByRole('button', { name: 'Show or hide the password' }));
  expect(password()).toHaveProperty('type', 'text');
  await user.click(signIn());
  expect(desk.done.signIns[0]?.password).toBe('from the password manager');
});

test('wrong credentials are said in words, and what was typed stays', async () => {
  const { user } = await showSignIn();
  await user.type(await screen.findByLabelText('E-mail address'), 'anna@kuivaus.example');
  await user.type(password(), 'wrong');
  await user.click(signIn());
  const alert = await screen.findByRole('alert');
  expect(within(alert).getByText('E-mail address and password do not belong together')).toBeTruthy();
  expect(password()).toHaveProperty('value', 'wrong');
});

test('after too many attempts the time left is shown and nothing is sent before it is over', async () => {
  const { user, desk } = await showSignIn({
    onSignIn: () => ({ ok: false, reason: 'slow-down', retryAfterSeconds: 95 }),
  });
  await user.type(await screen.findByLabelText('E-mail address'), 'anna@kuivaus.example');
  await user.type(password(), 'x{Enter}');
  expect((await screen.findByRole('timer')).textContent).toBe('1:35 left');
  await user.type(password(), '{Enter}');
  expect(desk.done.signIns).toHaveLength(1);
});

test('whoever else signs in does not wait for the wrong passwords of the one before', async () => {
  const { user, desk } = await showSignIn({
    onSignIn: ({ email }) =>
      email.startsWith('anna')
        ? { ok: false, reason: 'slow-down', retryAfterSeconds: 50 }
        : { ok: true, account: 'store-1.berit' },
  });
  const field = await screen.findByLabelText('E-mail address');
  await user.type(field, 'anna@kuivaus.example');
  await user.type(password(), 'x{Enter}');
  await screen.findByRole('timer');
  await user.clear(field);
  await user.type(field, 'berit@kuivaus.example');
  expect(screen.queryByRole('timer')).toBeNull();
  await user.click(signIn());
  expect(desk.done.signIns.map(({ email }) => email)).toEqual(['anna@kuivaus.example', 'berit@kuivaus.example']);
});

test('demo accounts are offered only by the portal server inside the app', async () => {
  const { desk, user } = await showSignIn({
    server: { demoAccounts: [maria] },
    onSignIn: () => ({ ok: true, account: 'store-1.maria' }),
  });
  await user.click(await screen.findByRole('button', { name: /Maria Santos/ }));
  expect(desk.done.signIns).toEqual([{ email: maria.email, password: maria.password }]);
});

test('before anybody signs in an old demo says so, and can be made anew', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-23T08:00:00.000Z') });
  const { desk, user } = await showSignIn({ server: { demoAccounts: [maria], demoDay: '2026-11-11' } });
  expect(await screen.findByText(/Their cases are 12 days old/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Reset the demo…' }));
  await user.click(await screen.findByRole('button', { name: 'Reset the demo' }));
  expect(await screen.findByText(/The demo is as new/)).toBeTruthy();
  expect(desk.done.resets).toBe(1);
});

test('a demo of today says nothing of its age', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-23T08:00:00.000Z') });
  await showSignIn({ server: { demoAccounts: [maria], demoDay: '2026-11-23' } });
  expect(await screen.findByRole('button', { name: /Maria Santos/ })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Reset the demo…' })).toBeNull();
});

test('no demo is offered where there is none', async () => {
  await showSignIn({ server: { address: 'https://portal.example.com', decidedBy: 'settings' } });
  await screen.findByLabelText('E-mail address');
  expect(screen.queryByText(/somebody of the demo/)).toBeNull();
});

test('demo accounts appear when the portal server inside the app has started', async () => {
  const { desk } = await showSignIn();
  await screen.findByLabelText('E-mail address');
  const current = desk.desk.server.current;
  const found = await current();
  Object.assign(desk.desk.server, { current: async () => ({ ...found, demoAccounts: [maria] }) });
  desk.tell({ kind: 'server-state', address: 'embedded', state: 'up' });
  expect(await screen.findByRole('button', { name: /Maria Santos/ })).toBeTruthy();
});

test('known accounts say what is not sent and until when they open offline', async () => {
  await showSignIn({ known: [aKnownAccount({ unsent: 2 })] });
  const account = await screen.findByRole('button', { name: /Anna Korhonen/ });
  expect(account.textContent).toContain('2 changes not sent yet');
  expect(account.textContent).toContain('Opens offline until 23 Dec 2026');
});

test('an account that the key store remembers opens with one click', async () => {
  const opened: string[] = [];
  const { user } = await showSignIn({
    known: [aKnownAccount({ remembered: true })],
    onSignInOffline: (account, typed) => {
      opened.push(`${account} with ${typed === '' ? 'no password' : typed}`);
      return { ok: true, account };
    },
  });
  await user.click(await screen.findByRole('button', { name: /Anna Korhonen/ }));
  expect(opened).toEqual(['store-1.person-anna with no password']);
});

test('without the portal server the typed password opens what is kept', async () => {
  const opened: string[] = [];
  const offline: SignInAnswer = { ok: false, reason: 'offline' };
  const { user } = await showSignIn({
    known: [aKnownAccount()],
    onSignIn: () => offline,
    onSignInOffline: (account, typed) => {
      opened.push(typed);
      return { ok: true, account };
    },
  });
  await user.click(await screen.findByRole('button', { name: /Anna Korhonen/ }));
  await user.type(password(), 'my password{Enter}');
  expect(await screen.findByText('This computer has no network')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Open offline' }));
  expect(opened).toEqual(['my password']);
});

test('days offline that are over are explained', async () => {
  const { user } = await showSignIn({
    known: [aKnownAccount({ remembered: true })],
    onSignInOffline: () => ({ ok: false, reason: 'lease-over' }),
  });
  await user.click(await screen.findByRole('button', { name: /Anna Korhonen/ }));
  expect(await screen.findByText('The days offline are over')).toBeTruthy();
  expect(password()).toBeTruthy();
});

test('an account whose days offline are over, or whose server was exchanged, says so before it is chosen', async () => {
  await showSignIn({ known: [aKnownAccount({ leaseOver: true, isFormer: true })] });
  const account = await screen.findByRole('button', { name: /Anna Korhonen/ });
  expect(screen.getByRole('alert').textContent).toContain('The days offline are over');
  expect(account.textContent).toContain('Opens again after a sign-in at the portal');
  expect(account.textContent).toContain('Of the portal server that was here before');
});

test('what somebody else left long ago is no alarm for who worked here last', async () => {
  const earlier = aKnownAccount({ id: 'b', name: 'Bea Lund', leaseOver: true, lastSignIn: '2026-09-01T08:00:00.000Z' });
  await showSignIn({ known: [earlier, aKnownAccount()] });
  await screen.findByRole('button', { name: /Bea Lund/ });
  expect(screen.queryByRole('alert')).toBeNull();
});

test('another store stops the sign-in and goes on once the user said that it is right', async () => {
  const accepted: string[] = [];
  const { user, desk } = await showSignIn({
    server: { address: 'https://portal.example.com', decidedBy: 'policy' },
    onSignIn: () =>
      accepted.length > 0 ? { ok: true, account: 'a' } : { ok: false, reason: 'other-store', detail: 'store-2' },
    onAcceptStore: async (address, store) => {
      accepted.push(`${address} ${store}`);
      return { ok: true };
    },
  });
  await user.type(await screen.findByLabelText('E-mail address'), 'anna@kuivaus.example');
  await user.type(password(), 'my password{Enter}');
  await user.click(await screen.findByRole('button', { name: 'This server is right…' }));
  expect(desk.done.signIns).toHaveLength(1);
  await user.click(await screen.findByRole('button', { name: 'Go on with it' }));
  expect(accepted).toEqual(['https://portal.example.com store-2']);
  expect(desk.done.signIns).toHaveLength(2);
});
