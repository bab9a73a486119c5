import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useDesk } from './contexts.ts';
import { useOffline } from './use-offline.ts';

const draftKey = 'app.unreadable-seen';

/** What of the journal could not be read. It stays set aside for ever, so that it is told of until it was read. */
export interface Unreadable {
  readonly quarantined: number;
  readonly unknownRecords: number;
  readonly isNew: boolean;
  readonly markSeen: () => void;
}

export function useUnreadable(): Unreadable {
  const desk = useDesk();
  const queries = useQueryClient();
  const quarantined = useOffline((state) => state.quarantined);
  const unknownRecords = useOffline((state) => state.unknownRecords);
  const found = `${String(quarantined)} ${String(unknownRecords)}`;
  const { data: seen } = useQuery({
    queryKey: [draftKey],
    queryFn: async () => (await desk.drafts.read())[draftKey] ?? '',
    staleTime: Infinity,
  });
  return {
    quarantined,
    unknownRecords,
    isNew: quarantined + unknownRecords > 0 && seen !== undefined && seen !== found,
    markSeen: () => {
      queries.setQueryData([draftKey], found);
      void desk.drafts.write(draftKey, found);
    },
  };
}
