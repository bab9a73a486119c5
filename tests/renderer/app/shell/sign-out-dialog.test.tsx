import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { SignOutAnswer } from '../../../../shared/contract/desk-api.ts';
import { showPage } from '../../../support/renderer/show-page.tsx';

async function signOut(answer: SignOutAnswer, ...later: readonly SignOutAnswer[]) {
  let asked = 0;
  const answers = [...later];
  const shown = await showPage('/settings', {
    desk: {
      onSignOut: async () => {
        asked += 1;
        return asked === 1 ? answer : (answers.shift() ?? answer);
      },
    },
  });
  await shown.user.click(screen.getByRole('button', { name: 'Account of Anna Korhonen' }));
  await shown.user.click(await screen.findByRole('menuitem', { name: 'Sign out…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Sign out?' });
  expect(asked).toBe(0);
  await shown.user.click(within(dialog).getByText('Sign out'));
  return { ...shown, asked: () => asked };
}

test('signing out is asked first and says what happens to what is kept', async () => {
  const { asked } = await signOut({ ok: true });
  expect(asked()).toBe(1);
});

test('unsent work blocks signing out: it is counted, and each of it has a way to it', async () => {
  const { user, router } = await signOut({ ok: false, reason: 'unsent-work', waiting: 2, refused: 1, blocked: 1 });
  const dialog = await screen.findByRole('dialog', { name: 'Not everything is sent yet' });
  expect(within(dialog).getByText('1 refusal not read yet')).toBeTruthy();
  await user.click(within(dialog).getByText('3 changes in the outbox'));
  expect(router.state.location.pathname).toBe('/outbox');
});

test('somebody else can work here meanwhile without anything being thrown away', async () => {
  const { user, desk } = await signOut({ ok: false, reason: 'unsent-work', waiting: 2, refused: 0, blocked: 0 });
  await user.click(await screen.findByText('Switch account, keep it all'));
  expect(desk.done.left).toBe(1);
});

test('once exported it no longer blocks: what stays here is said before signing out', async () => {
  const { user, desk, asked } = await signOut(
    { ok: false, reason: 'unsent-work', waiting: 1, refused: 0, blocked: 0 },
    { ok: true },
  );
  await user.click(await screen.findByText('Export…'));
  const dialog = await screen.findByRole('dialog', { name: 'Sign out?' });
  expect(within(dialog).getByRole('status').textContent).toContain('are sent after the next sign-in of Anna Korhonen');
  expect(desk.done.exports).toBe(1);
  await user.click(within(dialog).getByText('Sign out'));
  expect(asked()).toBe(2);
});
