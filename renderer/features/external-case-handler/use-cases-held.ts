import type { MemberId } from '../../../shared/domain/ids.ts';
import { useOffline } from '../../bindings/use-offline.ts';
import { useCaseView } from '../case/frame.ts';

/** In how many open cases of the portal somebody has the role, as far as they are seen here. */
export function useCasesHeld(member: MemberId): number {
  const { open } = useCaseView();
  return useOffline(
    (state) =>
      state.rows.filter(
        ({ row }) => row.portal === open.key.portal && row.state === 'open' && row.role?.user?.member === member,
      ).length,
  );
}
