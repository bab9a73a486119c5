import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { paperOf } from '../../../../renderer/words/paper.ts';
import type { Case } from '../../../../shared/domain/case/case.ts';
import type { Task } from '../../../../shared/domain/task/task.ts';
import {
  aCaseHandler,
  aContent,
  anInsurer,
  anna,
  aRole,
  aStanding,
  aTask,
  carla,
  monday,
  settingsWithRole,
  someSettings,
} from '../../../support/builders.ts';
import { decidedBy } from '../../../support/compensation.ts';
import { plain, showCase } from '../../../support/renderer/show-case.ts';

const inspection = (change: Partial<Task> = {}): Task =>
  aTask({
    id: 'inspection-1',
    type: 'inspection',
    kind: 'inspection',
    main: true,
    status: '4',
    completedBy: anna,
    revision: 'revision-of-inspection-1',
    ...change,
  });
const undecided = (task: Partial<Task> = {}, change: Partial<Case> = {}) =>
  aContent({
    role: aRole({ user: carla }),
    decision: null,
    tasks: [inspection(task), aTask({ status: '1' })],
    ...change,
  });
const decided = (change: Partial<Case> = {}) =>
  undecided(
    { status: 'A' },
    {
      decision: { result: 'rejected', at: monday, by: carla, as: 'external-case-handler', revision: 'of-decision' },
      ...decidedBy({ parts: 'the kitchen', grounds: 'too old', currency: 'EUR', amount: 120_000 }),
      ...change,
    },
  );

async function openForm(start: Parameters<typeof showCase>[0], name: RegExp = /^Decide/) {
  const shown = await showCase({ tab: 'decision', ...start });
  await shown.user.click(within(await screen.findByRole('tabpanel')).getByRole('button', { name }));
  return { ...shown, form: await screen.findByRole('dialog') };
}

describe('the form', () => {
  // Much is typed into it, each key of which paints the form.
  test('part by part: the result follows and is sent with what was seen', { timeout: 60_000 }, async () => {
    const { form, user, living } = await openForm({ content: undecided(), standing: aCaseHandler() });
    await user.click(within(form).getByRole('button', { name: 'Add a part' }));
    const second = within(form).getByRole('group', { name: /^Part 2/ });
    await user.selectOptions(within(second).getByLabelText('Kind of part 2'), 'Surfaces');
    await user.click(within(second).getByRole('radio', { name: 'Partly covered' }));
    await user.type(within(second).getByLabelText(/^Scope/), 'floor');
    await user.type(within(second).getByLabelText(/^Reason/), 'age');
    await user.type(within(second).getByLabelText(/^Deduction/), '20');
    await user.type(within(second).getByLabelText(/^Paid/), '1200');
    expect(within(form).getByText('Together €1,200.00')).toBeDefined();
    const deed = within(form).getByRole('button', { name: 'Decide: Partly approved' });
    await user.click(deed);
    expect(within(form).getByRole('alert').textContent).toMatch(/^Tick the last line/);
    await user.click(within(form).getByRole('checkbox'));
    await user.click(deed);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(living.workplace.done.issued).toMatchObject([
      {
        name: 'decide-compensation',
        seen: [{ thing: 'task:inspection-1', revision: 'revision-of-inspection-1' }],
        input: {
          early: false,
          result: 'partly',
          parts: [
            { kind: 'installation', ruling: 'covered' },
            { kind: 'surfaces', ruling: 'partly', scope: 'floor', deduction: 20, amount: 120_000 },
          ],
          currency: 'EUR',
          authority: 'Nordic Mutual',
          seen: { documents: [], cover: { insuredSum: 25_000_000 } },
        },
      },
    ]);
    expect(within(screen.getByRole('tabpanel')).getByText(/^Waiting for the portal/)).toBeDefined();
  });

  test('parts are moved and taken out by keyboard, and the focus stays with them', async () => {
    const { form, user } = await openForm({ content: undecided(), standing: anInsurer() });
    await user.click(within(form).getByRole('button', { name: 'Add a part' }));
    const kinds = () =>
      within(form)
        .getAllByLabelText(/^Kind of part/)
        .map((each) => (each as HTMLSelectElement).value);
    await user.selectOptions(within(form).getByLabelText('Kind of part 2'), 'Contents');
    within(form).getByRole('button', { name: 'Move part 2 up' }).focus();
    await user.keyboard('{Enter}');
    expect(kinds()).toEqual(['contents', 'installation']);
    await waitFor(() => expect(document.activeElement).toBe(within(form).getByLabelText('Kind of part 1')));
    await user.click(within(form).getByRole('button', { name: 'Remove part 1' }));
    expect(kinds()).toEqual(['installation']);
  });

  test('early says what is taken from whom before it is decided', async () => {
    const { form } = await openForm({
      content: undecided({ status: '2', responsibles: [anna] }),
      standing: anInsurer(),
    });
    const warning = plain(within(form).getByRole('alert').textContent);
    expect(warning).toMatch(/takes it from Kuivaus Kuopio: it goes to Nordic Mutual/);
    expect(warning).toMatch(/No longer responsible then: Anna Korhonen/);
  });

  test('where the portal decides as a whole the result is set, with its reasons', async () => {
    const settings = someSettings({ compensation: { parts: 'whole' } });
    const { form, user, living } = await openForm({ content: undecided(), standing: anInsurer({ settings }) });
    await user.click(within(form).getByRole('radio', { name: 'Rejected' }));
    await user.click(within(form).getByRole('checkbox'));
    await user.click(within(form).getByRole('button', { name: 'Decide: Rejected' }));
    expect(within(form).getByText('Write the reasons first; the letter gives them.')).toBeDefined();
    await user.type(within(form).getByLabelText(/^Reasons/), 'not insured');
    await user.click(within(form).getByRole('button', { name: 'Decide: Rejected' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(living.workplace.done.issued).toMatchObject([
      { input: { result: 'rejected', parts: [], reason: 'not insured' } },
    ]);
  });

  test('who does not see the cover enters no amount', async () => {
    const settings = someSettings({ inspectorRights: ['decision.make'] });
    const content = undecided(
      { responsibles: [anna] },
      { cover: null, hidden: ['cover', 'other-budgets', 'other-log'] },
    );
    const { form } = await openForm({ content, standing: aStanding({ settings }) });
    expect(within(form).queryByLabelText(/^Paid/)).toBeNull();
  });
});

describe('the tab', () => {
  test('keeps deciding in its place without the right, with the reason and whom to ask', async () => {
    await showCase({
      tab: 'decision',
      content: undecided(),
      standing: aCaseHandler({ settings: settingsWithRole({ rights: [] }) }),
    });
    const decide = screen.getByRole('button', { name: /^Decide on the compensation/ });
    expect(decide.getAttribute('aria-disabled')).toBe('true');
  });

  test('tells what was decided, why, what came since, and what nobody has begun', async () => {
    const late = { file: 'f', name: 'late.pdf', size: 1, sha256: 'a', mediaType: 'application/pdf', id: 'd9' };
    await showCase({
      tab: 'decision',
      content: decided({ documents: [{ ...late, budget: null, by: anna, at: monday }] }),
      standing: anInsurer(),
    });
    const panel = plain(screen.getByRole('tabpanel').textContent);
    expect(panel).toMatch(/Decided by Carla Maki \(External case handler\)/);
    for (const text of ['the kitchen', 'too old', '10 %', '€1,200.00', 'Added since then: late.pdf'])
      expect(panel).toContain(text);
    expect(panel).toContain('Not begun, and to be removed from the case: Drying.');
  });

  test('saves the letter, with amounts only for who sees them', async () => {
    const { user, desk } = await showCase({ tab: 'decision', content: decided(), standing: anInsurer() });
    await user.click(screen.getByRole('button', { name: /^Save the letter/ }));
    await waitFor(() => expect(desk.done.letters).toHaveLength(1));
    const [{ letter, name } = { letter: null, name: null }] = desk.done.letters;
    expect(name).toBe('decision-NM-2026-00001.pdf');
    expect(plain(JSON.stringify(letter))).toContain('€1,200.00');
    expect(letter).toMatchObject({ paper: 'A4', signature: ['On the authority of too old', 'Carla Maki'] });
  });

  test('has no amount in the letter of who does not see the cover', async () => {
    const content = decided({ decisionAmounts: null, cover: null, hidden: ['cover'] });
    const { user, desk } = await showCase({ tab: 'decision', content, standing: aCaseHandler() });
    await user.click(screen.getByRole('button', { name: /^Print the letter/ }));
    await waitFor(() => expect(desk.done.letters).toHaveLength(1));
    expect(JSON.stringify(desk.done.letters)).not.toMatch(/Paid|€/);
  });

  test('only the insurer takes a decision back, with a reason', async () => {
    const { form, user, living } = await openForm(
      { content: decided(), standing: anInsurer() },
      /^Take the decision back/,
    );
    await user.type(within(form).getByLabelText(/^Reason/), 'the wrong case');
    await user.click(within(form).getByRole('button', { name: 'Take the decision back' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(living.workplace.done.issued).toMatchObject([
      { name: 'reverse-compensation-decision', input: { reason: 'the wrong case' }, seen: 'of-decision' },
    ]);
  });
});

test.each([
  ['en-US', 'Letter'],
  ['fr-CA', 'Letter'],
  ['en-GB', 'A4'],
  ['sv', 'A4'],
])('a letter in %s is on %s', (locale, paper) => {
  expect(paperOf([locale])).toBe(paper);
});
