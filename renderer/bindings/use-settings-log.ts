import { useQuery } from '@tanstack/react-query';
import type { LoggedSubject, SettingsEntry } from '../../shared/contract/settings-log.ts';
import { createPortalClient } from '../portal/portal-client.ts';
import { useWorkplace } from './contexts.ts';

/**
 * Who changed what of a portal, an office or a member, read from the portal server each time it is shown and again when
 * `version` changes; undefined while it is read, null where it could not be.
 */
export function useSettingsLog(
  portal: string,
  subject: LoggedSubject,
  version: unknown,
): readonly SettingsEntry[] | null | undefined {
  const { session } = useWorkplace();
  const log = useQuery({
    queryKey: ['settings log', session.account, portal, subject, version],
    queryFn: async () => {
      const answer = await createPortalClient({ account: session.account }).settingsLog(portal, subject);
      return answer.kind === 'ok' ? answer.value : null;
    },
    retry: false,
    gcTime: 0,
  });
  return log.data;
}
