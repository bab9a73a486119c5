import { QueryClientProvider } from '@tanstack/react-query';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { queryClient } from '../../../../renderer/app/query-client.ts';
import { WorkplaceContext } from '../../../../renderer/bindings/contexts.ts';
import { InviteMember } from '../../../../renderer/features/invitation/invite-member.tsx';
import { aDirectory, aMember, anInsurer, aStanding, monday } from '../../../support/builders.ts';
import {
  aCommand,
  anOutboxItem,
  aPortalState,
  workplaceInMemory,
  type WorkplaceStart,
} from '../../../support/renderer/in-memory-workplace.ts';
import { showPart } from '../../../support/renderer/show-part.tsx';

function show(start: WorkplaceStart) {
  const workplace = workplaceInMemory(start);
  const user = showPart(
    <QueryClientProvider client={queryClient()}>
      <WorkplaceContext value={workplace}>
        <InviteMember />
      </WorkplaceContext>
    </QueryClientProvider>,
  );
  return { workplace, user };
}

const admin = aPortalState({ standing: aStanding({ level: 4 }) });
const button = { name: 'Invite a member…' } as const;

test('an admin invites into the own company; what is missing is said at its field, what was typed survives closing', async () => {
  const { user, workplace } = show({ state: { portals: [admin] } });
  await user.click(screen.getByRole('button', button));
  let dialog = within(await screen.findByRole('dialog'));
  expect(dialog.queryByLabelText(/^Company/)).toBeNull();
  await user.type(dialog.getByLabelText(/^Name/), 'Nina Newcomer');
  await user.type(dialog.getByLabelText(/^E-mail/), 'Nina@kuivaus');
  await user.click(dialog.getByRole('button', { name: 'Invite' }));
  expect(dialog.getByText('Check the e-mail address.')).toBeTruthy();
  expect(document.activeElement).toBe(dialog.getByLabelText(/^E-mail/));
  expect(workplace.done.issued).toEqual([]);
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.click(screen.getByRole('button', button));
  dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByLabelText<HTMLInputElement>(/^Name/).value).toBe('Nina Newcomer');
  await user.type(dialog.getByLabelText(/^E-mail/), '.example');
  await user.click(dialog.getByRole('combobox', { name: 'Authority level' }));
  expect((await screen.findAllByRole('option')).map(({ textContent }) => textContent?.[0])).toEqual([
    '1',
    '2',
    '3',
    '4',
  ]);
  await user.click(screen.getByRole('option', { name: /^2/ }));
  await user.click(dialog.getByRole('checkbox', { name: 'Drying' }));
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(workplace.done.issued).toEqual([
    {
      portal: 'nordic-portal',
      name: 'invite-member',
      subject: { kind: 'member', id: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      input: {
        name: 'Nina Newcomer',
        email: 'nina@kuivaus.example',
        company: 'kuivaus',
        office: null,
        level: 2,
        certified: ['drying'],
        budgetPermission: false,
      },
    },
  ]);
});

test('the insurer chooses the company, and a refusal keeps the form', async () => {
  const refusal = { code: 'member-elsewhere', grantor: 'insurer', name: 'Nina' } as const;
  const { user, workplace } = show({
    state: { portals: [aPortalState({ standing: anInsurer() })] },
    onIssue: () => ({ ok: false, kind: 'refused', refusal }),
  });
  await user.click(screen.getByRole('button', button));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByLabelText(/^Name/), 'Nina');
  await user.type(dialog.getByLabelText(/^E-mail/), 'nina@arvio.example');
  await user.click(dialog.getByRole('button', { name: 'Invite' }));
  expect(dialog.getByText('Choose a company.')).toBeTruthy();
  await user.click(dialog.getByRole('combobox', { name: /^Company/ }));
  await user.click(await screen.findByRole('option', { name: 'Arvio Oy' }));
  await user.click(dialog.getByRole('button', { name: 'Invite' }));
  expect((await dialog.findByRole('alert')).textContent).toContain('for another company, and a person has one company');
  expect(dialog.getByLabelText<HTMLInputElement>(/^Name/).value).toBe('Nina');
  expect(workplace.done.issued[0]?.input).toMatchObject({ company: 'arvio', level: 1 });
});

test('who may not invite is told who can', () => {
  show({ state: { portals: [aPortalState()] } });
  const description = /It needs authority level 4; yours is 3/;
  expect(screen.getByRole('button', { ...button, description }).getAttribute('aria-disabled')).toBe('true');
});

test('who has not chosen a password yet is invited again; what waits looks so', async () => {
  const invited = (id: string) =>
    aMember({ id, name: `${id} Person`, email: `${id}@x.example`, company: 'kuivaus', invited: { at: monday } });
  const directory = aDirectory({ members: [invited('otso'), invited('pia'), aMember({ company: 'kuivaus' })] });
  const command = aCommand({ name: 'invite-again', subject: { kind: 'member', id: 'pia' }, input: {} });
  const { user, workplace } = show({
    state: { portals: [{ ...admin, directory }], outbox: [anOutboxItem({ command })] },
  });
  await user.click(screen.getByRole('button', button));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getAllByRole('listitem')).toHaveLength(2);
  expect(dialog.getByText(/Waiting for the portal since/)).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Invite again: otso Person' }));
  const subject = { kind: 'member', id: 'otso' };
  expect(workplace.done.issued).toEqual([{ portal: 'nordic-portal', name: 'invite-again', subject, input: {} }]);
});
