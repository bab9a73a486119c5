import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { sights } from '../../../../shared/domain/case/case-parts.ts';
import { viewOf } from '../../../support/brute-force/view-of.ts';
import {
  aBudget,
  aCaseHandler,
  aContent,
  aDirectory,
  aMember,
  anAsk,
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

const handled = aContent({
  role: aRole({ user: carla, userAssignedAt: monday }),
  tasks: [aTask({ status: 'B' })],
  budgets: [aBudget({ money: { amount: 900_000, currency: 'EUR' } })],
});
const without = aCaseHandler({ settings: settingsWithRole({ rights: ['tasks.approve'] }) });
const seen = viewOf(handled, { parts: sights['external-case-handler'], company: carla.company });
const lacks = { code: 'right-missing', right: 'budget.approve', level: null, feature: null } as const;
const askedBy = (at: string) => ({ ...seen, case: { ...seen.case, asks: [anAsk({ by: carla, lacks, at })] } });
const list = () => screen.getByRole('region', { name: 'Asked for' });

describe('what is refused and can be granted', () => {
  test('is asked for with one press, and is shown as asked wherever the reason shows', async () => {
    const { user, living } = await showCase({ content: seen, standing: without, tab: 'cost-control' });
    const panel = screen.getByRole('tabpanel');
    expect(plain(panel.textContent)).toContain('Nordic Mutual passes it on to the operator.');
    await user.click(within(panel).getByRole('button', { name: 'Ask Nordic Mutual for it' }));
    expect(plain((await within(panel).findByRole('status')).textContent)).toBe(
      'You asked Nordic Mutual, 23 Nov, 11:00. It waits to be sent.',
    );
    expect(within(panel).queryByRole('button')).toBeNull();
    expect(living.open().content.chat).toEqual([]);
    expect(plain(list().textContent)).toContain('You asked Nordic Mutual for the right “Approve budget”.');
    expect(plain(list().textContent)).toContain('Waiting for the portal');
    await user.click(screen.getByRole('tab', { name: /Budgets/ }));
    expect(plain(screen.getByRole('tabpanel').textContent)).toContain('You asked Nordic Mutual, 23 Nov, 11:00.');
  });

  test('is not asked for again once the portal has it', async () => {
    await showCase({ content: askedBy(monday), standing: without, tab: 'cost-control' });
    const status = within(screen.getByRole('tabpanel')).getByRole('status');
    expect(plain(status.textContent)).toBe('You asked Nordic Mutual, 23 Nov, 10:00.');
    expect(screen.queryByRole('button', { name: /for it$/ })).toBeNull();
  });

  test('is asked for again after a week', async () => {
    const content = askedBy('2026-11-16T07:00:00.000Z');
    await showCase({ content, standing: without, tab: 'cost-control' });
    expect(screen.getByRole('button', { name: 'Ask Nordic Mutual for it' })).toBeDefined();
  });

  test('is asked for with a note from the button that is refused, by keyboard', async () => {
    const content = aContent({
      tasks: [aTask({ company: 'arvio', office: 'arvio-kuopio' }), aTask({ id: 'drying-2', status: 'A' })],
    });
    const { user, living } = await showCase({ content });
    await user.click(screen.getByRole('button', { name: /^Drying.*Arvio/ }));
    const refused = screen.getByRole('button', { name: 'Confirm received' });
    await user.click(refused);
    await screen.findByRole('button', { name: 'Ask Arvio Kuopio for it' });
    await user.tab();
    expect(document.activeElement?.textContent).toBe('Ask Arvio Kuopio for it');
    await user.tab();
    await user.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog', { name: 'Ask for it' });
    await user.type(within(dialog).getByRole('textbox', { name: 'Note' }), 'We come on Friday');
    await user.click(within(dialog).getByRole('button', { name: 'Ask for it' }));
    expect(living.open().content.case.asks).toMatchObject([
      { note: 'We come on Friday', task: 'drying-1', of: { name: 'Arvio Kuopio' } },
    ]);
    expect(list().textContent).toContain('We come on Friday');
  });

  test('has no step where asking helps nobody', async () => {
    await showCase({ content: aContent({ tasks: [aTask({ status: '4' })] }), standing: anInsurer(), tab: 'budgets' });
    expect(screen.queryByRole('button', { name: /for it$/ })).toBeNull();
  });
});

describe('who is asked', () => {
  const asked = (change: Parameters<typeof anAsk>[0]) => ({
    ...handled,
    case: { ...handled.case, asks: [anAsk({ by: carla, ...change })] },
  });
  const higher = {
    wanted: 'approve-budget',
    budget: 'budget-1',
    lacks: { code: 'limit-exceeded', right: null, level: null, feature: null },
    note: 'The pipe is longer',
  } as const;

  test('reads in the case who asks for what, and goes to where it is granted', async () => {
    await showCase({ content: asked(higher), standing: anInsurer() });
    const text = plain(list().textContent);
    expect(text).toContain('Carla Maki asked Nordic Mutual for a higher approval limit. The pipe is longer');
    expect(text).toContain('Waits for an answer');
    expect(within(list()).getByRole('link', { name: 'To the members' }).getAttribute('href')).toContain(
      '/admin/members',
    );
  });

  test('sees it settled as soon as it does not stand in the way any more', async () => {
    const { offices, companies, members } = aDirectory();
    const raised = aMember({ limit: { kind: 'other', amount: 1_000_000 } });
    const directory = { offices, companies, members: members.map((each) => (each.id === raised.id ? raised : each)) };
    await showCase({ content: asked(higher), standing: anInsurer(), directory });
    expect(plain(list().textContent)).toContain('1 is settled');
    expect(within(list()).queryByRole('link')).toBeNull();
  });

  test('has nothing to do about a task that was removed', async () => {
    const removed = {
      wanted: 'approve-task',
      task: 'gone-1',
      lacks: { ...higher.lacks, code: 'self-authored' },
    } as const;
    await showCase({ content: asked(removed), standing: anInsurer() });
    expect(plain(list().textContent)).toContain('1 is settled');
  });

  test('is not told that something is settled that he or she does not see', async () => {
    const { case: subject } = asked(higher);
    const content = { ...handled, case: { ...subject, budgets: [], hidden: ['budgets' as const] } };
    await showCase({ content, standing: aStanding({ ...carla, level: 4 }) });
    expect(plain(list().textContent)).toContain('Waits for an answer');
  });

  test('gives the role where that is what is missing', async () => {
    const lacks = { code: 'no-role-in-case', right: null, level: null, feature: null } as const;
    const { user } = await showCase({
      content: aContent({ asks: [anAsk({ lacks })], handler: bertil }),
      standing: anInsurer(),
    });
    await user.click(within(list()).getByRole('button', { name: 'Give the role…' }));
    expect(await screen.findByRole('dialog')).toBeDefined();
  });
});
