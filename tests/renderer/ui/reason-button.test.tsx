import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ConfirmDialog } from '../../../renderer/ui/confirm-dialog.tsx';
import { ReasonButton } from '../../../renderer/ui/reason-button.tsx';
import { showPart } from '../../support/renderer/show-part.tsx';

const reason = 'Approving budgets is not among the rights of the External case handler at Nordic Mutual.';

function held() {
  let pressed = 0;
  const user = showPart(
    <ReasonButton reason={reason} wayOn={<a href="#chat">Ask the case handler</a>} onClick={() => (pressed += 1)}>
      Approve
    </ReasonButton>,
  );
  return { user, pressed: () => pressed, button: () => screen.getByRole('button', { name: 'Approve' }) };
}

test('an action that is not allowed keeps its place, is reached by keyboard and is described by its reason', async () => {
  const { user, button } = held();
  await user.tab();
  expect(document.activeElement).toBe(button());
  expect(button().getAttribute('aria-disabled')).toBe('true');
  expect(button()).toHaveProperty('disabled', false);
  const description = document.getElementById(button().getAttribute('aria-describedby') ?? '');
  expect(description?.textContent).toBe(reason);
});

test('it does nothing by mouse or by key', async () => {
  const { user, button, pressed } = held();
  await user.click(button());
  await user.keyboard('{Enter} ');
  expect(pressed()).toBe(0);
});

test('the reason is shown on focus with a way on that the keyboard reaches, and Esc closes it', async () => {
  const { user } = held();
  await user.tab();
  await screen.findByRole('link', { name: 'Ask the case handler' });
  await user.tab();
  expect(document.activeElement?.textContent).toBe('Ask the case handler');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('link')).toBeNull());
});

test('Esc over a reason leaves the dialog around it open', async () => {
  let closed = 0;
  const user = showPart(
    <ConfirmDialog opened title="Budget" confirm="Do it" cancel="Cancel" onConfirm={noop} onClose={() => (closed += 1)}>
      <ReasonButton reason={reason} onClick={noop}>
        Approve
      </ReasonButton>
    </ConfirmDialog>,
  );
  (await screen.findByRole('button', { name: 'Approve' })).focus();
  await user.keyboard('{Escape}');
  expect(closed).toBe(0);
  await user.keyboard('{Escape}');
  expect(closed).toBe(1);
});

test('what is allowed is a plain button', async () => {
  let pressed = 0;
  const user = showPart(
    <ReasonButton reason={null} onClick={() => (pressed += 1)}>
      Approve
    </ReasonButton>,
  );
  await user.click(screen.getByRole('button', { name: 'Approve' }));
  expect(pressed).toBe(1);
  expect(screen.getByRole('button').getAttribute('aria-disabled')).toBeNull();
});

const noop = () => undefined;
