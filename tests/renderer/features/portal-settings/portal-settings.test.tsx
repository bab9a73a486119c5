import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { rightWords } from '../../../../renderer/words/right-words.ts';
import type { SettingsEntry } from '../../../../shared/contract/settings-log.ts';
import { rightsInUse } from '../../../../shared/domain/command-book.ts';
import type { SettingsReach } from '../../../../shared/domain/portal/settings-reach.ts';
import { rights } from '../../../../shared/domain/rights/rights.ts';
import {
  aCaseHandler,
  anInsurer,
  anOperator,
  aStanding,
  monday,
  settingsWithRole,
  someSettings,
} from '../../../support/builders.ts';
import { aCommand, anOutboxItem, aPortalState } from '../../../support/renderer/in-memory-workplace.ts';
import { plain } from '../../../support/renderer/show-case.ts';
import { showPage } from '../../../support/renderer/show-page.tsx';

const reach: SettingsReach = {
  marked: 5,
  handlers: 3,
  handled: 12,
  waiting: 2,
  managers: 4,
  managed: 9,
  inspectors: 2,
  inspected: 3,
  aboveLimit: 2,
};
const revision = { command: '0199aaaa-0000-7000-8000-00000000000a', decidedAt: monday };
const changeRole = { name: 'Change the External case handler…' } as const;
const changeManager = { name: 'Change the project manager…' } as const;
const save = { name: 'Save changes…' } as const;

let asked: string[] = [];
let portal: { log: readonly SettingsEntry[]; reach: SettingsReach | null };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(monday) });
  asked = [];
  portal = { log: [], reach };
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    if (path.includes('/settings-log/')) return Response.json(portal.log);
    if (path.includes('/settings-reach/') && portal.reach) return Response.json(portal.reach);
    throw new TypeError('not reached');
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const at = (standing: ReturnType<typeof aStanding>) => ({ state: { portals: [aPortalState({ standing })] } });
const show = (standing: ReturnType<typeof aStanding>, more: object = {}) =>
  showPage('/admin/portal', { ...at(standing), ...more });
const box = (right: (typeof rights)[number]) =>
  screen.getByRole<HTMLInputElement>('checkbox', { name: rightWords(right).label });

test('the insurer reads all sixteen in their order, each with what it does, and is told whom to ask', async () => {
  const settings = settingsWithRole({ rights: ['budget.approve'], defaultLimit: null });
  const { user } = await show(anInsurer({ settings }));
  const panel = within(screen.getByRole('tabpanel', { name: 'External case handler' }));
  const items = panel.getAllByRole('listitem').map((item) => item.textContent);
  expect(items).toHaveLength(16);
  for (const [index, right] of rights.entries()) {
    const { label, explanation } = rightWords(right);
    expect(items[index]).toContain(`${label} ${right === 'budget.approve' ? 'given' : 'not given'}${explanation}`);
    expect(items[index]?.endsWith('Not yet in this version')).toBe(!rightsInUse.includes(right));
  }
  const of = (right: (typeof rights)[number]) => items[rights.indexOf(right)];
  expect(of('ownwork.beforeApproval')).toContain('what it allows is the customer’s own work'.replace('’', "'"));
  expect(of('cash.beforeApproval')).toContain('only together with “Make cash offer for all tasks”');
  expect(of('cash.beforeApproval')).toContain('No effect here, because Nordic Mutual does not use work plans.');
  expect(of('offices.categories')).toContain('“Allocate partners to tasks” or “Initiate and edit RFQ”');
  expect(of('budget.onBehalf')).not.toContain('No effect');
  expect(panel.getByText('none, which counts as 0')).toBeTruthy();
  const change = panel.getByRole('button', changeRole);
  expect(change.getAttribute('aria-disabled')).toBe('true');
  expect(panel.getAllByText(/Ask the operator/).length).toBeGreaterThan(0);
  await user.click(change);
  expect(screen.queryByRole('checkbox')).toBeNull();
});

test('with work plans in use it is right 7 that is inert', async () => {
  await show(anInsurer({ settings: someSettings({ workPlans: true }) }));
  const panel = within(screen.getByRole('tabpanel', { name: 'External case handler' }));
  expect(panel.getAllByText(/No effect here, because Nordic Mutual uses work plans/)).toHaveLength(1);
  expect(panel.queryByText(/does not use work plans/)).toBeNull();
});

test('the operator takes a right away and lowers the limit: told before whom it touches and what they can do no longer', async () => {
  const settings = settingsWithRole({ revision });
  const { user, workplace } = await show(anOperator({ settings }));
  await user.click(screen.getByRole('button', changeRole));
  expect(screen.getByRole('button', save).getAttribute('aria-disabled')).toBe('true');
  await user.click(box('budget.approve'));
  const limit = screen.getByRole<HTMLInputElement>('textbox', { name: 'Default limit (EUR)' });
  await user.clear(limit);
  await user.type(limit, '1.234');
  expect(screen.getAllByText(/This can mean/).length).toBeGreaterThan(0);
  expect(screen.getByRole('button', save).getAttribute('aria-disabled')).toBe('true');
  await user.clear(limit);
  await user.type(limit, '2,500.00');
  await user.click(screen.getByRole('radio', { name: 'Each budget by itself' }));
  await user.click(screen.getByRole('switch', { name: /^Work of the own company/ }));
  const sample = screen.getByRole('textbox', { name: 'Approvals the insurer looks at as well' });
  await user.clear(sample);
  await user.type(sample, '10');
  await user.keyboard('{Control>}{Enter}{/Control}');
  const dialog = within(await screen.findByRole('dialog'));
  await dialog.findByText(/12 open cases can no longer do this/);
  expect(asked.at(-1)).toContain('/settings-reach/nordic-portal?limit=250000&basis=per-budget');
  const said = plain(screen.getByRole('dialog').textContent);
  for (const words of [
    'no longer given: Approve budget',
    'default limit: €5,000.00 before, €2,500.00 now',
    'the limit counts each budget by itself',
    'the insurer looks at 10 % of the approvals within the limit',
    'work of the own company may be approved',
    '5 active users are marked for the role. 3 users have it in 12 open cases. 2 open cases wait',
    '2 waiting budgets are within the limit today',
    '3 external case handlers in 12 open cases can no longer do this:Approving budgets',
  ]) {
    expect(said).toContain(words);
  }
  // The first press of Enter on what is read decides nothing.
  await user.keyboard('{Enter}');
  expect(workplace.done.issued).toEqual([]);
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(workplace.done.issued).toEqual([
    {
      portal: 'nordic-portal',
      name: 'change-rights',
      subject: { kind: 'portal', id: 'nordic-portal' },
      seen: revision.command,
      input: {
        rights: rights.filter((right) => right !== 'budget.approve'),
        defaultLimit: 250_000,
        limitBasis: 'per-budget',
        ownCompany: true,
        sampleWithinLimit: 10,
      },
    },
  ]);
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', changeRole)));
});

test('the role is taken out of use, an empty limit is none, and what was never changed is named by its portal', async () => {
  const { user, workplace } = await show(anOperator());
  await user.click(screen.getByRole('button', changeRole));
  await user.click(screen.getByRole('switch', { name: /^The role is in use/ }));
  await user.clear(screen.getByRole('textbox', { name: 'Default limit (EUR)' }));
  await user.click(screen.getByRole('button', save));
  const dialog = within(await screen.findByRole('dialog'));
  expect(await dialog.findByText(/3 external case handlers in 12 open cases can no longer act as such/)).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Save the External case handler' }));
  await waitFor(() => expect(workplace.done.issued).toHaveLength(1));
  expect(workplace.done.issued[0]).toMatchObject({
    seen: 'nordic-portal',
    input: { enabled: false, defaultLimit: null },
  });
});

test('the project manager has a set of its own; a refusal keeps what was chosen and says who was first', async () => {
  const refusal = { code: 'stale', grantor: 'nobody', changedBy: 'Olli Aho', changedAt: monday } as const;
  let refuses = true;
  const { user, workplace } = await show(anOperator({ settings: someSettings({ projectManagerRevision: revision }) }), {
    onIssue: () => (refuses ? { ok: false, kind: 'refused', refusal } : null),
  });
  await user.click(screen.getByRole('tab', { name: 'Project manager' }));
  await user.click(screen.getByRole('button', changeManager));
  await user.click(box('tasks.approve'));
  await user.click(box('budget.approve'));
  await user.click(screen.getByRole('button', save));
  const dialog = within(await screen.findByRole('dialog'));
  expect(await dialog.findByText(/^4 project managers in 9 open cases can no longer do this:$/)).toBeTruthy();
  expect(dialog.getByText('given to the project manager: Approve budget')).toBeTruthy();
  const deed = dialog.getByRole('button', { name: 'Save the project manager' });
  await user.click(deed);
  expect((await dialog.findByRole('alert')).textContent).toContain('Olli Aho');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect([box('tasks.approve').checked, box('budget.approve').checked]).toEqual([false, true]);
  refuses = false;
  await user.click(screen.getByRole('button', save));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Save the project manager' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(workplace.done.issued.at(-1)).toMatchObject({
    name: 'change-manager-rights',
    seen: revision.command,
    input: { rights: ['tasks.edit', 'tasks.allocate', 'budget.approve'] },
  });
});

test('the inspector with extra authority has one too, which is empty where it was never set', async () => {
  const { user, workplace } = await show(anOperator());
  await user.click(screen.getByRole('tab', { name: 'Inspector' }));
  const given = () => within(screen.getByRole('tabpanel', { name: 'Inspector' })).queryAllByText('given');
  expect(given()).toHaveLength(0);
  await user.click(screen.getByRole('button', { name: 'Change the inspector…' }));
  await user.click(box('budget.approve'));
  await user.click(screen.getByRole('button', save));
  const dialog = within(await screen.findByRole('dialog'));
  expect(await dialog.findByText(/^2 inspectors in 3 open cases\.$/)).toBeTruthy();
  expect(dialog.getByText('given to the inspector: Approve budget')).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Save the inspector' }));
  await waitFor(() => expect(workplace.done.issued).toHaveLength(1));
  const name = 'change-inspector-rights';
  const input = { rights: ['budget.approve' as const] };
  expect(workplace.done.issued[0]).toMatchObject({ name, seen: 'nordic-portal', input });
  const subject = { kind: 'portal', id: 'nordic-portal' } as const;
  workplace.setState({ outbox: [anOutboxItem({ command: aCommand({ name, subject, input }) })] });
  expect(await screen.findByText(/Waiting for the portal since/)).toBeTruthy();
  expect(given()).toHaveLength(1);
});

test('a right that is taken from inspectors is told with whom that stops', async () => {
  const { user } = await show(anOperator({ settings: someSettings({ inspectorRights: ['tasks.approve'] }) }));
  await user.click(screen.getByRole('tab', { name: 'Inspector' }));
  await user.click(screen.getByRole('button', { name: 'Change the inspector…' }));
  await user.click(box('tasks.approve'));
  await user.click(screen.getByRole('button', save));
  const dialog = within(await screen.findByRole('dialog'));
  expect(await dialog.findByText(/^2 inspectors in 3 open cases can no longer do this:$/)).toBeTruthy();
});

test('offline it is saved as well, and said that nothing could be counted; while it waits it is shown and stays', async () => {
  portal.reach = null;
  const { user, workplace } = await show(anOperator());
  await user.click(screen.getByRole('button', changeRole));
  await user.click(box('tasks.edit'));
  await user.click(screen.getByRole('button', save));
  const dialog = within(await screen.findByRole('dialog'));
  expect((await dialog.findByRole('alert')).textContent).toContain('cannot be asked now');
  await user.click(dialog.getByRole('button', { name: 'Save the External case handler' }));
  await waitFor(() => expect(workplace.done.issued).toHaveLength(1));
  const input = { rights: rights.filter((right) => right !== 'tasks.edit') };
  const subject = { kind: 'portal', id: 'nordic-portal' } as const;
  workplace.setState({ outbox: [anOutboxItem({ command: aCommand({ name: 'change-rights', subject, input }) })] });
  expect(await screen.findByText(/Waiting for the portal since/)).toBeTruthy();
  expect(screen.getAllByRole('listitem')[0]?.textContent).toContain('Add and remove tasks not given');
  expect(screen.getByRole('button', changeRole).getAttribute('aria-disabled')).toBe('true');
});

test('what somebody else sets is shown as soon as it comes, and under a form it is said', async () => {
  const { user, workplace } = await show(anOperator());
  const change = (rights: readonly ['tasks.edit'] | readonly [], command: string) =>
    workplace.setState({
      portals: [
        aPortalState({
          standing: anOperator({ settings: settingsWithRole({ rights, revision: { ...revision, command } }) }),
        }),
      ],
    });
  change(['tasks.edit'], revision.command);
  await waitFor(() => expect(screen.getAllByText('given')).toHaveLength(1 + 3));
  await user.click(screen.getByRole('button', changeRole));
  expect(screen.queryByText(/Somebody else has changed this/)).toBeNull();
  change([], '0199aaaa-0000-7000-8000-00000000000b');
  expect(await screen.findByText(/Somebody else has changed this/)).toBeTruthy();
  expect(box('tasks.edit').checked).toBe(true);
});

test('beside it stands what was set when, in words', async () => {
  const role = { ...someSettings().externalCaseHandler, rights: ['tasks.edit'] as const };
  portal.log = [
    {
      what: 'change-manager-rights',
      by: 'Oona Saari',
      at: monday,
      before: { projectManagerRights: ['tasks.edit'] },
      after: { projectManagerRights: ['tasks.approve'] },
    },
    {
      what: 'change-inspector-rights',
      by: 'Oona Saari',
      at: monday,
      before: { inspectorRights: null },
      after: { inspectorRights: ['budget.approve'] },
    },
    {
      what: 'change-rights',
      by: 'Oona Saari',
      at: monday,
      before: { externalCaseHandler: role },
      after: {
        externalCaseHandler: {
          enabled: false,
          rights: ['budget.approve'],
          defaultLimit: null,
          limitBasis: 'per-budget',
          ownCompany: true,
          revision,
        },
      },
    },
    { what: 'change-calendar', by: 'Ellen Ward', at: monday, before: { calendar: null }, after: { calendar: {} } },
  ];
  await show(anInsurer());
  const heading = await screen.findByRole('heading', { name: 'What was set when' });
  const section = heading.closest('section');
  if (!section) throw new Error('no log');
  await waitFor(() => expect(plain(section.textContent)).toContain('given: Approve budget'));
  expect([...section.querySelectorAll('li li')].map((line) => plain(line.textContent))).toEqual([
    'given to the project manager: Approve tasks',
    'taken from the project manager: Add and remove tasks',
    'given to the inspector: Approve budget',
    'the role is no longer in use',
    'given: Approve budget',
    'no longer given: Add and remove tasks',
    'default limit: €5,000.00 before, none now',
    'the limit counts each budget by itself',
    'work of the own company may be approved',
  ]);
  expect(section.textContent).not.toContain('Ellen Ward');
});

test('hours and closed days stand there too; of several portals one is chosen; a partner is not led here', async () => {
  const baltic = anOperator({ portal: 'baltic-portal', portalName: 'Baltic Insurance' });
  const portals = [
    aPortalState({ standing: anOperator() }),
    aPortalState({ portal: 'baltic-portal', standing: baltic }),
    aPortalState({ portal: 'third', standing: aStanding({ portal: 'third', portalName: 'Third' }) }),
  ];
  const { user } = await showPage('/admin/portal', { state: { portals } });
  await user.click(screen.getByRole('combobox', { name: 'Settings of' }));
  expect(screen.getAllByRole('option').map((each) => each.textContent)).toEqual(['Nordic Mutual', 'Baltic Insurance']);
  await user.click(screen.getByRole('option', { name: 'Baltic Insurance' }));
  await waitFor(() => expect(asked.at(-1)).toContain('/settings-log/baltic-portal'));
  await user.click(screen.getByRole('tab', { name: 'Hours and closed days' }));
  expect(
    screen.getByRole('button', { name: 'Change hours and closed days…' }).getAttribute('aria-disabled'),
  ).toBeNull();
  expect(screen.getByRole('link', { name: 'Portal settings' })).toBeTruthy();
});

test('whoever has no part in the settings is told whom to ask', async () => {
  for (const standing of [aCaseHandler(), anInsurer({ active: false })]) {
    const { workplace } = await show(standing);
    expect(screen.getByText('Read by the insurer’s people and the operator')).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Portal settings' })).toBeNull();
    expect(workplace.done.issued).toEqual([]);
    document.body.replaceChildren();
  }
});

test('the operator switches work plans on, told before what it does and whom it reaches', async () => {
  const { user, workplace } = await show(anOperator());
  await user.click(screen.getByRole('tab', { name: 'Work plans' }));
  const panel = within(screen.getByRole('tabpanel', { name: 'Work plans' }));
  expect(panel.getByText('Simple budgets: an amount and a file')).toBeTruthy();
  await user.click(panel.getByRole('button', { name: 'Change how costs are calculated…' }));
  expect(panel.getByText('Nothing is changed yet.')).toBeTruthy();
  await user.click(panel.getByRole('radio', { name: /^Work plans/ }));
  await user.click(panel.getByRole('button', save));
  const dialog = within(await screen.findByRole('dialog'));
  const gained = dialog.getByText(/^these rights have an effect/).textContent;
  for (const right of ['cash.allTasks', 'cash.beforeApproval', 'ownwork.beforeApproval'] as const)
    expect(gained).toContain(rightWords(right).label);
  expect(dialog.getByText(/^these have none/).textContent).toContain(rightWords('budget.onBehalf').label);
  expect(dialog.getByText(/a new simple budget is refused/)).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Use work plans' }));
  expect(workplace.done.issued).toMatchObject([{ name: 'change-work-plans', input: { workPlans: true } }]);
});

test('the insurer reads whether work plans are in use, and who sets it', async () => {
  const command = aCommand({ name: 'change-work-plans', input: { workPlans: false } });
  portal.log = [
    { what: 'change-work-plans', by: 'Oona', at: monday, before: { workPlans: false }, after: { workPlans: true } },
  ];
  const standing = anInsurer({ settings: someSettings({ workPlans: true }) });
  const { user } = await showPage('/admin/portal', {
    state: { portals: [aPortalState({ standing })], outbox: [anOutboxItem({ command })] },
  });
  await user.click(screen.getByRole('tab', { name: 'Work plans' }));
  const panel = within(screen.getByRole('tabpanel', { name: 'Work plans' }));
  // What waits is shown as it will be.
  expect(panel.getByText('Simple budgets: an amount and a file')).toBeTruthy();
  expect(panel.getByText(/Set by the operator/)).toBeTruthy();
  expect(await screen.findByText('work plans are in use')).toBeTruthy();
});
