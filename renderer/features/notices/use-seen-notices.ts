import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useDesk } from '../../bindings/contexts.ts';
import type { OfflineState } from '../../offline/offline-desk.ts';

type Told = OfflineState['notices'][number];

const draftKey = 'notices.seen';

/** What was new when the bell was last looked at; kept with the account's drafts, so that a restart tells nothing twice. */
export function useSeenNotices(): {
  readonly isNew: (notice: Told) => boolean;
  readonly markSeen: (notices: readonly Told[]) => void;
} {
  const desk = useDesk();
  const queries = useQueryClient();
  const { data: seen } = useQuery({
    queryKey: [draftKey],
    queryFn: async () => (await desk.drafts.read())[draftKey] ?? '',
    staleTime: Infinity,
  });
  return {
    isNew: ({ at }) => seen !== undefined && at > seen,
    markSeen: (notices) => {
      const latest = notices.reduce((newest, { at }) => (at > newest ? at : newest), seen ?? '');
      if (latest === '' || latest === seen) return;
      queries.setQueryData([draftKey], latest);
      void desk.drafts.write(draftKey, latest);
    },
  };
}
