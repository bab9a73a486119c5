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

test('why it is offline is said, and that work goes on', async () => {
  await showPage('/connection', { sync: { reach: 'offline', trouble: 'connection refused' } });
  const alert = screen.getByRole('alert');
  expect(alert.textContent).toContain('connection refused');
  expect(alert.textContent).toContain('You can go on working');
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
