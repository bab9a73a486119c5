import { fork } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deletePortal, PortalKept } from '../../../../electron/main/portal-server/delete-portal.ts';
import type { PortalChild } from '../../../../electron/main/portal-server/portal-child.ts';

/** Deletes by a process of its own; answers how that ended. */
async function deleteIn(folder: string): Promise<{ readonly thrown: unknown; readonly ended: number | string | null }> {
  const child = fork(join(import.meta.dirname, '../../support/portal-process.ts'));
  const ended = new Promise<number | string | null>((resolve) => {
    child.on('exit', (code, signal) => resolve(code ?? signal));
  });
  const started: PortalChild = {
    post: (message) => void child.send(message),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.on('exit', (code) => listener(code ?? 0)),
    kill: () => child.kill(),
  };
  const thrown: unknown = await deletePortal(() => started, { folder, mailFolder: 'mail' }).catch((cause) => cause);
  return { thrown, ended: await ended };
}

test('what the portal server keeps is deleted by a process that is gone afterwards', async () => {
  expect(await deleteIn('fine')).toEqual({ thrown: undefined, ended: 'SIGTERM' });
});

test('what is not deleted is told in the words of that process', async () => {
  const { thrown, ended } = await deleteIn('broken');
  expect(thrown).toEqual(new PortalKept('no database'));
  expect(ended).toBe('SIGTERM');
});

test('a process that ends without a word has deleted nothing', async () => {
  const { thrown } = await deleteIn('short-lived');
  expect(thrown).toEqual(new PortalKept('exit 7'));
});
