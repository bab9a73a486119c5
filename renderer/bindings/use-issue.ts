import { notifications } from '@mantine/notifications';
import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import type { CommandName } from '../../shared/domain/command-book.ts';
import type { CommandDraft, IssueAnswer, SyncState } from '../offline/offline-desk.ts';
import { useWorkplace } from './contexts.ts';
import { isOffline } from './use-sync.ts';

/** One note for all that waits: the status line counts. */
export const keptNote = 'kept';

/**
 * Issues a command. Kept: resolves ok, and a note says so where it has to wait for the portal. Refused or not kept:
 * comes back to the form, which keeps what was typed and shows why.
 */
export function useIssue(): <Name extends CommandName>(draft: CommandDraft<Name>) => Promise<IssueAnswer> {
  const { offline, sync } = useWorkplace();
  const { t } = useLingui();
  return useCallback(
    async (draft) => {
      const sentWhen = (reach: SyncState['reach']): string => {
        if (reach === 'on-purpose') return t`Kept on this computer. It is sent once you work online again.`;
        if (reach === 'signed-out') return t`Kept on this computer. It is sent once you have signed in again.`;
        return t`Kept on this computer. It is sent as soon as the portal can be reached.`;
      };
      const answer = await offline.issue(draft);
      if (answer.ok && isOffline(sync.state())) {
        notifications.show({
          id: keptNote,
          title: t`Waiting for the portal`,
          message: sentWhen(sync.state().reach),
        });
      }
      return answer;
    },
    [offline, sync, t],
  );
}
