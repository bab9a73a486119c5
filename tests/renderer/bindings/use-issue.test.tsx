import { notifications, Notifications } from '@mantine/notifications';
import { screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { WorkplaceContext } from '../../../renderer/bindings/contexts.ts';
import { useIssue } from '../../../renderer/bindings/use-issue.ts';
import type { IssueAnswer } from '../../../renderer/offline/offline-desk.ts';
import { workplaceInMemory, type WorkplaceStart } from '../../support/renderer/in-memory-workplace.ts';
import { showPart } from '../../support/renderer/show-part.tsx';

afterEach(() => {
  notifications.clean();
});

function Chat() {
  const issue = useIssue();
  const [answer, setAnswer] = useState<IssueAnswer | null>(null);
  const write = () =>
    issue({
      portal: 'nordic-portal',
      name: 'write-chat',
      subject: { kind: 'case', id: 'case-1' },
      input: { text: 'On my way' },
    }).then(setAnswer);
  return (
    <>
      <button type="button" onClick={() => void write()}>
        Write
      </button>
      <output>{answer ? (answer.ok ? 'kept' : answer.kind) : ''}</output>
    </>
  );
}

async function write(start: WorkplaceStart) {
  const workplace = workplaceInMemory(start);
  const user = showPart(
    <WorkplaceContext value={workplace}>
      <Chat />
      <Notifications />
    </WorkplaceContext>,
  );
  await user.click(screen.getByRole('button', { name: 'Write' }));
  return workplace;
}

test('offline a note says that it waits for the portal', async () => {
  const workplace = await write({ sync: { reach: 'offline' } });
  expect(await screen.findByText('Waiting for the portal')).toBeTruthy();
  expect(workplace.done.issued).toHaveLength(1);
});

test.each([
  ['on-purpose', 'once you work online again'],
  ['signed-out', 'once you have signed in again'],
] as const)('%s: the note says what it really waits for', async (reach, until) => {
  await write({ sync: { reach } });
  expect(await screen.findByText(`Kept on this computer. It is sent ${until}.`)).toBeTruthy();
});

test('a refusal comes back to the form, and no note says that anything was kept', async () => {
  await write({
    sync: { reach: 'online' },
    onIssue: () => ({ ok: false, kind: 'refused', refusal: { code: 'case-closed', grantor: 'insurer' } }),
  });
  expect(await screen.findByText('refused')).toBeTruthy();
});

test('what the disk did not keep comes back to the form', async () => {
  await write({ onIssue: () => ({ ok: false, kind: 'not-kept', reason: 'disk-full' }) });
  expect(await screen.findByText('not-kept')).toBeTruthy();
});
