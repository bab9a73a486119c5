import { act, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { anOutboxItem } from '../../../support/renderer/in-memory-workplace.ts';
import { showPage } from '../../../support/renderer/show-page.tsx';

const line = () => screen.getByRole('contentinfo', { name: 'State of the connection' });

afterEach(() => void vi.unstubAllEnvs());

test('each part of the line opens its page', async () => {
  const { user, router, workplace } = await showPage('/settings', { sync: { waiting: 2, attention: 1 } });
  await user.click(within(line()).getByText('2 waiting'));
  expect(router.state.location.pathname).toBe('/outbox');
  await router.navigate({ to: '/settings' });
  await user.click(within(line()).getByText('1 needs attention'));
  expect(router.state.location.pathname).toBe('/outbox');
  act(() => workplace.setState({ refusals: [anOutboxItem({ state: 'refused' })] }));
  await user.click(within(line()).getByText('1 needs attention'));
  expect(router.state.location.pathname).toBe('/refusals');
  await user.click(within(line()).getByText('Online'));
  expect(router.state.location.pathname).toBe('/connection');
  await user.click(within(line()).getByText('Version 0.1.0'));
  expect(router.state.location.pathname).toBe('/settings');
});

test('the line says what happens to the connection in a live region', async () => {
  const { workplace } = await showPage('/settings');
  const status = () => within(line()).getByRole('status').textContent;
  expect(status()).toContain('Online');
  act(() => workplace.setSync({ syncing: true, waiting: 3 }));
  expect(status()).toContain('Syncing 3');
  act(() => workplace.setSync({ syncing: false, reach: 'offline' }));
  expect(status()).toContain('Offline');
  act(() => workplace.setSync({ reach: 'on-purpose' }));
  expect(status()).toContain('Working offline');
  act(() => workplace.setSync({ reach: 'signed-out' }));
  expect(status()).toContain('Sign in again to send and receive');
});

test('how old what is shown is, is said even when it is not from today, in the computer’s own time', async () => {
  vi.stubEnv('TZ', 'Europe/Helsinki');
  await showPage('/settings', { sync: { reach: 'offline', asOf: '2026-11-03T10:42:07.000Z' } });
  expect(line().textContent).toMatch(/as of .*3 Nov.*12:42:07/);
});

test('nothing waiting and nothing to look at leaves the line quiet', async () => {
  await showPage('/settings');
  expect(within(line()).queryByText(/waiting/)).toBeNull();
  expect(within(line()).queryByText(/attention/)).toBeNull();
});
