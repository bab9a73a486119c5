import { notifications } from '@mantine/notifications';
import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { OfflineState } from '../../../../renderer/offline/offline-desk.ts';
import { monday } from '../../../support/builders.ts';
import { aPortalState } from '../../../support/renderer/in-memory-workplace.ts';
import { showPage } from '../../../support/renderer/show-page.tsx';

const notice = (id: number): OfflineState['notices'][number] => ({
  portal: 'nordic-portal',
  id: `notice-${id}`,
  kind: 'role-given',
  case: `case-${id}`,
  number: `NM-2026-0000${id}`,
  at: '2026-11-23T07:00:00.000Z',
});

// They outlive the page they were shown on.
afterEach(() => act(() => notifications.clean()));

const whole = [aPortalState({ asOf: monday })];

test('a notice that arrives is told once, what was there before is not told again', async () => {
  const { workplace } = await showPage('/settings', { state: { portals: whole, notices: [notice(1)] } });
  expect(screen.queryByText(/New External case handler role for your office ·/)).toBeNull();
  act(() => workplace.setState({ notices: [notice(2), notice(1)] }));
  expect(await screen.findByText('New External case handler role for your office · NM-2026-00002')).toBeTruthy();
  expect(screen.queryByText(/NM-2026-00001/)).toBeNull();
});

test('what the cache held is not news while it is being read', async () => {
  const { workplace } = await showPage('/settings', { state: { phase: 'opening' } });
  act(() => workplace.setState({ phase: 'ready', notices: [notice(3)] }));
  expect(screen.queryByText(/NM-2026-00003/)).toBeNull();
});

test('of one case it is told once', async () => {
  const { workplace } = await showPage('/settings', { state: { portals: whole } });
  const again = { ...notice(2), id: 'notice-8', kind: 'chat-written' as const };
  act(() => workplace.setState({ notices: [again, notice(2), notice(3)] }));
  expect(await screen.findByText('2 notices · NM-2026-00002')).toBeTruthy();
  expect(await screen.findByText('New External case handler role for your office · NM-2026-00003')).toBeTruthy();
});

test('what is told of a case replaces what was told of it before, and goes with the case', async () => {
  const { workplace } = await showPage('/settings', { state: { portals: whole } });
  act(() => workplace.setState({ notices: [notice(2)] }));
  expect(await screen.findByText('New External case handler role for your office · NM-2026-00002')).toBeTruthy();
  const again = { ...notice(2), id: 'notice-8', kind: 'role-removed' as const };
  act(() => workplace.setState({ notices: [again, notice(2)] }));
  expect(await screen.findByText('The External case handler role was taken back · NM-2026-00002')).toBeTruthy();
  expect(screen.queryByText('New External case handler role for your office · NM-2026-00002')).toBeNull();
  await act(() => workplace.forget({ portal: 'nordic-portal', case: 'case-2' }));
  await waitFor(() => expect(screen.queryByText(/taken back · NM-2026-00002/)).toBeNull());
});

test('what the first sync of a portal brings waits in the bell, and is not told', async () => {
  const { workplace } = await showPage('/settings', { state: { portals: [aPortalState({ asOf: null })] } });
  act(() => workplace.setState({ portals: whole, notices: [notice(9)] }));
  act(() => workplace.setState({ notices: [notice(2), notice(9)] }));
  expect(await screen.findByText(/NM-2026-00002/)).toBeTruthy();
  expect(screen.queryByText(/NM-2026-00009/)).toBeNull();
  expect(await screen.findByText('2 new notices')).toBeTruthy();
});

test('many at once are told as a number', async () => {
  const { workplace } = await showPage('/settings', { state: { portals: whole } });
  act(() => workplace.setState({ notices: [notice(4), notice(5), notice(6)] }));
  expect(await screen.findByText('The bell lists them.')).toBeTruthy();
  expect(screen.queryByText(/NM-2026-00004/)).toBeNull();
});
