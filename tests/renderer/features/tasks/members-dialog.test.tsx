import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { aContent, aDirectory, aMember, anna, anOffice, aStanding, aTask } from '../../../support/builders.ts';
import { plain, showCase } from '../../../support/renderer/show-case.ts';

const member = (id: string, name: string, change = {}) =>
  aMember({ id, name, company: 'kuivaus', office: 'kuopio', marked: false, certified: ['drying'], ...change });
const directory = aDirectory({
  offices: [
    anOffice({ id: 'kuopio', company: 'kuivaus', name: 'Kuivaus Kuopio' }),
    anOffice({ id: 'oulu', company: 'kuivaus', name: 'Kuivaus Oulu' }),
  ],
  members: [
    member('anna', anna.name),
    member('ilkka', 'Ilkka Salo'),
    member('olli', 'Olli Oulu', { office: 'oulu' }),
    member('jussi', 'Jussi Kallio', { certified: [] }),
    member('kai', 'Kai Pois', { active: false }),
  ],
});

async function openDialog(task = aTask({ status: '0+' })) {
  const shown = await showCase({ content: aContent({ tasks: [task] }), directory });
  await shown.user.click(screen.getByRole('button', { name: /(Assign|Change) members…/ }));
  return { ...shown, dialog: await screen.findByRole('dialog', { name: /^Assign members to/ }) };
}

const names = (dialog: HTMLElement, role: 'checkbox' | 'radio') =>
  within(dialog)
    .getAllByRole(role)
    .map((box) => plain(box.closest('label')?.textContent));

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('assigning members', () => {
  test('lists the certified people of the office, and on request of the company', async () => {
    const { dialog, user } = await openDialog();
    expect(names(dialog, 'checkbox')).toEqual(['Anna Korhonen', 'Ilkka Salo']);
    await user.click(within(dialog).getByRole('switch', { name: 'Whole company' }));
    expect(names(dialog, 'checkbox')).toEqual(['Anna Korhonen', 'Ilkka Salo', 'Olli OuluKuivaus Oulu']);
    await user.click(within(dialog).getByText('Why is somebody not listed?'));
    expect(
      within(dialog)
        .getAllByRole('listitem')
        .map((line) => plain(line.textContent)),
    ).toEqual([
      'Jussi KallioNot certified. A company admin can change it.',
      'Kai PoisNot active. A company admin can change it.',
    ]);
  });

  test('where nobody is certified, the whole company is proposed once only', async () => {
    const { dialog, user } = await openDialog(aTask({ status: '0+', type: 'flooring' }));
    expect(within(dialog).getByText(/Look in the whole company/)).toBeDefined();
    await user.click(within(dialog).getByRole('switch', { name: 'Whole company' }));
    expect(within(dialog).queryByText(/Look in the whole company/)).toBeNull();
    expect(within(dialog).getByText('Nobody of your company is certified for this kind of task.')).toBeDefined();
  });

  test('takes one where the kind of task takes one', async () => {
    const { dialog, user, living } = await openDialog(aTask({ status: '0+', several: false }));
    await user.click(within(dialog).getByRole('radio', { name: /Anna/ }));
    await user.click(within(dialog).getByRole('radio', { name: /Ilkka/ }));
    await user.click(within(dialog).getByRole('button', { name: 'Assign members' }));
    await waitFor(() =>
      expect(living.workplace.done.issued).toMatchObject([{ name: 'assign-members', input: { members: ['ilkka'] } }]),
    );
  });

  test('sets the time in the same window, as a second command', async () => {
    const { dialog, user, living } = await openDialog();
    await user.click(within(dialog).getByRole('checkbox', { name: /Anna/ }));
    fireEvent.change(within(dialog).getByLabelText('Start'), { target: { value: '2026-11-24T09:00' } });
    fireEvent.change(within(dialog).getByLabelText('End'), { target: { value: '2026-11-24T12:00' } });
    await user.click(within(dialog).getByRole('button', { name: 'Assign members' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(living.workplace.done.issued.map(({ name, input }) => [name, input])).toEqual([
      ['assign-members', { task: 'drying-1', members: ['anna'] }],
      ['set-time', { task: 'drying-1', start: '2026-11-24T07:00:00.000Z', end: '2026-11-24T10:00:00.000Z' }],
    ]);
    expect(plain(screen.getByRole('region', { name: 'Tasks' }).textContent)).toContain('2 Needs a budget');
  });

  test('a time that the clocks skip is said to be none and drops nothing in silence; of two such times one is named', async () => {
    vi.stubEnv('TZ', 'Europe/Helsinki');
    const { dialog, user, living } = await openDialog();
    await user.click(within(dialog).getByRole('checkbox', { name: /Anna/ }));
    const enter = (label: string, value: string) =>
      fireEvent.change(within(dialog).getByLabelText(label), { target: { value } });
    const assign = () => user.click(within(dialog).getByRole('button', { name: 'Assign members' }));
    enter('Start', '2027-03-28T03:30');
    await assign();
    expect(within(dialog).getByText('There is no such time: the clocks go forward over it.')).toBeDefined();
    expect(within(dialog).getByRole('alert').textContent).toContain('Change the time that does not exist.');
    enter('Start', '2026-11-24T09:00');
    await assign();
    expect(within(dialog).getByRole('alert').textContent).toContain('when it ends');
    expect(living.workplace.done.issued).toEqual([]);
    enter('End', '2027-10-31T03:30');
    expect(
      within(dialog).getByText('There are two such times, as the clocks go back. The first one is meant.'),
    ).toBeDefined();
    await assign();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(living.workplace.done.issued).toMatchObject([{}, { input: { end: '2027-10-31T00:30:00.000Z' } }]);
  });

  test('takes the time by the clock of who types it, and names the one of the portal beside', async () => {
    vi.stubEnv('TZ', 'America/Chicago');
    const { dialog, user, living } = await openDialog();
    await user.click(within(dialog).getByRole('checkbox', { name: /Anna/ }));
    fireEvent.change(within(dialog).getByLabelText('Start'), { target: { value: '2026-11-24T09:00' } });
    fireEvent.change(within(dialog).getByLabelText('End'), { target: { value: '2026-11-24T12:00' } });
    expect(plain(dialog.textContent)).toContain("By the portal's clock: 24 Nov, 17:00 EET to 24 Nov, 20:00 EET");
    await user.click(within(dialog).getByRole('button', { name: 'Assign members' }));
    await waitFor(() => expect(living.workplace.done.issued).toHaveLength(2));
    expect(living.workplace.done.issued[1]?.input).toMatchObject({ start: '2026-11-24T15:00:00.000Z' });
    const row = within(screen.getByRole('region', { name: 'Tasks' }));
    expect(row.getByText('24 Nov, 09:00 to 24 Nov, 12:00')).toBeDefined();
  });

  test('keeps the window open where only the time is refused, and then sends the time alone', async () => {
    const { dialog, user, living } = await openDialog();
    await user.click(within(dialog).getByRole('checkbox', { name: /Anna/ }));
    fireEvent.change(within(dialog).getByLabelText('Start'), { target: { value: '2026-11-24T12:00' } });
    fireEvent.change(within(dialog).getByLabelText('End'), { target: { value: '2026-11-24T09:00' } });
    await user.click(within(dialog).getByRole('button', { name: 'Assign members' }));
    expect(await within(dialog).findByText('The end has to lie after the start.')).toBeDefined();
    fireEvent.change(within(dialog).getByLabelText('End'), { target: { value: '2026-11-24T15:00' } });
    // The members are set by now, which changed the task under the window.
    await user.click(within(dialog).getByRole('button', { name: 'I have looked again' }));
    await user.click(within(dialog).getByRole('button', { name: 'Assign members' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(living.workplace.done.issued.map(({ name }) => name)).toEqual(['assign-members', 'set-time', 'set-time']);
  });
});

const colleague = aStanding({ member: 'ilkka', name: 'Ilkka Salo' });
const planned = { plannedStart: '2026-11-24T07:00:00.000Z', plannedEnd: '2026-11-24T10:00:00.000Z' };
const moved = { task: 'drying-1', start: '2026-11-25T08:00:00.000Z', end: '2026-11-25T09:00:00.000Z' };

describe('somebody else was quicker', () => {
  test('in the window of the members the time that nobody touched follows, and is not set back', async () => {
    const { dialog, user, living } = await openDialog(aTask({ status: '2', responsibles: [anna], ...planned }));
    living.arrives(colleague, { name: 'set-time', input: moved });
    expect((await within(dialog).findByRole('alert')).textContent).toContain('Changed by Ilkka Salo');
    expect(within(dialog).getByLabelText('Start')).toHaveProperty('value', '2026-11-25T10:00');
    await user.click(within(dialog).getByRole('button', { name: 'I have looked again' }));
    await user.click(within(dialog).getByRole('checkbox', { name: /Ilkka/ }));
    await user.click(within(dialog).getByRole('button', { name: 'Assign members' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(living.workplace.done.issued).toMatchObject([{ name: 'assign-members', seen: 'drying-1' }]);
    expect(living.open().content.case.tasks).toMatchObject([{ plannedStart: moved.start }]);
  });

  test('with the responsibles: who is named now is said beside the choice', async () => {
    const { dialog, user, living } = await openDialog(aTask({ status: '2', responsibles: [anna], ...planned }));
    await user.click(within(dialog).getByRole('checkbox', { name: /Ilkka/ }));
    living.arrives(colleague, { name: 'assign-members', input: { task: 'drying-1', members: ['ilkka'] } });
    expect(await within(dialog).findByText('Responsible now: Ilkka Salo.')).toBeDefined();
    await user.click(within(dialog).getByRole('button', { name: 'I have looked again' }));
    await user.click(within(dialog).getByRole('button', { name: 'Assign members' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const [issued] = living.workplace.done.issued;
    expect(issued).toMatchObject({ input: { members: ['anna', 'ilkka'] } });
    expect(issued?.seen).toBe(living.open().confirmed.log.at(-1)?.command);
  });

  test('with the time: what was typed is kept, and set only after looking again', async () => {
    const task = aTask({ status: '2', responsibles: [anna], ...planned });
    const { user, living } = await showCase({ content: aContent({ tasks: [task] }), directory });
    await user.click(screen.getByRole('button', { name: 'Change time…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Time of Drying' });
    fireEvent.change(within(dialog).getByLabelText(/^End/), { target: { value: '2026-11-26T12:00' } });
    living.arrives(colleague, { name: 'set-time', input: moved });
    expect((await within(dialog).findByRole('alert')).textContent).toContain('Changed by Ilkka Salo');
    expect(plain(within(dialog).getByText(/^Set now/).textContent)).toContain('25 Nov, 10:00');
    await user.click(within(dialog).getByRole('button', { name: 'I have looked again' }));
    await user.click(within(dialog).getByRole('button', { name: 'Set time' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const [issued] = living.workplace.done.issued;
    expect(issued).toMatchObject({ input: { start: moved.start, end: '2026-11-26T10:00:00.000Z' } });
    expect(issued?.seen).toBe(living.open().confirmed.log.at(-1)?.command);
  });
});
