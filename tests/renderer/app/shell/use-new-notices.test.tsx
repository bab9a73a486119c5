import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { OfflineState } from '../../../../renderer/offline/offline-desk.ts';
import { showPage } from '../../../support/renderer/show-page.tsx';

const notice = (id: number): OfflineState['notices'][number] => ({
  portal: 'nordic-portal',
  id: `notice-${id}`,
  kind: 'role-given',
  case: `case-${id}`,
  number: `NM-2026-0000${id}`,
  at: '2026-11-23T07:00:00.000Z',
});

test('a notice that arrives is told once, what was there before is not told again', async () => {
  const { workplace } = await showPage('/settings', { state: { notices: [notice(1)] } });
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

test('many at once are told as a number', async () => {
  const { workplace } = await showPage('/settings');
  act(() => workplace.setState({ notices: [notice(4), notice(5), notice(6), notice(7)] }));
  expect(await screen.findByText('The bell lists them.')).toBeTruthy();
  expect(screen.queryByText(/NM-2026-00004/)).toBeNull();
});
