import { screen, waitFor, within } from '@testing-library/react';
import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { beforeEach, describe, expect, test } from 'vitest';
import { useCaseListPlace } from '../../../../renderer/bindings/case-list-place.ts';
import { useSingleKeys } from '../../../../renderer/bindings/single-keys.ts';
import { useAssignRun } from '../../../../renderer/features/case-list/assign/assign-run.ts';
import { rowKey } from '../../../../renderer/features/case-list/row-key.ts';
import { allOf, nothingSelected, useSelection, without } from '../../../../renderer/features/case-list/selection.ts';
import type { OpenCase } from '../../../../renderer/offline/offline-desk.ts';
import { toListRow } from '../../../../shared/domain/case/list-row.ts';
import type { Case } from '../../../../shared/domain/case/case.ts';
import { sights } from '../../../../shared/domain/case/case-parts.ts';
import { viewOf } from '../../../support/brute-force/view-of.ts';
import {
  aBudget,
  aCaseHandler,
  aContent,
  aDirectory,
  aMember,
  aRole,
  carla,
  monday,
  settingsWithRole,
} from '../../../support/builders.ts';
import { plain } from '../../../support/renderer/show-case.ts';
import { aCommand, anOutboxItem, aPortalState } from '../../../support/renderer/in-memory-workplace.ts';
import { showPage } from '../../../support/renderer/show-page.tsx';
import { aRow, factsOf, numberedFacts } from '../../../support/rows.ts';

const rows = () => screen.getAllByRole('row').slice(1);
const selected = () =>
  rows()
    .filter((row) => row.getAttribute('aria-selected') === 'true')
    .map((row) => /NM-\d+/.exec(row.textContent ?? '')?.[0]);
const bar = () => screen.getByRole('group', { name: 'Selected cases' });

beforeEach(() => {
  useCaseListPlace.setState({ search: {}, row: null, offset: 0 });
  useSelection.setState(nothingSelected);
  useAssignRun.setState({ run: null, shown: false });
  useSingleKeys.setState({ on: true });
});

describe('selecting', () => {
  test('X selects and lets go, Shift+X up to here, Ctrl+A all that the filter leaves, Escape nothing', async () => {
    const { user } = await showPage('/cases', { state: { rows: numberedFacts(10) } });
    rows()[0]?.focus();
    await user.keyboard('{ArrowDown}x');
    expect(selected()).toEqual(['NM-001']);
    expect(within(bar()).getByRole('status').textContent).toContain('1 case selected');
    await user.keyboard('{ArrowDown}{ArrowDown}{Shift>}X{/Shift}');
    expect(selected()).toEqual(['NM-001', 'NM-002', 'NM-003']);
    await user.keyboard('x');
    expect(selected()).toEqual(['NM-001', 'NM-002']);
    await user.keyboard('{Control>}a{/Control}');
    expect(selected()).toHaveLength(10);
    expect(within(bar()).getByRole('status').textContent).toContain('10 cases selected');
    await user.keyboard(' {Escape}');
    expect(selected()).toHaveLength(10);
    await user.keyboard('{Escape}');
    expect(selected()).toEqual([]);
  });

  test('letters do nothing where shortcuts of one letter are turned off; the arrows and Ctrl+A still do', async () => {
    useSingleKeys.setState({ on: false });
    const { user } = await showPage('/cases', { state: { rows: numberedFacts(3) } });
    rows()[0]?.focus();
    await user.keyboard('xj{Shift>}X{/Shift}u');
    expect(selected()).toEqual([]);
    expect(document.activeElement).toBe(rows()[0]);
    await user.keyboard('{ArrowDown}{Control>}a{/Control}');
    expect(document.activeElement).toBe(rows()[1]);
    expect(selected()).toHaveLength(3);
  });

  test('by mouse: the box of a row, a range with Shift, and the box of the head; no case is opened', async () => {
    const { user, router } = await showPage('/cases', { state: { rows: numberedFacts(6) } });
    const box = (index: number) => rows()[index]?.querySelector('[data-selects]') ?? document.body;
    await user.click(box(1));
    await user.keyboard('{Shift>}');
    await user.click(screen.getByText('NM-004'));
    await user.keyboard('{/Shift}');
    expect(selected()).toEqual(['NM-001', 'NM-002', 'NM-003', 'NM-004']);
    const all = screen.getByRole('checkbox', { name: 'Select all cases of the list' });
    expect(all.getAttribute('aria-checked')).toBe('mixed');
    await user.click(all);
    expect(selected()).toHaveLength(6);
    await user.click(screen.getByRole('checkbox', { name: 'Clear selection' }));
    expect(selected()).toEqual([]);
    expect(router.state.location.pathname).toBe('/cases');
  });

  test('stays through sorting and a sync; a case that leaves the list is dropped, and that is said', async () => {
    const facts = numberedFacts(4);
    const { user, workplace } = await showPage('/cases?sort=number', { state: { rows: facts } });
    rows()[0]?.focus();
    await user.keyboard('x{ArrowDown}x');
    await user.click(screen.getByRole('button', { name: 'Case' }));
    await waitFor(() => expect(selected()).toEqual(['NM-001', 'NM-000']));
    const changed = factsOf({ ...aRow({ id: 'case-1', number: 'NM-001' }), cause: 'Fire' });
    workplace.setState({ rows: facts.slice(1).map((each) => (each.row.id === 'case-1' ? changed : each)) });
    await waitFor(() => expect(selected()).toEqual(['NM-001']));
    const said = within(bar()).getByRole('status').textContent;
    expect(said).toContain('1 case selected');
    expect(said).toContain('1 case left the list and is not selected any more.');
  });
});

test('what is done with leaves the selection; cases of another insurer stay in it', () => {
  const [mine, other] = [factsOf(aRow()), factsOf(aRow({ id: 'case-2', portal: 'baltic-portal' }))];
  const left = without(allOf([mine, other]), [mine]);
  expect([...left.keys]).toEqual([rowKey(other)]);
});

const dispatcher = aCaseHandler({
  member: 'disp',
  name: 'Diana Spatch',
  marked: false,
  settings: settingsWithRole({ rights: ['budget.approve'] }),
});
const directory = aDirectory({ members: [aMember(), aMember({ id: 'bo', name: 'Bo Ek' })] });

/** Cases as a coordinator holds them: the header alone while the role waits. */
function held(...changes: readonly Partial<Case>[]): readonly OpenCase[] {
  return changes.map((change, index) => {
    const whole = aContent({ id: `case-${index}`, number: `NM-00${index}`, ...change });
    const content = viewOf(whole, { parts: sights['company-header'], company: 'arvio' });
    const key = { portal: 'nordic-portal', case: whole.case.id };
    return {
      key,
      content,
      confirmed: content,
      standing: dispatcher,
      directory,
      waiting: [],
      fates: [],
      asOf: monday,
      read: 0,
    };
  });
}

function startWith(cases: readonly OpenCase[]) {
  return {
    state: {
      rows: cases.map(({ content }) => factsOf(toListRow(content), { standing: dispatcher })),
      portals: [aPortalState({ standing: dispatcher, directory })],
    },
    openCase: async ({ case: id }: { readonly case: string }) => cases.find(({ key }) => key.case === id) ?? null,
  };
}

describe('assigning many', () => {
  const brief = { taskTypes: ['drying'], openBudgets: 2, above: { bo: 2 } };
  const cases = held(
    { role: aRole({ revision: 'seen-0' }) },
    { role: aRole({ revision: 'seen-1' }), brief, budgets: [aBudget()] },
    { role: aRole({ user: carla, userAssignedAt: monday }) },
    { role: aRole({ revision: 'seen-3' }), state: 'closed' },
  );

  test('the palette offers what applies: nothing to assign before cases are selected', async () => {
    const { user } = await showPage('/cases?sort=number', startWith(cases));
    const openPalette = async (typed: string) => {
      await user.keyboard('{Control>}k{/Control}');
      await user.type(await screen.findByPlaceholderText('Case number, place, claim, or a command'), typed);
    };
    await openPalette('assign user');
    expect(await screen.findByText('Nothing is called that')).toBeTruthy();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    rows()[0]?.focus();
    await user.keyboard('x');
    await openPalette('assign user{Enter}');
    const dialog = await screen.findByRole('dialog', { name: 'Assign the External case handler of several cases' });
    await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await openPalette('export{Enter}');
    expect(await screen.findByRole('dialog', { name: 'Export this list' })).toBeTruthy();
  });

  test('by keyboard alone: told before, one confirmation, a batch, and what became of each', async () => {
    const { user, workplace } = await showPage('/cases?sort=number&state=all', startWith(cases));
    rows()[0]?.focus();
    await user.keyboard('{Control>}a{/Control}u');
    const dialog = await screen.findByRole('dialog', { name: 'Assign the External case handler of several cases' });
    await within(dialog).findByRole('radio', { name: /Bo Ek/ });
    await waitFor(() => expect(document.activeElement?.getAttribute('type')).toBe('radio'));
    await user.keyboard(' ');
    const run = plain(within(dialog).getByRole('status').textContent);
    expect(run).toContain('2 of 4 cases');
    expect(run).toContain('1 is left out: Somebody has the role already. Change it in the case. NM-002');
    expect(run).toContain('1 is left out: The case is closed and can only be read.');
    expect(run).toContain('2 waiting budgets lie above the limit');
    expect(run).toContain('in 0 open cases now, in 2 then');
    await user.keyboard('{Control>}{Enter}{/Control}');
    const results = await screen.findByRole('dialog', { name: 'Bo Ek as External case handler' });
    const issued = workplace.done.issued;
    expect(issued.map(({ name, subject, input, seen }) => [name, subject.id, input, seen])).toEqual([
      ['assign-role-user', 'case-0', { member: 'bo' }, 'seen-0'],
      ['assign-role-user', 'case-1', { member: 'bo' }, 'seen-1'],
    ]);
    expect(new Set(issued.map(({ batch }) => batch)).size).toBe(1);
    expect(issued[0]?.batch).toMatch(/^[\da-f-]{36}$/);

    // One waits, the other was refused by the portal.
    const command = (position: number) =>
      aCommand({ name: 'assign-role-user', input: { member: 'bo' }, id: `0199aaaa-0000-7000-8000-${position}` });
    workplace.setState({
      outbox: [anOutboxItem({ command: command(1) })],
      refusals: [anOutboxItem({ command: command(2), refusal: { code: 'case-closed', grantor: 'insurer' } })],
    });
    const line = (number: string) => within(results).getByText(number).closest('tr')?.textContent ?? '';
    await waitFor(() => expect(line('NM-000')).toContain('Waiting for the portal'));
    expect(line('NM-001')).toContain('The case is closed');
    expect(line('NM-002')).toContain('Carla Maki has the role already');
    expect(line('NM-003')).toContain('The case is closed');

    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    // Read elsewhere and carried out meanwhile: it can be opened again and still says so.
    const [first, ...others] = startWith(cases).state.rows;
    const assigned = factsOf({
      ...(first?.row ?? aRow()),
      role: { ...aRole(), since: monday, user: { ...carla, member: 'bo' } },
    });
    workplace.setState({ outbox: [], refusals: [], rows: [assigned, ...others] });
    await user.click(screen.getByRole('button', { name: "What became of Bo Ek's cases" }));
    const again = await screen.findByRole('dialog', { name: 'Bo Ek as External case handler' });
    expect(within(again).getByRole('status').textContent).toContain('1 assigned.');
    expect(within(again).getByText('NM-000').closest('tr')?.textContent).toContain('Assigned');
    expect(within(again).getByText('NM-001').closest('tr')?.textContent).toContain('The case is closed');
  });

  test('where nothing waits the button says why; a case that changes under the dialog is not decided on unseen', async () => {
    let now = held({ role: aRole({ revision: 'seen-0' }) }, {});
    const { user, workplace } = await showPage('/cases?sort=number', {
      ...startWith(now),
      openCase: async ({ case: id }) => now.find(({ key }) => key.case === id) ?? null,
    });
    rows()[1]?.focus();
    await user.keyboard('{ArrowDown}x');
    const button = within(bar()).getByRole('button', { name: 'Assign user…' });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent).toContain(
      'the insurer gives it to an office',
    );
    await user.keyboard('{ArrowUp}xu');
    const dialog = await screen.findByRole('dialog');
    await user.click(await within(dialog).findByRole('radio', { name: /Bo Ek/ }));
    expect(within(dialog).getByRole('status').textContent).toContain('1 of 2 cases');
    now = held({ role: aRole({ revision: 'another' }) }, {});
    workplace.setState(startWith(now).state);
    await waitFor(() => expect(within(dialog).getByRole('status').textContent).toContain('0 of 2 cases'));
    expect(within(dialog).getByRole('status').textContent).toContain('Look again and decide on what is there now.');
    await user.click(within(dialog).getByRole('button', { name: 'Assign user' }));
    expect(within(dialog).getByRole('alert').textContent).toContain('None of these cases can be given to Bo Ek.');
    expect(workplace.done.issued).toEqual([]);
  });
});

describe('exporting', () => {
  const listed = [
    factsOf(aRow({ id: 'a', number: 'NM-001', claimNumber: '=1+1', cause: 'Burst; "pipe"', role: aRow().role })),
    factsOf(aRow({ id: 'b', number: 'NM-002', city: 'Åbo', messages: 3 }), { unread: 3 }),
    factsOf(aRow({ id: 'c', number: 'XX-003' })),
  ];

  async function exported(option: RegExp) {
    const { user, desk } = await showPage('/cases?text=NM&sort=number&down=true', { state: { rows: listed } });
    const grid = rows().map((row) => /NM-\d+/.exec(row.textContent ?? '')?.[0]);
    const heads = screen.getAllByRole('columnheader').flatMap((head) => head.dataset['column'] ?? []);
    await user.click(screen.getByRole('button', { name: 'Export…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Export this list' });
    expect(plain(dialog.textContent)).toMatch(/2 cases, as of/);
    await user.click(within(dialog).getByRole('radio', { name: option }));
    await user.click(within(dialog).getByRole('button', { name: 'Save as…' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const [saved] = desk.done.saved;
    if (!saved) throw new Error('nothing was saved');
    return { grid, heads, saved };
  }

  test('XLSX has exactly the cases, the order and the columns of the grid, with moments that are moments', async () => {
    const { grid, heads, saved } = await exported(/Excel/);
    expect(saved.name).toBe('Cases 2026-11-23.xlsx');
    const [sheet] = await readXlsxFile(Buffer.from(saved.bytes));
    const [headings = [], ...lines] = sheet?.data ?? [];
    expect(lines.map((line) => line[headings.indexOf('Case')])).toEqual(grid);
    expect(grid).toEqual(['NM-002', 'NM-001']);
    expect(heads).not.toContain('insurer');
    expect(headings).toEqual([
      'Action required',
      'Case',
      'Claim number',
      'State',
      'City',
      'Street',
      'Damage',
      'External case handler: office',
      'External case handler: user',
      'Tasks',
      'Next target',
      'State of the target',
      'Unread messages',
      'Changed',
    ]);
    expect(lines[0]?.[headings.indexOf('Unread messages')]).toBe(3);
    expect(lines[0]?.[headings.indexOf('Changed')]).toBeInstanceOf(Date);
    expect(lines[1]?.[headings.indexOf('Claim number')]).toBe('=1+1');
    expect(lines[1]?.[headings.indexOf('Tasks')]).toBe('Drying: 0, To confirm');
  });

  test('CSV has the signs that were chosen, and shows what looks like a formula', async () => {
    const { grid, saved } = await exported(/semicolons/);
    expect(saved.name).toBe('Cases 2026-11-23.csv');
    const { data } = Papa.parse<string[]>(new TextDecoder('utf-8', { ignoreBOM: false }).decode(saved.bytes), {
      delimiter: ';',
      skipEmptyLines: true,
    });
    expect(data.slice(1).map((line) => line[1])).toEqual(grid);
    expect(data[2]?.slice(1, 3)).toEqual(['NM-001', "'=1+1"]);
    expect(data[2]).toContain('Burst; "pipe"');
  });
});
