import { notifications } from '@mantine/notifications';
import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import type { CommandName } from '../../shared/domain/command-book.ts';
import type { CommandDraft, IssueAnswer, SyncState } from '../offline/offline-desk.ts';
import { useWorkplace } from './contexts.ts';
import { isOffline } from './use-sync.ts';

/** One note for all that waits: the status line counts. */
export const keptNote = 'kept';

/** Issues a command; `done` says in words what was done, where that has to be said. */
export type Issue = <Name extends CommandName>(draft: CommandDraft<Name>, done?: string | null) => Promise<IssueAnswer>;

/**
 * Issues a command. Kept: resolves ok, and a note says what was done, or that it has to wait for the portal. Refused or
 * not kept: comes back to the form, which keeps what was typed and shows why.
 */
export function useIssue(): Issue {
  const { offline, sync } = useWorkplace();
  const { t } = useLingui();
  return useCallback(
    async (draft, done = null) => {
      const sentWhen = (reach: SyncState['reach']): string => {
        if (reach === 'on-purpose') return t`Kept on this computer. It is sent once you work online again.`;
        if (reach === 'signed-out') return t`Kept on this computer. It is sent once you have signed in again.`;
        return t`Kept on this computer. It is sent as soon as the portal can be reached.`;
      };
      const answer = await offline.issue(draft);
      if (!answer.ok) return answer;
      const kept = isOffline(sync.state()) ? sentWhen(sync.state().reach) : null;
      if (done !== null) {
        // What one did oneself is said at once: the bell has what else was being told.
        notifications.clean();
        const message = kept ? `${t`Waiting for the portal`}. ${kept}` : t`Waiting for the portal`;
        notifications.show({ title: done, message, 'data-waits': true });
      } else if (kept) {
        notifications.show({ id: keptNote, title: t`Waiting for the portal`, message: kept });
      }
      return answer;
    },
    [offline, sync, t],
  );
}
