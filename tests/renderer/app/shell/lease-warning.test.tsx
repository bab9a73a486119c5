import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { aSession } from '../../../support/renderer/in-memory-desk.ts';
import { showPage } from '../../../support/renderer/show-page.tsx';

/** The clock of the screens stands at Monday, 23 November 2026, 8:00 UTC. */
const until = (offlineUntil: string) => ({ desk: { session: { ...aSession, offlineUntil } } });
const words = /your cases close on this computer/;

test('sync 31: on the last of the days offline it says until when, and that what waits stays', async () => {
  await showPage('/settings', { ...until('2026-11-24T07:59:00.000Z'), sync: { reach: 'offline' } });
  const warning = await screen.findByText(words);
  expect(warning.textContent).toMatch(/24 Nov 2026|Nov 24, 2026/);
  expect(warning.textContent).toContain('What waits to be sent stays kept.');
});

test('sync 31: before that day, and while the portal answers, nobody is alarmed', async () => {
  const { workplace } = await showPage('/settings', {
    ...until('2026-11-24T08:01:00.000Z'),
    sync: { reach: 'on-purpose' },
  });
  await screen.findByText(/now until/);
  expect(screen.queryByText(words)).toBeNull();
  act(() => workplace.setSync({ reach: 'online' }));
  expect(screen.queryByText(words)).toBeNull();
});
