import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useSingleKeys } from '../../../../renderer/bindings/single-keys.ts';
import { aSession } from '../../../support/renderer/in-memory-desk.ts';
import { showPage } from '../../../support/renderer/show-page.tsx';

test('theme and density change at once and are kept', async () => {
  const { user, desk } = await showPage('/settings');
  await user.click(screen.getByRole('radio', { name: 'Dark' }));
  await user.click(screen.getByRole('radio', { name: 'Normal' }));
  await waitFor(() => expect(document.documentElement.dataset['mantineColorScheme']).toBe('dark'));
  await waitFor(() => expect(document.documentElement.dataset['density']).toBe('normal'));
  expect(await desk.desk.settings.read()).toMatchObject({ theme: 'dark', density: 'normal' });
});

test('the navigation folds by its button, by key and here, is kept, and its links keep their names', async () => {
  const { user, desk } = await showPage('/settings');
  const kept = async () => (await desk.desk.settings.read()).navigation;
  await user.click(screen.getByRole('button', { name: 'Fold', expanded: true }));
  await waitFor(async () => expect(await kept()).toBe('folded'));
  expect(await screen.findByRole('button', { name: 'Unfold', expanded: false })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Dashboard' })).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Signs only' }).checked).toBe(true);
  await user.keyboard('{Control>}b{/Control}');
  await waitFor(async () => expect(await kept()).toBe('open'));
  await user.click(screen.getByRole('radio', { name: 'Signs only' }));
  await waitFor(async () => expect(await kept()).toBe('folded'));
});

test('working offline on purpose is kept and told to sync', async () => {
  const { user, desk, workplace } = await showPage('/settings');
  await user.click(screen.getByRole('switch', { name: /^Work offline/ }));
  await waitFor(() => expect(workplace.sync.state().reach).toBe('on-purpose'));
  expect((await desk.desk.settings.read()).workOffline).toBe(true);
});

test('how many days offline are allowed is shown', async () => {
  await showPage('/settings');
  expect(screen.getByText(/opens for 30 days without the portal, now until/)).toBeTruthy();
});

test.each([
  ['2026-11-23', 'Their cases are of today.'],
  ['2026-11-22', /Their cases are 1 day old/],
  ['2026-06-01', /Their cases are 175 days old: .* is late by 175 days\./],
])('a demo of %s says how old it is, and is left as it is', async (demoDay, words) => {
  const { desk } = await showPage('/settings', { desk: { server: { demoDay } } });
  expect(await screen.findByText(words, { exact: false })).toBeTruthy();
  expect(desk.done.resets).toBe(0);
});

test('the demo is reset only after a question', async () => {
  const { user, desk } = await showPage('/settings');
  await user.click(screen.getByRole('button', { name: 'Reset the demo…' }));
  expect((await screen.findByRole('dialog')).textContent).toContain('Everything done in the demo portals is gone');
  expect(desk.done.resets).toBe(0);
  await user.click(screen.getByRole('button', { name: 'Reset the demo' }));
  expect(await screen.findByText(/The demo is as new/)).toBeTruthy();
  expect(desk.done.resets).toBe(1);
});

test.each([
  ['goes elsewhere next time', { address: 'https://portal.example.com' }, /next sign-in goes to portal\.example\.com/],
  [
    'goes to the own portal next time',
    { address: 'this-computer', decidedBy: 'switch' as const },
    /portal that is set up on this computer/,
  ],
])('where the app %s the demo is not reset, and it says why', async (_, server, reason) => {
  const { user, desk } = await showPage('/settings', { desk: { server } });
  const button = await screen.findByRole('button', { name: 'Reset the demo…', description: reason });
  await user.click(button);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(desk.done.resets).toBe(0);
});

test('at a real portal server there is no demo to reset', async () => {
  await showPage('/settings', { session: { ...aSession, embedded: false, address: 'https://portal.example.com' } });
  expect(screen.getByText(/portal\.example\.com ·/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Reset the demo…' })).toBeNull();
});

test('about can be copied for a message to support', async () => {
  const { user } = await showPage('/settings');
  await user.click(await screen.findByRole('button', { name: 'Copy' }));
  expect(await screen.findByRole('button', { name: 'Copied' })).toBeTruthy();
  expect(await navigator.clipboard.readText()).toContain('Version: 0.1.0');
});

test('shortcuts of single keys can be turned off, and it is kept with the account', async () => {
  const { user, desk, router } = await showPage('/settings');
  await user.click(screen.getByRole('switch', { name: /^Shortcuts of single keys/ }));
  await waitFor(() => expect(desk.done.drafts['app.single-keys']).toBe('off'));
  await user.keyboard('?');
  expect(screen.queryByRole('dialog')).toBeNull();
  await router.navigate({ to: '/cases', search: {} });
  await user.keyboard('/');
  expect(document.activeElement).not.toBe(await screen.findByRole('searchbox'));
  useSingleKeys.getState().choose(true);
});
