import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import {
  aCaseHandler,
  aContent,
  aDirectory,
  anAsk,
  anInsurer,
  anna,
  anOffice,
  aRole,
  aTask,
  carla,
  monday,
  someSettings,
} from '../../../support/builders.ts';
import { plain, showCase } from '../../../support/renderer/show-case.ts';

const none = { status: 'C', office: null, company: null } as const;
const far = { latitude: 65, longitude: 25.5 };
const directory = aDirectory({
  offices: [
    anOffice({ id: 'own', name: 'Own near', services: ['drying', 'first-aid', 'inspection'] }),
    anOffice({ id: 'near', name: 'Also near', company: 'kuivaus', services: ['drying'] }),
    anOffice({ id: 'far', name: 'Far one', company: 'kuivaus', services: ['drying', 'first-aid'], position: far }),
    anOffice({ id: 'lost', name: 'Lost one', company: 'kuivaus', services: ['drying'], position: null }),
    anOffice({ id: 'shut', name: 'Shut one', services: ['drying', 'first-aid'], available: false }),
  ],
});
const role = aRole({ user: carla, userAssignedAt: monday });
const [drying, aid] = [
  aTask(none),
  aTask({ ...none, id: 'aid-1', type: 'first-aid', kind: 'first-aid', budget: 'none' }),
];
const shows = (change: Parameters<typeof aContent>[0], more: Parameters<typeof showCase>[0] = {}) =>
  showCase({ content: aContent({ role, ...change }), directory, standing: aCaseHandler(), ...more });
const dialogOf = (name: string | RegExp) => screen.findByRole('dialog', { name });
const offices = (dialog: HTMLElement) =>
  within(within(dialog).getByRole('radiogroup', { name: 'Offices' }))
    .getAllByRole('radio')
    .map((radio) => plain(radio.closest('label')?.querySelector('span')?.firstChild?.textContent));

test('recommended: by distance, then name, up to the portal’s distance, those of nowhere last; the own company is marked', async () => {
  const { user } = await shows({ tasks: [drying] });
  await user.click(screen.getAllByRole('button', { name: 'Assign partner…' })[0] ?? document.body);
  const dialog = await dialogOf('Assign Drying to a partner');
  expect(offices(dialog)).toEqual(['Also near', 'Own near', 'Lost one']);
  const text = plain(dialog.textContent);
  expect(text).toContain(
    'Up to 100 km from the damage site, the nearest first. 1 office further away is under All offices.',
  );
  expect(text).toContain('Offices whose place is not known stand last.');
  expect(text).toMatch(/Own near.*Your company/);
  await user.click(within(dialog).getByRole('radio', { name: 'All offices' }));
  expect(offices(dialog)).toEqual(['Also near', 'Far one', 'Lost one', 'Own near']);
});

test('the limit of the recommended list is the portal’s', async () => {
  const settings = someSettings({ allocation: { recommendedKilometres: null, managerFromOwnCompany: 'allowed' } });
  const { user } = await shows({ tasks: [drying] }, { standing: aCaseHandler({ settings }) });
  await user.click(screen.getAllByRole('button', { name: 'Assign partner…' })[0] ?? document.body);
  expect(offices(await dialogOf('Assign Drying to a partner'))).toEqual([
    'Also near',
    'Own near',
    'Far one',
    'Lost one',
  ]);
});

test('several go to one office in one command; who does not offer all of them is named with what is missing', async () => {
  const { user, living } = await shows({ tasks: [drying, aid] });
  await user.click(screen.getByRole('button', { name: 'Assign several…' }));
  const dialog = await dialogOf('Assign partner');
  expect(offices(dialog)).toEqual(['Own near']);
  await user.click(within(dialog).getByText('Why is an office not listed?'));
  const lines = within(dialog)
    .getAllByRole('listitem')
    .map((line) => plain(line.textContent));
  expect(lines).toContain('Also near, Kuivaus OyDoes not offer First aid. The office can add it to its services.');
  expect(lines).toContain('Shut one, Arvio OyTakes no new tasks. The office can change it.');
  await user.click(within(dialog).getByRole('radio', { name: /Own near/ }));
  await user.click(within(dialog).getByRole('button', { name: 'Assign to Own near' }));
  await waitFor(() =>
    expect(living.workplace.done.issued).toMatchObject([
      { name: 'allocate-tasks', input: { tasks: ['drying-1', 'aid-1'], office: 'own' } },
    ]),
  );
});

test('what is done with several tasks stands in one row', async () => {
  await shows({ tasks: [drying, aid] }, { standing: anInsurer() });
  const rowOf = (name: string) => screen.getByRole('button', { name }).parentElement;
  expect(rowOf('Assign several…')).toBe(rowOf('Add or remove tasks…'));
});

test('ticked away, a task stays where it is; without one there is nothing to assign', async () => {
  const { user, living } = await shows({ tasks: [drying, aid] });
  await user.click(screen.getByRole('button', { name: 'Assign several…' }));
  const dialog = await dialogOf('Assign partner');
  const ticks = within(dialog).getAllByRole('checkbox');
  for (const tick of ticks) await user.click(tick);
  await user.click(within(dialog).getByRole('button', { name: 'Assign partner' }));
  expect(within(dialog).getByText('Tick at least one task.')).toBeDefined();
  await user.click(ticks[0] ?? document.body);
  await user.click(within(dialog).getByRole('radio', { name: /Also near/ }));
  await user.click(within(dialog).getByRole('button', { name: 'Assign to Also near' }));
  await waitFor(() =>
    expect(living.workplace.done.issued).toMatchObject([
      { name: 'allocate-task', input: { task: 'drying-1', office: 'near' } },
    ]),
  );
});

test('another office: who loses the task is said, and a choice that can be no longer is named with its reason', async () => {
  const task = aTask({ status: '1', office: 'near', responsibles: [anna] });
  const drafts = { 'case/nordic-portal/case-1/assign-partner/drying-1': JSON.stringify({ office: 'shut' }) };
  const { user } = await shows({ tasks: [task] }, { standing: anInsurer(), desk: { drafts } });
  if (!screen.queryByRole('button', { name: 'Change partner…' }))
    await user.click(screen.getByRole('button', { name: /Drying/ }));
  await user.click(screen.getByRole('button', { name: 'Change partner…' }));
  const dialog = await dialogOf('Assign Drying to a partner');
  expect(within(dialog).getByRole('note').textContent).toContain(
    'Also near loses it and is told so, and so is Anna Korhonen.',
  );
  expect(offices(dialog)).toEqual(['Own near', 'Lost one']);
  expect((await within(dialog).findByRole('alert')).textContent).toContain('Shut one can no longer be chosen');
});

test('the insurer gives what a handler asked for to the office that was chosen, in one press', async () => {
  const task = aTask({ ...none, id: 'management-1', type: 'management', kind: 'project-management', budget: 'none' });
  const own = aDirectory({ offices: [anOffice({ id: 'own', name: 'Own near', services: ['management'] })] });
  const lacks = { code: 'manager-of-own-company', right: null, level: null, feature: null } as const;
  const ask = anAsk({
    by: carla,
    wanted: 'allocate-task',
    authority: 'tasks.allocate',
    task: task.id,
    office: 'own',
    lacks,
  });
  const { user, living } = await shows({ tasks: [task], asks: [ask] }, { standing: anInsurer(), directory: own });
  const asked = screen.getByRole('region', { name: 'Asked for' });
  await user.click(within(asked).getByRole('button', { name: 'Assign to Own near' }));
  await waitFor(() =>
    expect(living.workplace.done.issued).toMatchObject([
      { name: 'allocate-task', input: { task: 'management-1', office: 'own' } },
    ]),
  );
});
