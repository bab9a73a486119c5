import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { aStanding } from '../../../support/builders.ts';
import { aPortalState } from '../../../support/renderer/in-memory-workplace.ts';
import { showPage } from '../../../support/renderer/show-page.tsx';
import { aRow, factsOf } from '../../../support/rows.ts';

test('what is kept of each insurer is shown with its age and the progress of a first sync', async () => {
  const baltic = aStanding({ portal: 'baltic', portalName: 'Baltic Insurance' });
  await showPage('/connection', {
    state: {
      portals: [aPortalState(), aPortalState({ portal: 'baltic', standing: baltic, asOf: null, received: 1200 })],
      rows: [factsOf(aRow())],
    },
  });
  const rows = within(screen.getByRole('table')).getAllByRole('row');
  expect(rows[1]?.textContent).toContain('Nordic Mutual');
  expect(rows[1]?.textContent).toMatch(/1$/);
  expect(rows[2]?.textContent).toContain('1,200 cases received so far');
});

test('why it is offline is said once and in words, the code only beside them, and that work goes on', async () => {
  const trouble = 'The portal server cannot be reached.';
  await showPage('/connection', {
    sync: { reach: 'offline', trouble, troubleCode: 'name-not-found ERR_NAME_NOT_RESOLVED' },
  });
  const alert = screen.getByRole('alert');
  expect(alert.firstChild?.textContent).toBe('No server has this name');
  expect(alert.lastChild?.textContent).toBe('For whoever is asked for help: ERR_NAME_NOT_RESOLVED');
  expect(alert.textContent).toContain('You can go on working');
  expect(alert.textContent).not.toContain('cannot be reached');
});

test('a portal server that is older than the app is said, with what to do; work goes on', async () => {
  const trouble = 'The portal server is older than this app.';
  await showPage('/connection', { sync: { reach: 'offline', trouble, troubleCode: 'server-too-old protocol 1' } });
  const alert = screen.getByRole('alert');
  expect(alert.firstChild?.textContent).toBe('This portal server is too old for Partner Desk');
  expect(alert.textContent).toContain('Whoever runs it has to update it.');
  expect(alert.textContent).toContain('You can go on working');
});

test('an answer that broke off is said in the words of sync', async () => {
  const trouble = 'The connection broke in the middle of an answer.';
  await showPage('/connection', { sync: { reach: 'offline', trouble, troubleCode: null } });
  expect(screen.getByRole('alert').textContent).toContain(trouble);
});

test('a round that was not finished while the portal answers is said too', async () => {
  await showPage('/connection', { sync: { reach: 'online', trouble: 'The disk takes no more: nothing is sent.' } });
  expect(screen.getByRole('alert').textContent).toContain('The disk takes no more');
  expect(screen.getByRole('contentinfo').textContent).toContain('Online, but not everything got through');
});

test('sending and receiving can be asked for', async () => {
  const { user, workplace } = await showPage('/connection');
  await user.click(screen.getByRole('button', { name: 'Send and receive now' }));
  expect(workplace.done.syncs).toBe(1);
});

test('the switch to work offline works here too', async () => {
  const { user, workplace } = await showPage('/connection');
  await user.click(screen.getByRole('switch', { name: /^Work offline/ }));
  await waitFor(() => expect(workplace.sync.state().reach).toBe('on-purpose'));
  expect(screen.getAllByText('Working offline').length).toBeGreaterThan(0);
});

test('offline on purpose nothing is sent, and the button says why', async () => {
  const { user, workplace } = await showPage('/connection', { sync: { reach: 'on-purpose' } });
  const button = screen.getByRole('button', { name: 'Send and receive now' });
  expect(button.getAttribute('aria-disabled')).toBe('true');
  await user.click(button);
  expect(workplace.done.syncs).toBe(0);
  expect(screen.getAllByText(/You chose to work offline/).length).toBeGreaterThan(0);
});
