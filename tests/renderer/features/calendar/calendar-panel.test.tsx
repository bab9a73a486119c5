import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { usualCalendar } from '../../../../shared/domain/portal/calendar.ts';
import { anInsurer, aStanding, monday as today, someSettings } from '../../../support/builders.ts';
import { aCommand, anOutboxItem, aPortalState } from '../../../support/renderer/in-memory-workplace.ts';
import { showPage } from '../../../support/renderer/show-page.tsx';

const calendar = {
  ...usualCalendar,
  closedDays: [
    { date: '2026-01-01', name: 'New Year’s Day' },
    { date: '2026-12-24', name: 'Christmas Eve' },
  ],
  place: 'FI',
  revision: '0199aaaa-0000-7000-8000-00000000000a',
  changedAt: '2026-11-20T08:00:00.000Z',
};
const settings = someSettings({ calendar });
const senior = { state: { portals: [aPortalState({ standing: anInsurer({ settings }) })] } };
const change = { name: 'Change hours and closed days…' } as const;

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(today) }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function portalAnswers(answers: Readonly<Record<string, unknown>>): void {
  vi.stubGlobal('fetch', async (path: string) => {
    const found = Object.entries(answers).find(([part]) => path.includes(part));
    return found ? Response.json(found[1]) : new Response('', { status: 404 });
  });
}

test('everybody reads the hours and the closed days to come; who may not change them is told who may', async () => {
  await showPage('/settings', { state: { portals: [aPortalState({ standing: aStanding({ settings, level: 2 }) })] } });
  expect(screen.getByText(/^Monday, Tuesday, Wednesday, Thursday,? and Friday$/)).toBeTruthy();
  expect(screen.getByText('24 Dec 2026, Christmas Eve')).toBeTruthy();
  expect(screen.queryByText(/New Year/)).toBeNull();
  const button = screen.getByRole('button', change);
  expect(button.getAttribute('aria-disabled')).toBe('true');
  expect(screen.queryByRole('button', { name: 'Who changed what' })).toBeNull();
});

test('a senior of the insurer sets hours and days by hand, based on the version that was seen', async () => {
  const { user, workplace } = await showPage('/settings', senior);
  await user.click(screen.getByRole('button', change));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('checkbox', { name: 'Saturday' }));
  await user.click(dialog.getByRole('checkbox', { name: 'Friday' }));
  await user.click(dialog.getByRole('button', { name: 'Remove 24 Dec 2026, Christmas Eve' }));
  await user.type(dialog.getByLabelText('Date'), '2026-12-07');
  await user.type(dialog.getByLabelText('Name of the day'), 'Bridge day{Enter}');
  await user.click(dialog.getByRole('button', { name: 'Save hours and closed days' }));
  const [monday] = usualCalendar.week;
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(workplace.done.issued).toEqual([
    {
      portal: 'nordic-portal',
      name: 'change-calendar',
      subject: { kind: 'portal', id: 'nordic-portal' },
      seen: calendar.revision,
      input: {
        week: [monday, monday, monday, monday, null, monday, null],
        closedDays: [calendar.closedDays[0], { date: '2026-12-07', name: 'Bridge day' }],
        place: 'FI',
      },
    },
  ]);
});

test('Ctrl+Enter saves from anywhere, with the day that was typed and not added yet', async () => {
  const { user, workplace } = await showPage('/settings', senior);
  await user.click(screen.getByRole('button', change));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByLabelText('Date'), '2026-12-07');
  await user.type(dialog.getByLabelText('Name of the day'), 'Bridge day{Control>}{Enter}{/Control}');
  await waitFor(() => expect(workplace.done.issued).toHaveLength(1));
  expect(workplace.done.issued[0]?.input).toMatchObject({
    closedDays: [{ date: '2026-01-01' }, { date: '2026-12-07', name: 'Bridge day' }, { date: '2026-12-24' }],
  });
});

test('holidays are proposed by the portal: public and bank ones ticked, others offered, those already there said so', async () => {
  portalAnswers({
    '/calendar/places': [{ code: 'FI', name: 'Finland' }],
    '/calendar/holidays?place=FI&year=2026': [
      { date: '2026-12-06', name: 'Independence Day', kind: 'public' },
      { date: '2026-12-24', name: 'Christmas Eve', kind: 'bank' },
      { date: '2026-12-31', name: 'New Year’s Eve', kind: 'bank' },
      { date: '2026-05-10', name: 'Mother’s Day', kind: 'observance' },
    ],
  });
  const { user, workplace } = await showPage('/settings', senior);
  await user.click(screen.getByRole('button', change));
  const dialog = within(await screen.findByRole('dialog'));
  await user.clear(dialog.getByLabelText('Year'));
  await user.type(dialog.getByLabelText('Year'), '2026');
  await user.click(dialog.getByRole('button', { name: 'Propose' }));
  await dialog.findByRole('checkbox', { name: /Independence Day/ });
  const ticked = (name: RegExp) => dialog.getByRole<HTMLInputElement>('checkbox', { name });
  expect([/Independence/, /Christmas/, /New Year’s Eve/, /Mother/].map((name) => ticked(name).checked)).toEqual([
    true,
    true,
    true,
    false,
  ]);
  expect(ticked(/Christmas/).disabled).toBe(true);
  await user.click(ticked(/New Year’s Eve/));
  await user.click(dialog.getByRole('button', { name: 'Add the ticked days (1)' }));
  await user.click(dialog.getByRole('button', { name: 'Save hours and closed days' }));
  await waitFor(() => expect(workplace.done.issued).toHaveLength(1));
  expect(workplace.done.issued[0]?.input).toMatchObject({
    closedDays: [{ date: '2026-01-01' }, { date: '2026-12-06', name: 'Independence Day' }, { date: '2026-12-24' }],
  });
});

test('a refusal keeps the form with what was entered; a week without hours is not sent', async () => {
  const changed = { changedBy: 'Ellen Ward', changedAt: '2026-11-23T07:00:00.000Z' };
  const refusal = { code: 'stale', grantor: 'nobody', ...changed } as const;
  const { user, workplace } = await showPage('/settings', {
    ...senior,
    onIssue: () => ({ ok: false, kind: 'refused', refusal }),
  });
  await user.click(screen.getByRole('button', change));
  const dialog = within(await screen.findByRole('dialog'));
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']) {
    await user.click(dialog.getByRole('checkbox', { name: day }));
  }
  const save = dialog.getByRole('button', { name: 'Save hours and closed days' });
  await user.click(save);
  expect(dialog.getByRole('alert').textContent).toContain('At least one weekday');
  expect(workplace.done.issued).toEqual([]);
  await user.click(dialog.getByRole('checkbox', { name: 'Sunday' }));
  await user.click(save);
  expect((await dialog.findByRole('alert')).textContent).toContain('Ellen Ward');
  expect(dialog.getByRole<HTMLInputElement>('checkbox', { name: 'Sunday' }).checked).toBe(true);
});

test('a company’s admin gives an office hours of its own, and while that waits says so', async () => {
  const admin = aStanding({ settings, level: 4 });
  const { user, workplace } = await showPage('/settings', { state: { portals: [aPortalState({ standing: admin })] } });
  await user.click(screen.getByRole('combobox', { name: 'Calendar of' }));
  await user.click(await screen.findByRole('option', { name: 'Kuivaus Kuopio' }));
  expect(screen.getByText(/keeps the calendar of Nordic Mutual/)).toBeTruthy();
  await user.click(screen.getByRole('button', change));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('switch', { name: /^Own hours/ }));
  await user.click(dialog.getByRole('checkbox', { name: 'Monday' }));
  await user.click(dialog.getByRole('button', { name: 'Save hours and closed days' }));
  await waitFor(() => expect(workplace.done.issued).toHaveLength(1));
  const [issued] = workplace.done.issued;
  const office = { kind: 'office', id: 'kuopio' } as const;
  const input = { calendar: { week: [null, ...usualCalendar.week.slice(1)], closedDays: calendar.closedDays } };
  // Null would be compared by time, as what app 0.1.0 sends: an unseen change would be overwritten.
  expect(issued).toMatchObject({ name: 'change-office', subject: office, input, seen: office.id });
  const command = aCommand({ name: 'change-office', subject: office, input });
  workplace.setState({ outbox: [anOutboxItem({ command })] });
  expect(await screen.findByText(/Waiting for the portal since/)).toBeTruthy();
  expect(screen.getByRole('button', change).getAttribute('aria-disabled')).toBe('true');
});

test('the log says who changed what', async () => {
  portalAnswers({
    '/settings-log': [
      {
        what: 'change-calendar',
        by: 'Ellen Ward',
        at: '2026-11-20T08:00:00.000Z',
        before: { calendar: null },
        after: { calendar: { ...calendar, week: [null, ...usualCalendar.week.slice(1)] } },
      },
    ],
  });
  const { user } = await showPage('/settings', senior);
  await user.click(screen.getByRole('button', { name: 'Who changed what' }));
  expect(await screen.findByText(/Ellen Ward/)).toBeTruthy();
  expect(screen.getByText(/^Monday: .* before, closed now$/)).toBeTruthy();
  expect(screen.getByText('added: 24 Dec 2026, Christmas Eve')).toBeTruthy();
});
