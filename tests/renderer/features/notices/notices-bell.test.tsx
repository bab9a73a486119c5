import { act, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { OfflineState } from '../../../../renderer/offline/offline-desk.ts';
import { aContent, anInsurer } from '../../../support/builders.ts';
import { plain, showCase } from '../../../support/renderer/show-case.ts';
import { showPage } from '../../../support/renderer/show-page.tsx';

type Told = OfflineState['notices'][number];

const roleGiven: Told = {
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

test('the bell alone clears nothing; what was opened is not new any more, after a restart neither', async () => {
  const { user, desk } = await showPage('/settings', { state: { notices: [roleGiven] } });
  await screen.findByText('1 new notice');
  await user.click(screen.getByRole('button', { name: 'Notices' }));
  await screen.findByRole('link', { name: /New External/ });
  await user.click(screen.getByRole('button', { name: 'Notices' }));
  expect(screen.getByText('1 new notice')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Notices' }));
  await user.click(await screen.findByRole('link', { name: /New External/ }));
  await waitFor(() => expect(screen.queryByText('1 new notice')).toBeNull());
  expect(JSON.parse(desk.done.drafts['notices.read'] ?? '')).toEqual({ 'nordic-portal/case-1': roleGiven.at });
});

test('what an app before this one had marked stays marked', async () => {
  const later = { ...roleGiven, id: 'notice-2', case: 'case-2', at: '2026-11-23T07:30:00.000Z' };
  const drafts = { 'notices.seen': roleGiven.at };
  await showPage('/settings', { state: { notices: [later, roleGiven] }, desk: { drafts } });
  expect(await screen.findByText('1 new notice')).toBeTruthy();
});

test('by case, with who and the first words out of the case, and a message is new until it was read', async () => {
  const { user, living, router } = await showCase({
    content: aContent(),
    standing: anInsurer({ member: 'x' }),
    tab: 'log',
  });
  const writes = (text: string, at: string) =>
    act(() => living.arrives(anInsurer(), { name: 'write-chat', input: { text } }, null, at));
  const first = '2026-11-23T08:30:00.000Z';
  const second = '2026-11-23T08:31:00.000Z';
  writes('The owner is at home in the mornings.', first);
  writes('And on Friday.', second);
  const chat = (id: string, at: string): Told => ({ ...roleGiven, id, at, kind: 'chat-written' });
  act(() =>
    living.workplace.setState({ notices: [chat('n2', second), chat('n1', first), { ...roleGiven, case: 'case-9' }] }),
  );
  expect(await screen.findByText('3 new notices')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Notices' }));
  const entry = await screen.findByRole('link', { name: /Bertil Lind: And on Friday\./ });
  expect(plain(entry.textContent)).toMatch(/Bertil Lind: The owner is at home in the mornings\.$/);
  await user.click(entry);
  expect(router.state.location.search).toEqual({ tab: 'chat' });
  expect(await screen.findByText('1 new notice')).toBeTruthy();
});

test('without notices the bell says what will be listed', async () => {
  const { user } = await showPage('/settings');
  await user.click(screen.getByRole('button', { name: 'Notices' }));
  expect(await screen.findByText(/Nothing yet/)).toBeTruthy();
});
