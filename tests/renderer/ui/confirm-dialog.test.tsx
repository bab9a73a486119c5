import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ConfirmDialog } from '../../../renderer/ui/confirm-dialog.tsx';
import { showPart } from '../../support/renderer/show-part.tsx';

function dialog(destructive: boolean) {
  const done: string[] = [];
  const user = showPart(
    <ConfirmDialog
      opened
      title="Discard “Approve budget”?"
      confirm="Discard"
      cancel="Keep it"
      destructive={destructive}
      onConfirm={() => done.push('confirmed')}
      onClose={() => done.push('closed')}
    >
      It is lost.
    </ConfirmDialog>,
  );
  return { user, done };
}

test('where something is lost the safe answer has the focus', async () => {
  const { user, done } = dialog(true);
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Keep it'));
  await user.keyboard('{Enter}');
  expect(done).toEqual(['closed']);
});

test('where nothing is lost Enter confirms and Esc leaves', async () => {
  const { user, done } = dialog(false);
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Discard'));
  await user.keyboard('{Enter}');
  await user.keyboard('{Escape}');
  expect(done).toEqual(['confirmed', 'closed']);
});

test('the dialog is named by its question', async () => {
  dialog(true);
  expect(await screen.findByRole('dialog', { name: 'Discard “Approve budget”?' })).toBeTruthy();
});
