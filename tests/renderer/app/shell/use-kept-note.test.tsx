import { Notifications } from '@mantine/notifications';
import { act, screen, waitForElementToBeRemoved } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useKeptNote } from '../../../../renderer/app/shell/use-kept-note.ts';
import { WorkplaceContext } from '../../../../renderer/bindings/contexts.ts';
import { useIssue } from '../../../../renderer/bindings/use-issue.ts';
import { workplaceInMemory } from '../../../support/renderer/in-memory-workplace.ts';
import { showPart } from '../../../support/renderer/show-part.tsx';

function Chat({ done = null }: { readonly done?: string | null }) {
  useKeptNote();
  const issue = useIssue();
  const subject = { kind: 'case', id: 'case-1' } as const;
  const write = () =>
    issue({ portal: 'nordic-portal', name: 'write-chat', subject, input: { text: 'On my way' } }, done);
  return (
    <button type="button" onClick={() => void write()}>
      Write
    </button>
  );
}

test('the note that something waits stays while it does, and goes when it has arrived', async () => {
  const workplace = workplaceInMemory({ sync: { reach: 'offline', waiting: 1 } });
  const user = showPart(
    <WorkplaceContext value={workplace}>
      <Chat />
      <Notifications autoClose={false} />
    </WorkplaceContext>,
  );
  await user.click(screen.getByRole('button', { name: 'Write' }));
  const note = await screen.findByText('Waiting for the portal');
  act(() => workplace.setSync({ reach: 'online', syncing: true }));
  expect(note.isConnected).toBe(true);
  act(() => workplace.setSync({ syncing: false, waiting: 0 }));
  await waitForElementToBeRemoved(() => screen.queryByText('Waiting for the portal'));
});

test('of what was done the note stays to be read, and says no longer that it waits', async () => {
  const workplace = workplaceInMemory({ sync: { reach: 'online', waiting: 1 } });
  const user = showPart(
    <WorkplaceContext value={workplace}>
      <Chat done="Written" />
      <Notifications autoClose={false} />
    </WorkplaceContext>,
  );
  await user.click(screen.getByRole('button', { name: 'Write' }));
  await screen.findByText('Waiting for the portal');
  act(() => workplace.setSync({ waiting: 0 }));
  expect(screen.queryByText('Waiting for the portal')).toBeNull();
  expect(screen.getByText('Written')).toBeTruthy();
});
