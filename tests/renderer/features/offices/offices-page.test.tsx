import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { OfficesScreen } from '../../../../renderer/app/offices-screen.tsx';
import { queryClient } from '../../../../renderer/app/query-client.ts';
import { WorkplaceContext } from '../../../../renderer/bindings/contexts.ts';
import { anInsurer, anOffice, aDirectory, aStanding, monday } from '../../../support/builders.ts';
import {
  aCommand,
  anOutboxItem,
  aPortalState,
  workplaceInMemory,
  type WorkplaceStart,
} from '../../../support/renderer/in-memory-workplace.ts';
import { showPage } from '../../../support/renderer/show-page.tsx';
import { showPart } from '../../../support/renderer/show-part.tsx';
import { manyFacts } from '../../../support/rows.ts';

const revision = { command: '0199aaaa-0000-7000-8000-00000000000a', decidedAt: monday };
const kuopio = anOffice({ id: 'kuopio', company: 'kuivaus', name: 'Kuivaus Kuopio', services: ['drying'], marked: 0 });
const directory = aDirectory({
  offices: [
    anOffice({
      revision,
      postalCode: '70100',
      place: { postalCode: '70100', position: { latitude: 62.9, longitude: 27.7 } },
    }),
    kuopio,
    anOffice({ id: 'far', name: 'Arvio Jyväskylä', position: null, inNetwork: false, marked: 0 }),
  ],
});
const insurer = { state: { portals: [aPortalState({ standing: anInsurer(), directory })] } };
const managing = (level: 3 | 4) => ({
  state: { portals: [aPortalState({ standing: aStanding({ level }), directory })] },
});

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(monday) }));
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

/** The page without the frame around it. */
function show(start: WorkplaceStart) {
  const workplace = workplaceInMemory(start);
  const user = showPart(
    <QueryClientProvider client={queryClient()}>
      <WorkplaceContext value={workplace}>
        <OfficesScreen />
      </WorkplaceContext>
    </QueryClientProvider>,
  );
  return { user, workplace };
}

const fill = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });

test('offices are listed with what they offer, found without accents, and reached from the navigation', async () => {
  await showPage('/admin/offices', insurer);
  expect(screen.getByRole('link', { name: 'Offices', current: 'page' })).toBeTruthy();
  const list = await screen.findByRole('list', { name: 'Offices' });
  expect(within(list).getAllByRole('listitem')).toHaveLength(3);
  fill(screen.getByLabelText('Search offices'), 'jyvaskyla');
  await waitFor(() => expect(within(list).getAllByRole('listitem')).toHaveLength(1));
  expect(within(list).getByRole('listitem').textContent).toMatch(/No position.*Not in the partner network/);
  fill(screen.getByLabelText('Search offices'), 'jyvaskyla nowhere');
  expect(await screen.findByText('No office here')).toBeTruthy();
});

test('the insurer changes services, availability and network; what it does is said before, what stays too', async () => {
  const rows = manyFacts(3, [anInsurer()]).map((facts) => ({
    ...facts,
    row: { ...facts.row, portal: 'nordic-portal', state: 'open' as const, role: null, tasks: [] },
  }));
  const [first, ...rest] = rows;
  const role = { office: 'arvio-kuopio', officeName: '', company: 'arvio', user: null, since: monday, target: null };
  const held = first ? [{ ...first, row: { ...first.row, role } }, ...rest] : [];
  const { user, workplace } = show({ state: { ...insurer.state, rows: held } });
  const cogwheel = screen.getByRole('button', { name: 'Edit Arvio Kuopio' });
  await user.click(cogwheel);
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('checkbox', { name: 'Drying' }));
  await user.click(dialog.getByRole('checkbox', { name: 'Inspection' }));
  await user.click(dialog.getByRole('switch', { name: /^Unavailable/ }));
  expect(dialog.getByText('No new task and no new role is given to it.')).toBeTruthy();
  expect(dialog.getByText('It can be given new tasks of: Drying.')).toBeTruthy();
  expect(dialog.getByText('It is given no new tasks of: Inspection.')).toBeTruthy();
  expect(
    dialog.getByText(/no longer listed for the External case handler role: it is set to unavailable/),
  ).toBeTruthy();
  expect(dialog.getByText(/stay with it, in 1 open case that you see/)).toBeTruthy();
  await user.click(dialog.getByRole('switch', { name: /^In the partner network/ }));
  await user.click(dialog.getByText('Use the company’s own position'));
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(workplace.done.issued).toEqual([
    {
      portal: 'nordic-portal',
      name: 'change-office',
      subject: { kind: 'office', id: 'arvio-kuopio' },
      seen: revision.command,
      input: { available: false, inNetwork: false, services: ['drying'], place: null },
    },
  ]);
  await waitFor(() => expect(document.activeElement).toBe(cogwheel));
});

test('a position is proposed once the portal answers, with what it rests on; a bad one is said and not sent', async () => {
  const proposed = {
    sites: 12,
    beginning: '701',
    kilometres: 4,
    country: 'FI',
    position: { latitude: 62, longitude: 27 },
  };
  portalAnswers({});
  const { user, workplace } = show(managing(4));
  await user.click(screen.getByRole('button', { name: 'Edit Kuivaus Kuopio' }));
  const dialog = within(await screen.findByRole('dialog'));
  fill(dialog.getByLabelText('Postal code'), '70150');
  fill(dialog.getByLabelText(/^Latitude/), '');
  fill(dialog.getByLabelText(/^Longitude/), '');
  const save = dialog.getByRole('button', { name: 'Save office' });
  await user.click(save);
  expect(dialog.getByRole('alert').textContent).toContain('A postal code alone has no distance');
  await user.click(dialog.getByText('Propose the position'));
  expect(await dialog.findByText(/The portal cannot be asked now. Type the position/)).toBeTruthy();
  portalAnswers({ '/places/nordic-portal?postalCode=70150': { proposed } });
  await user.click(dialog.getByText('Propose the position'));
  expect(
    await dialog.findByText(/The middle of 12 sites in FI .* begins with 701; the furthest is 4 km away/),
  ).toBeTruthy();
  fill(dialog.getByLabelText(/^Latitude/), '62x');
  expect(dialog.getByRole('alert').textContent).toContain('−90 to 90');
  fill(dialog.getByLabelText(/^Latitude/), '62,5');
  expect(dialog.getByText(/^Distances count from .* km further on\.$/)).toBeTruthy();
  await user.click(save);
  await waitFor(() => expect(workplace.done.issued).toHaveLength(1));
  const place = { postalCode: '70150', position: { latitude: 62.5, longitude: 27 } };
  expect(workplace.done.issued[0]).toMatchObject({ input: { place }, seen: 'kuopio' });
});

test('an office’s manager changes the own office, not the network; other companies’ are not listed', async () => {
  const { user } = show(managing(3));
  expect(screen.getAllByRole('listitem').filter((item) => item.textContent?.includes('Kuopio'))).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: 'Edit Kuivaus Kuopio' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByRole<HTMLInputElement>('switch', { name: /^In the partner network/ }).disabled).toBe(true);
  expect(dialog.getByText(/Only the insurer's people can do this. Ask Nordic Mutual/)).toBeTruthy();
  expect(dialog.getByRole<HTMLInputElement>('checkbox', { name: 'Drying' }).checked).toBe(true);
});

test('the operator reads what is set and is told whose it is to change; a waiting change looks so', async () => {
  const operator = aStanding({ side: 'operator', company: 'operator', level: 6, office: null });
  const command = aCommand({
    name: 'change-office',
    subject: { kind: 'office', id: 'kuopio' },
    input: { available: false },
  });
  const portals = [aPortalState({ standing: operator, directory })];
  const { user } = show({ state: { portals, outbox: [anOutboxItem({ command })] } });
  expect(screen.getByText(/Waiting for the portal since/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Edit Arvio Kuopio' }));
  const dialog = within(await screen.findByRole('dialog'));
  const save = dialog.getByRole('button', { name: 'Save office' });
  expect(save.getAttribute('aria-disabled')).toBe('true');
  const why = /Only the insurer's people can do this/;
  expect(dialog.getByRole('button', { name: 'Save office', description: why })).toBe(save);
});

test('hours and closed days are changed from here, and the log tells of all in words', async () => {
  const at = '2026-11-20T08:00:00.000Z';
  portalAnswers({
    '/settings-log': [
      {
        what: 'change-office',
        by: 'Ellen Ward',
        at,
        before: { available: true, services: ['drying'], place: null },
        after: {
          available: false,
          services: ['inspection'],
          place: { postalCode: '1', position: { latitude: 1, longitude: 2 } },
        },
      },
    ],
  });
  const { user, workplace } = show(managing(4));
  await user.click(screen.getByRole('button', { name: 'Edit Kuivaus Kuopio' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Who changed what' }));
  for (const line of ['unavailable for new tasks', 'offers now: Inspection', 'no longer offers: Drying'])
    expect(await dialog.findByText(line)).toBeTruthy();
  expect(dialog.getByText('position 1, 2, postal code 1')).toBeTruthy();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.click(screen.getByRole('button', { name: 'Hours and closed days of Kuivaus Kuopio' }));
  const calendar = within(await screen.findByRole('dialog', { name: /Hours and closed days of Kuivaus Kuopio/ }));
  await user.click(calendar.getByRole('switch', { name: /^Own hours/ }));
  await user.click(calendar.getByRole('button', { name: 'Save hours and closed days' }));
  await waitFor(() => expect(workplace.done.issued[0]?.input).toHaveProperty('calendar'));
});
