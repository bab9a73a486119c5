import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import {
  aBudget,
  aCaseHandler,
  aContent,
  aDirectory,
  aMember,
  anInsurer,
  anna,
  aRole,
  aTask,
  bertil,
  carla,
  monday,
} from '../../../support/builders.ts';
import { plain, showCase } from '../../../support/renderer/show-case.ts';

const insurer = anInsurer();
const open = {
  role: aRole({ user: carla }),
  tasks: [aTask({ status: '3', responsibles: [anna] }), aTask({ id: 't2', status: 'A' })],
  budgets: [aBudget()],
};
const closed = aContent({ ...open, state: 'closed', closed: { by: bertil, at: monday } });

async function openMenu(start: Parameters<typeof showCase>[0]) {
  const shown = await showCase({ standing: insurer, ...start });
  await shown.user.click(screen.getByRole('button', { name: 'Case' }));
  const item = async (name: RegExp) => screen.findByRole('menuitem', { name });
  return { ...shown, item };
}

describe('the menu of a case', () => {
  test('is the insurer’s alone', async () => {
    await showCase({ content: aContent(open), standing: aCaseHandler() });
    expect(screen.queryByRole('button', { name: 'Case' })).toBeNull();
  });

  test('closes it: what that ends is said before, the reason may be left out', async () => {
    const { user, living, item } = await openMenu({ content: aContent(open) });
    await user.click(await item(/Close case/));
    const dialog = await screen.findByRole('dialog', { name: 'Close this case' });
    const said = plain(dialog.textContent);
    expect(said).toContain('is the External case handler and can only read from then on.');
    expect(said).toContain('1 task stays at “3 Started”: Kuivaus Kuopio.');
    expect(said).toContain('1 budget waits for a decision.');
    await user.click(within(dialog).getByRole('button', { name: 'Close case' }));
    await waitFor(() =>
      expect(living.workplace.done.issued).toMatchObject([{ name: 'close-case', input: { reason: '' } }]),
    );
    const note = await screen.findByText(/closed this case on/);
    expect(plain(note.textContent)).toContain('Everything in it can be read, and nothing can be changed.');
  });

  test('gives it another handler of the insurer’s people', async () => {
    const base = aDirectory();
    const dan = aMember({ id: 'dan', name: 'Dan Öberg', company: insurer.company, office: null, marked: false });
    const directory = { ...base, members: [...base.members, dan] };
    const { user, living, item } = await openMenu({ content: aContent(open), directory });
    await user.click(await item(/Change case handler/));
    const dialog = await screen.findByRole('dialog', { name: 'Change the case handler' });
    await user.click(within(dialog).getByRole('radio', { name: /Dan Öberg/ }));
    await user.click(within(dialog).getByRole('button', { name: 'Make Dan Öberg the case handler' }));
    await waitFor(() =>
      expect(living.workplace.done.issued).toMatchObject([{ name: 'change-handler', input: { member: 'dan' } }]),
    );
  });

  test('corrects the customer, once the address is one; how it was is shown', async () => {
    const { user, living, item } = await openMenu({ content: aContent(open) });
    await user.click(await item(/Correct customer/));
    const dialog = await screen.findByRole('dialog', { name: 'Correct the customer' });
    const save = within(dialog).getByRole('button', { name: 'Save the correction' });
    await user.click(save);
    expect(within(dialog).getByRole('alert').textContent).toBe('Nothing is different yet.');
    const email = within(dialog).getByLabelText(/E-mail/);
    await user.clear(email);
    await user.type(email, 'kaisa');
    expect(dialog.textContent).toContain('Check the e-mail address.');
    await user.type(email, '@Example.com ');
    await user.click(save);
    await waitFor(() =>
      expect(living.workplace.done.issued).toMatchObject([
        { name: 'correct-customer', input: { email: 'kaisa@example.com' } },
      ]),
    );
    expect(await screen.findByText(/before: .*customer@example\.com/)).toBeTruthy();
  });
});

describe('a closed case', () => {
  test('says who closed it, what cannot be done in it and why, and is opened again with a reason', async () => {
    const { user, living, item } = await openMenu({ content: closed });
    expect(screen.getByRole('note').textContent).toContain('Bertil Lind closed this case on');
    const held = await item(/Change case handler/);
    expect(held.getAttribute('aria-disabled')).toBe('true');
    expect(held.textContent).toContain('it can only be read');
    await user.click(await item(/Reopen case/));
    const dialog = await screen.findByRole('dialog', { name: 'Reopen this case' });
    await user.click(within(dialog).getByRole('button', { name: 'Reopen case' }));
    expect(within(dialog).getByRole('alert').textContent).toContain('Write the reason first');
    await user.type(within(dialog).getByLabelText(/Why it is opened again/), 'Another leak');
    await user.click(within(dialog).getByRole('button', { name: 'Reopen case' }));
    await waitFor(() =>
      expect(living.workplace.done.issued).toMatchObject([{ name: 'reopen-case', input: { reason: 'Another leak' } }]),
    );
    await waitFor(() => expect(screen.queryByText(/closed this case on/)).toBeNull());
  });

  test('leads others to who can open it', async () => {
    await showCase({ content: closed, standing: aCaseHandler() });
    expect(within(screen.getByRole('note')).getByRole('button', { name: /Ask/ })).toBeTruthy();
  });
});

describe('an inspection that was started', () => {
  const started = { command: 'start', decidedAt: monday, by: carla, from: 'desk' } as const;
  const visit = aTask({
    id: 'visit',
    type: 'inspection',
    kind: 'inspection',
    status: '3',
    responsibles: [anna],
    started,
  });
  const picture = {
    id: 'd1',
    file: 'f1',
    name: 'site.jpg',
    size: 1,
    sha256: 'a'.repeat(64),
    mediaType: 'image/jpeg',
    budget: null,
    by: anna,
    at: '2026-11-23T12:00:00.000Z',
  };

  test('says who started it, from where, and that no picture is there yet; the insurer undoes it with a reason', async () => {
    const { user, living } = await showCase({ content: aContent({ tasks: [visit] }), standing: insurer });
    const tasks = screen.getByRole('region', { name: 'Tasks' });
    await user.click(within(tasks).getByRole('button', { name: /Inspection/ }));
    expect(plain(tasks.textContent)).toContain('Carla Maki, from the desk');
    expect(tasks.textContent).toContain('No picture yet');
    await user.click(within(tasks).getByRole('button', { name: 'Undo the start…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Undo the start of Inspection' });
    await user.type(within(dialog).getByLabelText(/Why it is undone/), 'By mistake');
    await user.click(within(dialog).getByRole('button', { name: 'Undo the start' }));
    await waitFor(() =>
      expect(living.workplace.done.issued).toMatchObject([
        { name: 'undo-start', input: { task: 'visit', reason: 'By mistake' }, seen: 'start' },
      ]),
    );
  });

  test.each([
    ['of its company', picture, true],
    ['of another company', { ...picture, by: carla }, false],
    ['from before', { ...picture, at: '2026-11-23T07:00:00.000Z' }, false],
  ])('a picture %s counts: %o', async (_, document, counts) => {
    const { user } = await showCase({
      content: aContent({ tasks: [visit], documents: [document] }),
      standing: insurer,
    });
    const tasks = screen.getByRole('region', { name: 'Tasks' });
    await user.click(within(tasks).getByRole('button', { name: /Inspection/ }));
    expect(tasks.textContent?.includes('First picture')).toBe(counts);
    expect(tasks.textContent?.includes('No picture yet')).toBe(!counts);
  });
});
