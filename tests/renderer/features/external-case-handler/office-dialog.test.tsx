import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ranked } from '../../../../shared/domain/category/category.ts';
import { aContent, aDirectory, anInsurer, anOffice, aRole, carla, monday } from '../../../support/builders.ts';
import { plain, showCase } from '../../../support/renderer/show-case.ts';

const directory = aDirectory({
  offices: [
    anOffice({ id: 'far', name: 'A far one', city: 'Oulu', position: { latitude: 65, longitude: 25.5 }, marked: 3 }),
    anOffice({ id: 'near', name: 'Z near one', city: 'Kuopio' }),
    anOffice({ id: 'lost', name: 'M without position', position: null }),
    anOffice({ id: 'shut', name: 'Shut one', available: false }),
    anOffice({ id: 'nobody', name: 'Nobody marked', marked: 0 }),
    anOffice({ id: 'outside', name: 'Outside', inNetwork: false }),
  ],
});

async function openDialog(start: Parameters<typeof showCase>[0] = {}) {
  const shown = await showCase({ directory, standing: anInsurer(), ...start });
  await shown.user.click(screen.getByRole('button', { name: /Give to an office…|Change office…/ }));
  return {
    ...shown,
    dialog: await screen.findByRole('dialog', {
      name: /^(Assign External case handler to an office|Move the External case handler role)/,
    }),
  };
}

const listed = (dialog: HTMLElement) =>
  within(dialog)
    .queryAllByRole('radio')
    .flatMap((radio) => {
      const text = plain(radio.closest('label')?.textContent);
      return /one|position/.test(text) ? [text] : [];
    });

test('recommended: the nearest first with kilometres and marked users, those without a position last', async () => {
  const { dialog } = await openDialog();
  expect(listed(dialog).map((text) => text.slice(0, 9))).toEqual(['Z near on', 'A far one', 'M without']);
  expect(listed(dialog)[0]).toMatch(/1\.5 km1 marked user$/);
  expect(listed(dialog)[1]).toMatch(/3 marked users$/);
  expect(listed(dialog)[2]).toContain('not known');
});

test('moving the role to another office says who loses it', async () => {
  const content = aContent({ role: aRole({ user: carla, userAssignedAt: monday }) });
  const { dialog } = await openDialog({ content });
  expect(within(dialog).getByRole('note').textContent).toContain('Carla Maki at Arvio Kuopio loses the role');
});

test('all offices: by name, and what is searched for is found in city and company', async () => {
  const { dialog, user } = await openDialog();
  await user.click(within(dialog).getByRole('radio', { name: 'All offices' }));
  expect(listed(dialog).map((text) => text[0])).toEqual(['A', 'M', 'Z']);
  await user.type(within(dialog).getByLabelText('Search offices'), 'oulu arvio');
  expect(listed(dialog).map((text) => text[0])).toEqual(['A']);
});

test('every office that is not listed has its rule and who can change it', async () => {
  const { dialog, user } = await openDialog();
  await user.click(within(dialog).getByText('Why is an office not listed?'));
  const lines = within(dialog)
    .getAllByRole('listitem')
    .map((line) => plain(line.textContent));
  expect(lines).toEqual([
    'Shut one, Arvio OyTakes no new tasks. The office can change it.',
    'Nobody marked, Arvio OyNo marked user. The insurer can mark one.',
    'Outside, Arvio OyNot in the partner network. The insurer can take it in.',
  ]);
});

test('the role is given by arrows and Enter, on what was seen', async () => {
  const { dialog, user, living } = await openDialog();
  const first = within(dialog)
    .getAllByRole('radio')
    .find((radio) => radio.closest('label')?.textContent?.includes('Z near'));
  await waitFor(() => expect(document.activeElement).toBe(first));
  await user.keyboard(' {Enter}');
  await waitFor(() =>
    expect(living.workplace.done.issued).toMatchObject([
      { name: 'give-role-to-office', seen: 'case-1', input: { office: 'near' } },
    ]),
  );
  expect(plain(screen.getByRole('region', { name: 'External case handler' }).textContent)).toContain(
    'Z near one no user assigned yet',
  );
});

test('a role that somebody else gave meanwhile is said, and the choice is kept', async () => {
  const content = aContent({ role: aRole({ office: 'far', officeName: 'A far one' }) });
  const { dialog, user, living, meanwhile } = await openDialog({ content });
  await user.click(within(dialog).getByRole('radio', { name: /Z near/ }));
  const colleague = anInsurer({ member: 'signe', name: 'Signe Dahl' });
  await meanwhile((each) =>
    each.arrives(
      colleague,
      { name: 'give-role-to-office', input: { office: 'lost' } },
      'revision-of-role',
      '2026-11-23T09:42:00.000Z',
    ),
  );
  expect(await within(dialog).findByText('Changed by Signe Dahl at 23 Nov, 11:42.')).toBeDefined();
  await user.click(within(dialog).getByRole('button', { name: 'I have looked again' }));
  expect(living.workplace.done.issued).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: 'Give role to Z near one' }));
  await waitFor(() => expect(living.workplace.done.issued[0]?.seen).toBe('0199aaaa-0000-7000-8000-000000000001'));
});

test('removing the role asks for a reason and names who loses it', async () => {
  const content = aContent({ role: aRole({ user: carla, userAssignedAt: monday }) });
  const { user, living } = await showCase({ content, standing: anInsurer(), directory });
  await user.click(screen.getByRole('button', { name: 'Remove role…' }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog.textContent).toContain('Carla Maki at Arvio Kuopio no longer sees the case through the role');
  await user.type(within(dialog).getByLabelText(/Reason/), 'The customer moved{Control>}{Enter}{/Control}');
  await waitFor(() =>
    expect(living.workplace.done.issued).toMatchObject([
      { name: 'remove-role', seen: 'revision-of-role', input: { reason: 'The customer moved' } },
    ]),
  );
});

test('a choice that stands there again from before is not given by Enter alone', async () => {
  const drafts = { 'case/nordic-portal/case-1/give-role': JSON.stringify({ chosen: 'near' }) };
  const { user, living } = await showCase({ directory, standing: anInsurer(), desk: { drafts } });
  screen.getByRole('button', { name: /Give to an office…/ }).focus();
  await user.keyboard('{Enter}');
  const dialog = await screen.findByRole('dialog', { name: 'Assign External case handler to an office' });
  await within(dialog).findByRole('button', { name: 'Give role to Z near one' });
  await waitFor(() => expect(document.activeElement?.getAttribute('name')).toMatch(/./));
  await user.keyboard('{Enter}');
  expect(living.workplace.done.issued).toEqual([]);
  await user.tab();
  await user.tab({ shift: true });
  await user.keyboard('{Enter}');
  await waitFor(() => expect(living.workplace.done.issued).toMatchObject([{ input: { office: 'near' } }]));
});

test('an office that was chosen and can be no longer is named with the reason, over the list of now', async () => {
  const drafts = { 'case/nordic-portal/case-1/give-role': JSON.stringify({ chosen: 'shut' }) };
  const { dialog } = await openDialog({ desk: { drafts } });
  expect(plain((await within(dialog).findByRole('alert')).textContent)).toBe(
    'Shut one can no longer be chosen: it is set to unavailable for new tasks. The office can change it. The list shows the offices that can be chosen now.',
  );
  expect(listed(dialog)).toHaveLength(3);
});

test('categories stand beside the offices and narrow the list, the nearest first all the same', async () => {
  const defined = { categories: ranked([{ code: 'a', label: 'First choice', colour: 'green' }]) };
  const given = [{ category: 'a', taskType: null }];
  const categories = { defined, offices: ['far', 'lost'].map((office) => ({ office, categories: given })) };
  const { dialog, user } = await openDialog({ categories });
  expect(listed(dialog).map((text) => /First choice/.test(text))).toEqual([false, true, true]);
  await user.click(within(dialog).getByLabelText('Category'));
  await user.click(await screen.findByText('1. First choice'));
  expect(listed(dialog).map((text) => text.slice(0, 5))).toEqual(['A far', 'M wit']);
});
