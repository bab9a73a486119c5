import { i18n } from '@lingui/core';
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { App } from '../../../renderer/app/app.tsx';
import { readStart } from '../../../renderer/app/start.ts';
import { inEnglish } from '../../support/in-english.ts';
import { fillBrowserGaps } from '../../support/renderer/browser-gaps.ts';
import { aSession, deskInMemory } from '../../support/renderer/in-memory-desk.ts';
import { workplaceInMemory, type WorkplaceInMemory } from '../../support/renderer/in-memory-workplace.ts';

afterEach(() => {
  cleanup();
  window.location.hash = '';
});

async function start(drafts: Readonly<Record<string, string>>, workplace = workplaceInMemory()) {
  fillBrowserGaps();
  inEnglish();
  const desk = deskInMemory({ session: aSession, drafts, settings: { workOffline: true } });
  const opened: boolean[] = [];
  const open = (_: unknown, __: unknown, { workOffline }: { workOffline: boolean }): WorkplaceInMemory => {
    opened.push(workOffline);
    return workplace;
  };
  render(<App desk={desk.desk} i18n={i18n} start={await readStart(desk.desk)} openWorkplace={open} />);
  return { desk, opened };
}

test('the first sign-in begins at the dashboard', async () => {
  const { opened } = await start({});
  expect(await screen.findByRole('heading', { level: 1, name: 'Dashboard' })).toBeTruthy();
  expect(opened).toEqual([true]);
});

test('a later start opens the page where the user was', async () => {
  await start({ 'app.place': '/outbox' });
  expect(await screen.findByRole('heading', { level: 1, name: 'Outbox' })).toBeTruthy();
});

test('a link that started the app opens its case, though the page of the last time is still on its way', async () => {
  const { desk } = await start({ 'app.place': '/outbox' });
  act(() => desk.tell({ kind: 'open-case', subject: { portal: 'nordic-portal', case: 'case-1' } }));
  await waitFor(() => expect(window.location.hash).toBe('#/cases/nordic-portal/case-1'));
  expect(await screen.findByText('This case is not here')).toBeTruthy();
});

test('what cannot be opened is explained, nothing is deleted, and there is a way back', async () => {
  const broken = { ...workplaceInMemory(), opened: Promise.reject(new Error('the key does not open it')) };
  const { desk } = await start({}, broken);
  expect((await screen.findByRole('alert')).textContent).toContain('Nothing was deleted');
  await userEvent.setup().click(screen.getByRole('button', { name: 'Back to sign-in' }));
  expect(desk.done.left).toBe(1);
});
