import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { sights } from '../../../../shared/domain/case/case-parts.ts';
import { viewOf } from '../../../support/brute-force/view-of.ts';
import {
  aBudget,
  aCaseHandler,
  aContent,
  anInsurer,
  aRole,
  aStanding,
  aTask,
  bertil,
  carla,
  monday,
  settingsWithRole,
} from '../../../support/builders.ts';
import { plain, showCase } from '../../../support/renderer/show-case.ts';
import { aCommand, anOutboxItem } from '../../../support/renderer/in-memory-workplace.ts';
import { livingCase } from '../../../support/renderer/living-case.ts';
import { showPage } from '../../../support/renderer/show-page.tsx';

afterEach(() => {
  vi.unstubAllEnvs();
});

const handled = aContent({
  role: aRole({ user: carla, userAssignedAt: monday }),
  tasks: [aTask({ status: 'B' })],
  budgets: [aBudget()],
});

describe('the head of a case', () => {
  test('says which case it is, whose, and who handles it since when', async () => {
    await showCase({ content: handled });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('Harbour Street 9, Kuopio');
    const line = screen.getByText('claim CL-1').parentElement;
    expect(plain(line?.textContent)).toBe('Stream or river overflow · Nordic Mutual · loss 3 Nov 2026 · claim CL-1');
    const card = screen.getByRole('region', { name: 'External case handler' });
    expect(plain(card.textContent)).toContain('Carla Maki');
    expect(plain(card.textContent)).toContain('Arvio Kuopio, since 23 Nov, 10:00');
  });

  test('a site without a street is its town, with no comma and no empty line', async () => {
    const site = { ...handled.case.site, street: '' };
    await showCase({ content: { ...handled, case: { ...handled.case, site } }, standing: anInsurer() });
    const heading = screen.getByRole('heading', { level: 1 });
    expect(plain(heading.textContent)).toBe(`${handled.case.number}${site.city}`);
    const address = screen.getByText('Address').nextElementSibling;
    expect(address?.textContent).toMatch(new RegExp(`^${site.postalCode} ${site.city}\\n`));
  });

  test('tells what was reported by days as these days, wherever it is read', async () => {
    vi.stubEnv('TZ', 'America/Los_Angeles');
    const day = '2026-03-03T22:00:00.000Z';
    const reported = {
      ...handled.case,
      createdAt: day,
      decision: { result: 'approved', at: day, by: bertil } as const,
      tasks: [aTask({ status: '0', since: day })],
    };
    await showCase({ content: { ...handled, case: reported } });
    const said = (name: string) => plain(screen.getByText(name).nextElementSibling?.textContent);
    expect([said('Opened'), said('Compensation'), said('Since')]).toEqual([
      '4 Mar 2026',
      'Approved 4 Mar 2026',
      '4 Mar 2026',
    ]);
  });

  test('says what a case that left was, and why', async () => {
    const left = {
      portal: 'nordic-portal',
      case: 'case-9',
      number: 'NM-9',
      at: monday,
      reason: 'mark-removed' as const,
      said: 'We do it ourselves',
    };
    void showPage('/cases/nordic-portal/case-9', { state: { withdrawn: [left] } }).catch(() => undefined);
    expect(await screen.findByText('NM-9 is no longer yours')).toBeDefined();
    expect(screen.getByText(/no longer marked for the External case handler role/)).toBeDefined();
    expect(screen.getByText('We do it ourselves')).toBeDefined();
  });
});

test('phone, mail and address are links that leave the app, and text where they lead nowhere', async () => {
  const customer = { name: 'A. Customer', phone: '+358 40 1', email: 'none' };
  await showCase({ content: aContent({ customer }), standing: anInsurer() });
  const phone = screen.getByRole('link', { name: '+358 40 1' });
  expect([phone.getAttribute('href'), phone.getAttribute('target')]).toEqual(['tel:+358401', '_blank']);
  expect(screen.getByRole('link', { name: /Harbour Street 9/ }).getAttribute('href')).toContain('openstreetmap.org');
  expect(screen.getByText('none').closest('a')).toBeNull();
});

test('budgets stand in one order on every tab: what was sent last first', async () => {
  const sent = (id: string, submittedAt: string) => aBudget({ id, description: `Sent ${id}`, submittedAt });
  const budgets = [
    sent('a', '2026-11-20T08:00:00.000Z'),
    sent('c', '2026-11-22T08:00:00.000Z'),
    sent('b', '2026-11-21T08:00:00.000Z'),
  ];
  const { user } = await showCase({ content: aContent({ budgets }), standing: anInsurer(), tab: 'budgets' });
  const order = () => (screen.getByRole('tabpanel').textContent?.match(/Sent [abc]/g) ?? []).join(' ');
  expect(order()).toBe('Sent c Sent b Sent a');
  await user.click(screen.getByRole('tab', { name: /Cost control/ }));
  expect(order()).toBe('Sent c Sent b Sent a');
});

test('what was held back is said in its case, not as something that waits for the portal', async () => {
  const living = livingCase();
  const held = anOutboxItem({
    state: 'blocked',
    command: aCommand({ name: 'start-task', input: { task: 'drying-1' } }),
  });
  const { workplace } = living;
  const openCase = async () => ({ ...living.open(), waiting: [held] });
  await showPage('/cases/nordic-portal/case-1', {
    workplace: { ...workplace, offline: { ...workplace.offline, openCase } },
  });
  expect(await screen.findByRole('button', { name: '1 held back' })).toBeDefined();
  expect(screen.queryByText(/waiting for the portal/)).toBeNull();
  const list = screen.getByText('Not confirmed by the portal yet').closest('section');
  expect(list?.textContent).toContain('StartHeld back');
  expect(list?.textContent).toContain('Decide anew here, which takes its place');
});

describe('a tab that may not be opened', () => {
  test('is locked with the reason and who can change it, and its content is nowhere', async () => {
    const standing = aCaseHandler({ settings: settingsWithRole({ rights: ['tasks.approve'] }) });
    const content = viewOf(handled, { parts: sights['external-case-handler'], company: standing.company });
    const { user } = await showCase({ content, standing });
    await user.click(screen.getByRole('tab', { name: /Cost control/ }));
    const panel = screen.getByRole('tabpanel');
    expect(plain(panel.textContent)).toContain(
      'Approving budgets is not among the rights of the External case handler at Nordic Mutual.The operator can change it.',
    );
    expect(document.body.textContent).not.toContain('Drying of the cellar');
    expect(within(screen.getByRole('tab', { name: /Cost control/ })).getByLabelText('locked')).toBeDefined();
  });

  test('has the same order in every case', async () => {
    const names = () => screen.getAllByRole('tab').map((tab) => plain(tab.textContent).replaceAll(/\d/g, '').trim());
    await showCase({ content: handled, standing: anInsurer() });
    expect(names()).toEqual([
      'Overview',
      'Budgets',
      'Decision',
      'Cost control',
      'Invoices',
      'Chat',
      'Documents',
      'Log',
    ]);
  });
});

test('who sees the header only is told what it is and what it takes to see the rest', async () => {
  const standing = aCaseHandler({ member: 'dan', marked: false });
  const content = viewOf(aContent({ role: aRole() }), { parts: sights['company-header'], company: standing.company });
  await showCase({ content, standing });
  expect(screen.getByRole('note').textContent).toContain(
    'the External case handler role waits here for a user of your company',
  );
  expect(screen.getByRole('button', { name: 'Assign user…' }).getAttribute('aria-disabled')).toBeNull();
  expect(screen.queryByText('A. Customer')).toBeNull();
});

describe('an action that is not allowed', () => {
  test('keeps its place, is reached by keyboard, and says why and who can change it', async () => {
    const standing = aStanding({ level: 1 });
    const tasks = [
      aTask({ status: '0+', responsibles: [{ member: 'anna', name: 'Anna Korhonen', company: 'kuivaus' }] }),
    ];
    const { user } = await showCase({ content: aContent({ tasks }), standing });
    await user.click(screen.getByRole('button', { name: /^Drying/ }));
    const button = screen.getByRole('button', { name: 'Change members…' });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(button.getAttribute('tabindex')).not.toBe('-1');
    const described = document.getElementById(button.getAttribute('aria-describedby') ?? '');
    expect(described?.textContent).toBe('It needs authority level 2; yours is 1. An admin of Kuivaus Oy can raise it.');
    await user.click(button);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('gives a status as its reason as well', async () => {
    const tasks = [
      aTask({ status: 'B++', plannedStart: monday, plannedEnd: '2026-11-24T08:00:00.000Z' }),
      aTask({ id: 'inspection-1', main: true, status: '3', kind: 'inspection', type: 'inspection' }),
    ];
    const { user } = await showCase({ content: aContent({ tasks, decision: null }) });
    await user.click(screen.getByRole('button', { name: /^Drying/ }));
    const button = screen.getByRole('button', {
      name: 'Start',
      description: /compensation decision is still open/,
    });
    expect(button.getAttribute('aria-disabled')).toBe('true');
  });
});

describe('what was done and is not confirmed', () => {
  test('looks waiting at the task, in the head and in the overview', async () => {
    const { user, living } = await showCase();
    await user.click(screen.getByRole('button', { name: 'Confirm received' }));
    expect(living.workplace.done.issued.map(({ name }) => name)).toEqual(['confirm-received']);
    expect(await screen.findByText('1 waiting for the portal')).toBeDefined();
    expect(screen.getAllByText(/Waiting for the portal since/).length).toBeGreaterThanOrEqual(2);
    expect(plain(screen.getByRole('region', { name: 'Tasks' }).textContent)).toContain('0+ Needs members');
  });

  test('is said to be refused probably, once it no longer applies', async () => {
    const { user, meanwhile } = await showCase();
    await user.click(screen.getByRole('button', { name: 'Confirm received' }));
    await screen.findByText('1 waiting for the portal');
    await meanwhile((living) =>
      living.arrives(aStanding({ member: 'ilkka', name: 'Ilkka Salo' }), {
        name: 'confirm-received',
        input: { task: 'drying-1' },
      }),
    );
    expect(await screen.findByText('The portal will probably refuse this.')).toBeDefined();
    expect(screen.getByText(/The task is at “0\+ Needs members”\. This is possible at “0 To confirm”\./)).toBeDefined();
  });
});

test('chat is marked as read when it is opened, once, and the line of unread ones stays while one reads', async () => {
  const chat = ['one', 'two'].map((text, index) => ({
    id: `c${index}`,
    by: bertil,
    companyName: 'Nordic Mutual',
    text,
    at: monday,
    receivedAt: monday,
  }));
  const { user, living } = await showCase({ content: { ...aContent(), chat }, read: 1 });
  expect(screen.getByLabelText('1 unread')).toBeDefined();
  await user.click(screen.getByRole('tab', { name: /Chat/ }));
  await waitFor(() => expect(screen.queryByLabelText('1 unread')).toBeNull());
  expect(living.workplace.done.issued).toMatchObject([
    { name: 'mark-read', subject: { kind: 'member', id: 'anna' }, input: { case: 'case-1', messages: 2 } },
  ]);
  expect(screen.getByText('Not read before')).toBeDefined();
});
