import { waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useKeptCases } from '../../../renderer/bindings/kept-cases.ts';
import { showPage } from '../../support/renderer/show-page.tsx';

const [first, second] = [
  { portal: 'nordic-portal', case: 'case-1' },
  { portal: 'nordic-portal', case: 'case-2' },
];

test('which cases are wanted offline is kept with the account, and one more is fetched at once', async () => {
  const kept = '["nordic-portal","case-1"]';
  const { desk, workplace } = await showPage('/settings', { desk: { drafts: { 'app.kept-cases': kept } } });
  await waitFor(() => expect([...useKeptCases.getState().cases]).toEqual([kept]));
  expect(workplace.done.syncs).toBe(0);
  useKeptCases.getState().keep(second, true);
  await waitFor(() => expect(desk.done.drafts['app.kept-cases']).toBe(`${kept}\n["nordic-portal","case-2"]`));
  expect(workplace.done.syncs).toBe(1);
  expect(workplace.offline.places()).toContain('cases kept offline');
  useKeptCases.getState().keep(first, false);
  useKeptCases.getState().keep(second, false);
  await waitFor(() => expect(desk.done.drafts['app.kept-cases'] ?? null).toBeNull());
  expect(workplace.done.syncs).toBe(1);
});
