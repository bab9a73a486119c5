import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { OfflineState } from '../../../../renderer/offline/offline-desk.ts';
import { showPage } from '../../../support/renderer/show-page.tsx';

const roleGiven: OfflineState['notices'][number] = {
  portal: 'nordic-portal',
  id: 'notice-1',
  kind: 'role-given',
  case: 'case-1',
  number: 'NM-2026-00001',
  at: '2026-11-23T07:00:00.000Z',
};

test('the bell counts what is new and lists what the person was told of', async () => {
  const { user } = await showPage('/settings', { state: { notices: [roleGiven] } });
  expect(await screen.findByText('1 new notice')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Notices' }));
  const entry = await screen.findByRole('link', { name: /New External case handler role for your office/ });
  expect(entry.textContent).toContain('NM-2026-00001');
  expect(entry.textContent).toContain('Assign the user');
  expect(entry.getAttribute('href')).toContain('/cases/nordic-portal/case-1');
});

test('what was looked at is not new any more, after a restart neither', async () => {
  const { user, desk } = await showPage('/settings', { state: { notices: [roleGiven] } });
  await screen.findByText('1 new notice');
  await user.click(screen.getByRole('button', { name: 'Notices' }));
  await screen.findByRole('link', { name: /New External/ });
  await user.click(screen.getByRole('button', { name: 'Notices' }));
  await waitFor(() => expect(screen.queryByText('1 new notice')).toBeNull());
  expect(desk.done.drafts['notices.seen']).toBe(roleGiven.at);
});

test('without notices the bell says what will be listed', async () => {
  const { user } = await showPage('/settings');
  await user.click(screen.getByRole('button', { name: 'Notices' }));
  expect(await screen.findByText(/Nothing yet/)).toBeTruthy();
});
