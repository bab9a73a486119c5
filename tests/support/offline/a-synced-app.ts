import { onTestFinished } from 'vitest';
import type { SyncLoop } from '../../../renderer/offline/offline-desk.ts';
import { createPortalClient } from '../../../renderer/portal/portal-client.ts';
import type { SyncLoopDeps } from '../../../renderer/sync/sync-deps.ts';
import { createSyncLoop } from '../../../renderer/sync/sync-loop.ts';
import type { Standing } from '../../../shared/domain/member/standing.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import { aContent, aDirectory, aStanding, aTask } from '../builders.ts';
import { aDisk, openAccount, type Disk, type OpenAccount } from './an-account.ts';
import { aScriptedPortal, type ScriptedPortal } from './scripted-portal.ts';
import { testAccount } from './sync-lines.ts';

export interface SyncedApp extends OpenAccount {
  readonly portal: ScriptedPortal;
  readonly loop: SyncLoop;
}

/** Anna's app over a portal server that answers as a test says, after its first sync of `case-1` … `case-3`. */
export async function aSyncedApp(
  change: Partial<SyncLoopDeps> = {},
  disk: Disk = aDisk(),
  portal: ScriptedPortal = aScriptedPortal(),
  /** Whose app it is instead, and what there is to do in each case. */
  start: { readonly standing?: Standing; readonly tasks?: readonly Task[] } = {},
): Promise<SyncedApp> {
  const account = await openAccount(disk);
  const cases = [1, 2, 3].map((number) =>
    aContent({
      id: `case-${String(number)}`,
      number: `N-${String(number)}`,
      tasks: start.tasks ?? [aTask({ id: `t${String(number)}` })],
    }),
  );
  portal.pages = { standing: start.standing ?? aStanding(), directory: aDirectory(), reading: {}, cases };
  const loop = createSyncLoop({
    offline: account.desk,
    feed: account.feed,
    portal: createPortalClient({ account: testAccount, fetch: portal.fetch }),
    desk: account.at.desk,
    noticeWords: {
      one: ({ kind, number }) => ({ title: number, body: kind }),
      many: (count) => ({ title: String(count), body: '' }),
    },
    automatic: false,
    pause: () => 0,
    ...change,
  });
  onTestFinished(() => loop.stop());
  await loop.syncNow();
  return { ...account, portal, loop };
}
