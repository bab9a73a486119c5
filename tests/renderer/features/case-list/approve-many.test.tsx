import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { useCaseListPlace } from '../../../../renderer/bindings/case-list-place.ts';
import { useApproveRun } from '../../../../renderer/features/case-list/approve/approve-run.ts';
import { nothingSelected, useSelection } from '../../../../renderer/features/case-list/selection.ts';
import type { OpenCase } from '../../../../renderer/offline/offline-desk.ts';
import type { Case } from '../../../../shared/domain/case/case.ts';
import { toListRow } from '../../../../shared/domain/case/list-row.ts';
import { aBudget, aContent, aDirectory, anInsurer, anna, aTask, monday } from '../../../support/builders.ts';
import { anInvoice } from '../../../support/invoices.ts';
import { aCommand, anOutboxItem, aPortalState } from '../../../support/renderer/in-memory-workplace.ts';
import { plain } from '../../../support/renderer/show-case.ts';
import { showPage } from '../../../support/renderer/show-page.tsx';
import { factsOf } from '../../../support/rows.ts';

const standing = anInsurer();
const directory = aDirectory();

beforeEach(() => {
  useCaseListPlace.setState({ search: {}, row: null, offset: 0 });
  useSelection.setState(nothingSelected);
  useApproveRun.setState({ run: null, shown: false });
});

function held(...changes: readonly Partial<Case>[]): readonly OpenCase[] {
  return changes.map((change, index) => {
    const content = aContent({ id: `case-${index}`, number: `NM-00${index}`, ...change });
    const key = { portal: 'nordic-portal', case: content.case.id };
    return { key, content, confirmed: content, standing, directory, waiting: [], fates: [], asOf: monday, read: 0 };
  });
}

const done = (id: string) => aTask({ id, status: '4', responsibles: [anna], revision: `revision-of-${id}` });
const cases = held(
  { tasks: [done('t1'), done('t2')] },
  { tasks: [done('t3'), done('t4')], budgets: [aBudget({ tasks: ['t4'] })] },
  { tasks: [aTask()] },
);

const startWith = (all: readonly OpenCase[]) => ({
  state: {
    rows: all.map(({ content }) => factsOf(toListRow(content), { standing })),
    portals: [aPortalState({ standing, directory })],
  },
  openCase: async ({ case: id }: { readonly case: string }) => all.find(({ key }) => key.case === id) ?? null,
});

test('tasks without an invoice are told before, with their cases; one that needs none or has one is not', async () => {
  const needs = (id: string) => aTask({ ...done(id), budget: 'required' });
  const invoice = anInvoice({ tasks: ['t2'] });
  const all = held(
    { tasks: [needs('t1')] },
    { tasks: [needs('t2'), aTask({ ...done('t3'), budget: 'none' })], invoices: [invoice] },
  );
  const { user } = await showPage('/cases?action=approve-tasks&sort=number', startWith(all));
  await user.click(await screen.findByRole('button', { name: 'Approve the tasks…' }));
  const run = await screen.findByText(/^For 1 no invoice was sent yet/);
  expect(plain(run.closest('li')?.textContent)).toMatch(/once it is approved none can be: NM-000$/);
  const lines = within(screen.getByRole('list', { name: 'Tasks to approve' })).getAllByRole('listitem');
  expect(lines.map((line) => line.textContent?.includes('No invoice yet'))).toEqual([true, false, false]);
});

test('the tasks that a number of the dashboard counted: told before with the reasons, one command a case, and what became of each', async () => {
  const { user, workplace } = await showPage('/cases?action=approve-tasks&sort=number', startWith(cases));
  await user.click(await screen.findByRole('button', { name: 'Approve the tasks…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Approve the tasks of several cases' });
  const run = plain(
    (await within(dialog).findByText('3 of 4 tasks can be approved')).closest('[role=status]')?.textContent,
  );
  expect(run).toMatch(/1 is left out: .*budget.* NM-001/);
  const ticks = within(dialog).getAllByRole('checkbox');
  expect(ticks).toHaveLength(3);
  await waitFor(() => expect(document.activeElement).toBe(ticks[0]));
  // One is left out by hand.
  await user.keyboard('{Tab} ');
  await user.keyboard('{Control>}{Enter}{/Control}');
  const results = await screen.findByRole('dialog', { name: 'Approved tasks' });
  const { issued } = workplace.done;
  expect(issued.map(({ name, subject, input, seen }) => [name, subject.id, input, seen])).toEqual([
    ['approve-tasks', 'case-0', { tasks: ['t1'] }, [{ thing: 'task:t1', revision: 'revision-of-t1' }]],
    ['approve-tasks', 'case-1', { tasks: ['t3'] }, [{ thing: 'task:t3', revision: 'revision-of-t3' }]],
  ]);
  expect(new Set(issued.map(({ batch }) => batch)).size).toBe(1);

  // One waits for the portal, one was refused by it, and one was left out before.
  const command = (position: number, task: string) =>
    aCommand({ name: 'approve-tasks', input: { tasks: [task] }, id: `0199aaaa-0000-7000-8000-${position}` });
  const refusal = { code: 'case-closed', grantor: 'insurer' } as const;
  const item = { item: 't3', command: { name: 'approve-task', input: { task: 't3' } }, forecast: null } as const;
  workplace.setState({
    outbox: [anOutboxItem({ command: command(1, 't1') })],
    refusals: [anOutboxItem({ command: command(2, 't3'), refusal, items: [{ ...item, kind: 'refused', refusal }] })],
  });
  const lines = () =>
    within(results)
      .getAllByRole('row')
      .slice(1)
      .map((row) => plain(row.textContent));
  await waitFor(() => expect(lines().some((line) => /^NM-000.*Waiting for the portal/.test(line))).toBe(true));
  expect(lines().some((line) => /^NM-001.*The case is closed/.test(line))).toBe(true);
  expect(lines().some((line) => /^NM-001.*budget/.test(line))).toBe(true);

  // Closed, nothing is lost of it; what was carried out meanwhile says so.
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const [, ...others] = startWith(cases).state.rows;
  const [first] = held({ tasks: [{ ...done('t1'), status: 'A' }, done('t2')] });
  if (!first) throw new Error('no case');
  workplace.setState({ outbox: [], refusals: [], rows: [factsOf(toListRow(first.content), { standing }), ...others] });
  await user.click(await screen.findByRole('button', { name: 'What became of the approvals' }));
  const again = await screen.findByRole('dialog', { name: 'Approved tasks' });
  expect(within(again).getByRole('status').textContent).toContain('1 approved.');
  expect(plain(again.textContent)).toContain('The case is closed');
});

test('where nothing waits the button says why; what changes under the dialog is not approved unseen', async () => {
  let now = held({ tasks: [done('t1')] }, {});
  const { user, workplace } = await showPage('/cases?sort=number', {
    ...startWith(now),
    openCase: async ({ case: id }) => now.find(({ key }) => key.case === id) ?? null,
  });
  const rows = () => screen.getAllByRole('row').slice(1);
  rows()[1]?.focus();
  await user.keyboard('x');
  const button = () => screen.getByRole('button', { name: 'Approve tasks…' });
  expect(button().getAttribute('aria-disabled')).toBe('true');
  expect(screen.getByText('In none of the selected cases a task waits for your approval.')).toBeTruthy();
  await user.keyboard('{Control>}a{/Control}');
  await user.click(button());
  const dialog = await screen.findByRole('dialog', { name: 'Approve the tasks of several cases' });
  await within(dialog).findByText('The task can be approved');
  now = held({ tasks: [{ ...done('t1'), revision: 'another' }] }, {});
  workplace.setState({ rows: startWith(now).state.rows });
  await within(dialog).findByText('The task cannot be approved');
  await user.click(within(dialog).getByRole('button', { name: 'Approve 0 tasks' }));
  expect(within(dialog).getByRole('alert').textContent).toContain('None of these tasks');
  expect(workplace.done.issued).toEqual([]);
});
